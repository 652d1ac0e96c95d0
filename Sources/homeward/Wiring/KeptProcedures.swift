import Procedures
import Store
import Synchronization
import Workflow

/// The packs that a desk keeps: the text of each under which a record was opened.
///
/// A record is pinned to the content it began under. Files on a shelf are edited and programs are
/// replaced; the desk's own copy is what a record can still be read under years later.
final class KeptProcedures: Sendable {
  private let file: DeskFile
  private let known = Mutex<Set<String>>([])
  private let packs = Mutex<[String: Pack]>([:])

  init(file: DeskFile) { self.file = file }

  /// Keeps a pack, once.
  func keep(_ procedure: Procedure, text: String, by actor: Actor) throws {
    let digest = procedure.contentHash
    if known.withLock({ $0.contains(digest) }) { return }
    try file.keepProcedure(procedure.id, digest: digest, text: text, by: actor)
    known.withLock { _ = $0.insert(digest) }
  }

  /// A procedure from a kept pack, or nothing where the desk keeps none of that content.
  func procedure(id: String, version: Int, hash: String) throws -> Procedure? {
    guard let pack = try pack(id: id, hash: hash), pack.versions.indices.contains(version - 1)
    else {
      return nil
    }
    return pack.versions[version - 1].procedure
  }

  private func pack(id: String, hash: String) throws -> Pack? {
    if let pack = packs.withLock({ $0[hash] }) { return pack }
    // A connection of its own: the store asks for procedures in the middle of its transactions, and
    // what is kept was committed before anything was pinned to it. The file may be of an older version,
    // which is being brought up to date with this very procedure.
    let own = try DeskFile.openJournal(at: file.path)
    defer { own.close() }
    let records = Records(own, for: Records.Viewer(nil, account: Account.name))
    guard let text = try records.keptProcedure(digest: hash),
      let pack = try? PackReader.read(text: text, file: "\(id), as the desk keeps it"),
      pack.id == id
    else { return nil }
    packs.withLock { $0[hash] = pack }
    return pack
  }
}
