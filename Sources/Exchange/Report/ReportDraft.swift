package import Workflow

/// A report as the desk understands it, for a person to confirm or change.
package struct ReportDraft: Sendable, Equatable {
  /// What kind of report it is.
  package var kind: ReportKind
  /// The text that people read; the lines of findings and gaps count in it.
  package var text: String
  /// What the report says about itself.
  package var report: [ReportField: Finding]
  /// The children whom it reports, in its order; never a child whom it only mentions.
  package var subjects: [SubjectDraft]
  /// Who is only mentioned in it, as far as a name and a birthday stand together.
  package var others: [SubjectDraft] = []
  /// The fields that the sender left open.
  package var gaps: [Gap]
  /// What someone should look at before the draft is taken over.
  package var doubts: [ReportDoubt]

  /// A value of the report in its written form.
  package func plain(_ field: ReportField) -> String? { report[field]?.value.plain }

  /// What the report says of one of its children where most reports say it once: what stands with the child comes
  /// before what is said of all, and no child has the grading or the reference of another.
  ///
  /// - Parameters:
  ///   - field: the field.
  ///   - subject: the child.
  /// - Returns: the value; nothing where it is not said of this child.
  package func said(_ field: ReportField, of subject: SubjectDraft) -> Finding? {
    let stated: Finding? =
      switch field {
      case .policeRef: subject.fields[.policeRef]
      case .risk: subject.fields[.risk]
      default: nil
      }
    // What stands in a letter of one child is that child's.
    let isOthers =
      subject.isFurther && subjects.count > 1 && [.policeRef, .otherRefs, .risk].contains(field)
    return stated ?? subject.own[field] ?? (isOthers ? nil : report[field])
  }

  /// The police's grading of one of its children, where it is known of this child.
  package func risk(of subject: SubjectDraft) -> Risk? {
    said(.risk, of: subject).flatMap { Risk(rawValue: $0.value.plain) }
  }

  /// Adds the children whom the text neither counts nor names, and of whom somebody knows: nothing is read of them,
  /// and neither the grading nor the reference of the others is theirs.
  ///
  /// - Parameter count: how many children there are with them.
  package mutating func addUntold(upTo count: Int) {
    guard count > max(1, subjects.count) else { return }
    if subjects.isEmpty { subjects = [SubjectDraft()] }
    while subjects.count < count { subjects.append(SubjectDraft(isFurther: true)) }
  }

  /// An instant of the report.
  package func instant(_ field: ReportField) -> Instant? {
    if case .instant(let instant) = report[field]?.value { instant } else { nil }
  }

  /// Why a child's field is empty.
  package func gap(_ field: SubjectField, ofSubject index: Int) -> Gap? {
    gaps.first { $0.field == .subject(index, field) }
  }
}

/// What a report says about one child.
package struct SubjectDraft: Sendable, Equatable {
  /// The values that were found.
  package var fields: [SubjectField: Finding]
  /// Whether the text tells of the child in its own way: then neither the grading nor the reference of the report
  /// need be this child's.
  package var isFurther: Bool
  /// A grading that somebody else than the police gives the child: to be asked about, and never taken over.
  package internal(set) var riskSaid: Finding?
  /// What the child's own block of labels says of what is else the report's: who reported this child, and when.
  let own: [ReportField: Finding]

  /// Whether the text says nothing of the child, and somebody knows of it all the same.
  package var isUntold: Bool { isFurther && fields.isEmpty }

  /// Makes a draft from what was found.
  package init(fields: [SubjectField: Finding] = [:], isFurther: Bool = false) {
    self.init(fields: fields, isFurther: isFurther, own: [:])
  }

  init(
    fields: [SubjectField: Finding], isFurther: Bool = false, own: [ReportField: Finding]
  ) {
    self.fields = fields
    self.own = own
    self.isFurther = isFurther
  }

  /// The value of a field in its written form.
  package func plain(_ field: SubjectField) -> String? { fields[field]?.value.plain }

  /// An instant of the child's going or coming back.
  package func instant(_ field: SubjectField) -> Instant? {
    if case .instant(let instant) = fields[field]?.value { instant } else { nil }
  }

  /// The items of a list field.
  package func list(_ field: SubjectField) -> [String] {
    if case .list(let items) = fields[field]?.value { items } else { [] }
  }

  /// The date of birth.
  package var born: CivilDate? {
    if case .date(let date) = fields[.born]?.value { date } else { nil }
  }

  /// The age as the sender gives it.
  package var age: Int? {
    if case .number(let age) = fields[.age]?.value { age } else { nil }
  }

  /// The name for a heading: family name first.
  package var name: String {
    [plain(.familyName), plain(.givenNames)].compactMap { $0 }.joined(separator: ", ")
  }
}
