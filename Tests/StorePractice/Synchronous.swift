import GRDB

@testable package import Store

/// How far a connection waits for the disk: what the controls of the power-cut rows turn down.
package enum Synchronous: String, Sendable {
  case normal, off

  /// Turns it down on a desk's connection, behind the store's back.
  package func set(on desk: DeskFile) throws {
    try desk.glance { try $0.execute(sql: "PRAGMA synchronous = \(rawValue)") }
  }
}
