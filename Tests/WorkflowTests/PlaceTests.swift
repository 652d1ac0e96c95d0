import Testing

@testable import Workflow

@Suite("Places of kinds")
struct PlaceTests {
  @Test("are those of the list of all cases")
  func matchTheList() {
    #expect(EventKind.allCases.map(\.place) == Array(EventKind.allCases.indices))
  }
}
