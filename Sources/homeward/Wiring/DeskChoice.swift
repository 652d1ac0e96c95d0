import Store
import Workflow

/// Which desk, and as whom: what the options of every command say.
struct DeskChoice {
  var desk: String?
  var actor: String?
  var now: String?

  /// The path of the desk's file.
  func path() throws -> String {
    if let path = desk ?? Environment.value("HOMEWARD_DESK") ?? Environment.standardDesk {
      return path
    }
    throw Failure(.usage, "Say which desk: --desk PATH, or set HOMEWARD_DESK.")
  }

  /// Opens the desk.
  ///
  /// - Parameter readOnly: whether the command only reads; then a folder that may not be written will do.
  /// - Returns: the desk, open.
  /// - Throws: why it cannot be opened.
  func workbench(readOnly: Bool = false) throws -> Workbench {
    do {
      return try Workbench(path: try path(), frozenAt: try frozen())
    } catch let error as StoreError where readOnly && error.code == .folderReadOnly {
      return try readingWorkbench()
    }
  }

  /// The time at which a drill stands still, where one is said.
  private func frozen() throws -> Instant? {
    guard let now else { return nil }
    guard let instant = SpokenInstant.read(now, now: SystemClock.now()) else {
      throw Failure(.usage, "--now \(now): not a time. Like 2026-10-20 01:00.")
    }
    return instant
  }

  /// Opens the desk only to look: nothing can be recorded through it.
  func readingWorkbench() throws -> Workbench {
    try Workbench(path: try path(), readOnly: true, frozenAt: try frozen())
  }

  /// Who acts.
  ///
  /// On a drill anybody may act as anybody. On a real desk a person is the member of staff of the
  /// account; only an administrator's account may act for others.
  func person(on workbench: Workbench) throws -> Person {
    let records = workbench.records(for: nil)
    let staff = try records.staff()
    let own = staff.first { $0.login == Account.name }
    guard let actor else {
      // In a drill one plays who does the work, not who keeps the desk.
      let isPlaying = workbench.facts.isDrill && own?.roles == [.administrator] && staff.count > 1
      if !isPlaying, let own, let role = own.roles.first, let person = own.acting(as: role) {
        return person
      }
      if workbench.facts.isDrill,
        let first = staff.first(where: { $0.roles.contains(.missingCoordinator) }),
        let person = first.acting(as: .missingCoordinator)
      {
        return person
      }
      if isPlaying, let other = staff.first(where: { $0.id != own?.id }),
        let person = other.roles.first.flatMap({ other.acting(as: $0) })
      {
        return person
      }
      throw Failure(
        .notAllowed,
        "The account \(Account.name) is nobody on this desk's staff. An administrator adds it: "
          + "homeward staff add ID --name NAME --role ROLE --login \(Account.name)")
    }
    let parts = actor.split(separator: ":", maxSplits: 1).map(String.init)
    let wanted = (parts.first ?? actor).lowercased()
    guard
      let member = staff.first(where: {
        $0.id.lowercased() == wanted || $0.name.lowercased() == wanted
      })
    else {
      let names = staff.map(\.id).joined(separator: ", ")
      throw Failure(.notAllowed, "There is no '\(actor)' on the staff. There are: \(names).")
    }
    let mayActForOthers = own?.roles.contains(.administrator) ?? false
    guard workbench.facts.isDrill || mayActForOthers || member.id == own?.id else {
      throw Failure(
        .notAllowed, "The account \(Account.name) may not act for \(member.name). Leave out --as.")
    }
    let role = parts.count > 1 ? Role(rawValue: parts[1]) : member.roles.first
    guard let role, let person = member.acting(as: role) else {
      throw Failure(
        .notAllowed,
        "\(member.name) is \(member.roles.map(\.rawValue).joined(separator: ", ")), not '\(parts.last ?? "")'."
      )
    }
    return person
  }
}
