import Foundation
package import Workflow

extension DeskFile {
  /// The head of the journal as it stands, with the moment, to be noted elsewhere.
  package func checkpoint(now: Instant) throws -> Checkpoint {
    Checkpoint(head: try head(), at: now)
  }

  /// Notes a checkpoint beside the desk as well: an older copy put in the file's place is seen by it.
  ///
  /// - Parameter checkpoint: a head that is saved.
  /// - Returns: whether it could be noted; a folder that may not be written is no failure.
  @discardableResult package func note(_ checkpoint: Checkpoint) -> Bool {
    let line = Array((checkpoint.text + "\n").utf8)
    return (try? Descriptor.append(line, to: DeskFile.checkpointsPath(of: path))) != nil
  }

  /// The checkpoints that are noted beside the desk, oldest first; a line that is torn is left out.
  package func noted() -> [Checkpoint] {
    guard let data = FileManager.default.contents(atPath: DeskFile.checkpointsPath(of: path)) else {
      return []
    }
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
      .compactMap { Checkpoint(text: $0) }
  }

  static func checkpointsPath(of desk: String) -> String { desk + "-checkpoints" }
}
