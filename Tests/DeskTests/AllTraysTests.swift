import Desk
import Grid
import Testing
import Workflow

@Suite("All trays in one list")
struct AllTraysTests {
  private let rows: [TrayRow] = {
    var offer = Sample.row(398, name: "Wójcik, Tomasz 15", due: "2026-11-20 18:05")
    offer.tray = .rhi
    var letter = Sample.row(
      399, name: "Hassan, Amina 13", due: "2026-11-19 18:05", title: "Minutes", step: .minutes)
    letter.tray = .teamManager
    letter.tellsOfHarm = true
    letter.isUnseen = true
    return [letter, offer]
  }()

  private func shown(_ width: Int = 80) throws -> Desk {
    var desk = Sample.desk(width, 24)
    let effects = press(&desk, "A")
    guard case .loadTray(let question, let generation)? = effects.first else {
      Issue.record("\(effects)")
      return desk
    }
    #expect(question.query.isOfAll && question.query.filter.text == "is:overdue is:today")
    let counts = [
      TrayCount(tray: .rhi, open: 7, overdue: 1, today: 0, unseen: 3),
      TrayCount(tray: .teamManager, open: 4, overdue: 1, today: 0, unseen: 2),
    ]
    let window = TrayWindow(question.query, offset: 0, rows: rows, total: 2, counts: counts)
    _ = update(&desk, .window(window, generation: generation))
    return desk
  }

  @Test("one key lists what is overdue everywhere, each row with its tray", arguments: [80, 120])
  func overdue(width: Int) throws {
    let desk = try shown(width)
    let lines = render(desk).text
    #expect(lines.contains { $0.contains("All trays · 2 of 11") && $0.contains("is:overdue") })
    #expect(lines.contains { $0.contains("Wójcik, Tomasz 15") && $0.contains("RHI") })
    #expect(lines.contains { $0.contains("Hassan, Amina 13") && $0.contains("Team m") })
    #expect(desk.spoken.heading.hasPrefix("All trays"))
    #expect(desk.spoken.focus.contains("in the tray Team manager"))
  }

  @Test("the same key, or a tray's own, goes back to a whole tray")
  func back() throws {
    for (key, tray) in [("A", Tray.rhi), ("5", .teamManager)] {
      var desk = try shown()
      _ = press(&desk, key)
      #expect(!desk.trays.query.isOfAll && desk.trays.tray == tray)
      #expect(desk.trays.query.filter.isEmpty)
    }
  }

  @Test("what is looked at counts in the tray in which it lies")
  func seen() throws {
    var desk = try shown()
    _ = press(&desk, "N")
    #expect(desk.trays.count(of: .teamManager)?.unseen == 1)
    #expect(desk.trays.count(of: .rhi)?.unseen == 3)
  }

  @Test("a row of a child who told of harm says so before its step, and aloud")
  func harm() throws {
    let desk = try shown()
    #expect(render(desk).text.contains { $0.contains("HARM Minutes") })
    #expect(!render(desk).text.contains { $0.contains("HARM Offer interview") })
    #expect(desk.spoken.focus.contains("HARM ON RECORD"))
  }
}
