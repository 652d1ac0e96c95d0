import TestSupport
import Testing

/// The whole line with keys only, each step by what the screen shows.
@Suite("From the report to the closed record", .serialized)
struct WholeLineTests {
  @Test(
    "the whole line by keys, and the same journal as by commands",
    arguments: [(80, 24), (120, 40)])
  func onScreen(columns: Int, rows: Int) throws {
    let desk = try DrillDesk()
    try WholeLine(desk: desk, columns: columns, rows: rows).play()
    let events = try desk.timeline(of: Story.child)
    #expect(events.map { $0.text("event") } == Story.events)
    let page = try desk.json(["child", "show", Story.child], now: Story.end)
    let record = try #require(page.list("records").first)
    #expect(record.text("stage") == "closed" && record.text("finalised") != nil)
    #expect(try desk.json(["due"], now: Story.end).list("steps").isEmpty)

    let twin = try DrillDesk()
    try Story.tell(on: twin)
    let (screen, commands) = (try Story.told(desk), try Story.told(twin))
    #expect(screen == commands)
    #expect(try desk.run(["verify"]).status == 0)
  }
}

/// A player of the whole line: each part of it is a shift at the desk, by another person, later.
private struct WholeLine {
  let desk: DrillDesk
  let columns: Int
  let rows: Int

  func play() throws {
    try frontDoor()
    try rating()
    try strategyMeeting()
    try comingBack()
    try offers()
    try interviewing()
    try acknowledging()
  }

  private func shift(
    _ person: String, _ now: String, _ work: (DeskTerminal) throws -> Void
  ) throws {
    let screen = try DeskTerminal(desk, as: person, columns: columns, rows: rows, now: now)
    try work(screen)
    try screen.press("C-c")
    _ = try screen.tmux.wait(10) { $0.allSatisfy(\.isEmpty) }
  }

  private func frontDoor() throws {
    try shift("frances", Story.night) { screen in
      // The name that the desk ships with stands only until the authority's own is read.
      try screen.see("Integrated referral hub · 0 open", "Nothing waits", "20 Oct")
      try screen.press("n")
      try screen.see("New report", "File")
      try screen.type(DrillDesk.report)
      try screen.press("C-s")
      // What the report says stands in the form, with its place; what it does not say is asked.
      try screen.see(
        "Triage · ", "Police missing person report", "1 Pryce-Morgan, Siân",
        "CSE, medical", "new to the register")
      try screen.see("2 Morgan, Sian", "looks alike; is another child", "line 20: 19/10/2026 21:15")
      try screen.press("C-s")
      try screen.see("R-2026-0001 triaged: Pryce-Morgan, Siân, E-2026-0001", "Tell parents")
      // The next keys belong to the coordinator, whose tray must show the child.
      try screen.press("P", "Down")
      try screen.see("Whose part to play", "now")
      try screen.press("Enter")
      try screen.see("You now act as Mira Castell, missing coordinator")
      try screen.press("2")
      try screen.see("Missing coordinator · ", "Pryce-Morgan, Siân 15", "Monitor")
      try screen.press("Enter")
      try screen.see("[strategy]", "AWAY 3h 45m", "from care", "police risk medium")
    }
  }

  private func rating() throws {
    try shift("una", Story.morning) { screen in
      try screen.see("Team manager · ", "Pryce-Morgan", "Strategy meeting", "Rate the risk")
      try screen.press("\\")
      try screen.type("strategy")
      try screen.press("Enter")
      try screen.see("1 of ", "filter: strategy")
      try screen.press("w")
      try screen.see("Why · ", "L23-11", "section \"Care\"", "3 days from", "22 Oct 2026 21:15")
      try screen.press("Escape")
      try screen.seeNoMore("Why · ")
      try screen.press("Escape")
      try screen.seeNoMore("filter: strategy")
      try screen.press("r")
      try screen.see("Risk assessed · Pryce-Morgan", "Rationale")
      try screen.type("m")
      try screen.press("Tab")
      try screen.type("n")
      try screen.press("Tab", "Tab")
      try screen.type(Story.rationale)
      try screen.see("medium", Story.rationale)
      try screen.press("C-s")
      // The message says what was done by it; its row is gone.
      try screen.see("Risk assessed: Pryce-Morgan, Siân.", "Done: Rate the risk")
      try screen.seeNoMore("no limit  Pryce-Morgan, Siân 15     Rate the risk")
    }
  }

  private func strategyMeeting() throws {
    try shift("una", Story.meeting) { screen in
      try screen.see("Strategy meeting", "Pryce-Morgan")
      try screen.press("Enter")
      try screen.see("ours medium", "AWAY 2d 18h")
      try screen.press("m")
      try screen.see("Meeting held · ", "strategy meeting", "team manager")
      // It begins with the time.
      try screen.press("C-u")
      try screen.type("14:00")
      try screen.see("= Thu 22 Oct 14:00")
      try screen.press("Tab", "Tab", "Tab")
      try screen.type("y")
      try screen.press("C-n")
      try screen.type(Story.decision)
      try screen.press("C-s")
      try screen.see("Strategy meeting held: Pryce-Morgan, Siân.")
    }
  }

