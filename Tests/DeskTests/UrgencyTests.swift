import Grid
import Testing
import Workflow

@testable import Desk

@Suite("How pressing a row is")
struct UrgencyTests {
  private let now = Sample.now

  private func row(_ step: StepName, hours: Int, due: Int? = nil) -> TrayRow {
    var row = TrayRow(
      kind: .step(id: "E-2026-0001.\(step.rawValue).1", name: step), child: "C-1", name: "Hassan",
      reference: "E-2026-0001", title: step.title, due: due.map { now.adding(hours: $0) },
      opens: now.adding(hours: hours), planned: nil, attempts: 0, rules: [])
    row.isAtOnce = step.isUrgent && due.map { $0 <= hours } ?? true
    return row
  }

  private func shown(_ row: TrayRow) -> String {
    let urgency = Urgency(of: row, now: now)
    return "\(urgency.sign) \(urgency.left)"
  }

  @Test("what is due as it opens is at once for an hour, and counts its hours after that")
  func dueAsItOpens() {
    #expect(shown(row(.strategyMeeting, hours: 0, due: 0)) == "● at once")
    let rated = row(.strategyMeeting, hours: 0, due: 0)
    let later = Urgency(of: rated, now: now.adding(seconds: 180))
    #expect(
      later.left == "at once" && later.sign == "●" && later.role == .today,
      "nobody failed to do in three minutes what is to be done at once")
    let soon = row(.strategyMeeting, hours: -3, due: -3)
    #expect(shown(soon) == "! 3h over" && soon.isAtOnce)
    #expect(shown(row(.s47StrategyMeeting, hours: -30)) == "● at once")
    #expect(shown(row(.rhiOffer, hours: -3, due: -3)) == "! 3h over")
  }

  @Test("what is due is so for its own minute: nobody is late by none", arguments: [0, 1, 59, 60])
  func ownMinute(_ seconds: Int64) {
    let offer = Urgency(of: row(.rhiOffer, hours: -3, due: 0), now: now.adding(seconds: seconds))
    #expect("\(offer.sign) \(offer.left)" == (seconds < 60 ? "● now" : "! 1m over"))
    #expect(
      Elapsed.left(until: now, now: now.adding(seconds: seconds))
        == (seconds < 60 ? "now" : "1m over"))
  }

  @Test("what has no limit never says that it is due now, however new it is")
  func noLimit() {
    #expect(shown(row(.minutes, hours: -2)) == "○ no limit")
    #expect(shown(row(.minutes, hours: -30)) == "  waits 1d", "nor does it look calmer with time")
    #expect(shown(row(.minutes, hours: -24 * 120)) == "  waits 17w")
    #expect(shown(row(.monitoring, hours: -2)) == "  ongoing")
    #expect(shown(Sample.report) == "● now", "a report is to be read")
  }

  @Test("a row without a date says the date that those behind it have")
  func dateBehind() {
    var first = row(.minutes, hours: -30)
    first.others = 3
    first.othersNext = Sample.at("2026-11-25 12:09")
    #expect(
      first.othersWords(asOf: now) == ["+3 more, Wed 25 Nov 12:09", "+3, Wed 25 Nov", "+3, 25 Nov"])
    first.othersOverdue = 1
    #expect(first.othersWords(asOf: now) == ["+3 more, 1 late", "+1 late"])
    var dated = row(.minutes, hours: -30, due: 4)
    (dated.others, dated.othersNext) = (3, first.othersNext)
    #expect(dated.othersWords(asOf: now).first == "+3 more")
  }

  @Test("a date of another year says its year, in a list and on a row; one of this year does not")
  func years() {
    let due = Sample.at("2027-02-20 10:35")
    #expect(due.spokenShort(asOf: now) == "Sat 20 Feb 2027 10:35")
    #expect(due.spoken(in: 17, asOf: now) == "20 Feb 2027 10:35")
    #expect(due.spoken(in: 12, asOf: now) == "20 Feb 2027")
    #expect(Sample.at("2026-12-20 10:35").spoken(in: 16, asOf: now) == "Sun 20 Dec 10:35")
    let far = Sample.row(398, name: "Wójcik, Tomasz 15", due: "2027-02-20 10:35")
    let lines = render(Sample.desk(120, 40, rows: [far])).text
    #expect(lines.contains { $0.contains("20 Feb 2027 10:35") }, "\(lines)")
  }

  @Test(
    "a row that is planned for a time before it is due goes by the plan, and says both in its pane")
  func planned() {
    let row = TrayRow(
      kind: .step(id: "E-2026-0009.review-meeting.1", name: .reviewMeeting), child: "C-9",
      name: "Abara, Emeka 15", reference: "E-2026-0009", title: "Review meeting, planned",
      due: Sample.at("2026-11-27 17:00"), opens: Sample.at("2026-11-21 09:00"),
      planned: Sample.at("2026-11-21 20:10"), attempts: 0, rules: [])
    var desk = Sample.desk(120, 40, rows: [row])
    var shown = render(desk).text.joined(separator: "\n")
    func line(_ sign: String) -> String {
      render(desk).text.first { $0.contains("Abara") && $0.contains(sign) } ?? ""
    }
    #expect(line("●").contains("Sat 21 Nov 20:10") && line("●").contains("30m"), "\(line("●"))")
    #expect(shown.contains("30m left, planned today, Sat 21 Nov 20:10"), "\(shown)")
    #expect(shown.contains("due by Fri 27 Nov 2026 17:00"), "\(shown)")
    desk.now = Sample.at("2026-11-21 20:15")
    shown = render(desk).text.joined(separator: "\n")
    #expect(
      shown.contains("! Sat 21 Nov 20:10") && shown.contains("5m over, was planned"), "\(shown)")
    #expect(desk.sentence(of: row).contains("planned for Sat 21 Nov 20:10, due Fri 27 Nov 17:00"))
  }
}
