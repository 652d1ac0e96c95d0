import ArgumentParser
import Procedures
import Workflow

/// Prints a pack to begin an authority's own procedure with.
struct ProcedureNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Print a small pack with comments, to begin your own procedure with.",
    discussion: "Save it under its id: homeward procedure new northbrook > northbrook.yaml")

  @Argument(help: "The procedure's id: small letters, digits and hyphens.")
  var id: String

  @Option(help: "Whose it is.")
  var authority: String?

  func run() throws {
    let today = London.local(SystemClock.now()).date
    guard let text = StartingPack.text(id: id, authority: authority, today: today) else {
      throw Failure(
        .usage, "'\(id)' is no id: it is of small letters, digits and hyphens, like northbrook.")
    }
    if Shelf.shipped.ids.contains(id) {
      throw Failure(
        .usage, "'\(id)' is the id of a shipped procedure. Choose another, such as \(id)-ours.")
    }
    Printer.raw(text)
  }
}
