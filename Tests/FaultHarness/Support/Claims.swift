import Foundation
import Store
import StorePractice
import Workflow

/// What a process said before it ended, and whether its desk keeps to it.
struct Claims {
  /// Ids of commands that were said to be saved.
  private(set) var saved: Set<String> = []
  /// Drafts that were said to be kept, by key: the number that each says.
  private(set) var drafts: [String: Int] = [:]

  /// Hears one line.
  mutating func hear(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("saved", 2): saved.insert(words[1])
    case ("draft", 3): drafts[words[1]] = Int(words[2])
    default: break
    }
  }

  /// Opens a desk as the program does and says what is not as it was claimed, or not sound.
  ///
  /// - Parameters:
  ///   - place: where the desk is.
  ///   - whole: whether every table is checked, or only the journal's chain.
  ///   - look: what else is to be looked at; gives further sentences.
  /// - Returns: one sentence for each thing that is wrong.
  func broken(
    at place: Place, whole: Bool = true, look: (DeskFile) throws -> [String] = { _ in [] }
  ) -> [String] {
    do {
      let desk = try Claims.opened(place)
      defer { desk.close() }
      var found: [String] = []
      for id in saved.sorted() where try desk.lines(of: id) == nil { found.append("lost \(id)") }
      for (key, number) in drafts.sorted(by: { $0.key < $1.key }) {
        let text = try desk.draft(key)?.body[name: "text"].flatMap(Claims.text) ?? ""
        // A later one may be there that nobody was told of; never an earlier one, nor another's.
        let last = Int(text.split(separator: " ").last ?? "") ?? -1
        if last < number { found.append("lost draft \(key): \(number), there is '\(text)'") }
        if text.contains(" "), !text.hasPrefix(key + " ") { found.append("mixed draft \(key)") }
      }
      found += try look(desk)
      let findings =
        whole
        ? try desk.verify(procedures: Practice.procedures).findings
        : try desk.verifyChain().findings
      return found + findings.map { "\($0.code.rawValue): \($0.sentence)" }
    } catch let error as StoreError {
      return ["not opened, \(error.code.rawValue): \(error.sentence)"]
    } catch {
      return ["not opened: \(error)"]
    }
  }

  /// The desk; one whose making was interrupted is made.
  private static func opened(_ place: Place) throws -> DeskFile {
    do {
      return try DeskFile.open(at: place.desk)
    } catch let error as StoreError where error.code == .noSuchDesk {
      return try DeskFile.openOrCreate(at: place.desk)
    }
  }

  private static func text(_ value: Value) -> String? {
    if case .text(let text) = value { text } else { nil }
  }
}
