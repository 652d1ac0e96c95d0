import Grid
import Testing

@Suite struct ThemeTests {
  @Test(arguments: Theme.shippedNames) func everyShippedThemeSetsEveryRole(_ name: String) throws {
    // The reader refuses a theme with a role missing.
    let theme = try #require(Theme.shipped(name))
    #expect(theme.name == name)
  }

  @Test(arguments: Theme.shippedNames) func noShippedThemeHasBlueText(_ name: String) throws {
    let theme = try #require(Theme.shipped(name))
    for role in StyleRole.allCases {
      for rung in Rung.allCases { #expect(theme.look(role, on: rung).foreground != 4) }
      #expect(theme.look(role, on: .mono).foreground == -1)
      #expect(theme.look(role, on: .mono).background == -1)
    }
  }

  @Test(arguments: Theme.shippedNames) func whatMattersStandsOutOnEveryRung(_ name: String) throws {
    let theme = try #require(Theme.shipped(name))
    for rung in Rung.allCases {
      let plain = theme.look(.text, on: rung)
      let marked: [StyleRole] = [
        .selected, .overdue, .error, .danger, .stageNow, .buttonFocused, .fieldFocused, .searchHit,
        .titleBar, .heading, .warning, .frameLineFocused,
      ]
      for role in marked {
        #expect(theme.look(role, on: rung) != plain, "\(role) on \(rung)")
      }
      #expect(theme.look(.selected, on: rung) != theme.look(.selectedUnfocused, on: rung))
      #expect(theme.look(.button, on: rung) != theme.look(.buttonFocused, on: rung))
      #expect(theme.look(.frameLine, on: rung) != theme.look(.frameLineFocused, on: rung))
      #expect(theme.look(.fieldValue, on: rung) != theme.look(.fieldFocused, on: rung))
    }
  }

  @Test func theStandardThemeKeepsTheTerminalsGround() {
    for role in StyleRole.allCases where role != .danger {
      for rung in Rung.allCases {
        #expect(Theme.standard.look(role, on: rung).background == -1, "\(role)")
      }
    }
    #expect(Theme.standard.name == "terminal")
  }

  @Test func theHighContrastThemeIsReadable() throws {
    let theme = try #require(Theme.shipped("high-contrast"))
    for role in StyleRole.allCases {
      let look = theme.look(role, on: .palette)
      let text = luminance(look.foreground)
      let ground = luminance(look.background)
      #expect((max(text, ground) + 0.05) / (min(text, ground) + 0.05) >= 7, "\(role)")
    }
  }

  /// Relative luminance of a colour of the palette's cube or greys; the rest is the terminal's.
  private func luminance(_ colour: Int16) -> Double {
    #expect(colour >= 16)
    let levels = [0, 95, 135, 175, 215, 255]
    let index = Int(colour) - 16
    let grey = 8 + 10 * (index - 216)
    let parts =
      index < 216
      ? [levels[index / 36], levels[index / 6 % 6], levels[index % 6]] : [grey, grey, grey]
    // An approximation of the sRGB curve by its exponent is near enough here.
    let linear = parts.map { part in
      let share = Double(part) / 255
      return share * share * share.squareRoot().squareRoot().squareRoot()
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  @Test func readsColoursAndAttributes() throws {
    let theme = try Theme(parsing: source(replacing: "overdue", with: Self.overdue), file: "x")
    let mono = Look(attributes: [.bold, .reverse])
    #expect(theme.look(.overdue, on: .mono) == mono)
    let ansi = Look(attributes: .underline, foreground: 9)
    #expect(theme.look(.overdue, on: .ansi) == ansi)
    let palette = Look(foreground: 196, background: 16)
    #expect(theme.look(.overdue, on: .palette) == palette)
  }

  private static let overdue =
    "overdue =\tmono: bold reverse; 16: underline bright-red on default; 256: 196 on 16\r"

  @Test func reportsAllFindingsAtOnce() throws {
    let text = """
      # a theme with faults
      name = x
      nosuch = mono:; 16:; 256:
      text = mono: red; 16: blurple on; 256: 300 on 2 3
      text = mono:; 16: 5
      muted mono:
      """
    let error = #expect(throws: ThemeError.self) { _ = try Theme(parsing: text, file: "a.theme") }
    let sentences = try #require(error?.sentences)
    #expect(
      Array(sentences.prefix(10)) == [
        "a.theme:3:1: error: unknown role 'nosuch'",
        "a.theme:4:14: error: expected 'bold', 'dim', 'underline' or 'reverse'",
        "a.theme:4:23: error: unknown colour 'blurple'",
        "a.theme:4:31: error: expected a colour after 'on'",
        "a.theme:4:40: error: unknown colour '300'",
        "a.theme:4:49: error: expected attributes, a colour, 'on' and a colour",
        "a.theme:5:1: error: 'text' stands twice; first on line 4",
        "a.theme:5:19: error: unknown colour '5'",
        "a.theme:5:1: error: 'text' has no '256:'",
        "a.theme:6:1: error: expected 'role = mono: …; 16: …; 256: …'",
      ])
    #expect(sentences.count == 10 + StyleRole.allCases.count - 1)
    #expect(sentences.last == "a.theme:6:1: error: missing role 'chart'")
  }

  @Test func refusesHostileAndEmptyFiles() {
    #expect(throws: ThemeError.self) { _ = try Theme(parsing: "", file: "x") }
    let error = #expect(throws: ThemeError.self) {
      _ = try Theme(parsing: "a\u{1b}[2J = \u{202e}", file: "x")
    }
    #expect(error?.sentences.first == "x:1:1: error: unknown role 'a␛[2J'")
  }

  private func source(replacing name: String, with line: String) -> String {
    "name = x\n"
      + StyleRole.allCases.map { role in
        role.name == name ? line : "\(role.name) = mono:; 16:; 256:"
      }.joined(separator: "\n")
  }
}
