import Desk
import Exchange
import Grid
import Workflow

/// The values of a report as the triage form's fields take them.
struct TriageValues {
  private(set) var values: [String: TriageDraft.Value] = [:]

  /// Which field of the form takes what is said of the child.
  static let ofSubject: [(SubjectField, String)] = [
    (.familyName, "family-name"), (.givenNames, "given-names"), (.born, "born"), (.sex, "sex"),
    (.address, "address"), (.postcode, "postcode"), (.from, "from"), (.category, "category"),
    (.lastSeenAt, "last-seen"), (.lastSeenBy, "last-seen-by"), (.leftPlacementAt, "left"),
    (.lastSeenPlace, "place"), (.missingFromPlace, "place"), (.whereabouts, "whereabouts"),
    (.aliases, "aliases"), (.circumstances, "circumstances"), (.foundAt, "found-at"),
    (.foundWhere, "found-place"), (.returnedAt, "returned-at"), (.returnedTo, "returned-to"),
    (.safeThere, "safe"),
    (.clothing, "clothing"), (.medical, "medical"),
    (.responsibleAuthority, "responsible-authority"), (.hostAuthority, "host-authority"),
  ]

  /// Which field of the form takes what the report says of itself.
  static let ofReport: [(ReportField, String)] = [
    (.reportedAt, "reported-at"), (.reportedBy, "reporter"), (.reporterPhone, "reporter-phone"),
    (.risk, "risk"), (.policeRef, "police-ref"), (.officer, "officer"),
  ]

  init(report: ReportDraft, subject: SubjectDraft) {
    add(TriageValues.description(of: subject), as: "description")
    if var phone = subject.fields[.phone] {
      // Whether it answers stands behind the number.
      phone.value = .text(clipped(phone.seenAs, to: 80))
      add(phone, as: "child-phone")
    }
    if var relation = report.said(.reporterRelation, of: subject),
      let code = Relation(words: relation.value.plain),
      TriageValues.isRelation(code, said: relation, of: subject, in: report)
    {
      relation.value = .text(code.rawValue)
      add(relation, as: "relation")
    }
    for (field, name) in Self.ofSubject { add(subject.fields[field], as: name) }
    for (field, name) in Self.ofReport { add(report.said(field, of: subject), as: name) }
    if var officer = report.said(.officer, of: subject),
      let contact = OfficerContact.read(officer.seenAs)
    {
      officer.value = .text(contact)
      add(officer, as: "officer-contact")
    }
    // What a risk is called in a report, and how it tells a child's standing, are not yet the register's words.
    if var legal = subject.fields[.legalStatus], let status = ChildStatus(legal: legal.value.plain)
    {
      legal.value = .text(status.rawValue)
      legal.isInferred = true
      add(legal, as: "status")
    }
    let markers = subject.list(.riskFactors).filter { Marker(rawValue: $0) != nil }
    if var found = subject.fields[.riskFactors], !markers.isEmpty {
      found.value = .list(markers)
      found.isInferred = true
      add(found, as: "markers")
    }
    let fromPolice: Set<ReportKind> = [
      .merlinMissing, .merlinPAC, .compactMissing, .compactFound, .policeEmail, .dailyList,
    ]
    if fromPolice.contains(report.kind) {
      values["by"] = TriageDraft.Value(typed: "police", seenAs: "by the kind of report")
      add(report.report[.from], as: "force")
    }
    // A force that passes a report on has its own number in it, and the other's is not known yet.
    if values["police-ref"] == nil, report.kind == .policeEmail,
      var other = report.said(.otherRefs, of: subject), case .list(let references) = other.value,
      let first = references.first
    {
      other.value = .text(first)
      other.isInferred = true
      add(other, as: "police-ref")
    }
    if report.kind == .carerEmail {
      let relation = report.said(.reporterRelation, of: subject)?.value.plain ?? "carer"
      values["by"] = TriageDraft.Value(
        typed: relation, seenAs: "by the kind of report\(TriageDraft.Value.inferred)")
    }
    if values["last-seen"] == nil,
      report.gaps.contains(where: { gap in
        if case .subject(_, .lastSeenAt) = gap.field, case .statedUnknown = gap.reason {
          true
        } else {
          false
        }
      })
    {
      values["last-seen"] = TriageDraft.Value(typed: "unknown", seenAs: "stated as not known")
    }
    addUnsaidEnd(of: report)
  }

  /// What the report says of no child by name: `26MIS047720, line 9: this child's?`, where the line of this child has
  /// nothing of it; and what somebody else than the police grades the child: `high, line 4: the police’s grading?`.
  static func ofNobody(
    in report: ReportDraft, of subject: SubjectDraft, besides values: [String: TriageDraft.Value]
  ) -> [String: String] {
    let said = ofReport.filter { [.policeRef, .risk].contains($0.0) && values[$0.1] == nil }
      .compactMap { field, name in
        report.report[field].map { (name, "\($0.value.plain), line \($0.line): this child’s?") }
      }
    var asked = Dictionary(uniqueKeysWithValues: said)
    if values["risk"] == nil, let grading = subject.riskSaid {
      asked["risk"] = "\(grading.value.plain), line \(grading.line): the police’s grading?"
    }
    return asked
  }

