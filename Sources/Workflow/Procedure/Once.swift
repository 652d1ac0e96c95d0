import Synchronization

/// A value that is worked out when it is first asked for, and once, whoever asks.
///
/// A desk opens with every shipped procedure at hand and derives nothing before the first act: what only
/// deriving needs is not on the start path.
final class Once<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// Makes a value that is still to be worked out.
  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value.
  var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
