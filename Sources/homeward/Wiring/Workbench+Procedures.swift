import Desk
import Procedures
import Store
import Workflow

extension Workbench {
  /// The other procedures on the shelf, each in the version that is in force today.
  ///
  /// A pack that cannot be read is left out: what is asked here must not hang on it.
  ///
  /// - Parameter own: the procedure to leave out; another content of the same pack stays in.
  /// - Returns: the procedures in the order of their ids.
  func otherProcedures(than own: Procedure) -> [Procedure] {
    guard let shelf = try? PackShelf.open() else { return [] }
    let today = London.local(now()).date
    return shelf.ids.compactMap { try? shelf.procedure(id: $0, on: today) }.filter {
      $0.id != own.id || $0.version != own.version || $0.contentHash != own.contentHash
    }
  }

  /// A procedure as somebody names it: `lewisham-2021`, or `lewisham-2021@2` for a version.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - date: the day whose version is meant where none is named.
  /// - Returns: the procedure.
  /// - Throws: that there is no such procedure.
  func procedure(named name: String, on date: CivilDate) throws -> Procedure {
    try PackShelf.procedure(named: name, on: date)
  }

  /// The record that a reference is about: its own, that of an episode, or a child's current one.
  ///
  /// - Throws: that the child has none.
  func record(_ reference: String, of child: ChildCase) throws -> MissingRecord {
    let wanted = reference.uppercased()
    let head = wanted.split(separator: ".").first.map(String.init) ?? wanted
    let record = child.records.last { record in
      record.reference == head || record.episodes.contains { $0.reference == head }
    }
    guard let record = record ?? child.currentRecord ?? child.records.last else {
      throw Failure(.badInput, "\(child.name) has no missing record.")
    }
    return record
  }

  /// The procedure that the record of a step follows.
  func procedure(of step: WorkStep, in child: ChildCase) throws -> Procedure {
    let record = child.records.first { record in
      record.episodes.contains { $0.number == step.episodeNumber }
    }
    return try procedures.procedure(of: record)
  }
}

extension PackShelf {
  /// A procedure as somebody names it: `lewisham-2021`, `lewisham-2021@2` for a version, or a pack's
  /// file.
  static func procedure(named name: String, on date: CivilDate) throws -> Procedure {
    if isFile(name) { return try pack(named: name).procedure(on: date) }
    let shelf = try open()
    let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
    guard parts.count == 2, let id = parts.first else {
      return try shelf.procedure(id: name, on: date)
    }
    guard let version = Int(parts[1]) else {
      throw Failure(.usage, "'\(name)': a version is a number, as in '\(id)@2'.")
    }
    return try shelf.procedure(id: id, version: version, hash: nil)
  }

  /// A pack as somebody names it: by its id, or by its file.
  static func pack(named name: String) throws -> Pack {
    guard isFile(name) else { return try open().pack(id: name) }
    let text = try readText(name)
    return try open(with: [name]).pack(id: PackReader.id(of: text) ?? name)
  }

  /// Says where a local pack goes before a shipped one, on standard error.
  static func sayReplacements(of ids: Set<String>? = nil) {
    guard let shelf = try? open() else { return }
    for replacement in shelf.replacements where ids?.contains(replacement.id) ?? true {
      Printer.complain(replacement.sentence)
    }
  }
}
