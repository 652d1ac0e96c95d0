import Desk
import Exchange
import Procedures
import Store
import Workflow

extension Workbench {
  /// Does what the desk asks for and answers it; whatever goes wrong is an answer, too.
  func answer(_ effect: Effect, for person: Person) -> [Arrival] {
    do {
      switch effect {
      case .loadTray(let question, let generation):
        return [.window(try window(question, for: person), generation: generation)]
      case .loadPlace: return [.place(place)]
      case .loadPersonal: return [.personal(try personal(for: person))]
      case .keepSetting(let name, let value):
        try keepSetting(name, value, of: person)
        return []
      case .markSeen(let ids, let isSeen):
        try file.markSeen(ids, isSeen, by: person.id, now: now())
        return []
      case .loadAll(let query, let limit):
        let all = try allRows(query, limit: limit, for: person)
        return [.marked(query, all.rows, total: all.total)]
      case .loadCharts: return [.charts(try charts(for: person))]
      case .bulk(let work): return [.bulkDone(perform(work, by: person))]
      case .loadChild(let child, let purpose):
        if try records(for: person).caseOf(child)?.isOffRegister == true {
          return [.offRegister(child: child)]
        }
        var page = try page(of: child, for: person, comparing: purpose.isComparing)
        page.staff = try interviewers(for: person)
        page.colleagues = try colleagues()
        return [.page(page, purpose: purpose)]
      case .find(let text, let generation):
        return [.found(try found(text, for: person), generation: generation)]
      case .match(let question, let generation):
        return [.matched(try match(question, for: person), generation: generation)]
      case .receive(let file, let text, let draftKey, let isSure, let isFurther):
        let bytes = file.isEmpty ? Array(text.utf8) : try FileBytes.read(file, limit: 8_000_000)
        if !isSure, isNothingRead(in: bytes) {
          throw Refusal(
            .badInput,
            "Nothing was read in this. Ctrl-S again keeps it all the same; Esc leaves it.",
            findings: [
              FormFinding(
                field: file.isEmpty ? "text" : "file", sentence: FormScreen.nothingRead)
            ])
        }
        let received = try receive(
          bytes, source: file.isEmpty ? "pasted" : file, ending: drafts([draftKey], of: person),
          by: person)
        guard received.count == 1, let only = received.first else {
          let references = Set(received.map(\.reference))
          let first = try waitingRows(records(for: person))
            .first { references.contains($0.reference) }
          return (first.map { [.listTakenIn(first: $0.reference)] } ?? [])
            + [.recorded(sentence: Self.sentence(onListOf: received), child: nil)]
        }
        if isFurther {
          return [.draft(try draft(of: only.reference, isFurther: true, for: person))]
        }
        try refuseIfTriaged(only, field: file.isEmpty ? "text" : "file", for: person)
        return [.draft(try draft(of: only.reference, for: person))]
      case .readReport(let reference, let child):
        return [.draft(try draft(of: reference, child, for: person))]
      case .loadReportText(let reference):
        return [.reportText(reference: reference, text: try reportText(reference, for: person))]
      case .loadWholeList(let reference):
        let list = try wholeListText(reference, for: person)
        return [.wholeList(reference: reference, text: list)]
      case .describeReport(let reference, let subject):
        return [.described(try about(reference, subject: subject, for: person))]
      case .submit(let submission): return try submit(submission, by: person)
      case .keepDraft(let key, let draft):
        try keepDraft(draft, under: key, of: person)
        return []
      case .loadDraft(let key): return [.draftFound(key: key, try draft(under: key, of: person))]
      case .dropDraft(let key):
        try dropDraft(under: key, of: person)
        return []
      case .loadCutOff: return [.cutOff(try cutOff(of: person))]
      case .loadDrafts: return [.drafts(try draftMarks(of: person))]
      case .discardDraft(let mark):
        guard let draft = try draft(under: mark.key, of: person) else {
          return [.drafts(try draftMarks(of: person))]
        }
        try dropDraft(under: mark.key, of: person)
        return [.draftDiscarded(mark, draft)]
      case .loadAsides: return [.asides(try asides(for: person))]
      case .loadLastAct: return [.lastAct(try lastAct(of: person))]
      case .withdraw(let act, let command): return [try withdraw(act, command: command, by: person)]
      case .redraw, .suspend, .theme, .quit, .edit, .mouse, .copy, .say: return []
      }
    } catch let refusal as Refusal {
      return [.refused(refusal)]
    } catch let error as StoreError {
      return [.failed("\(error.sentence) \(error.wayForward)")]
    } catch let failure as Failure {
      return [.failed(failure.sentence)]
    } catch let error as ShelfError {
      return [.failed(error.sentence)]
    } catch {
      return [.failed("This could not be done: \(error). What you typed is still there.")]
    }
  }
}

extension PagePurpose {
  /// Whether the answer needs the other procedures: reading them takes a moment, the first time.
  fileprivate var isComparing: Bool {
    switch self {
    case .why, .twoAuthorities: true
    case .show, .refresh, .form, .correct: false
    }
  }
}
