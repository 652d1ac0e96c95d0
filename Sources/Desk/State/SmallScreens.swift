import Workflow

/// Help: every command that there is, narrowed by what is typed; Enter runs the selected one.
package struct HelpScreen: Sendable {
  /// What was typed to narrow the list.
  package var filter = ""
  /// The selected line.
  package var selected = 0
  /// Where help was asked for: whose commands come first.
  package let context: Context

  /// Makes help for a context.
  package init(context: Context) { self.context = context }
}

/// Find: a child or an episode by name, reference or police reference.
package struct FindScreen: Sendable {
  /// What was typed.
  package var text = ""
  /// The hits.
  package var hits: [FoundRow] = []
  /// The selected hit.
  package var selected = 0
  /// Which question the hits answer.
  package var generation = 0

  /// Makes an empty search.
  package init() {}
}
