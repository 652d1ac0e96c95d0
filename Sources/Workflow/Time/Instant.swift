/// A moment in time, to the second, with no zone: what the desk stores and compares.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int64

  /// Makes an instant from seconds since 1970-01-01 00:00 UTC.
  package init(seconds: Int64) { self.seconds = seconds }

  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The instant that many elapsed seconds later.
  package func adding(seconds more: Int64) -> Instant { Instant(seconds: seconds + more) }

  /// The instant that many elapsed hours later, whatever the clocks do in between.
  package func adding(hours: Int) -> Instant { adding(seconds: Int64(hours) * 3600) }

  /// Elapsed seconds from another instant to this one; negative when this one is earlier.
  package func since(_ other: Instant) -> Int64 { seconds - other.seconds }
}