  private func comingBack() throws {
    try shift("mira", Story.evening) { screen in
      try screen.see("Pryce-Morgan")
      try screen.press("Enter")
      try screen.see("[strategy]", "AWAY")
      try screen.press("b")
      // It begins with the time, from which the 72 hours run.
      try screen.see("Returned · ", "Returned to")
      try screen.type("20:05")
      try screen.press("Tab")
      try screen.type("Tanglewick House")
      // Whether it is safe there is asked before it is recorded, and the cursor goes there.
      try screen.press("C-s")
      try screen.see("Say yes or no: empty stays not said")
      try screen.type("y")
      try screen.press("C-s")
      try screen.see("Returned: Pryce-Morgan", "was away 2d 22h, back Thu 22 Oct 20:05")
    }
  }

  private func offers() throws {
    try shift("rhys", Story.attempts) { screen in
      try screen.see("Return interviews · ", "Pryce-Morgan", "Offer")
      try screen.press("\\")
      try screen.type("offer")
      try screen.press("Enter")
      try screen.see("1 of ", "filter: offer")
      for (time, how, answer, shown) in [
        ("9:00", "phone", "n", "no answer"), ("10:30", "visit", "a", "accepted"),
      ] {
        try screen.press("o")
        try screen.see("Interview attempt · ", "Answer")
        try screen.type(answer)
        try screen.see(shown)
        try screen.press("Up", "Up", "Up", "C-u")
        try screen.type(time)
        try screen.press("Tab")
        try screen.type("Siân")
        try screen.press("Tab")
        try screen.type(how)
        try screen.press("C-s")
        try screen.see("Interview attempt: Pryce-Morgan, Siân.")
        if answer == "n" { try screen.see("1 attempt recorded", "Offer") }
      }
      // The offer is made: what is left is the interview itself.
      try screen.see("Nothing fits")
      try screen.press("Escape")
      try screen.see("Hold interview")
    }
  }

  private func interviewing() throws {
    try shift("rhys", Story.interview) { screen in
      try screen.see("Pryce-Morgan", "Hold interview")
      try screen.press("h")
      try screen.see("Interview held · ", "Outcome")
      try screen.press("Up", "C-u")
      try screen.type("13:00")
      try screen.press("Tab", "C-u")
      try screen.type("rhi-worker")
      try screen.press("Tab")
      try screen.type("youth centre")
      try screen.press("Tab")
      try screen.type("su")
      try screen.see("support needed")
      // Whether harm was disclosed is answered: left empty it would be asked about.
      try screen.press("Tab", "n", "Tab", "Tab")
      try screen.type("fri")
      try screen.press("Space")
      try screen.see("friends or family")
      // Two consents are wanted on the way to what was said.
      try screen.press("C-n", "C-n", "C-n")
      try screen.type(Story.said)
      try screen.press("C-s")
      try screen.see("Interview held: Pryce-Morgan", "Close the record")
      try screen.press("c")
      // The review meeting has a limit: nobody gives it up without a word on why.
      try screen.see("Record closed · ", "Why left undone")
      try screen.type(Story.summary)
      try screen.press("Tab")
      try screen.type(Story.leftUndone)
      try screen.press("C-s")
      try screen.see("Close the record?", "[ Go back ]", "Once recorded it can be corrected")
      try screen.press("y")
      try screen.see("Record closed: Pryce-Morgan, Siân.")
    }
  }

  private func acknowledging() throws {
    try shift("una", Story.end) { screen in
      try screen.see("Acknowledge", "Pryce-Morgan")
      try screen.press("Enter")
      try screen.see("[closing]")
      try screen.press("a")
      try screen.see("Acknowledged · ", "team manager")
      try screen.press("n")
      try screen.see("nothing for me")
      // The review meeting was given up: nobody says that nothing is left without a word on why.
      try screen.press("Tab")
      try screen.see("Needed: why nothing is left to do")
      try screen.type(Story.acknowledged)
      try screen.press("C-s")
      try screen.see("Acknowledge the closed record?")
      try screen.press("y")
      try screen.see("Acknowledged: Pryce-Morgan, Siân.", "[closing]")
      // The second acknowledgement is another person's.
      try screen.press("P", "Home", "Down", "Enter")
      try screen.see("You now act as Mira Castell, missing coordinator")
      try screen.press("a")
      try screen.see("Acknowledged · ", "missing coordinator")
      try screen.press("n", "Tab")
      try screen.type(Story.acknowledged)
      try screen.press("C-s")
      try screen.see("Acknowledge the closed record?")
      try screen.press("y")
      try screen.see("All have acknowledged: the record is closed.", "[closed]")
    }
  }
}
