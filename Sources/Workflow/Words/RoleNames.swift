// Roles within sentences, by the names that an authority gives them.

extension Role {
  /// As a sentence says who does something: the authority's own name as it is written, `Contact Desk`,
  /// else the desk's with its article, `the front door`.
  package func mention(_ own: [Role: String]) -> String {
    own[self] ?? "the \(title.lowercasedFirst)"
  }

  /// As a sentence says in which capacity somebody acts, after "as": `front door`.
  package func capacity(_ own: [Role: String]) -> String { own[self] ?? title.lowercasedFirst }
}

extension Permissions {
  /// The refusal of what a role may not record, with the way forward.
  ///
  /// - Parameters:
  ///   - kind: the event.
  ///   - person: who wanted to record it, and as what.
  ///   - own: the authority's names for roles.
  /// - Returns: the refusal.
  package static func refusal(
    of kind: EventKind, by person: Person, named own: [Role: String] = [:]
  ) -> Refusal {
    let roles = roles(for: kind)
    let ask = roles.prefix(3).map { $0.mention(own) }.joined(separator: ", or ")
    // An administrator is usually the first on a desk, and alone there.
    let way =
      person.role == .administrator
      ? "An administrator keeps the desk's staff and register and records no work: add whoever does, "
        + "yourself too, with 'homeward staff add ID --name NAME --role \(roles.first?.rawValue ?? "ROLE")' "
        + "and --login ACCOUNT."
      : "Ask \(ask)."
    return Refusal(
      .notAllowed,
      "\(person.name), as \(person.role.capacity(own)), may not record "
        + "\"\(kind.title.lowercasedFirst)\". \(way)",
      tell: roles.first, named: own)
  }
}

extension Role {
  /// The tray that is the role's own, where there is one.
  package var tray: Tray? {
    switch self {
    case .rhiWorker: .rhi
    case .tysWorker: .tys
    default: Tray(rawValue: rawValue)
    }
  }
}
