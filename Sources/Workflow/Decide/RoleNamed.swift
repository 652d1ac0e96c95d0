extension Role {
  /// The role that words name: by its title, by the authority's own, or by the initials that people use.
  ///
  /// - Parameters:
  ///   - words: such as `social worker`, `the coordinator`, `SW`.
  ///   - own: the authority's own names of roles.
  /// - Returns: the role, or nothing where it is somebody else.
  package static func named(_ words: String, _ own: [Role: String]) -> Role? {
    var said = words.trimmed.lowercased()
    if said.hasPrefix("the ") { said = String(said.dropFirst(4)) }
    return allCases.first { role in
      said == role.title.lowercased() || said == own[role]?.lowercased()
        || said == role.tray?.title.lowercased()
        || said == role.title.initials || said == own[role]?.initials
    }
      ?? (said == "coordinator" ? .missingCoordinator : nil)
  }
}

extension String {
  /// The first letters of its words, small: `sw` of `Social worker`; nothing of a single word.
  fileprivate var initials: String? {
    let words = split(separator: " ")
    return words.count > 1 ? words.compactMap(\.first).map { $0.lowercased() }.joined() : nil
  }
}
