import Desk
import Grid
import Workflow

extension World {
  /// A child's page on a desk of 100 columns and 30 lines, once some keys were pressed there.
  ///
  /// - Parameters:
  ///   - person: who sits at the desk.
  ///   - child: whose page it is.
  ///   - keys: the keys, with spaces between.
  /// - Returns: the world after them.
  static func page(for person: Person, of child: ChildCase, keys: String) -> World {
    var world = World(Sample.desk(100, 30, me: person), [child])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(child), step: nil))]
    world.press(keys)
    return world
  }

  /// What the screen shows, line by line.
  var lines: [String] { render(desk).text }
}
