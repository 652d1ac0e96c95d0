extension Int {
  /// As a place in an order: `1st`, `12th`, `22nd`.
  package var ordinal: String {
    let ending =
      switch (self % 10, self % 100) {
      case (1, let hundred) where hundred != 11: "st"
      case (2, let hundred) where hundred != 12: "nd"
      case (3, let hundred) where hundred != 13: "rd"
      default: "th"
      }
    return "\(self)\(ending)"
  }
}
