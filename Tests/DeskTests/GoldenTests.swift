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

  @Test("is drawn as it was looked at, at every size")
  func isDrawnAsItWasLookedAt() throws {
    var frames: [String: [Frame]] = [:]
    var names: [String] = []
    for size in GoldenTests.sizes {
      for (name, desk) in try GoldenScreens.all(size) {
        if frames[name] == nil { names.append(name) }
        frames[name, default: []].append(render(desk))
      }
    }
    for name in names {
      let drawn = frames[name] ?? []
      #expect(drawn.count == GoldenTests.sizes.count, "\(name) is there twice, or not at all sizes")
      try GoldenFile.check(drawn, name)
    }
    let others = Set(try GoldenFile.names).subtracting(names).subtracting(["too-small", "looks"])
    if GoldenFile.isRecording { try GoldenFile.remove(others.sorted()) }
    #expect(others.isEmpty || GoldenFile.isRecording, "no screen is called \(others.sorted())")
  }

  /// Every kind of screen; the compiler asks for a new one here, and the test for its golden frames.
  private enum Kind: CaseIterable {
    case trays, child, form, confirm, why, text, help, find, drafts, filter, filters, bulk, charts
    case themes, palette, asides, people, choices

    init(_ screen: Screen?) {
      switch screen {
      case nil: self = .trays
      case .child: self = .child
      case .form: self = .form
      case .confirm: self = .confirm
      case .why: self = .why
      case .text: self = .text
      case .help: self = .help
      case .find: self = .find
      case .drafts: self = .drafts
      case .filter: self = .filter
      case .filters: self = .filters
      case .bulk: self = .bulk
      case .charts: self = .charts
      case .themes: self = .themes
      case .palette: self = .palette
      case .asides: self = .asides
      case .people: self = .people
      case .choices: self = .choices
      }
    }
  }

  @Test("has a frame for each kind of screen and for each place where keys go")
  func hasAFrameForEach() throws {
    let desks = try GoldenScreens.all(GoldenTests.sizes[0]).map(\.1)
    let kinds = Set(desks.map { Kind($0.stack.last) })
    #expect(kinds == Set(Kind.allCases), "without: \(Set(Kind.allCases).subtracting(kinds))")
    let contexts = Set(desks.map(\.context))
    #expect(contexts == Set(Context.allCases))
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
    try GoldenFile.check(
      [render(Sample.desk(39, 11)), render(Sample.desk(1, 1))], "too-small")
  }

  @Test("each role looks as it was looked at, in colour and without")
  func looks() throws {
    let theme = Theme.standard
    let lines = StyleRole.allCases.map { role in
      ([role.letter.description, role.name]
        + Rung.allCases.map { "\($0): \(GoldenTests.words(theme.look(role, on: $0)))" })
        .joined(separator: "  ")
    }
    try GoldenFile.check(text: lines.joined(separator: "\n") + "\n", "looks")
  }

  private static func words(_ look: Look) -> String {
    var words: [String] = []
    if look.attributes.contains(.bold) { words.append("bold") }
    if look.attributes.contains(.dim) { words.append("dim") }
    if look.attributes.contains(.underline) { words.append("underline") }
    if look.attributes.contains(.reverse) { words.append("reverse") }
    if look.foreground >= 0 { words.append("\(look.foreground)") }
    if look.background >= 0 { words.append("on \(look.background)") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
