import Desk
import Grid
import Testing
import Workflow

@Suite("Every screen, drawn")
struct GoldenTests {
  static let sizes = [
    Desk.Size(width: 80, height: 24), Desk.Size(width: 120, height: 40),
    Desk.Size(width: 40, height: 12), Desk.Size(width: 200, height: 60),
  ]

  @Test("is drawn as it was looked at", arguments: sizes)
  func isDrawnAsItWasLookedAt(size: Desk.Size) throws {
    for (name, desk) in try GoldenScreens.all(size) { try GoldenFile.check(render(desk), name) }
  }

  @Test("below the floor says what is needed and never fails")
  func saysWhatIsNeededBelowTheFloor() throws {
    let screens = try GoldenScreens.all(Desk.Size(width: 80, height: 24)).map(\.1)
    for width in [1, 2, 3, 5, 8, 13, 21, 34, 39, 40, 41] {
      for height in 1...12 where width < 40 || height < 12 {
        for var desk in screens {
          _ = update(&desk, .key(.resize(width: width, height: height)))
          let frame = render(desk)
          #expect(frame.width == width && frame.height == height && frame.cursor != nil)
        }
      }
    }
    try GoldenFile.check(render(Sample.desk(39, 11)), "too-small")
    try GoldenFile.check(render(Sample.desk(1, 1)), "too-small")
  }
}
