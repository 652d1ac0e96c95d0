package import Workflow

// How a report of one child of a list is read: what is said of the child, the row as it came, where the list is.

extension DailyList {
  /// What stands before a remark on a row.
  static let check = "CHECK: "

  /// The remarks on a row that a report of one child of a list carries.
  static func remarks(in child: String) -> [String] {
    SourceText.lines(child).filter { $0.hasPrefix(check) }.map { String($0.dropFirst(check.count)) }
  }

  /// The list to which a report of one child belongs, where the report has it with it.
  ///
  /// - Parameter text: the report as it was kept.
  /// - Returns: the list as it came; nothing where the list is kept by itself, or the text is no such report.
  package static func whole(of text: String) -> String? {
    guard text.hasPrefix(head), reference(in: text) == nil,
      let end = text.firstRange(of: "\n\(mark)\n\n")
    else { return nil }
    return String(text[end.upperBound...])
  }

  /// The name under which the list is kept to which a report of one child belongs.
  ///
  /// - Parameter text: the report as it was kept.
  /// - Returns: nothing where the report has the list with it, or the text is no such report.
  package static func reference(in text: String) -> String? {
    guard text.hasPrefix(head), let last = text.split(whereSeparator: \.isNewline).last,
      last.hasPrefix(link)
    else { return nil }
    return String(last.dropFirst(link.count))
  }

  /// What people read of a report of one child: what the list says of that child, its row as it came, and how
  /// many others it had; never their rows.
  ///
  /// - Parameters:
  ///   - text: the report as it was kept.
  ///   - received: when the list came in; without that only what is said of the child is given, and at once.
  /// - Returns: the text; nothing where it is no such report.
  package static func shown(_ text: String, received: Instant?) -> String? {
    guard let child = child(of: text), let received else { return nil }
    guard let (place, count) = place(of: text), count > 0 else { return child }
    var row: String?
    if reference(in: text) != nil {
      let start = text.firstRange(of: "\n\(rowMark)\n\n")?.upperBound
      let end = text.ranges(of: "\n\n\(link)").last?.lowerBound
      if let start, let end, start <= end { row = String(text[start..<end]) }
    } else if let list = whole(of: text), let table = ListTable(text: list),
      table.rows.indices.contains(place - 1)
    {
      row = table.asItCame(place - 1).joined(separator: "\n")
    }
    guard let row else { return child }
    let others = count - 1
    return child
      + [
        "", rowMark, "", row, "",
        "The list of \(count) children came in \(received.spoken). "
          + (others == 1
            ? "The other row is another child's and is not shown here."
            : "The other \(others) rows are other children's and are not shown here."),
      ].joined(separator: "\n") + "\n"
  }

  /// A list as people read it: of an e-mail what was written.
  package static func readable(_ list: String) -> String {
    MailMessage(text: list, isWhole: true)?.readable ?? list
  }

  /// Which row of its list a report of one child stands for, counted from 1, and of how many.
  private static func place(of text: String) -> (Int, Int)? {
    let line = text.dropFirst(head.count).prefix { !$0.isNewline }
    let numbers = line.split(separator: " ").compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// What a report of one child of a list says of that child, or nothing where the text is none.
  static func child(of text: String) -> String? {
    let mark = reference(in: text) == nil ? mark : rowMark
    guard text.hasPrefix(head), let end = text.firstRange(of: "\n\(mark)\n") else { return nil }
    return String(text[..<end.lowerBound]) + "\n"
  }
}
