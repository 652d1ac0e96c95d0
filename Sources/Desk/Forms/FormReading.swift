package import Workflow

extension FormScreen {
  /// What a filled form asks to be recorded, or what is missing or wrong in it.
  package func submission(now: Instant) -> Result<Submission, FormFindings> {
    var findings: [FormFinding] = []
    var body = Body()
    var at = now
    for entry in entries {
      switch entry.read(now: now) {
      case .failure(let finding): findings.append(finding)
      case .success(nil):
        // Another child's id answers which child is meant.
        let isAnswered = entry.field.name == "child" && !typed("child-id").isEmpty
        if entry.field.isRequired && !isAnswered {
          findings.append(
            FormFinding(
              field: entry.field.name, sentence: "\(entry.field.label) is needed to record this"))
        }
      case .success(let value?):
        if entry.field.name == "at", case .instant(let instant) = value {
          at = instant
        } else {
          body[name: entry.field.name] = value
        }
      }
    }
    guard findings.isEmpty else { return .failure(FormFindings(list: findings)) }
    let act: Submission.Act
    switch purpose {
    case .event(let kind, let child, let version):
      act = .event(kind, child: child, version: version)
    case .triage(let draft):
      let child = typed("child-id").isEmpty ? typed("child") : typed("child-id")
      body[name: "child"] = nil
      body[name: "child-id"] = nil
      act = .triage(
        report: draft.reference, subject: draft.subject, child: child == "new" ? nil : child)
    case .intake:
      return .failure(FormFindings(list: []))
    }
    return .success(
      Submission(act: act, at: at, body: body, command: command, draftKey: draftKey))
  }
}

/// Everything that is wrong in a form, all at once.
package struct FormFindings: Error, Sendable {
  /// The findings, in the order of the lines.
  package let list: [FormFinding]
}
