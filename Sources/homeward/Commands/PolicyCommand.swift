import ArgumentParser
import Desk
import Store
import Workflow

/// What a desk allows beyond what is safe everywhere; each is off until an administrator turns it on.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Show or set what this desk allows: the clipboard.")

  @OptionGroup var common: Common

  @Argument(help: "What: clipboard. Left out, all is shown.")
  var name: String?

  @Argument(help: "on or off. Left out, it is shown.")
  var value: String?

  func run() throws {
    let workbench = try common.workbench(readOnly: value == nil)
    if let name, name != "clipboard" {
      throw Failure(.usage, "There is no policy '\(name)'. There is: clipboard.")
    }
    if let value {
      guard value == "on" || value == "off" else {
        throw Failure(.usage, "clipboard is 'on' or 'off', not '\(value)'.")
      }
      let person = try common.person(on: workbench)
      guard person.role == .administrator || workbench.facts.isDrill else {
        throw Failure(
          .notAllowed, "As \(person.role.title) you may not set policies; ask an administrator.")
      }
      try workbench.allowClipboard(value == "on")
    }
    print("clipboard\t\(workbench.refusalOfClipboard == nil ? "on" : "off")")
  }
}

extension Workbench {
  /// Policies are settings of nobody in particular: no id of the staff is like this.
  private static let everybody = "@desk"

  /// Why nothing may go to the clipboard, or nothing where it may.
  ///
  /// What is copied leaves the desk for a computer that the desk does not know.
  var refusalOfClipboard: String? {
    let settings = (try? file.settings(of: Workbench.everybody)) ?? [:]
    return settings["clipboard"] == "on"
      ? nil
      : "This desk does not allow the clipboard; an administrator may, by 'homeward policy clipboard on'"
  }

  /// Allows the clipboard, or takes that back.
  func allowClipboard(_ isAllowed: Bool) throws {
    try file.keepSetting("clipboard", isAllowed ? "on" : nil, of: Workbench.everybody)
  }
}
