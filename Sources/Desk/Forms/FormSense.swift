import Workflow

// What looks odd in a form: said beside the line, recorded all the same.

extension FormScreen {
  /// Looks at what is typed: marks what looks odd, and says what would refuse it.
  ///
  /// - Parameter isWhole: whether the person is done with it; before that an empty line is no warning.
  mutating func look(isWhole: Bool = false) {
    guard let writer else { return }
    followMeeting()
    let sense = FormSense(form: self, now: writer.now)
    for index in entries.indices {
      let isKept = isWhole || entries[index].warning != nil
      entries[index].warning =
        entries[index].isEmpty && !isKept ? nil : sense.warning(about: entries[index])
      entries[index].advice = advice(on: entries[index])
      entries[index].comes = actions(in: entries[index])
    }
    askAsNeeded()
    if reportAside != nil { askWhomTold() }
    nameGoneSince()
    refusal = refused(writer)
    if mindsTyping { mind() }
  }

  /// Takes back what was said against a value that has changed since.
  ///
  /// It is looked at again when its line is left. What would be refused all the same stays said.
  mutating func dropComplaints() {
    entries[focus].warning = nil
    entries[focus].comes = actions(in: entries[focus])
    if refusal != nil, let writer { refusal = refused(writer) }
  }

  /// The warnings that stand in the form now.
  var warnings: Set<String> {
    Set(entries.compactMap { entry in entry.warning.map { "\(entry.field.name): \($0)" } })
  }

  /// The rule that would refuse it as it stands; nothing while it is not filled in.
  private func refused(_ writer: Writer) -> String? {
    guard let page, case .success(let submission) = submission(now: writer.now),
      case .event(let kind, let child, _) = submission.act
    else { return nil }
    let command = Command(
      id: submission.command, child: child,
      entries: [Command.Entry(kind, at: submission.at, submission.body)])
    do throws(Refusal) {
      _ = try Decide.events(
        for: command, on: page.child, by: writer.me, procedure: page.procedure,
        new: NewReferences(record: "M", episode: "E"), now: writer.now)
      return nil
    } catch {
      return error.words
    }
  }
}

/// Sense checks: they warn and never refuse.
struct FormSense {
  let form: FormScreen
  let now: Instant

  /// The lines that take a place: a time typed one line too low is none.
  private static let places: Set<String> = [
    "place", "returned-to", "found-place", "whereabouts", "where",
  ]

  /// The lines that take who did it: a form opens on one, and a time is what most forms begin with.
  private static let names: Set<String> = ["by", "reporter", "last-seen-by"]

  /// What looks odd about a line, or nothing.
  func warning(about entry: FormEntry) -> String? {
    guard case .success(let value?) = entry.read(now: now) else { return emptiness(of: entry) }
    // Of an answer that is put right what it does to the limits comes first; of a time what is wrong with it.
    if ![.instant, .instantOrUnknown].contains(entry.field.input),
      let odd = form.softenedByCorrection(of: entry.field)
    {
      return odd
    }
    switch value {
    case .instant(let instant): return time(instant, entry.field)
    case .date(let date) where entry.field.name == "born": return birthday(date)
    case .text(let code) where entry.field.name == "chair": return chair(code)
    case .text(let text) where FormSense.places.contains(entry.field.name):
      return SpokenInstant.read(text, now: now) == nil
        ? answer(text, to: entry.field) : "This reads as a time, not as a place"
    case .text(let text) where FormSense.names.contains(entry.field.name):
      return SpokenInstant.read(text, now: now) == nil
        ? answer(text, to: entry.field) : "This reads as a time, not as somebody’s name"
    case .text(let text): return answer(text, to: entry.field)
    case .flag(true) where entry.field.name == "safe": return form.beliedSafety()
    case .flag(false) where entry.field.name == "safe":
      return "Not safe where the child is: tell the social worker and the manager now"
    default: return nil
    }
  }

