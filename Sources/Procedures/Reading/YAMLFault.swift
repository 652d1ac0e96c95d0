import Yams

/// What makes a text no YAML, in the words of somebody who writes a pack and not a parser.
struct YAMLFault {
  /// What is wrong, and what would be right.
  let message: String
  /// Where, as far as the parser knows.
  let place: Place?

  /// Reads the parser's complaint about a text.
  init(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let here = Place(line: mark.line, column: mark.column)
      let began = context.map { Place(line: $0.mark.line, column: $0.mark.column) }
      let around = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
      self =
        YAMLFault.told(problem, at: here, began: began, in: text)
        ?? YAMLFault(message: problem + around, place: here)
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      self.init(
        message: problem, place: Place(line: lines.count, column: (lines.last?.count ?? 0) + 1))
    default: self.init(message: "the text cannot be read", place: nil)
    }
  }

  private init(message: String, place: Place?) {
    self.message = message
    self.place = place
  }

  /// The mistakes that people make most: each with the place where they made it, which is often not
  /// where the parser noticed.
  private static func told(
    _ problem: String, at here: Place, began: Place?, in text: String
  ) -> YAMLFault? {
    if let tab = tab(on: here.line, of: text) {
      return YAMLFault(
        message: "a tab stands where the line begins; indent with spaces",
        place: Place(line: here.line, column: tab))
    }
    if problem.contains("mapping values are not allowed") {
      return YAMLFault(
        message: "a second colon on the line; put a text that has one in quotes", place: here)
    }
    if problem.contains("could not find expected ':'"), let began {
      return YAMLFault(
        message: "a colon and a space are wanted after the key (tray: rhi)", place: began)
    }
    if problem.contains("unexpected end of stream"), let began {
      return YAMLFault(message: "a quote is opened here and never closed", place: began)
    }
    if problem.contains("did not find expected '-'") || problem.contains("expected key") {
      return YAMLFault(
        message: "this line is indented neither like the lines above nor deeper; line it up",
        place: here)
    }
    if problem.contains("another document") {
      return YAMLFault(
        message: "a second pack begins here (---); a file holds one", place: here)
    }
    return nil
  }

  /// The column of a tab before the text of a line, where there is one.
  private static func tab(on line: Int, of text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return nil }
    let lead = lines[line - 1].unicodeScalars.prefix { " \t-".unicodeScalars.contains($0) }
    return lead.firstIndex(of: "\t").map { lead.distance(from: lead.startIndex, to: $0) + 1 }
  }
}
