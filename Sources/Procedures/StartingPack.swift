package import Workflow

/// A pack to begin with: small, whole and right, with comments that say what to change.
package enum StartingPack {
  /// The text of the pack.
  ///
  /// - Parameters:
  ///   - id: its id: small letters, digits and hyphens.
  ///   - authority: whose it is; made from the id where nothing is given.
  ///   - today: the day from which it is in force, and on which its source counts as checked.
  /// - Returns: the text, or nothing where the id is none.
  package static func text(id: String, authority: String?, today: CivilDate) -> String? {
    guard PackReader.isID(id) else { return nil }
    let name = (authority ?? "").split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
    let title = name.isEmpty ? title(of: id) : name
    return template.replacing("TODAY", with: today.iso)
      .replacing("XX-", with: prefix(of: id) + "-").replacing("ID", with: id)
      .replacing("NAME", with: quoted(title))
  }

  private static func title(of id: String) -> String {
    let words = id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return words.isEmpty ? "Ours" : words.joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The letters with which the rules' numbers begin.
  private static func prefix(of id: String) -> String {
    let letters = id.filter(\.isLetter).prefix(2).uppercased()
    return letters.isEmpty ? "R" : letters
  }

  private static let template = """
    # NAME: what we do when a child is missing, for homeward.
    # Lines that begin with # are for people. Change what stands here to what your document says, then:
    #   homeward procedure check ID.yaml      what is wrong, line by line
    #   homeward procedure show ID.yaml       the whole in plain English, to proof-read
    #   homeward procedure words              every word that may stand here

    id: ID
    title: NAME
    authority: NAME

    # The documents that this rests on, and when somebody last compared them with it.
    sources:
      - {id: page, title: Missing children procedure, date: "2026", checked: TODAY}

    # Your own names for roles and trays; those that you leave out keep theirs.
    roles:
      team-manager: Team manager
    trays:
      rhi: Return interviews

    versions:
      - from: TODAY
        acknowledged-by: [team-manager, missing-coordinator]

        # Conditions that many rules share, by a name.
        definitions:
          counts as missing: {category: [missing, absconded, abducted]}

        rules:
          # The record as a whole.

          - name: monitoring
            realises: [XX-01]
            step: monitoring
            tray: missing-coordinator
            role: missing-coordinator
            for-record: yes
            since: opened
            done-by: finalised
            duty: Keep an eye on every open record until it is acknowledged.
            source: page
            section: "1"

          # While the child is away.

          - name: risk-rating
            realises: [XX-02]
            step: risk-rating
            tray: team-manager
            role: team-manager
            when: {opened: yes}
            since: opened
            within: 24 hours
            done-by: risk-assessed
            duty: Rate the risk low, medium or high.
            source: page
            section: "2"

          - name: strategy-meeting
            realises: [XX-03]
            step: strategy-meeting
            tray: team-manager
            role: team-manager
            when: {is: counts as missing}
            since: missing-start
            within: 3 days
            lapses-on: returned
            duty: Hold the strategy meeting.
            source: page
            section: "2"

          - name: review
            realises: [XX-04]
            step: review-meeting
            tray: team-manager
            role: team-manager
            when: {is: counts as missing}
            # From the first strategy meeting; where none was held, from when it was due.
            since:
              - first: {event: meeting-held, with: {kind: strategy-meeting}}
              - due: strategy-meeting
            within: 14 days
            repeats: yes
            lapses-on: returned
            duty: Still missing; hold the next review.
            source: page
            section: "2"

          # Back again.

          - name: interview-offer
            realises: [XX-05]
            step: rhi-offer
            tray: rhi
            role: rhi-worker
            when: {is: counts as missing}
            since: returned
            within: 72 hours
            # An attempt that reached nobody is no offer.
            done-by:
              - {event: rhi-offered, without: {answer: [no-answer, message-left]}}
              - rhi-declined
              - rhi-held
            duty: Offer the return interview.
            source: page
            section: "3"

          - name: interview
            realises: [XX-06]
            step: rhi-interview
            tray: rhi
            role: rhi-worker
            when: {is: counts as missing, interview-declined: no}
            since:
              - first: {event: rhi-offered, without: {answer: [no-answer, message-left, declined]}}
              - first: rhi-held
            done-by: rhi-held
            duty: Hold the interview that was offered.
            source: page
            section: "3"

          # Away with whereabouts known: no meeting and no interview.

          - name: absence-review
            realises: [XX-07]
            step: absence-review
            tray: missing-coordinator
            role: missing-coordinator
            when: {opened: yes, category: unauthorised-absence}
            since: opened
            done-by: record-closed
            duty: Review the absence, and close the record once the child is back.
            source: page
            section: "3"

          # The end.

          - name: close-record
            realises: [XX-08]
            step: close-record
            tray: rhi
            role: rhi-worker
            for-record: yes
            when: {returned: yes, interview-pending: no, absences-only: no}
            since:
              - last: rhi-held
              - last: rhi-declined
              - last: {event: rhi-offered, with: {answer: declined}}
            done-by: record-closed
            duty: The interview is held or declined; close the record.
            source: page
            section: "4"

          - name: acknowledge
            realises: [XX-09]
            step: acknowledge
            tray: team-manager
            role: team-manager
            for-record: yes
            when: {closed: yes}
            since: {last: record-closed}
            duty: Look at what was done and acknowledge the closure, or send it back.
            source: page
            section: "4"

        # By how long the child will have been missing when the meeting is due.
        chairs:
          - {role: team-manager, from: at once, rule: XX-10}
          - {role: service-manager, from: 14 days, rule: XX-10}

        guards:
          - on: opened
            refuse-when: {opened: yes}
            rule: XX-13
            sentence: A missing record is open for this child already. Add the new dates to it.
            tell: front-door
          - on: record-closed
            refuse-when: {interview-pending: yes}
            rule: XX-08
            sentence: The return interview is neither held nor declined. Record the interview or the refusal first, then close.
            tell: rhi-worker

        routes:
          - {rule: XX-11, event: report-received, tray: front-door, role: front-door}

        prompts:
          - {rule: XX-12, on: went-missing, text: "Say who saw the child last, and when."}

    """
}
