/// One column of one row: what stands there, and what it means.
///
/// Up to five Unicode scalars (a base and its marks, which is what ncurses' own cell holds) are
/// packed into sixteen bytes, so that frames are built and compared without touching a `String`.
package struct Cell: Equatable, Sendable {
  /// How many scalars fit into a cell; further combining marks are dropped.
  package static let scalarLimit = 5

  /// Three scalars of 21 bits each.
  private var low: UInt64
  /// Two scalars, then the width from bit 42 and the role from bit 48.
  private var high: UInt64

  private static let scalarMask: UInt64 = 0x1F_FFFF

  /// Makes a cell of one scalar.
  ///
  /// - Parameters:
  ///   - scalar: what stands in the cell; printable, and as wide as `width` says.
  ///   - width: columns taken: 1 or 2, or 0 for the right half of a wide one.
  ///   - role: what it means.
  package init(_ scalar: Unicode.Scalar, width: Int = 1, role: StyleRole) {
    low = UInt64(scalar.value)
    high = UInt64(truncatingIfNeeded: width) << 42 | UInt64(role.rawValue) << 48
  }

  /// Makes an empty cell: a space.
  ///
  /// - Parameter role: what it means.
  /// - Returns: the cell.
  package static func blank(_ role: StyleRole) -> Cell { Cell(" ", role: role) }

  /// Makes the right half of a cell of width 2.
  ///
  /// - Parameter role: the role of the left half.
  /// - Returns: the cell, of width 0.
  package static func continuation(_ role: StyleRole) -> Cell {
    Cell("\0", width: 0, role: role)
  }

  /// Columns taken: 1, 2, or 0 for the right half of a wide cell.
  package var width: Int { Int(truncatingIfNeeded: high >> 42 & 3) }

  /// True for the right half of a wide cell.
  package var isContinuation: Bool { width == 0 }

  /// What the cell means.
  package var role: StyleRole {
    get { StyleRole(rawValue: UInt8(truncatingIfNeeded: high >> 48)) ?? .text }
    set { high = high & ~(0xFF << 48) | UInt64(newValue.rawValue) << 48 }
  }

  /// The base scalar.
  package var first: Unicode.Scalar { scalar(at: 0) ?? " " }

  /// The scalar at a place, nil beyond the last.
  ///
  /// - Parameter index: 0 is the base, 1 to 4 its marks.
  /// - Returns: the scalar.
  package func scalar(at index: Int) -> Unicode.Scalar? {
    let bits: UInt64
    switch index {
    case 0: return Unicode.Scalar(UInt32(truncatingIfNeeded: low & Self.scalarMask))
    case 1: bits = low >> 21
    case 2: bits = low >> 42
    case 3: bits = high
    case 4: bits = high >> 21
    default: return nil
    }
    let value = UInt32(truncatingIfNeeded: bits & Self.scalarMask)
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// Adds a combining mark, or drops it when the cell is full.
  ///
  /// - Parameter mark: a scalar of width 0.
  package mutating func append(_ mark: Unicode.Scalar) {
    let value = UInt64(mark.value)
    if low >> 21 & Self.scalarMask == 0 {
      low |= value << 21
    } else if low >> 42 == 0 {
      low |= value << 42
    } else if high & Self.scalarMask == 0 {
      high |= value
    } else if high >> 21 & Self.scalarMask == 0 {
      high |= value << 21
    }
  }

  /// What stands in the cell; empty for the right half of a wide one.
  package var text: String {
    if isContinuation { return "" }
    var text = String.UnicodeScalarView()
    for index in 0..<Self.scalarLimit {
      guard let scalar = scalar(at: index) else { break }
      text.append(scalar)
    }
    return String(text)
  }
}
