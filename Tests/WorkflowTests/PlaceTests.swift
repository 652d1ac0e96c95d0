import Testing

@testable import Workflow

@Suite("Places of kinds, steps and facts")
struct PlaceTests {
  @Test("are those of the list of all cases")
  func matchTheList() {
    #expect(EventKind.allCases.map(\.place) == Array(EventKind.allCases.indices))
    #expect(StepName.allCases.map(\.place) == Array(StepName.allCases.indices))
    #expect(Fact.allCases.map(\.place) == Array(Fact.allCases.indices))
    // A test has a bit for each fact, and for each value of one.
    #expect(Fact.allCases.count <= 64)
    #expect(EventKind.allCases.count <= 64)
    #expect(StepName.allCases.count <= 128)
    #expect(Fact.allCases.allSatisfy { ($0.values?.count ?? 0) <= 64 })
  }
}
