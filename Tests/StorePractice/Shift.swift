package import TestSupport

@testable package import Store

/// A seeded shift at a desk: every kind of work, mixed with what empties the log and with closing
/// and opening again, so that a trace of it holds every order in which the file is written.
package struct Shift {
  private let path: String
  private let name: String
  private var random: Seeded
  private var desk: DeskFile
  private var children: [String] = []
  private var number = 0
  private let settle: (DeskFile) throws -> Void

  /// Begins a shift, and makes the desk where there is none.
  ///
  /// - Parameters:
  ///   - path: the desk's file.
  ///   - name: what the ids of its commands begin with.
  ///   - random: what decides what is done.
  ///   - settle: what is done with each connection before it is used.
  /// - Throws: what the store throws.
  package init(
    path: String, name: String, random: Seeded, settle: @escaping (DeskFile) throws -> Void
  ) throws {
    self.path = path
    self.name = name
    self.random = random
    self.settle = settle
    desk = try DeskFile.openOrCreate(at: path)
    try settle(desk)
  }

  /// Does one thing.
  ///
  /// - Parameter said: is told what is saved once it is: `saved ID` or `draft KEY NUMBER`.
  /// - Throws: what the store throws.
  package mutating func step(said: (String) -> Void) throws {
    number += 1
    let id = "\(name)-\(number)"
    if number == 1 {
      try Deed.make.perform(on: desk, id: "make")
      said("saved make")
      return
    }
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<4:
      try Deed.register([id], id: id, on: desk)
      children.append(id)
      said("saved \(id).1")
    case 4..<7: try work(.report, id, said)
    case 7..<13:
      guard let child = children.randomElement(using: &random) else { return }
      try Deed.note(child, id, on: desk)
      said("saved \(id)")
    case 13..<15:
      let key = "\(name)-draft-\(Int.random(in: 0..<2, using: &random))"
      try desk.saveDraft(Deed.draft(key, "\(number)"))
      said("draft \(key) \(number)")
    case 15: try work(.staff, id, said)
    case 16: try work(.procedure, id, said)
    case 17: try desk.checkpoint()
    case 18:
      if Bool.random(using: &random) { try desk.rebuild(procedures: Practice.procedures) }
    default:
      desk.close()
      desk = try DeskFile.open(at: path)
      try settle(desk)
    }
  }

  /// Closes the desk, so that its file stands alone.
  package func close() { desk.close() }

  private func work(_ deed: Deed, _ id: String, _ said: (String) -> Void) throws {
    try deed.perform(on: desk, id: id)
    said("saved \(deed.command(id))")
  }
}
