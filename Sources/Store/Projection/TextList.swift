import Workflow

/// Lists in one column: the same JSON as in the journal.
enum TextList {
  static func write(_ items: [String]) -> String {
    if items.isEmpty { return "" }
    return BodyWriter.json(Body(["list": .list(items)]))
  }

  static func read(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    let body = try? BodyReader.body(text)
    guard case .list(let items) = body?[name: "list"] else { return [] }
    return items
  }
}