  /// A time as it is typed elsewhere in the form.
  func instant(_ name: String) -> Instant? {
    guard let entry = form.entries.first(where: { $0.field.name == name }),
      case .success(.instant(let instant)?) = entry.read(now: now)
    else { return nil }
    return instant
  }

  private func time(_ instant: Instant, _ field: FormField) -> String? {
    if field.isAhead {
      if instant < now.adding(seconds: -60) { return "This lies in the past" }
      if form.holdsAtOnce {
        return "To be done at once: it stays in its tray whatever is written here"
      }
      if let due = form.dueWhileHeld(instant) {
        return "It is due before, \(due.spokenShort(asOf: now)): held until then and no longer"
      }
      guard field.name == Field<Instant>.planned.name, let late = form.plannedLate(instant) else {
        return nil
      }
      return
        "This is \(late.by) after it is due, \(late.due.spokenShort(asOf: now)); the due time stays"
    }
    if instant > now.adding(seconds: 60) { return "This is in the future" }
    if field == FormScreen.seenOtherwise {
      return form.longAfter(instant) ?? form.softened(instant)
    }
    if case .correction(_, .wentMissing, _, _) = form.purpose, field.name == "at",
      form.typed("at") != form.initial["at"], let start = form.countedFrom, start.basis.isSeen,
      start.at != instant
    {
      return
        "Limits count from \(start.basis.line), \(start.at.spokenShort(asOf: now)): is that right as well?"
    }
    if let odd = form.softenedByCorrection(of: field) ?? form.awayAgain(at: instant) { return odd }
    if instant < London.adding(days: -365, to: now) { return "This is more than a year ago" }
    if field.name == "reported-at", let received = form.received,
      instant > received.adding(seconds: 60)
    {
      return
        "It was sent or came in \(received.spokenShort(asOf: now)): reported by then, and that is what counts"
    }
    if let aged = form.agedQuestion(now: now), aged.field == field.name {
      return order(instant, field.name) ?? aged.words
    }
    return order(instant, field.name) ?? overlap(instant, field.name)
  }

  private func birthday(_ date: CivilDate) -> String? {
    let today = London.local(now).date
    if date > today { return "Born in the future" }
    return date.age(on: today) >= 18 ? "18 or older" : nil
  }

  /// A child of the register who is chosen although the report fits another: no act is harder to put
  /// right than an absence opened on the wrong twin.
  private func chosen(_ id: String, of draft: TriageDraft) -> String? {
    guard draft.isProposed, let fitting = draft.candidates.first, fitting.id != id,
      draft.candidates.contains(where: { $0.id == id })
    else { return otherBirthday(id, of: draft) }
    let name = fitting.title.split(separator: ",").prefix(2).joined(separator: ",")
    return "What was read fits \(name): is it this child instead?"
  }

  /// A child of the register who is chosen although the report gives another date of birth.
  private func otherBirthday(_ id: String, of draft: TriageDraft) -> String? {
    guard let child = draft.ground?.children[id], let born = child.facts[.born],
      let line = form.line("born"), case .success(.date(let read)?) = line.read(now: now),
      read != born
    else { return nil }
    return "Born \(born.spoken) on the register, \(read.spoken) in the report: is it this child?"
  }

  /// An answer that another line of the form, or what the police say, speaks against.
  private func answer(_ text: String, to field: FormField) -> String? {
    let kind: EventKind
    switch form.purpose {
    // What would be odd to say is odd to correct to.
    case .event(let own, _, _), .correction(_, let own, _, _): kind = own
    case .triage(let draft): return field.name == "child" ? chosen(text, of: draft) : nil
    case .setAside: return field.name == "decision" ? ground(text) : nil
    case .intake, .takeBack, .reportNote: return nil
    }
    switch (kind, field.name) {
    case (.meetingHeld, FormScreen.reasonOfCorrection):
      return AgreedAction.read(decisions: text, now: now, held: now).isEmpty
        ? nil : "This reads as an action: written in Actions it stands in a tray, here in none"
    case (.meetingHeld, "actions"):
      return AgreedAction.timeAlone(in: text, now: now).map {
        "“\($0)” is a time alone: say who does what by it, or write it as the next meeting"
      }
    case (.rhiHeld, "outcome"): return form.belied(outcome: text)
    case (_, Field<HarmBasis>.harmBasis.name): return form.belied(harm: text)
    case (.riskAssessed, "risk"): return rating(text)
    case (.categoryChanged, "category"): return form.endedByCategory(text)
    case (.rhiDeclined, "by"), (.rhiHeld, "by"):
      return text.trimmed.count == 1 ? "One letter says nothing later: write it out" : nil
    default: return nil
    }
  }

