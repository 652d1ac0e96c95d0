/// A filter with a name.
package struct SavedFilter: Sendable, Hashable {
  /// What the person calls it.
  package let name: String
  /// The filter, as it is typed.
  package let text: String

  /// Makes a filter.
  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Those that everybody has.
  package static let common = [
    SavedFilter(name: "Everything", text: ""),
    SavedFilter(name: "Overdue or due today", text: "is:overdue is:today"),
    SavedFilter(name: "New to me", text: "is:unseen"),
    SavedFilter(name: "Children who are away", text: "is:away"),
    SavedFilter(name: "Allocated to me", text: "is:mine"),
    SavedFilter(name: "Without a limit", text: "is:no-limit"),
    SavedFilter(name: "With a draft of mine", text: "is:draft"),
  ]

  /// Under which name it is kept among a person's settings.
  var setting: String { SavedFilter.prefix + name }

  private static let prefix = "filter:"

  /// The filters among a person's settings, by name.
  static func read(_ settings: [String: String]) -> [SavedFilter] {
    settings.filter { $0.key.hasPrefix(prefix) }
      .map { SavedFilter(name: String($0.key.dropFirst(prefix.count)), text: $0.value) }
      .sorted { $0.name < $1.name }
  }
}
