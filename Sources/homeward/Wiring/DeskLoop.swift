import Desk
import Grid
import Terminal
import Workflow

/// The one loop of the desk, on the main thread: waits, takes every waiting key, updates, draws once.
@MainActor
struct DeskLoop {
  let screen: Terminal.Screen
  let workbench: Workbench
  let mailbox: Mailbox
  var desk: Desk
  var theme: Theme
  private var timer = DraftTimer()

  init(screen: Terminal.Screen, workbench: Workbench, desk: Desk) {
    self.screen = screen
    self.workbench = workbench
    self.desk = desk
    mailbox = Mailbox(wakeup: screen.wakeup)
    theme = Theme.shipped(desk.themeName) ?? Theme.standard
  }

  /// Runs until the person leaves or the terminal is gone.
  mutating func run() {
    screen.watch(directory: workbench.folder, prefix: workbench.fileName)
    var version = workbench.dataVersion()
    var rechecks = 0
    // The first tray is read before the first frame, so that the desk opens on it at once.
    for answer in workbench.answer(desk.firstLoad(), for: desk.me) { _ = update(&desk, answer) }
    draw()
    if desk.isDrill { desk.colleagues = (try? workbench.colleagues()) ?? [] }
    _ = perform(desk.loadAround())
    while true {
      let clock = SystemClock.milliseconds()
      let isDue = timer.isDue(isDirty: desk.isTyping, at: clock)
      if isDue { _ = perform(desk.keepDrafts()) }
      let patience = min(desk.patience, timer.wait(at: clock) ?? Int.max)
      let wake = screen.wait(timeoutMilliseconds: rechecks > 0 ? 10 : patience)
      if wake.contains(.hangUp) || wake.contains(.terminate) {
        takeLastKeys()
        leave()
        return
      }
      var effects: [Effect] = []
      for answer in mailbox.collect() { effects += update(&desk, answer) }
      if wake.contains(.keys) {
        desk.now = workbench.now()
        for key in screen.keys() { effects += update(&desk, .key(key)) }
      }
      if wake.isEmpty && rechecks == 0 && !desk.isTyping || desk.isDue {
        effects += update(&desk, .time(workbench.now()))
      }
      // The write-ahead log changes a little before the commit can be seen: look again shortly.
      rechecks = wake.contains(.fileChanged) ? 3 : max(0, rechecks - 1)
      let current = workbench.dataVersion()
      if current != version {
        version = current
        desk.place = workbench.place
        effects += update(&desk, .changedByOthers)
      }
      if perform(effects) == .leave {
        leave()
        return
      }
      draw()
    }
  }

  private enum Outcome { case stay, leave }

  private func draw() { screen.show(render(desk), theme: theme) }

  /// Types what still waits before the program ends: in the terminal, and for a form that is on its way.
  private mutating func takeLastKeys() {
    let keys = screen.keys()
    mailbox.finish()
    var effects: [Effect] = []
    for answer in mailbox.collect() { effects += update(&desk, answer) }
    // A form whose page has come now asks for its draft.
    for effect in effects {
      if case .loadDraft = effect {
        for answer in workbench.answer(effect, for: desk.me) { _ = update(&desk, answer) }
      }
    }
    desk.takeLast(keys)
  }

  /// Keeps what is typed, before the program ends; a form that was on its way is kept where it was not
  /// recorded.
  private mutating func leave() {
    mailbox.finish()
    for answer in mailbox.collect() { _ = update(&desk, answer) }
    _ = perform(desk.keepDrafts())
    mailbox.finish()
  }

  /// Hands effects on: those about the terminal are done here, all others by the worker.
  private mutating func perform(_ effects: [Effect]) -> Outcome {
    for effect in effects {
      switch effect {
      case .quit: return .leave
      case .redraw: screen.redrawAll()
      case .suspend:
        mailbox.finish()
        screen.suspend()
      case .edit(let text):
        mailbox.finish()
        let result = screen.lend { OwnEditor.edit(text) }
        _ = perform(update(&desk, .edited(result)))
      case .theme(let name): theme = Theme.shipped(name) ?? theme
      case .loadTray(let question, let generation):
        let (workbench, me) = (workbench, desk.me)
        // A question that counts is never passed over: scrolling asks for no counts.
        if question.isCounted {
          mailbox.post { workbench.answer(effect, for: me) }
        } else {
          mailbox.post(question: generation) { workbench.answer(effect, for: me) }
        }
      default:
        let (workbench, me) = (workbench, desk.me)
        mailbox.post { workbench.answer(effect, for: me) }
      }
    }
    return .stay
  }
}
