import Desk
import Testing

@Suite("Looking for what others saved")
struct CommitLooksTests {
  /// The moments at which a desk looks until an end, in milliseconds.
  private func moments(_ looks: CommitLooks, from start: Int, until end: Int) -> [Int] {
    var (looks, clock, found) = (looks, start, [Int]())
    while let wait = looks.wait(at: clock), clock + wait <= end {
      clock += wait
      looks.looked(at: clock)
      found.append(clock)
    }
    return found
  }

  @Test("where nothing changes nothing is looked at")
  func still() {
    var looks = CommitLooks(isTold: true, at: 0)
    #expect(looks.wait(at: 0) == nil)
    looks.looked(at: 5_000)
    #expect(looks.wait(at: 5_000) == nil)
  }

  @Test(
    "however long the disk takes, what it kept is seen within as much again and half a second",
    arguments: [1, 9, 30, 45, 200, 700, 3_000, 29_000])
  func slowDisk(took: Int) {
    var looks = CommitLooks(isTold: true, at: 0)
    looks.changed(at: 1_000)
    let seen = moments(looks, from: 1_000, until: 200_000).first { $0 >= 1_000 + took }
    #expect((seen ?? .max) - 1_000 - took <= min(max(CommitLooks.first, took), 500))
  }

  @Test("the looks end by themselves, and the minute has them from there")
  func end() {
    var looks = CommitLooks(isTold: true, at: 0)
    looks.changed(at: 0)
    let all = moments(looks, from: 0, until: 1_000_000)
    #expect(all.count == 64 && (all.last ?? 0) > CommitLooks.end - CommitLooks.longest)
  }

  @Test("a wait that keys end early does not put a look off")
  func keys() {
    var looks = CommitLooks(isTold: true, at: 0)
    looks.changed(at: 0)
    for clock in 0..<10 { looks.looked(at: clock) }
    #expect(looks.wait(at: 10) == 0)
  }

  @Test("where the system tells of nothing the looks never end")
  func untold() {
    let looks = CommitLooks(isTold: false, at: 500)
    #expect(moments(looks, from: 500, until: 2_500) == [1_000, 1_500, 2_000, 2_500])
    #expect(moments(looks, from: 500, until: 3_600_500).count == 7_200)
  }
}
