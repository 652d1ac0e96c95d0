import Synchronization
import Workflow

/// The cases that were saved last, so that the next entry of the same child need not read the whole
/// stream again.
///
/// A case is good only while no other connection has written (`PRAGMA data_version`), and is kept
/// only once its transaction is committed.
final class CaseCache: Sendable {
  /// A case with the rows that the tables hold for it.
  struct Kept: Sendable {
    let child: ChildCase
    let rows: ChildRows
    let dataVersion: Int
  }

  private let kept = Mutex<[Kept]>([])
  private static let room = 8

  /// The case of a child, if it was saved by this process and nothing else has been written since.
  func find(_ child: String, dataVersion: Int) -> Kept? {
    kept.withLock { kept in
      kept.first { $0.child.id == child && $0.dataVersion == dataVersion }
    }
  }

  /// Keeps a case after its commit.
  func keep(_ new: Kept) {
    kept.withLock { kept in
      kept.removeAll { $0.child.id == new.child.id || $0.dataVersion != new.dataVersion }
      if kept.count >= CaseCache.room { kept.removeFirst() }
      kept.append(new)
    }
  }

  /// Forgets all of them.
  func clear() { kept.withLock { $0.removeAll() } }
}