  /// A ground on which nobody here looks for a child who is away by the report.
  private func ground(_ code: String) -> String? {
    switch SetAsideGround(rawValue: code) {
    case .informationOnly, .noFurtherAction, .withdrawn: return form.about?.unheard
    // Whose absence is on the desk already is no child whom nobody looks for.
    case .duplicate:
      return form.about?.tellsOfAbsence == true
        ? "AWAY by the report and not away on the desk: of what is it a duplicate?" : nil
    case .notAChild:
      return form.about?.tellsOfAbsence == true
        ? "AWAY by the report, and no tray here will have it: is it surely no child?" : nil
    case .otherAuthority, nil: return nil
    }
  }

  /// A rating below that of the police for which no reason is written down.
  private func rating(_ code: String) -> String? {
    guard let police = form.page?.record?.current?.policeRisk?.value,
      let need = Need.ofRating(Risk(rawValue: code), police: police),
      !need.isMet(by: form.typed("rationale"))
    else { return nil }
    return "Rationale: why below the police's \(CodeWords.words(police.rawValue))?"
  }

  /// A chair below the rung that the procedure wants for this meeting, or below whose work it is.
  private func chair(_ code: String) -> String? {
    guard let page = form.page, let role = Role(rawValue: code),
      let step = page.steps.first(where: {
        $0.isOpen && $0.id.step.rawValue == form.typed("kind")
      })
    else { return nil }
    let wanted = step.chair ?? step.role
    // Who stands on no rung chairs no meeting that somebody on one chairs.
    guard role != wanted, let rank = wanted.seniority, role.seniority ?? 0 < rank else {
      return nil
    }
    let rule =
      step.chair == nil
      ? step.rules.first : page.procedure.chairs.first { $0.role == wanted }?.rule
    return "\(rule.map { "\($0) wants" } ?? "The procedure wants") the "
      + "\(page.procedure.title(of: wanted).lowercasedFirst) in the chair"
  }

  /// What is there but says nothing.
  private func emptiness(of entry: FormEntry) -> String? {
    if let end = form.unsaidEnd, end.field == entry.field.name { return end.words }
    guard case .event(let kind, _, _) = form.purpose, entry.isEmpty else { return nil }
    switch (kind, entry.field.name) {
    case (.rhiHeld, "circumstances"):
      let said = ["circumstances", "reasons", "views", "analysis", "where-went"]
      return said.allSatisfy { form.typed($0).isEmpty }
        ? "What the child said is not written down" : nil
    case (.rhiHeld, Field<Bool>.significantHarm.name), (.returned, Field<Bool>.safe.name):
      return "Say yes or no: empty stays not said"
    case (.found, "place"): return "Say where: nobody fetches a child from nowhere"
    case (.rhiDeclined, "by"): return "Say who declined: the child, or a parent or carer"
    case (.rhiDeclined, "reason"): return "Say why it was declined, and what was advised"
    case (.acknowledged, "reason"):
      return form.typed("answer") == AcknowledgementAnswer.sendBack.rawValue
        ? "Say what is missing, for whoever gets it back" : nil
    case (.rhiShared, "reason"):
      return form.typed("consent") == "no" ? "Say why it was shared without consent" : nil
    default: return nil
    }
  }
}
