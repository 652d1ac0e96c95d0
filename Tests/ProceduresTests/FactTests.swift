import Procedures
import TestSupport
import Testing

@testable import Workflow

/// What `Turn` relies on when it reads only those facts anew that can have become others.
@Suite("Facts of an episode")
struct FactTests {
  @Test("become others only with the events from which they are read", arguments: 0..<12)
  func hangOnTheirEvents(seed: Int) throws {
    let procedure = try #require(Shelf.shipped.pack(id: "combined").versions.last).procedure
    var history = RandomHistory(seed: UInt64(3000 + seed))
    let child = history.child(after: 60, under: procedure)
    var changes: Set<Fact> = []
    for record in child.records {
      for whole in record.episodes {
        func readings(knowing count: Int) -> [Fact: FactReading] {
          var episode = whole
          episode.log = whole.log.first(count)
          let situation = Situation(child: child, record: record, episode: episode)
          return Dictionary(
            uniqueKeysWithValues: Fact.allCases.filter { !$0.events.isEmpty }.map {
              ($0, situation.reading(of: $0))
            })
        }
        var before = readings(knowing: 1)
        for count in 1..<whole.log.all.count {
          let after = readings(knowing: count + 1)
          let kind = whole.log.all[count].kind
          for (fact, reading) in after
          where reading.values != before[fact]?.values || reading.number != before[fact]?.number {
            changes.insert(fact)
            #expect(fact.events.contains(kind), "\(fact.rawValue) after \(kind.rawValue)")
          }
          before = after
        }
      }
    }
    #expect(changes.count >= 3, "only \(changes.map(\.rawValue).sorted()) became others")
  }
}
