import Grid
import Workflow

/// Commands of a child's page that record nothing.
enum EpisodeCommands {
  static let acts: [DeskCommand] = [
    DeskCommand(
      "do-step", in: [.episode], keys: [.enter], "do",
      "Do the selected step, or read the selected line of the timeline", footer: true,
      labelHere: { $0.childScreen?.isTimelineFocused == true ? "read" : nil }, disabled: cannotDo,
      opens: { desk in
        guard desk.childScreen?.isTimelineFocused == false, let step = desk.selectedStep else {
          return nil
        }
        let (kind, preset) = step.form(for: desk.me.role)
        return ChildForm(kind: kind, preset: preset)
      }, run: doStep),
    DeskCommand(
      "waiting-report", in: [.episode], keys: [.character("N")], "triage",
      "Triage the report that waits for the child at the front door", footer: true,
      suits: { !($0.childScreen?.page.waiting.isEmpty ?? true) },
      disabled: { desk in
        desk.childScreen?.page.waiting.isEmpty ?? true ? "No report waits for this child" : nil
      },
      run: triageWaiting),
    DeskCommand(
      "timeline", in: [.episode], keys: [.tab, .backTab], "timeline",
      "Go between the steps and the timeline", footer: true,
      labelHere: { $0.childScreen?.isTimelineFocused == true ? "steps" : nil },
      run: { desk in desk.changeChild { $0.isTimelineFocused.toggle() } }),
    DeskCommand(
      "timeline-kind", in: [.episode], keys: [.character("t")], "kind",
      "Show the next kind of event in the timeline, then everything again", footer: true,
      suits: { $0.childScreen?.isTimelineFocused ?? false },
      run: { desk in desk.changeChild { $0.showNextKind() } }),
    DeskCommand(
      "narrow", in: [.episode], keys: [.character("\\"), .function(4)], "filter",
      "Narrow steps and timeline to the lines with some words: a step, a person"
    ) { $0.openNarrowing() },
    DeskCommand(
      "settled", in: [.episode], keys: [.character("z")], "settled",
      "Show every step, those without a limit and those that are settled, too; or fold them again",
      disabled: { desk in
        guard let screen = desk.childScreen else { return "No child is selected" }
        return screen.folded.count > 0 || screen.isUnfolded ? nil : "Nothing is folded here"
      },
      run: { desk in
        desk.changeChild { screen in
          let step = screen.selectedStep?.id
          screen.isUnfolded.toggle()
          screen.selected = screen.steps.firstIndex { $0.id == step } ?? 0
        }
      }),
    DeskCommand(
      "episode-file", in: [.episode], keys: [.character("i")], "file",
      "Read about the child, the interviews, people, places, documents", footer: true
    ) { desk in
      guard let page = desk.childScreen?.page else { return [] }
      let title = "\(page.child.name) · \(page.record?.reference ?? page.child.id)"
      desk.stack.append(
        .text(title: title, lines: EpisodeFile(page: page, now: desk.now).lines, scroll: 0))
      return []
    },
    DeskCommand(
      "whole-half", in: [.episode], keys: [.character("v")], "room",
      "Give the half that has the keys all the room, or share it again", footer: true,
      suits: { $0.childScreen.map { !$0.isTimelineFocused || $0.isAlone } ?? false },
      run: { desk in desk.changeChild { $0.isAlone.toggle() } }),
    DeskCommand(
      "two-authorities", in: [.episode], keys: [.character("A")], "authorities",
      "Show what host and responsible authority each have to do", footer: true,
      suits: { $0.childScreen?.page.authorities != nil },
      disabled: { desk in
        guard let page = desk.childScreen?.page else { return "No child is selected" }
        if page.authorities == nil { return "One authority alone has this child" }
        return page.record == nil ? "There is no missing record" : nil
      },
      run: { desk in
        guard let child = desk.subjectChild else { return [] }
        return [.loadChild(child, .twoAuthorities)]
      }),
  ]

  /// Going from step to step.
  static let moves: [DeskCommand] = [
    DeskCommand(
      "step-down", in: [.episode], keys: [.down, .character("j")], "down",
      "Go to the next step or line"
    ) { desk in desk.changeChild { $0.moveStep(by: 1) } },
    DeskCommand(
      "step-up", in: [.episode], keys: [.up, .character("k")], "up", "Go to the step or line above"
    ) { desk in desk.changeChild { $0.moveStep(by: -1) } },
    DeskCommand("episode-page-down", in: [.episode], keys: [.pageDown], "page", "Go a page down") {
      desk in desk.changeChild { $0.moveStep(by: 8) }
    },
    DeskCommand("episode-page-up", in: [.episode], keys: [.pageUp], "page", "Go a page up") {
      desk in
      desk.changeChild { $0.moveStep(by: -8) }
    },
    DeskCommand(
      "first-step", in: [.episode], keys: [.home, .character("g")], "first",
      "Go to the first step or line"
    ) { desk in desk.changeChild { $0.moveStep(by: -$0.length) } },
    DeskCommand(
      "last-step", in: [.episode], keys: [.end, .character("G")], "last",
      "Go to the last step or line"
    ) { desk in desk.changeChild { $0.moveStep(by: $0.length) } },
  ]

  @Sendable private static func cannotDo(_ desk: Desk) -> String? {
    if desk.childScreen?.isTimelineFocused == true { return nil }
    guard let step = desk.selectedStep else {
      return desk.childScreen?.page.waiting.isEmpty ?? true ? "No step is selected" : nil
    }
    guard step.isOpen else {
      let words = step.isEndedWithRecord ? "ended" : step.state(asOf: desk.now).words
      return "\(step.rule.step.title) is \(words)"
    }
    return cannotRecord(desk, step.form(for: desk.me.role).0)
  }

  @Sendable private static func doStep(_ desk: inout Desk) -> [Effect] {
    if let screen = desk.childScreen, screen.isTimelineFocused { return desk.readEvent(screen) }
    // Where nothing is to be done but to read what came in, that is what Enter does.
    guard let step = desk.selectedStep else { return triageWaiting(&desk) }
    guard let child = desk.subjectChild else { return [] }
    let (kind, preset) = step.form(for: desk.me.role)
    return [.loadChild(child, .form(kind, preset: preset))]
  }
}

extension EpisodeCommands {
  /// Opens the report that waits for the child as a form.
  @Sendable private static func triageWaiting(_ desk: inout Desk) -> [Effect] {
    desk.childScreen?.page.waiting.first.map { [.readReport($0.reference)] } ?? []
  }
}

extension Desk {
  /// Goes to the next row that a filter leaves, of a tray or of a child's page.
  mutating func moveFiltered(by distance: Int) -> [Effect] {
    if case .filter(var screen) = stack.last {
      // The name of a filter has no rows to go through.
      screen.isOnRow = screen.before != nil && trays.drawnTotal > 0
      stack[stack.count - 1] = .filter(screen)
    }
    guard case .child = stack.last else { return moveRow(by: distance) }
    return changeChild {
      $0.moveStep(by: distance)
      $0.narrowing.isOnRow = $0.length > 0
    }
  }
}

extension ChildScreen {
  /// How many lines the half has that has the keys.
  var length: Int { isTimelineFocused ? timeline.count : steps.count }

  /// Moves the selected step, or the timeline where it has the keys.
  mutating func moveStep(by distance: Int) {
    if isTimelineFocused {
      line = min(max(0, line + distance), max(0, timeline.count - 1))
    } else {
      selected = min(max(0, selected + distance), max(0, steps.count - 1))
    }
  }
}
