import Grid
import Testing
import Workflow

@testable import Desk

/// A word of a filter that means nothing is said where it is typed, and nothing pretends to be filtered.
@Suite("Words that a filter does not know")
struct FilterWordTests {
  @Test("is: with what no row can be is said in the filter's line, with what there is")
  func saysUnknown() {
    var desk = Sample.desk()
    _ = press(&desk, "\\ i s : f o o")
    let frame = render(desk).text
    #expect(
      frame.contains {
        $0.contains("filter: is:foo")
          && $0.contains("← none such: overdue today no-limit unseen away draft mine")
      }, "\(frame)")
    #expect(frame.contains { $0.contains("is:foo filters nothing ·") }, "the heading says it too")
    #expect(desk.spoken.focus.contains("is:foo filters nothing; there are is: overdue"))
  }

  @Test("a word that looks like is: and is another is said, as long as it stands there")
  func saysStrange() {
    #expect(TrayFilter("step:rhi").complaint?.hasPrefix("only is: overdue today") == true)
    #expect(TrayFilter("IS:foo").complaint?.hasPrefix("none such: overdue") == true)
    #expect(TrayFilter("IS:Overdue").states == [.overdue])
    for fine in ["is:", "is:ov", "pham is:away", "9:30", "x:", "O'Neill"] {
      #expect(TrayFilter(fine).complaint == nil, "\(fine)")
    }
  }

  @Test("a kept filter with such a word says so when it is taken")
  func saysOfKept() {
    var desk = Sample.desk()
    desk.trays.filters = [SavedFilter(name: "Old", text: "is:late")]
    _ = press(&desk, "F End Enter")
    #expect(desk.toast?.text.hasPrefix("is:late is no filter. There are: is:overdue") == true)
  }

  @Test("is: on a child's page says that it filters trays")
  func saysOnPage() throws {
    var desk = Sample.desk(
      showing: .child(ChildScreen(page: Sample.page(try Sample.missing()), step: nil)))
    _ = press(&desk, "\\ i s : a w a y")
    #expect(
      render(desk).text.contains { $0.contains("← is: filters trays; here type words") },
      "\(render(desk).text)")
  }
}
