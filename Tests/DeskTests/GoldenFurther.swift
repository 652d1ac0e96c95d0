import Desk
import Grid
import Workflow

/// The trays as one list.
extension GoldenScreens {
  static func further(_ size: Desk.Size) -> [(String, Desk)] {
    [
      ("all-trays", allTrays(size, "A")), ("all-trays-everything", allTrays(size, "A Esc")),
    ]
  }

  /// What is overdue in all trays: of one child twice the same step, and of another twice for two roles.
  private static func allTrays(_ size: Desk.Size, _ keys: String) -> Desk {
    var world = World(
      Sample.desk(size.width, size.height, me: Sample.worker), rows: Sample.allTrays)
    world.press(keys)
    return world.desk
  }
}
