import Grid
import Workflow

// What stands in a line and gives way to the first letter that is typed: the name of a file that was refused, or
// came back with a draft; in a correction a time or a date as it was recorded, in a triage as it was read.

extension FormScreen {
  /// Notes that the name of the file is an old one.
  mutating func markFileStale() {
    guard purpose == .intake, let place = entries.firstIndex(where: { $0.field.name == "file" })
    else { return }
    entries[place].givesWay = !entries[place].isEmpty
    entries[place].note = entries[place].givesWay ? FormEntry.wayOfGiving : nil
  }

  /// Lets the times and dates of a correction or a triage give way: nobody types a time behind another, and a new form opens
  /// with a "now" that does.
  mutating func letTimesGiveWay() {
    for index in entries.indices where entries[index].isTime || entries[index].field.input == .date
    {
      entries[index].givesWay = !entries[index].isEmpty
    }
  }

  /// Takes away what stands in the line for what is typed now; whoever moves in it first goes on with it.
  mutating func makeWay(for key: Key) {
    guard entries[focus].givesWay else { return }
    switch key {
    case .character, .paste: entries[focus].text.replaceAll(with: "")
    case _ where FormScreen.textKeys.contains(key): break
    // Whoever only walks through the lines has not touched it.
    default: return
    }
    stopGivingWay()
  }

  /// Keeps what stands in the line from now on: somebody moved in it, or changed it.
  mutating func stopGivingWay() {
    guard entries[focus].givesWay else { return }
    entries[focus].givesWay = false
    if entries[focus].note == FormEntry.wayOfGiving { entries[focus].note = nil }
  }
}

extension FormEntry {
  /// How what stands in a line that gives way is replaced or kept.
  static let wayOfGiving = "typing replaces it; ← goes into it"
}
