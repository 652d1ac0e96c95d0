import Desk
import Grid
import Testing
import Workflow

@Suite("Work away from the screen")
struct BusyTests {
  @Test("what is quick is not shown; what is not turns until it is done")
  func timer() {
    var timer = BusyTimer()
    #expect(timer.shown(isBusy: false, at: 0) == nil && timer.wait(at: 0) == nil)
    #expect(timer.shown(isBusy: true, at: 1_000) == nil)
    #expect(timer.wait(at: 1_000) == 150)
    #expect(timer.shown(isBusy: true, at: 1_149) == nil)
    #expect(timer.shown(isBusy: true, at: 1_150) == Busy(milliseconds: 0))
    #expect(timer.wait(at: 1_150) == 50)
    #expect(timer.shown(isBusy: true, at: 1_399) == Busy(milliseconds: 200))
    #expect(timer.shown(isBusy: true, at: 4_010) == Busy(milliseconds: 3_000))
    #expect(timer.shown(isBusy: false, at: 4_020) == nil && timer.wait(at: 4_020) == nil)
    #expect(timer.shown(isBusy: true, at: 4_030) == nil, "the next one begins anew")
  }

  private func foot(_ desk: Desk) -> String { render(desk).text[22].trimmed }

  @Test("a page that takes its time says so after a second, and that Esc ends the wait")
  func page() {
    var desk = Sample.desk(me: Sample.worker, rows: Sample.seven)
    _ = press(&desk, "Enter")
    let quiet = render(desk)
    desk.busy = Busy(milliseconds: 200)
    #expect(render(desk).text[0].hasPrefix("/") && foot(desk) == quiet.text[22].trimmed)
    #expect(render(desk).cursor == quiet.cursor, "the cursor stays where the keys go")
    desk.busy = Busy(milliseconds: 2_400)
    #expect(foot(desk) == "Being read; what you type waits for it, Esc ends the wait · 2 s")
    _ = press(&desk, "Esc")
    #expect(desk.awaited == nil && !foot(desk).contains("Being"))
  }

  @Test("what is on its way to the journal is not called saved, whatever key is pressed")
  func recording() throws {
    var form = FormScreen(
      event: .noteAdded, page: Sample.page(try Sample.returned()), preset: Body(), command: "c")
    form.isSending = true
    var desk = Sample.desk(me: Sample.worker, showing: .form(form))
    desk.busy = Busy(milliseconds: 1_000)
    for key in ["x", "Esc", "Ctrl-s"] {
      _ = press(&desk, key)
      #expect(foot(desk) == "Being recorded: not saved until this line says so · 1 s")
    }
  }

  @Test("in plain mode it is said once, without the seconds")
  func plain() throws {
    var form = FormScreen(
      event: .noteAdded, page: Sample.page(try Sample.returned()), preset: Body(), command: "c")
    form.isSending = true
    var desk = Sample.desk(me: Sample.worker, showing: .form(form))
    var voice = PlainVoice()
    _ = voice.pieces(for: desk)
    var said: [PlainVoice.Piece] = []
    for past in stride(from: 0, through: 5_000, by: Busy.pace) {
      desk.busy = Busy(milliseconds: past)
      said += voice.pieces(for: desk)
    }
    #expect(said == [.line("Being recorded: not saved until this line says so")])
  }

  @Test("another procedure that others put in force is said, once")
  func place() {
    var desk = Sample.desk()
    #expect(update(&desk, .changedByOthers).contains(.loadPlace))
    _ = update(&desk, .place(desk.place))
    #expect(desk.toast == nil)
    _ = update(&desk, .place("Northbrook · procedure luton-2019"))
    #expect(
      desk.toast?.text == "What is opened from now on is under Northbrook · procedure luton-2019")
    #expect(desk.place == "Northbrook · procedure luton-2019")
  }
}
