import Crypto
import Workflow

/// Reads packs strictly: what is not understood is a finding with its line, and all findings come at
/// once.
package enum PackReader {
  /// Reads a pack.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for the findings.
  ///   - shelf: the ids of the packs that a composed one could name, to guess at what was meant.
  /// - Returns: the pack.
  /// - Throws: everything that is wrong with it.
  package static func read(
    text: String, file: String, shelf: [String] = []
  ) throws(Findings) -> Pack {
    try inspected(text: text, file: file, shelf: shelf).pack
  }

  /// Reads a pack, with what is worth a look though nothing is wrong.
  private static func inspected(
    text: String, file: String, shelf: [String]
  ) throws(Findings) -> (pack: Pack, warnings: [Finding]) {
    if Bundle.isComposed(text) {
      let pack = try CompositionReader.read(Bundle(splitting: text), file: file, shelf: shelf)
      return (pack, [])
    }
    let inspection = Inspection(file: file)
    let document = Document.read(text, into: inspection)
    let read = document.flatMap { pack($0, text: text, inspection) }
    guard inspection.isClean, let pack = read else { throw Findings(inspection.findings) }
    return (pack, inspection.findings)
  }

  /// What is wrong with a pack, and what is worth a look; nothing where it is sound.
  package static func check(text: String, file: String, shelf: [String] = []) -> [Finding] {
    do throws(Findings) {
      return try inspected(text: text, file: file, shelf: shelf).warnings
    } catch {
      return error.all
    }
  }

  /// The id that a pack gives itself; nothing where it gives none.
  package static func id(of text: String) -> String? {
    let inspection = Inspection(file: "")
    guard let document = Document.read(Bundle(splitting: text).text, into: inspection),
      case .map(let pairs) = document.content
    else { return nil }
    return pairs.first { $0.key.scalar == "id" }?.value.scalar.flatMap { isID($0) ? $0 : nil }
  }

  /// SHA-256 of a text's bytes, in hexadecimal.
  package static func contentHash(of text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func pack(
    _ document: Document, text: String, _ inspection: Inspection
  ) -> Pack? {
    guard let fields = Fields(document, .pack, inspection) else { return nil }
    let id = id(fields, inspection)
    let title = fields.text("title")
    let authority = fields.text("authority")
    let sources = sources(fields, inspection)
    let roles = titles(fields["roles"], Role.self, "role", inspection)
    let trays = titles(fields["trays"], Tray.self, "tray", inspection)
    let directory = directory(fields, inspection)
    let hash = contentHash(of: text)
    let reader = VersionReader(
      inspection: inspection,
      sources: Dictionary(sources.map { ($0.id, $0.title) }) { first, _ in first },
      id: id ?? "", title: title ?? "", authority: authority ?? "", contentHash: hash,
      roleTitles: roles, trayTitles: trays, directory: directory)
    let versions = fields.required("versions").map(reader.versions) ?? []
    guard let id, let title, let authority else { return nil }
    return Pack(
      id: id, title: title, authority: authority, sources: sources, roleTitles: roles,
      trayTitles: trays, directory: directory, versions: versions, contentHash: hash,
      file: inspection.file, composedOf: [])
  }

  static func id(_ fields: Fields, _ inspection: Inspection) -> String? {
    guard let document = fields.required("id"), let id = inspection.text(document, "id") else {
      return nil
    }
    if isID(id) { return id }
    inspection.error("an id is of small letters, digits and hyphens", at: document.place)
    return nil
  }

  /// Whether a text may be the id of a pack.
  static func isID(_ text: String) -> Bool {
    // A hyphen in front would begin a list.
    !text.isEmpty && text.first != "-"
      && text.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }
  }

  private static func sources(_ fields: Fields, _ inspection: Inspection) -> [Pack.Source] {
    guard let list = fields.required("sources") else { return [] }
    var seen: [String: Place] = [:]
    return list.items.compactMap { item in
      guard let source = Fields(item, .source, inspection) else { return nil }
      let id = source.text("id")
      inspection.once(id, in: &seen, "sources", at: source.place(of: "id"))
      let title = source.text("title")
      let date = source.text("date")
      let checked = source.required("checked").flatMap { inspection.date($0, "checked") }
      // What is wrong with a source is told of it alone, not of every rule that cites it.
      return id.map {
        Pack.Source(
          id: $0, title: title ?? "", date: date ?? "",
          checked: checked ?? CivilDate(daysSince1970: 0))
      }
    }
  }

  static func titles<T: RawRepresentable & CaseIterable & Hashable>(
    _ document: Document?, _ type: T.Type, _ noun: String, _ inspection: Inspection
  ) -> [T: String] where T.RawValue == String {
    guard let document else { return [:] }
    guard case .map(let pairs) = document.content else {
      inspection.error("\(noun)s and their titles are wanted", at: document.place)
      return [:]
    }
    var titles: [T: String] = [:]
    for pair in pairs {
      if let code = inspection.code(pair.key, type, noun) {
        titles[code] = inspection.text(pair.value, pair.key.scalar ?? noun)
      }
    }
    return titles
  }

  private static func directory(_ fields: Fields, _ inspection: Inspection) -> [DirectoryEntry] {
    var seen: [String: Place] = [:]
    return fields.list("directory").compactMap { item in
      guard let entry = Fields(item, .directoryEntry, inspection) else { return nil }
      let id = entry.text("id")
      let title = entry.text("title")
      let rule = entry.required("rule").flatMap { inspection.ruleID($0) }
      // An empty mailbox or number is one that the authority has yet to fill in.
      inspection.once(id, in: &seen, "directory entries", at: entry.place(of: "id"))
      let mail = reach(entry, "mail", inspection)
      let phone = reach(entry, "phone", inspection)
      guard let id, let title, let rule else { return nil }
      return DirectoryEntry(id: id, title: title, mail: mail, phone: phone, rule: rule)
    }
  }

  private static func reach(_ entry: Fields, _ key: String, _ inspection: Inspection) -> String? {
    guard let document = entry[key] else { return nil }
    guard let text = document.scalar else {
      inspection.error("'\(key)' is one line of text, not \(document.kind)", at: document.place)
      return nil
    }
    return text.isEmpty ? nil : text
  }
}

extension Inspection {
  /// Tells of a name that was given before.
  fileprivate func once(
    _ name: String?, in seen: inout [String: Place], _ what: String, at place: Place
  ) {
    guard let name else { return }
    if let other = seen[name] {
      error("two \(what) have the id '\(name)'", at: place, notes: [("the other one", other)])
    } else {
      seen[name] = place
    }
  }
}
