import Grid
import Workflow

// The name of a file of a report: once it was refused, or came back with a draft, another is typed in its place.

extension FormScreen {
  /// Notes that the name of the file is an old one.
  mutating func markFileStale() {
    guard purpose == .intake, let place = entries.firstIndex(where: { $0.field.name == "file" })
    else { return }
    isFileStale = !entries[place].isEmpty
    entries[place].note = isFileStale ? "typing replaces it; ← goes into it" : nil
  }

  /// Takes an old name away for what is typed now; whoever moves in it first goes on with it.
  mutating func makeWayForFile(_ key: Key) {
    guard isFileStale, entries[focus].field.name == "file" else { return }
    isFileStale = false
    entries[focus].note = nil
    switch key {
    case .character, .paste: entries[focus].text.replaceAll(with: "")
    default: break
    }
  }
}
