package import Grid
package import Workflow

/// Something that reaches the desk: a key, an answer, the time.
package enum Arrival: Sendable {
  case key(Key)
  /// The time, told when it changes what is shown.
  case time(Instant)
  /// No key came for as long as `TypedOn.pause`.
  case pause
  /// Somebody else has changed the desk's file.
  case changedByOthers
  /// Whose desk it is, and under which procedure, as others may have changed it.
  case place(String)
  /// Rows of a tray.
  case window(TrayWindow, generation: Int)
  /// A child's page, and what it was asked for.
  case page(ChildPage, purpose: PagePurpose)
  /// A child was asked for whose entry was taken off the register.
  case offRegister(child: String)
  /// A report that was kept, read into a draft for triage.
  case draft(TriageDraft)
  /// The text of a report that was kept, as it is read.
  case reportText(reference: String, text: String)
  /// The list to which a report belongs.
  case wholeList(reference: String, text: String)
  /// What a report says that somebody is about to set aside.
  case described(ReportAbout)
  /// What a person has set, and what the authority calls its trays.
  case personal(Personal)
  /// Every row that a filter leaves, to be marked.
  case marked(TrayQuery, [TrayRow], total: Int)
  /// What came of a bulk of commands.
  case bulkDone([BulkOutcome])
  /// What the charts show.
  case charts(ChartData)
  /// Whom the register has for what a triage form says.
  case matched(TriageMatch, generation: Int)
  /// Hits of a search.
  case found([FoundRow], generation: Int)
  /// A list became a report for each of its children; the one of them that stands first in the tray.
  case listTakenIn(first: String)
  /// A form was recorded: the sentence, the child, and what can be taken back of it.
  case recorded(sentence: String, child: String?, act: RecordedAct? = nil)
  /// What the person recorded last, by what the journal holds.
  case lastAct(LastAct)
  /// An act was taken back.
  case withdrawn(sentence: String, child: String)
  /// A form was not recorded; what was typed is still in it.
  case refused(Refusal)
  /// Something failed that no rule explains.
  case failed(String)
  /// The draft of a form, or that there is none.
  case draftFound(key: String, FormDraft?)
  /// All drafts of the person.
  case drafts([DraftMark])
  /// The draft of a form that was open when the person's desk ended, or that there is none.
  case cutOff(DraftMark?)
  /// A draft was discarded from the list; what it said, to bring it back.
  case draftDiscarded(DraftMark, FormDraft)
  /// The reports that were set aside, the last one first.
  case asides([AsideRow])
  /// A theme cannot be shown: why, and what to do.
  case themeRefused(String)
  /// The text came back from the person's own editor, or why it did not.
  case edited(Result<String, EditorFailure>)
}

/// Why a child's page was asked for.
package enum PagePurpose: Sendable, Hashable {
  /// To show it; the step with that id is selected.
  case show(step: String?)
  /// To refresh what is shown.
  case refresh
  /// To fill in a form.
  case form(EventKind, preset: Body)
  /// To correct an event, by its number in the journal.
  case correct(Int)
  /// To explain a step.
  case why(step: String)
  /// To show what host and responsible authority each have to do.
  case twoAuthorities
}

