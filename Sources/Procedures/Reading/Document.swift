import Yams

/// A value of a YAML file with its place: the tree that the readers walk.
///
/// Scalars stay the text that they are. YAML 1.1 would turn `12:30` into a number and `no` into a
/// flag; here each reader says what it expects.
struct Document {
  let place: Place
  let content: Content

  /// What stands there.
  enum Content {
    case scalar(String, isQuoted: Bool)
    case list([Document])
    case map([Pair])
  }

  /// A key with its value.
  struct Pair {
    let key: Document
    let value: Document
  }

  /// The text, where it is a single value.
  var scalar: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// What a person would call it.
  var kind: String {
    switch content {
    case .scalar(let text, let isQuoted): text.isEmpty && !isQuoted ? "nothing" : "'\(text)'"
    case .list: "a list"
    case .map: "a mapping"
    }
  }
}

extension Document {
  /// The most that a file may hold; packs are a few dozen kilobytes.
  private static let limit = 1_000_000

  /// Reads a file, or adds what is wrong with it as YAML.
  static func read(_ text: String, into inspection: Inspection) -> Document? {
    let start = Place(line: 1, column: 1)
    guard text.utf8.count <= limit else {
      inspection.error("the file is larger than 1 MB", at: start)
      return nil
    }
    do {
      // The nodes only borrow their anchors from the parser, so it must outlive the walk.
      // Nothing is made of a scalar but text, so there is no tag to find out by pattern.
      let parser = try Parser(yaml: text, resolver: .basic)
      let root = try parser.singleRoot()
      return withExtendedLifetime(parser) {
        guard let root else {
          inspection.error("the file is empty", at: start)
          return nil
        }
        return Document(root, depth: 0, into: inspection)
      }
    } catch let error as YamlError {
      let (message, place) = error.told
      inspection.error("not YAML: \(message)", at: place ?? start)
    } catch {
      inspection.error("not YAML", at: start)
    }
    return nil
  }

  private init(_ node: Node, depth: Int, into inspection: Inspection) {
    let place = Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    self.place = place
    // A repeated anchor can make a small file unfold without end, and hides where a value comes from.
    if node.anchor != nil {
      inspection.refuse("anchors and aliases are not used here: write the value out", at: place)
      content = .scalar("", isQuoted: true)
      return
    }
    guard depth < 40 else {
      inspection.refuse("nested too deeply", at: place)
      content = .scalar("", isQuoted: true)
      return
    }
    switch node {
    case .scalar(let scalar):
      content = .scalar(
        scalar.string, isQuoted: scalar.style != .plain && scalar.style != .any)
    case .sequence(let sequence):
      content = .list(sequence.map { Document($0, depth: depth + 1, into: inspection) })
    case .mapping(let mapping):
      content = .map(
        mapping.map { pair in
          Pair(
            key: Document(pair.key, depth: depth + 1, into: inspection),
            value: Document(pair.value, depth: depth + 1, into: inspection)
          )
        })
    case .alias:
      inspection.refuse("anchors and aliases are not used here: write the value out", at: place)
      content = .scalar("", isQuoted: true)
    }
  }
}

extension YamlError {
  /// What people who do not know YAML run into, and what to do.
  private static let advice = [
    (part: "mapping values are not allowed", advice: "put text that has a colon in it in quotes"),
    (part: "tab character", advice: "indent with spaces"),
    (part: "cannot start any token", advice: "put the text in quotes; indent with spaces"),
    (part: "did not find expected", advice: "see that the line stands under the one before it"),
  ]

  /// What went wrong, and where.
  fileprivate var told: (String, Place?) {
    switch self {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let around = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
      let advice = YamlError.advice.first { problem.contains($0.part) }.map { "; \($0.advice)" }
      return (problem + around + (advice ?? ""), Place(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
      return (
        "\(keys) stands more than once in one mapping",
        Place(line: context.mark.line, column: context.mark.column)
      )
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return (problem, Place(line: lines.count, column: (lines.last?.count ?? 0) + 1))
    default: return ("the text cannot be read", nil)
    }
  }
}
