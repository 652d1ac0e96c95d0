import Workflow

/// What is overdue, and what is due today, as SQL: lists, counts and filters ask alike.
///
/// What is to be done at once lies below zero and is overdue an hour after it was due (`WorkStep.atOnceLasts`);
/// all else once the minute is over in which it comes up (`Elapsed.isOver`).
enum Lateness {
  /// Whether a step is overdue.
  ///
  /// - Parameters:
  ///   - table: the prefix of its columns: `s.`.
  ///   - atOnce: what stands for the first of `bounds`.
  ///   - limit: what stands for the second of them.
  /// - Returns: the condition.
  static func overdue(_ table: String, atOnce: String = "?", limit: String = "?") -> String {
    "CASE WHEN \(table)sort_due < 0 THEN \(table)due < \(atOnce) ELSE \(table)sort_due < \(limit) END"
  }

  /// Whether a step is to be done by the end of a day and not overdue.
  ///
  /// - Parameters:
  ///   - table: the prefix of its columns.
  ///   - atOnce: what stands for the first of `bounds`.
  ///   - limit: what stands for the second of them.
  ///   - end: what stands for the end of the day.
  /// - Returns: the condition.
  static func today(
    _ table: String, atOnce: String = "?", limit: String = "?", end: String = "?"
  ) -> String {
    """
    (\(table)sort_due < 0 AND (\(table)due IS NULL OR \(table)due >= \(atOnce))
      OR (\(table)sort_due >= \(limit) AND \(table)sort_due < \(end)))
    """
  }

  /// Before which moments a step must have been due to be overdue at a moment: what is to be done at once, and
  /// all else; in seconds.
  static func bounds(_ now: Instant) -> (atOnce: Int64, limit: Int64) {
    (now.seconds - WorkStep.atOnceLasts, now.seconds - Elapsed.minute + 1)
  }
}
