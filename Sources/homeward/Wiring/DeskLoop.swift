import Desk
import Dispatch
import Grid
import Terminal
import Workflow

/// The one loop of the desk, on the main thread: waits, takes every waiting key, updates, draws once.
@MainActor
struct DeskLoop {
  let surface: any Surface
  let workbench: Workbench
  let mailbox: Mailbox
  var desk: Desk
  var theme: Theme
  private var timer = DraftTimer()
  private var busy = BusyTimer()

  init(surface: any Surface, workbench: Workbench, desk: Desk, theme: Theme) {
    self.surface = surface
    self.workbench = workbench
    self.desk = desk
    mailbox = Mailbox(wakeup: surface.wakeup)
    self.theme = theme
  }

  /// Runs until the person leaves or the terminal is gone.
  mutating func run() {
    if desk.isMouseOn { surface.useMouse(true) }
    var looks = CommitLooks(
      isTold: surface.watch(directory: workbench.folder, prefix: workbench.fileName),
      at: SystemClock.milliseconds())
    var version = workbench.dataVersion()
    var lastKey = SystemClock.milliseconds()
    // The first tray is read before the first frame, so that the desk opens on it at once.
    for answer in workbench.answer(desk.firstLoad(), for: desk.me) { _ = update(&desk, answer) }
    draw()
    // A child's page needs the procedure and the reports that wait: who opens the first one does not wait for
    // their reading.
    DispatchQueue.global(qos: .utility).async { [workbench, me = desk.me] in
      workbench.readProcedure()
      workbench.readWaitingReports(for: me)
    }
    if desk.isDrill { desk.colleagues = (try? workbench.colleagues()) ?? [] }
    _ = perform(desk.loadAround())
    while true {
      let clock = SystemClock.milliseconds()
      let isDue = timer.isDue(isDirty: desk.isTyping, at: clock)
      if isDue { _ = perform(desk.keepDrafts()) }
      var patience = Desk.patience(at: workbench.now())
      for wait in [timer.wait(at: clock), looks.wait(at: clock), busy.wait(at: clock)] {
        patience = min(patience, wait ?? patience)
      }
      if let pause = desk.pauseAwaited { patience = min(patience, max(0, lastKey + pause - clock)) }
      let wake = surface.wait(timeoutMilliseconds: patience)
      if wake.contains(.hangUp) || wake.contains(.terminate) {
        takeLastKeys()
        leave()
        return
      }
      var effects: [Effect] = []
      for answer in mailbox.collect() { effects += update(&desk, answer) }
      if wake.contains(.keys) {
        desk.now = workbench.now()
        lastKey = SystemClock.milliseconds()
        effects += take(surface.keys())
      } else if let pause = desk.pauseAwaited, SystemClock.milliseconds() - lastKey >= pause {
        effects += update(&desk, .pause)
      }
      // Whatever ended the wait: on a desk where others save all the time, too, the clock goes on.
      let now = workbench.now()
      if desk.isBehind(now) || desk.isDue { effects += update(&desk, .time(now)) }
      if wake.contains(.fileChanged) {
        looks.changed(at: SystemClock.milliseconds())
      } else {
        looks.looked(at: SystemClock.milliseconds())
      }
      if let current = workbench.dataVersion() {
        if current != version { effects += update(&desk, .changedByOthers) }
        version = current
      } else if looks.wait(at: clock) == nil {
        looks.changed(at: SystemClock.milliseconds())
      }
      if perform(effects) == .leave {
        leave()
        return
      }
      desk.busy = busy.shown(isBusy: mailbox.isBusy, at: SystemClock.milliseconds())
      draw()
    }
  }

  private enum Outcome { case stay, leave }

  private func draw() { surface.show(desk, theme: theme) }

  /// Takes the keys that came together; what came with the key that asked a question does not answer it:
  /// nobody has seen it yet.
  private mutating func take(_ keys: [Key]) -> [Effect] {
    var effects: [Effect] = []
    for key in keys {
      let wasAsking = desk.isAsking
      effects += update(&desk, .key(key))
      if desk.isAsking, !wasAsking { break }
    }
    return effects
  }

  /// Types what still waits before the program ends: in the terminal, and for a form that is on its way.
  private mutating func takeLastKeys() {
    let keys = surface.keys()
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
      case .redraw: surface.showAgain(desk)
      case .mouse(let isOn): surface.useMouse(isOn)
      case .copy(let text): surface.copy(text)
      case .say(let isAll): surface.say(desk, isAll: isAll)
      case .suspend:
        mailbox.finish()
        surface.suspend()
        if desk.isPlain { surface.showAgain(desk) }
      case .edit(let text):
        mailbox.finish()
        let result = surface.lend { OwnEditor.edit(text) }
        _ = perform(update(&desk, .edited(result)))
      case .theme(let name):
        switch ThemeShelf.theme(name) {
        case .success(let chosen): theme = chosen
        case .failure(let failure):
          theme = Theme.standard
          _ = perform(update(&desk, .themeRefused(failure.sentence)))
        }
      case .loadTray(let question, let generation):
        let (workbench, me) = (workbench, desk.me)
        // A question that counts is never passed over: scrolling asks for no counts.
        if question.isCounted {
          mailbox.post { workbench.answer(effect, for: me) }
        } else {
          mailbox.post(.tray, question: generation) { workbench.answer(effect, for: me) }
        }
      case .match(_, let generation):
        let (workbench, me) = (workbench, desk.me)
        mailbox.post(.match, question: generation) { workbench.answer(effect, for: me) }
      case .find(_, let generation):
        let (workbench, me) = (workbench, desk.me)
        mailbox.post(.find, question: generation) { workbench.answer(effect, for: me) }
      default:
        let (workbench, me) = (workbench, desk.me)
        mailbox.post { workbench.answer(effect, for: me) }
      }
    }
    return .stay
  }
}
