package import Workflow

/// Why the shelf has no such procedure.
package enum ShelfError: Error, Hashable, Sendable {
  case noPack(id: String, known: [String])
  case noVersion(pack: String, date: CivilDate)
  case noSuchVersion(pack: String, version: Int)
  case otherContent(pack: String, version: Int, hash: String)
  case unreadable(pack: String, findings: Findings)

  /// What is missing, and what to do about it.
  package var sentence: String {
    switch self {
    case .noPack(let id, let known):
      "There is no procedure '\(id)' on the shelf. There are: "
        + known.joined(separator: ", ") + "."
    case .noVersion(let pack, let date):
      "No version of '\(pack)' is in force on \(date.spoken)."
    case .noSuchVersion(let pack, let version):
      "'\(pack)' has no version \(version)."
    case .otherContent(let pack, let version, let hash):
      "Version \(version) of '\(pack)' is no longer the one of content \(hash.prefix(12)): its file "
        + "has changed. Put the earlier file beside it as '\(pack)@earlier.yaml', or move the record "
        + "to the new content."
    case .unreadable(let pack, let findings):
      "The pack '\(pack)' cannot be used:\n" + findings.text
    }
  }
}
