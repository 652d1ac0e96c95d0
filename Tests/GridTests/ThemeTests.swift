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

  @Test(arguments: Theme.shippedNames) func everyRoleCanBeReadWhereItsColoursAreKnown(
    _ name: String
  ) throws {
    let theme = try #require(Theme.shipped(name))
    // What a high contrast promises is more than what everybody needs.
    let least = name == "high-contrast" ? 7.0 : 4.5
    for role in StyleRole.allCases {
      let palette = theme.look(role, on: .palette)
      if let text = Colour(palette: palette.foreground),
        let ground = Colour(palette: palette.background)
      {
        let contrast = text.contrast(to: ground)
        #expect(contrast >= least, "\(role) on 256 colours: \(contrast)")
        #expect(!palette.attributes.contains(.dim), "\(role): what is dim is darker than it says")
      }
      let ansi = theme.look(role, on: .ansi)
      guard ansi.foreground >= 0, ansi.background >= 0 else { continue }
      #expect(!ansi.attributes.contains(.dim), "\(role): what is dim is darker than it says")
      for (terminal, colours) in Colour.sixteen {
        let contrast = colours[Int(ansi.foreground)].contrast(to: colours[Int(ansi.background)])
        #expect(contrast >= 4.5, "\(role) on 16 colours of \(terminal): \(contrast)")
      }
    }
  }

  @Test(arguments: Theme.shippedNames) func aThemeWithAGroundOfItsOwnPaintsAllOfIt(
    _ name: String
  ) throws {
    let theme = try #require(Theme.shipped(name))
    for rung in [Rung.ansi, .palette] where theme.look(.text, on: rung).background >= 0 {
      for role in StyleRole.allCases {
        let look = theme.look(role, on: rung)
        #expect(look.background >= 0 && look.foreground >= 0, "\(role) on \(rung)")
      }
    }
  }

  @Test func theColoursOfTheStandardThemeCanBeReadOnBlackAndOnWhite() throws {
    for role in StyleRole.allCases {
      let look = Theme.standard.look(role, on: .palette)
      guard look.background < 0, let text = Colour(palette: look.foreground) else {
        #expect(look.foreground < 0 || look.background >= 0, "\(role): a terminal's own colour")
        continue
      }
      #expect(text.contrast(to: Colour(0)) >= 4 && text.contrast(to: Colour(0xFFFFFF)) >= 4)
    }
  }

  @Test(arguments: zip(["deuteranopia", "tritanopia"], Colour.Deficiency.allCases))
  func whatPressesStaysApartForEyesThatConfuseColours(
    _ name: String, _ deficiency: Colour.Deficiency
  ) throws {
    let theme = try #require(Theme.shipped(name))
    let roles: [StyleRole] = [.overdue, .today, .done]
    for (index, one) in roles.enumerated() {
      for other in roles[(index + 1)...] {
        let (left, right) = (theme.look(one, on: .palette), theme.look(other, on: .palette))
        func lightness(_ colour: Int16) throws -> Double {
          try #require(Colour(palette: colour)).seen(with: deficiency).lightness
        }
        let ink = try abs(lightness(left.foreground) - lightness(right.foreground))
        let ground = try abs(lightness(left.background) - lightness(right.background))
        #expect(max(ink, ground) >= 15, "\(one) and \(other): \(ink), \(ground)")
        #expect(left.attributes != right.attributes, "\(one) and \(other) need a mark, too")
      }
    }
    // What can be read must be readable as it is seen.
    for role in StyleRole.allCases {
      let look = theme.look(role, on: .palette)
      let text = try #require(Colour(palette: look.foreground)).seen(with: deficiency)
      let ground = try #require(Colour(palette: look.background)).seen(with: deficiency)
      #expect(text.contrast(to: ground) >= 4.5, "\(role)")
    }
  }

  @Test(arguments: Theme.shippedNames) func withoutColourTheMarksAloneTellApart(
    _ name: String
  ) throws {
    let theme = try #require(Theme.shipped(name))
    let groups: [[StyleRole]] = [
      [.overdue, .today, .done], [.stageDone, .stageNow, .stageAhead],
      [.selected, .selectedUnfocused, .text], [.fieldValue, .fieldFocused, .placeholder],
      [.error, .text], [.button, .buttonFocused], [.frameLine, .frameLineFocused],
    ]
    for group in groups {
      let looks = group.map { theme.look($0, on: .mono) }
      #expect(Set(looks).count == group.count, "\(group)")
    }
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
