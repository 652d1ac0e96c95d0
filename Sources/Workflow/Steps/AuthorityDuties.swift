/// What each of two authorities has to do for one child: the desk's work steps, and beside them what
/// is known here of the other's.
package struct AuthorityDuties: Sendable {
  /// One authority's part.
  package struct Side: Sendable {
    /// `host`, `responsible`, or `desk` where the desk's authority is neither.
    package let part: String
    /// The authority.
    package let authority: String
    /// Whether it is the desk's own: only its steps lie in the desk's trays.
    package let isDesk: Bool
    /// The procedure from which the steps follow, or nothing where none of the authority is known.
    package let procedure: Procedure?
    /// The steps, what is open by due time first.
    package let steps: [WorkStep]
    /// Steps of the desk by which it tells this authority.
    package let notices: [WorkStep]
  }

  /// Who the two are.
  package let authorities: TwoAuthorities
  /// The host's part before the responsible authority's; the desk's own first where it is neither.
  package let sides: [Side]

  /// Works out both parts.
  ///
  /// - Parameters:
  ///   - record: the record.
  ///   - child: the child.
  ///   - authorities: who the two are.
  ///   - own: the procedure that the desk's record follows.
  ///   - others: the procedures at hand; those of the other authority are read.
  package init(
    of record: MissingRecord, child: ChildCase, authorities: TwoAuthorities, own: Procedure,
    others: [Procedure]
  ) {
    self.authorities = authorities
    let mine = Derive.steps(of: record, child: child, procedure: own).inWorkOrder
    let notices = mine.filter { AuthorityDuties.notices.contains($0.id.step) }
    func side(_ part: String, _ authority: String) -> Side {
      if TwoAuthorities.isSame(authority, authorities.desk) {
        return Side(
          part: part, authority: authority, isDesk: true, procedure: own, steps: mine, notices: [])
      }
      let procedure = others.first { TwoAuthorities.isSame($0.authority, authority) }
      let steps = procedure.map { Derive.steps(of: record, child: child, procedure: $0) } ?? []
      return Side(
        part: part, authority: authority, isDesk: false, procedure: procedure,
        steps: steps.inWorkOrder, notices: notices)
    }
    var sides = [
      side("host", authorities.host), side("responsible", authorities.responsible),
    ]
    if !sides.contains(where: \.isDesk) { sides.insert(side("desk", authorities.desk), at: 0) }
    self.sides = sides
  }

  /// As a pane or a page shows it: a section a side.
  ///
  /// - Parameter now: the moment.
  /// - Returns: the title and the sections.
  package func explanation(asOf now: Instant) -> Explanation {
    Explanation(
      title: "Two authorities · \(authorities.words)",
      sections: sides.map { side in
        Explanation.Section(heading: side.heading, lines: side.lines(asOf: now))
      })
  }

  /// The steps by which one authority tells another.
  private static let notices: Set<StepName> = [
    .hostAuthorityNotice, .homeAuthorityNotice, .responsibleAuthorityNotice,
    .otherAuthoritiesNotice,
  ]
}

extension AuthorityDuties.Side {
  /// `Host: Northbrook, this desk, by lambeth-2023`.
  package var heading: String {
    let title = part.prefix(1).uppercased() + part.dropFirst()
    let whose = isDesk ? "this desk" : "the other authority's, not in this desk's trays"
    return "\(title): \(authority) · \(whose)" + (procedure.map { " · by \($0.id)" } ?? "")
  }

  /// A sentence a step, and what is not known.
  package func lines(asOf now: Instant) -> [String] {
    var lines: [String] = []
    if !isDesk {
      for notice in notices { lines.append("Told by this desk: \(notice.line(asOf: now))") }
      if notices.isEmpty { lines.append("This desk's procedure sets no notice to it here") }
      if procedure == nil {
        lines.append(
          "No procedure of \(authority) is on the shelf: what it must do by its own rules is not "
            + "known here; ask it")
      } else {
        lines.append("If it works from the same facts, its own procedure asks of it:")
      }
    }
    if procedure != nil, steps.isEmpty { lines.append("Nothing as things stand") }
    return lines + steps.map { $0.line(asOf: now) }
  }
}

extension WorkStep {
  /// `Strategy meeting: due Tue 3 Mar 2026 18:00, overdue by 3h, team manager chairs (LW-28)`.
  package func line(asOf now: Instant) -> String {
    var parts = due.map { ["due \($0.spoken)"] } ?? []
    let words = state(asOf: now).words(due: due, now: now)
    if state(asOf: now) != .comingUp { parts.append(words) }
    if let chair, isOpen { parts.append("\(chair.title.lowercasedFirst) chairs") }
    let asking = rules.isEmpty ? "" : " (\(rules.joined(separator: ", ")))"
    return "\(name): \(parts.joined(separator: ", "))\(asking)"
  }
}

extension [WorkStep] {
  /// What is open by due time, then what is not.
  fileprivate var inWorkOrder: [WorkStep] {
    let open = filter(\.isOpen).enumerated().sorted {
      ($0.element.due?.seconds ?? .max, $0.offset) < ($1.element.due?.seconds ?? .max, $1.offset)
    }
    return open.map(\.element) + filter { !$0.isOpen }
  }
}
