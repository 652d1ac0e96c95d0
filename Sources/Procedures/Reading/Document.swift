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
    case .list(let items): items.isEmpty ? "an empty list" : "a list"
    case .map(let pairs): pairs.isEmpty ? "an empty mapping" : "a mapping"
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
    // Some editors begin a file with a mark of its encoding, which is no part of what it says.
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var covered = 0
    while true {
      do {
        return try parse(text, into: inspection)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        // A key that stands twice would hide all other findings, so it is told and read past.
        let place = Place(line: context.mark.line, column: context.mark.column)
        var repeated = RepeatedKeys(text: text, known: place, covered: covered)
        guard covered < 1000, repeated.readPast(keys.map { "\($0)" }, into: inspection) else {
          let names = keys.map { "'\($0)'" }.sorted().joined(separator: ", ")
          inspection.error("\(names) stands more than once in one mapping", at: place)
          return nil
        }
        (text, covered) = (repeated.text, repeated.covered)
      } catch let error as YamlError {
        let fault = YAMLFault(error, in: text)
        inspection.error("not YAML: \(fault.message)", at: fault.place ?? start)
        return nil
      } catch {
        inspection.error("not YAML", at: start)
        return nil
      }
    }
  }

  private static func parse(_ text: String, into inspection: Inspection) throws -> Document? {
    // The nodes only borrow their anchors from the parser, so it must outlive the walk.
    // Nothing is made of a scalar but text, so there is no tag to find out by pattern.
    let parser = try Parser(yaml: text, resolver: .basic)
    let root = try parser.singleRoot()
    return withExtendedLifetime(parser) {
      guard let root else {
        inspection.error("the file is empty", at: Place(line: 1, column: 1))
        return nil
      }
      return Document(root, depth: 0, into: inspection)
    }
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
