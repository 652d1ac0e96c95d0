import Grid
import Workflow

/// The first steps at a desk: what to do next, told at the foot of the screen while a person does it.
///
/// It never takes a key, and goes for good with one.
package struct Guide: Sendable, Hashable {
  /// What a person does on the way of a report, in order.
  package enum Task: String, CaseIterable, Sendable {
    case triage, attempt, acknowledge

    /// What it is called.
    var title: String {
      switch self {
      case .triage: "Triage a report"
      case .attempt: "Record an attempt to offer the interview"
      case .acknowledge: "Acknowledge a closed record"
      }
    }

    /// What is recorded by it.
    var kind: EventKind {
      switch self {
      case .triage: .triaged
      case .attempt: .rhiOffered
      case .acknowledge: .acknowledged
      }
    }
  }

  /// What is done.
  package private(set) var done: Set<Task> = []

  /// Who did something else instead, though somebody else's part was offered: it is out of the way until
  /// another part is played.
  private(set) var passedBy: Role?

  /// Whether it was said how the steps come back; once is enough.
  var isReturnSaid = false

  /// Begins anew.
  package init() {}

  /// Goes on where it was left: the names of what is done.
  init(kept: String) {
    done = Set(kept.split(separator: " ").compactMap { Task(rawValue: "\($0)") })
  }

  /// As it is kept.
  var kept: String { Task.allCases.filter(done.contains).map(\.rawValue).joined(separator: " ") }

  /// What comes next; nothing once all is done.
  package var task: Task? { Task.allCases.first { !done.contains($0) } }

  /// Hears that something was recorded.
  mutating func hear(_ kind: EventKind) {
    if let task = Task.allCases.first(where: { $0.kind == kind }) { done.insert(task) }
  }

  /// Hears that somebody went on with other work, or asks for the steps again.
  mutating func pass(by role: Role?) { passedBy = role }

  /// For whom a closed record waits from the beginning.
  static let acknowledging: [Role] = [.teamManager, .mashManager]

  /// Under which name it is kept: for the desk, because in a drill one person plays all.
  static let setting = "desk:guide"
  /// What is kept once somebody left it.
  static let left = "left"
}

/// The command that leaves the first steps, and brings them back.
enum GuideCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "guide", in: Set(Context.allCases).subtracting([.confirm]), keys: [.function(12)],
      "first steps", "Leave the first steps at a desk, or show them from the beginning, in a drill",
      disabled: {
        $0.isDrill ? nil : "The first steps are taken in a drill: homeward demo makes one"
      },
      run: { desk in
        if desk.guide?.passedBy == desk.me.role {
          desk.guide?.pass(by: nil)
          return []
        }
        if desk.guide == nil {
          desk.guide = Guide()
          return [.keepSetting(Guide.setting, nil)]
        }
        desk.guide = nil
        let again = desk.keymap.name("guide")
        desk.say("The first steps are left; \(again) brings them back", .information)
        return [.keepSetting(Guide.setting, Guide.left)]
      })
  ]
}

extension FormScreen {
  /// Whether it says of a closed record that the work is not complete.
  var isSendingBack: Bool {
    recordedKind == .acknowledged
      && entries.contains { $0.text.text == AcknowledgementAnswer.sendBack.rawValue }
  }
}

extension Desk {
  /// The rows at the foot that the first steps take.
  var guideRows: Int {
    guard let guide, guide.passedBy != me.role else { return 0 }
    return size.height >= 20 && size.width >= 60 ? 2 : 0
  }

  /// What of the terminal is left for everything else.
  var room: Size { Size(width: size.width, height: size.height - guideRows) }

  /// Begins the first steps where nobody has left them or gone through them.
  mutating func beginGuide(_ kept: String?) {
    guard offersGuide else { return }
    offersGuide = false
    guard kept != Guide.left else { return }
    let guide = Guide(kept: kept ?? "")
    if guide.task != nil { self.guide = guide }
  }