/// Something that the desk wants done outside itself.
package enum Effect: Sendable, Equatable {
  case loadTray(TrayQuestion, generation: Int)
  /// Read whose desk it is, and under which procedure.
  case loadPlace
  /// Read what the person has set, and what the authority calls its trays.
  case loadPersonal
  /// Keep what the person sets under a name; nothing takes it away.
  case keepSetting(String, String?)
  /// Note that the person has looked at rows as they stand now, or take the note back.
  case markSeen([String], Bool)
  /// Read every row that a filter leaves, up to a number.
  case loadAll(TrayQuery, limit: Int)
  /// Count what the charts show.
  case loadCharts
  /// Record one command for each of several rows.
  case bulk(BulkWork)
  case loadChild(String, PagePurpose)
  case find(String, generation: Int)
  /// Compare the register with what a triage form says now.
  case match(TriageQuestion, generation: Int)
  /// Keep a report, from a file or as typed, and read it; its draft ends with that. A text in which
  /// nothing can be read is kept only where the person is sure that it is a report; of one that is triaged the
  /// person may mean a further child.
  case receive(
    file: String, text: String, draftKey: String, isSure: Bool = false, isFurther: Bool = false)
  /// Read a report that was kept before, to triage it: the first child who waits, or the one who is meant.
  case readReport(String, ChildOfReport? = nil)
  /// Read the text of a report that was kept before, triaged or not.
  case loadReportText(String)
  /// Read the whole list to which a report that waits belongs.
  case loadWholeList(String)
  /// Read whom a report is about, to set it aside, or one of its children alone.
  case describeReport(String, subject: Int? = nil)
  case submit(Submission)
  case keepDraft(key: String, FormDraft)
  case loadDraft(key: String)
  case dropDraft(key: String)
  case loadDrafts
  /// Look for a form that was open when the person's last desk ended.
  case loadCutOff
  /// Discard a draft of the list.
  case discardDraft(DraftMark)
  /// Read the reports that were set aside.
  case loadAsides
  /// Look for what the person recorded last.
  case loadLastAct
  /// Take back what was recorded last.
  case withdraw(RecordedAct, command: String)
  /// Give a text to the person's own editor.
  case edit(String)
  case redraw
  case suspend
  case theme(String)
  /// Let the mouse do something, or leave it to the terminal.
  case mouse(Bool)
  /// Give a text to the terminal's clipboard.
  case copy(String)
  /// Say in lines where the person is, or all that there is.
  case say(isAll: Bool)
  case quit
}

/// Which child of a report somebody means.
package enum ChildOfReport: Sendable, Hashable {
  /// The one whom words name, where they name one.
  case named(String)
  /// The one of a place, counted from 1.
  case place(Int)
  /// One whom the report neither counts nor names.
  case further
}

/// A filled form on its way to the journal.
package struct Submission: Sendable, Hashable {
  /// What is to be recorded.
  package enum Act: Sendable, Hashable {
    /// One event on a child.
    case event(EventKind, child: String, version: Int)
    /// Values of a recorded event put right; the event stays as it was recorded.
    case correction(Int, child: String, version: Int, changes: [Change])
    /// A report from which nothing is opened, or nothing for one of its children.
    case setAside(report: String, subject: Int? = nil)
    /// A report that was set aside waits again, or one of its children.
    case takeBack(report: String, subject: Int? = nil)
    /// A note on a report that waits.
    case reportNote(report: String)
    /// A report triaged: the child's id, or nothing for a child who is not on the register.
    case triage(report: String, subject: Int, child: String?)
  }

  /// One value put right.
  package struct Change: Sendable, Hashable {
    /// The field's name.
    package let field: String
    /// The right value, as the journal takes it.
    package let value: String

    /// Makes a change.
    package init(field: String, value: String) {
      self.field = field
      self.value = value
    }
  }

  /// What is to be recorded.
  package let act: Act
  /// When it happened.
  package let at: Instant
  /// The fields.
  package let body: Body
  /// The id of the command: the same form sent twice is recorded once.
  package let command: String
  /// Of a triage how the child stood that was chosen, as the form showed it.
  package var shown = Triage.Standing.unknown
  /// Under which keys its drafts were kept: they end in the same breath in which it is recorded.
  package var draftKeys: [String]
}

/// An act that was recorded and can be taken back.
package struct RecordedAct: Sendable, Hashable {
  /// The child.
  package let child: String
  /// Its number in the journal.
  package let number: Int
  /// The numbers of what else was recorded by it, where that is taken back event by event: the further values
  /// of a correction.
  package let further: [Int]
  /// What it is called: `Risk assessed: Pryce-Morgan, Siân`.
  package let title: String
  /// The report that waits for triage again once it is taken back, where it is a triage.
  package let report: String?

  /// Makes an act.
  package init(
    child: String, number: Int, further: [Int] = [], title: String, report: String? = nil
  ) {
    self.child = child
    self.number = number
    self.further = further
    self.title = title
    self.report = report
  }
}

/// Why a text did not come back from an editor.
package struct EditorFailure: Error, Sendable, Hashable {
  /// Why, and that the text is still in the form.
  package let sentence: String

  /// Makes a failure.
  package init(_ sentence: String) { self.sentence = sentence }
}
