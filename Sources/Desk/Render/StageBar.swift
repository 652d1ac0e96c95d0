import Grid
import Workflow

/// How far a record has come, as a line: `contact ━ strategy ━ [return] ─ RHI ─ closing ─ closed`; what it went
/// past without stands in brackets, `(strategy)`.
struct StageBar {
  let stage: Stage
  /// Stages of which something is still to be done: one that was passed so is not drawn as done.
  var undone: Set<Stage> = []
  /// Those of them of which something is late: as everywhere `!` says that, and nothing else.
  var late: Set<Stage> = []
  /// Stages that it went past without what is done there.
  var passedBy: Set<Stage> = []

  private var index: Int { Stage.allCases.firstIndex(of: stage) ?? 0 }

  /// Columns of the whole line.
  static let width =
    Stage.allCases.reduce(2) { $0 + $1.title.count } + (Stage.allCases.count - 1) * 3

  /// The stages that the record has passed with something still to be done.
  private var passed: Set<Stage> { undone.intersection(Stage.allCases.prefix(index)) }

  /// Of those the stages of which something is late.
  private var overdue: Set<Stage> { passed.intersection(late) }

  /// Those that it went past without what is done there, and of which nobody asks for it any longer.
  private var skipped: Set<Stage> { passedBy.subtracting(passed) }

  /// The same in words, where there is no room for the line.
  var words: String { place + StageBar.without(passedBy) }

  private var place: String { "stage \(index + 1) of \(Stage.allCases.count): \(stage.title)" }

  /// `, without strategy and RHI`; nothing where it went past none.
  static func without(_ passedBy: Set<Stage>) -> String {
    let titles = Stage.allCases.filter(passedBy.contains).map(\.title)
    return titles.isEmpty ? "" : ", without \(titles.joined(separator: " and "))"
  }

  /// Draws the line, or the words where it does not fit.
  func draw(row: Int, column: Int, width: Int, on frame: inout Frame) {
    guard width >= StageBar.width + (overdue.count + skipped.count) * 2 else {
      // What it went past without is left out before how far it has come is cut.
      frame.show(
        DisplayWidth.of(words) <= width ? words : place, row: row, column: column, role: .stageNow,
        maxWidth: width)
      return
    }
    var column = column
    for (place, stage) in Stage.allCases.enumerated() {
      if place > 0 {
        column += frame.show(
          place <= index ? " ━ " : " ─ ", row: row, column: column,
          role: place <= index ? .stageDone : .stageAhead)
      }
      // Brackets tell the stage of now without colour.
      let isLate = overdue.contains(stage)
      let isDone = place < index && !passed.contains(stage) && !skipped.contains(stage)
      let text =
        place == index
        ? "[\(stage.title)]"
        : isLate
          ? "! \(stage.title)" : skipped.contains(stage) ? "(\(stage.title))" : stage.title
      let role: StyleRole =
        isLate ? .warning : place == index ? .stageNow : isDone ? .stageDone : .stageAhead
      column += frame.show(text, row: row, column: column, role: role)
    }
  }
}