  /// Goes on to what comes next once something is recorded.
  mutating func advanceGuide(_ kind: EventKind?) -> [Effect] {
    guard let kind, var guide = self.guide, guide.task != nil else { return [] }
    let before = guide
    guide.hear(kind)
    guard guide != before else {
      if let task = guide.task, cannotRecord(self, task.kind) != nil {
        self.guide?.pass(by: me.role)
      }
      return []
    }
    self.guide = guide
    return [.keepSetting(Guide.setting, guide.task == nil ? Guide.left : guide.kept)]
  }

  /// How the first steps come back that have just gone out of the way, once.
  mutating func sayOfGuide() -> String? {
    guard let guide, guide.passedBy == me.role, !guide.isReturnSaid else { return nil }
    self.guide?.isReturnSaid = true
    return "\(keymap.name("guide")) brings the first steps back."
  }

  /// What to do now, by where the person is.
  var guideHint: String {
    func key(_ id: String) -> String { keymap.name(id) }
    guard let task = guide?.task else {
      return
        "It is closed once all who must have acknowledged. \(key("help")) is help; \(key("guide")) ends this."
    }
    switch stack.last {
    case .form(let form): return hint(in: form, task)
    case .confirm:
      return
        "It ends what others do, so it asks: \(key("confirm")) records it, \(key("cancel")) goes back."
    case nil, .filter, .child: break
    default: return "\(key("step-back")) goes back to where you were."
    }
    let able = task == .acknowledge ? Guide.acknowledging : Permissions.roles(for: task.kind)
    if !able.contains(me.role) || cannotRecord(self, task.kind) != nil {
      let roles = able.filter { role in colleagues.contains { $0.role == role } }
      let wanted = roles.first.map { title(of: $0) } ?? "somebody who may"
      return "Next to try, as \(wanted): \(key("person")) lists whom to play."
    }
    if case .child(let screen) = stack.last {
      return task == .attempt && screen.steps.contains { $0.isOpen && $0.rule.step == .rhiOffer }
        ? "\(key("offer")) records an attempt for this child."
        : "\(key("step-back")) goes back to the trays."
    }
    return hintInTrays(task)
  }

  private func hintInTrays(_ task: Guide.Task) -> String {
    func key(_ id: String) -> String { keymap.name(id) }
    let row = trays.selectedRow
    switch task {
    case .triage:
      guard trays.tray == .frontDoor else {
        return "\(key("tray-front-door")) shows the front door, where reports wait."
      }
      if row?.step == nil, row != nil { return "\(key("open")) opens the report as a form." }
      return waitingReports.hint(keymap)
    case .attempt:
      guard trays.tray == .rhi else {
        return "\(key("tray-rhi")) shows the interviews to be offered."
      }
      return row?.step == .rhiOffer || row?.step == .rhiInterview
        ? "\(key("offer")) records that you tried to reach this child or the carer."
        : "\(key("row-down")) goes on to a row that says Offer interview."
    case .acknowledge:
      if row?.step == .acknowledge {
        return
          "\(key("acknowledge")) opens the form; \(key("save")), then \(key("confirm")), records it."
      }
      return "\(key("filter")), then 'acknowledge', finds what waits for you; "
        + "\(key("next-tray")) goes to the next tray."
    }
  }

  private func hint(in form: FormScreen, _ task: Guide.Task) -> String {
    let save = keymap.name("save")
    let leave = keymap.name("leave-form")
    switch (form.purpose, task) {
    case (.triage, .triage):
      return "Each value stands with its line of the report. \(save) records the contact."
    case (.intake, .triage): return "Name the file, or paste the text below; \(save) reads it."
    case (.event(.rhiOffered, _, _), .attempt):
      return "Letters choose the answer (n: nobody there). \(save) records the attempt."
    case (.event(.acknowledged, _, _), .acknowledge): return "\(save), and it asks once more."
    default: return "\(leave) leaves this form; what is typed is kept."
    }
  }
}