  /// Whether whoever reports is so related to this child: a mother who reports several is not the mother of one
  /// who bears another name, unless that child's own part says so.
  private static func isRelation(
    _ relation: Workflow.Relation, said: Finding, of subject: SubjectDraft, in report: ReportDraft
  ) -> Bool {
    guard [.parent, .relative].contains(relation), report.report[.reporterRelation] == said else {
      return true
    }
    func words(_ subject: SubjectDraft) -> Set<String> {
      Set(Folding.words(subject.plain(.familyName) ?? ""))
    }
    let own = words(subject)
    if report.subjects.allSatisfy({ words($0) == own }) { return true }
    let reporter = Folding.words(report.said(.reportedBy, of: subject)?.value.plain ?? "")
    return !own.isEmpty && own.isSubset(of: reporter)
  }

  /// A notice that a child was found says so, though it says no time that can be read.
  private mutating func addUnsaidEnd(of report: ReportDraft) {
    let isNotice = report.kind == .compactFound
    guard isNotice || report.tellsOfEnd && report.subjects.count < 2,
      values["found-at"] == nil, values["returned-at"] == nil,
      !report.gaps.contains(where: { gap in
        guard case .subject(_, let field) = gap.field, case .unreadable = gap.reason else {
          return false
        }
        return [.foundAt, .returnedAt].contains(field)
      })
    else { return }
    values["found-at"] = TriageDraft.Value(
      typed: "unknown",
      seenAs: isNotice
        ? "found, and no time is said"
        : "says found, or back; empty it where that is not so\(TriageDraft.Value.inferred)")
  }

  /// What a child looks like, and the marks.
  private static func description(of subject: SubjectDraft) -> Finding? {
    guard var looks = subject.fields[.appearance] else { return subject.fields[.marks] }
    guard let marks = subject.fields[.marks] else { return looks }
    looks.value = .text("\(looks.value.plain). Marks: \(marks.value.plain)")
    return looks
  }

  private mutating func add(_ finding: Finding?, as name: String) {
    guard let finding else { return }
    let typed: String =
      switch finding.value {
      // Nobody types seconds, and a sender's clock is not right to one.
      case .instant(let instant): instant.adding(seconds: -(instant.seconds % 60)).iso
      case .date(let date): date.iso
      case .list(let items): items.joined(separator: ", ")
      default: finding.value.plain
      }
    let seen = finding.seenAs.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    values[name] = TriageDraft.Value(
      typed: typed,
      seenAs:
        "line \(finding.line): \(clipped(seen, to: 60))\(finding.isInferred ? TriageDraft.Value.inferred : "")"
    )
  }
}

extension ChildStatus {
  /// How a child stands to the authority by what a report calls the legal status; nothing where its words
  /// leave that open.
  ///
  /// - Parameter text: the words: `Looked after, care order`.
  fileprivate init?(legal text: String) {
    let words = " " + Folding.fold(text) + " "
    func says(_ phrases: [String]) -> Bool { phrases.contains { words.contains(" \($0) ") } }
    if says(["no", "not", "none", "former", "previously"]) { return nil }
    let known: [(ChildStatus, [String])] = [
      (.careLeaver, ["care leaver", "leaving care"]),
      (
        .lookedAfter,
        [
          "looked after", "care order", "s 20", "s20", "section 20", "s 31", "s31", "section 31",
          "lac", "cla",
        ]
      ),
      (.childProtection, ["child protection", "cp plan", "cp"]),
      (.childInNeed, ["child in need", "cin"]), (.earlyHelp, ["early help"]),
    ]
    guard let first = known.first(where: { says($0.1) }) else { return nil }
    self = first.0
  }
}

extension Workflow.Relation {
  /// What somebody who reports is to the child by the words of a report; nothing where they leave it open.
  ///
  /// - Parameter text: the words: `night staff`, `foster carer`, `mother`.
  init?(words text: String) {
    let words = Set(Folding.words(text))
    func says(_ these: Set<String>) -> Bool { !words.isDisjoint(with: these) }
    if says(["mother", "father", "mum", "dad", "parent", "parents", "stepmother", "stepfather"]) {
      self = .parent
    } else if words.isSuperset(of: ["social", "worker"]) {
      self = .socialWorker
    } else if says(["carer", "carers", "guardian"]) {
      self = .carer
    } else if says(["staff", "keyworker", "placement", "manager"])
      || words.isSuperset(of: ["key", "worker"])
    {
      self = .placementStaff
    } else if says(["school", "teacher", "college"]) || words.isSuperset(of: ["head", "year"]) {
      self = .school
    } else if says(["police", "officer", "pc", "ps"]) {
      self = .police
    } else if says([
      "aunt", "uncle", "grandmother", "grandfather", "grandparent", "nan", "brother", "sister",
      "cousin", "relative",
    ]) {
      self = .relative
    } else if says(["friend", "neighbour", "partner"]) {
      self = .other
    } else {
      return nil
    }
  }
}
