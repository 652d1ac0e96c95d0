import Desk
import Grid

/// Presses keys by their names, with spaces between, and returns what the desk wants done.
func press(_ desk: inout Desk, _ keys: String) -> [Effect] {
  let effects = keys.split(separator: " ").compactMap { Key(name: String($0)) }
    .flatMap { update(&desk, .key($0)) }
  return desk.awaitsPause ? effects + update(&desk, .pause) : effects
}
