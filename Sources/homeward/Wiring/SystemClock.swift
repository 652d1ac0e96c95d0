import Glibc
import Workflow

/// The computer's clock.
enum SystemClock {
  /// The moment, to the second.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }

  /// Milliseconds of a clock that only goes on, for what must happen so long after something else.
  static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// A number that is different each time: the nanoseconds, and which process asks.
  static func unique() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return String(UInt64(time.tv_sec) << 30 | UInt64(time.tv_nsec), radix: 36) + "-\(getpid())"
  }
}
