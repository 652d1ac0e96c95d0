/// The part of a report in which a label stands; the same label means other things in others.
enum Section: Sendable, Hashable {
  /// Before any heading, or after a rule.
  case open
  /// Particulars of a child, with the number in its heading where there is one.
  case subject(Int?)
  /// Particulars of who reports.
  case reporter
  /// Going missing, being found, coming back.
  case episode
  case description
  case risk
  /// Who sends the form.
  case sender
  /// Tick boxes that say what is shared, or why.
  case nature
  case reason
  /// Prose: no label is looked for in it.
  case narrative(isCircumstances: Bool)
  /// Other people, and the police's own interview: nothing of it is the child's.
  case others
  case interview

  /// The section that a heading opens, already brought to plain form.
  static func heading(_ plain: String) -> Section? {
    if let word = NumberedHeading.words.first(where: { plain.hasPrefix($0 + " ") }) {
      let words = plain.dropFirst(word.count).split(separator: " ")
      let isBare = words.count == 1 || (words.count == 3 && words[1] == "of")
      if isBare, let number = Int(words[0]), (1...20).contains(number) {
        return .subject(number)
      }
    }
    return table[plain]
  }

  private static let table: [String: Section] = {
    var table: [String: Section] = [:]
    for (section, words) in titles {
      for word in words { table[word] = section }
    }
    return table
  }()

  private static let titles: [Section: [String]] = [
    .subject(nil): [
      "person reported missing", "missing person", "child", "nominal", "subject", "young person",
      "child details", "details of child", "person missing", "misper", "subject details",
      "missing child", "the child", "details of missing person", "missing person details",
      "young person details", "details of young person", "about the child",
    ],
    .reporter: [
      "informant", "reporting person", "caller", "informant details", "person reporting",
      "reported by", "details of informant", "reporter",
    ],
    .episode: [
      "missing from", "report", "disappearance", "missing", "missing episode", "report details",
      "return", "found", "located", "last seen", "details of disappearance",
      "missing details", "found details", "return details",
    ],
    .description: ["description", "physical description"],
    .risk: ["risk", "risk assessment", "risks", "police view", "grading"],
    .sender: ["from", "to", "agency", "completed by", "sender"],
    .nature: ["nature of sharing", "actions", "referral"],
    .reason: ["reason"],
    .narrative(isCircumstances: true): [
      "circumstances", "circumstances of disappearance", "summary of circumstances", "narrative",
    ],
    .narrative(isCircumstances: false): [
      "research", "notes", "background", "history", "previous", "enquiries", "log",
    ],
    .others: [
      "parent", "parents", "family", "household", "associates", "other persons", "others",
      "other people", "parents and carers", "witnesses", "siblings", "companions",
      "suspects", "mother", "father", "others named", "persons present", "linked persons",
      "parent(s)", "carer", "carers",
    ],
    .interview: [
      "prevention interview", "return interview", "safe and well check", "safe and well",
      "police interview", "debrief",
    ],
  ]
}
