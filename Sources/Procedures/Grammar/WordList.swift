import Workflow

/// A list of the words that packs and scenario files are written in, for people who write them.
///
/// Made from what the readers know, so that it says neither more nor less.
package struct WordList: Sendable {
  /// Its name, by which somebody asks for it: `steps`, `rule`.
  package let name: String
  /// What it lists.
  package let heading: String
  /// What else there is to know of it.
  package let note: String?
  /// The headings of its columns.
  package let columns: [String]
  /// A row for each word, the word first.
  package let rows: [[String]]

  /// Every list: first what may stand in a file, then the names that it may use.
  package static let all: [WordList] =
    Mapping.ofPacks.map(WordList.init) + [durations, facts, steps, events, roles, trays]
    + Mapping.ofComposedPacks.map(WordList.init)
    + [WordList(.scenario), WordList(.given), expectations]

  private init(
    _ name: String, _ heading: String, note: String? = nil, _ columns: [String], _ rows: [[String]]
  ) {
    self.name = name
    self.heading = heading
    self.note = note
    self.columns = columns
    self.rows = rows
  }

  // MARK: - Keys

  private init(_ mapping: Mapping) {
    let name = mapping.what.split(separator: " ").drop { ["a", "an", "the"].contains($0) }
    self.init(
      name.joined(separator: "-"), "The keys of \(mapping.what)", note: mapping.note,
      ["key", "needed", "what it says", "example"],
      mapping.keys.map { [$0.name, $0.isNeeded ? "yes" : "", $0.meaning, $0.shortExample] })
  }

  private static let expectations: WordList = {
    let common = Mapping.common.map(\.name)
    var rows: [[String]] = []
    for form in Mapping.expectations {
      for key in form.keys where !common.contains(key.name) {
        rows.append([form.keys[0].name, key.name, key.meaning, key.shortExample])
      }
    }
    rows += Mapping.common.map { ["any of these", $0.name, $0.meaning, $0.shortExample] }
    return WordList(
      "expectations", "What a case may expect",
      note: "The first key of each says which it is; the others may be left out, but for the tray "
        + "of `routed`.",
      ["expectation", "key", "what it says", "example"], rows)
  }()

  // MARK: - Names

  private static let durations = WordList(
    "durations", "Durations, and how each is counted", ["duration", "how it is counted"],
    [
      [
        "at once",
        "due at the very moment at which it opens; overdue from the next, which says how long it waits",
      ],
      [
        "same working day",
        "17:00 of the working day on which it starts; out of hours, of the one that comes next",
      ],
      ["48 hours", "elapsed time, whatever the day and whatever the clocks do"],
      ["3 days", "the same clock time so many calendar days later"],
      ["2 weeks", "as 14 days"],
      ["1 month", "the same clock time and day of the next month, or its last day"],
      [
        "5 working days",
        "17:00 on the fifth day after it that is no Saturday, Sunday or bank holiday in England",
      ],
    ])

  static let facts = WordList(
    "facts", "Facts that a condition may test",
    note: "The three counts look back over any number of days, weeks or months as well: "
      + "`missing-in-30-days`, `episodes-in-4-weeks`, `absences-in-6-months`.",
    ["fact", "values", "example", "reads as"],
    Fact.allCases.map { fact in
      let writer = ClauseWriter()
      guard let value = fact.values?.first else {
        return [
          fact.rawValue, "a number", "{\(fact.rawValue): {at-least: 2}}",
          writer.clause(.atLeast(fact, 2)),
        ]
      }
      return [
        fact.rawValue, fact.values?.joined(separator: ", ") ?? "", "{\(fact.rawValue): \(value)}",
        writer.clause(.fact(fact, [value])),
      ]
    })

  private static let steps: WordList = {
    func order(_ step: StepName) -> (Int, String) {
      (Stage.allCases.firstIndex(of: step.stage) ?? 0, step.rawValue)
    }
    return WordList(
      "steps", "Steps that a rule may make",
      note: "The name gives the title and the stage; what is asked is the rule's `duty`.",
      ["step", "people read", "stage", "a meeting"],
      StepName.allCases.sorted { order($0) < order($1) }.map {
        [$0.rawValue, $0.title, $0.stage.title, $0.isMeeting ? "yes" : ""]
      })
  }()

  private static let events = WordList(
    "events", "Events that a file may name, with their fields",
    note: "A field with a star must be given. It holds one of the values that stand behind it, or, "
      + "with *any of*, several at once. Any event may have: "
      + EventForm.always.sorted().joined(separator: ", ") + ".",
    ["event", "people read", "fields", "who may record it"],
    EventKind.allCases.map { kind in
      let fields = EventForm.of(kind).fields.map { field in
        field.name + (field.isRequired ? "*" : "")
          + (field.input.examples.map { " (\($0))" } ?? "")
      }
      let roles = Permissions.roles(for: kind)
      let isForAll = roles.count == Role.allCases.count - 1
      return [
        kind.rawValue, kind.title, fields.joined(separator: "; "),
        isForAll ? "everybody" : roles.map(\.rawValue).joined(separator: ", "),
      ]
    })

  private static let roles = WordList(
    "roles", "Roles",
    note: "Where several may chair, the highest rank does.",
    ["role", "people read, where you give no name of your own", "rank as chair"],
    Role.allCases.map {
      [$0.rawValue, $0.title, $0.seniority.map { "\($0)" } ?? "chairs no meeting"]
    }
  )

  private static let trays = WordList(
    "trays", "Trays", ["tray", "people read, where you give no name of your own"],
    Tray.allCases.map { [$0.rawValue, $0.title] })
}

extension Mapping.Key {
  /// The example, unless it is long: then what it is made of stands in a list of its own.
  fileprivate var shortExample: String {
    example.count <= 70 ? example : example.hasPrefix("[") ? "[…]" : "{…}"
  }
}

extension FormField.Input {
  /// What a file may give for the field; nothing where it is text.
  fileprivate var examples: String? {
    switch self {
    case .line, .paragraph, .codes([]): nil
    case .flag: "yes, no"
    case .number: "a number"
    case .instant: "a time"
    case .instantOrUnknown: "a time, or unknown"
    case .date: "a date"
    case .code(let codes), .codes(let codes):
      // The long lists stand by themselves.
      if codes == StepName.allCases.map(\.rawValue) {
        "a step"
      } else if codes == Role.allCases.map(\.rawValue) {
        "a role"
      } else if codes == Tray.allCases.map(\.rawValue) {
        "a tray"
      } else if codes.allSatisfy({ StepName(rawValue: $0)?.isMeeting ?? false }) {
        "a meeting"
      } else if case .codes = self {
        "any of \(codes.joined(separator: ", "))"
      } else {
        codes.joined(separator: ", ")
      }
    }
  }
}
