import Grid
import Workflow

/// How wide and high the lines of a form are: arithmetic on the size and the questions alone, so that
/// keys move by the very rows that are drawn.
struct FormShape {
  /// The columns of the questions.
  let labelWidth: Int
  /// The columns between the frame's sides.
  let width: Int
  /// The rows that a paragraph takes among other lines.
  let paragraphRows: Int
  /// The rows between the frame's top and foot.
  let height: Int

  /// The columns at the right in which stands what is to be minded; none where there is no room for them.
  let sideWidth: Int

  init(_ form: FormScreen, layout: Layout) {
    let entries = form.entries
    let hasSide = layout.size.width >= 110 && layout.size.height >= 20 && form.points.count > 0
    sideWidth = hasSide && !form.isZoomed ? min(60, layout.size.width / 3) : 0
    // The longest question whole, where that leaves most of the row to answers.
    let longest = entries.map { DisplayWidth.of($0.field.label) }.max() ?? 0
    width = max(1, layout.body.width - 4 - (sideWidth > 0 ? sideWidth + 3 : 0))
    labelWidth = min(longest + 3, width >= 70 ? width / 2 : (width + 4) * 2 / 5)
    height = max(1, layout.body.height - 2)
    paragraphRows = layout.size.height >= 22 ? 4 : 2
    let isPointing = sideWidth == 0 && form.points.count > 0
    // Before a triage stands what may open a second record of one child: where the lines still have most of the
    // screen, it has more rows than other forms.
    let further = form.question != nil && layout.size.height >= 24 ? 2 : 0
    let most = (isPointing ? 3 : 4) + further
    headRows = height >= 30 ? height / 3 : max(1, min(height / 3, most))
  }

  /// The most rows that what to know before the first line may take; the rest is behind a key.
  let headRows: Int

  /// Whether there is more to know before the first line than there are rows for.
  func isCut(_ head: [String]) -> Bool {
    head.reduce(0) { $0 + wrapped(displaySafe($1), to: width).count } > headRows
  }

  /// The rows at the foot that say what the focused line takes.
  var hintRows: Int { height >= 12 ? 2 : 1 }

  /// The columns in which text is typed: one is left for the cursor after the last letter.
  func textWidth(isZoomed: Bool) -> Int { max(1, (isZoomed ? width : width - labelWidth) - 1) }

  /// The rows of text that are seen at once.
  func textRows(isZoomed: Bool) -> Int { isZoomed ? zoomedRows : paragraphRows }

  /// The rows of a text that has the whole screen: all but the question, the hint and its line.
  var zoomedRows: Int { max(1, height - hintRows - (height >= 12 ? 1 : 0) - 1) }
}
