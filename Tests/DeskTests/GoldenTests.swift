import Desk
import Grid
import Testing
import Workflow

@Suite("Every screen, drawn")
struct GoldenTests {
  static let sizes = [
    Desk.Size(width: 80, height: 24), Desk.Size(width: 120, height: 40),
    Desk.Size(width: 40, height: 12),
  ]

  @Test("is drawn as it was looked at", arguments: sizes)
  func isDrawnAsItWasLookedAt(size: Desk.Size) throws {
    for (name, desk) in try GoldenScreens.all(size) { try GoldenFile.check(render(desk), name) }
  }

  @Test("below the floor says what is needed and never fails")
  func saysWhatIsNeededBelowTheFloor() throws {
    for width in 1...41 {
      for height in 1...13 where width < 40 || height < 12 {
        for (_, var desk) in try GoldenScreens.all(Desk.Size(width: 80, height: 24)) {
          _ = update(&desk, .key(.resize(width: width, height: height)))
          let frame = render(desk)
          #expect(frame.width == width && frame.height == height)
        }
      }
    }
    try GoldenFile.check(render(Sample.desk(39, 11)), "too-small")
    try GoldenFile.check(render(Sample.desk(1, 1)), "too-small")
  }
}
