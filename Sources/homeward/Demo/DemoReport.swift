import Workflow

/// A fictional police report, laid out like what arrives at a duty desk.
struct DemoReport {
  let child: Body
  let reference: String
  let sent: Instant
  let circumstances: String

  /// The report as it would be sent.
  var text: String {
    let lastSeen = sent.adding(hours: -3)
    let reported = sent.adding(hours: -1)
    let born = child[.born].map(DemoReport.date) ?? "NOT KNOWN"
    let isCare = child[.placement] != nil
    return """
      THAMESMARK POLICE                                         OFFICIAL-SENSITIVE
      MERLIN - MISSING PERSON REPORT (MIS)
      ============================================================================
      Report no:   \(reference)
      Unit:        North BCU Misper Desk
      Sent to:     \(Fiction.borough.uppercased()) MASH        Sent:     \(DemoReport.moment(sent))
      ----------------------------------------------------------------------------
      PERSON REPORTED MISSING
      Surname:     \((child[.familyName] ?? "").uppercased())
      Forename:    \((child[.givenNames] ?? "").uppercased())
      DOB:         \(born)
      Home addr:   \(child[.address] ?? "NOT KNOWN")
      LA:          \(Fiction.borough.uppercased())
      ----------------------------------------------------------------------------
      MISSING FROM
      Type:        \(isCare ? "CARE" : "HOME")
      Last seen:   \(DemoReport.moment(lastSeen))       By:       \(isCare ? "Night staff" : "Mother")
      Reported:    \(DemoReport.moment(reported))       By:       \(isCare ? "Night staff" : "Mother")
      ----------------------------------------------------------------------------
      RISK
      Grading:     MEDIUM
      ----------------------------------------------------------------------------
      CIRCUMSTANCES
      \(circumstances)
      ----------------------------------------------------------------------------

      """
  }

  private static func date(_ date: CivilDate) -> String {
    "\(two(date.day))/\(two(date.month))/\(date.year)"
  }

  private static func moment(_ instant: Instant) -> String {
    "\(date(London.local(instant).date)) \(instant.clock)"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
