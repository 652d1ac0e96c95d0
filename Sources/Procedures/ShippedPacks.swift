// Written by Scripts/embed-packs from the files in Packs. Change those, not this.
// swift-format-ignore-file

/// The packs that ship with the program, as text; nothing is parsed until it is asked for.
enum ShippedPacks {
  /// Every shipped pack, in the order of their ids.
  static let all: [Shelf.Entry] = [
    Shelf.Entry(id: "lambeth-2023", file: "lambeth-2023.yaml", text: textLambeth2023),
  ]

  private static let textLambeth2023 = ###"""
# Missing children: the working practice that Lambeth's flowchart of 2023 sets out, in the desk's own
# words. `realises` names the rules of the rulebook; HW rules are the desk's own.

id: lambeth-2023
title: Lambeth, flowchart of 2023
authority: Lambeth

sources:
  - {id: chart, title: Missing Procedure Flowchart 2023, date: "2023", checked: 2026-11-21}
  - {id: desk, title: How this desk works, date: "2026", checked: 2026-11-21}

roles:
  front-door: Integrated referral hub
  out-of-hours: Emergency duty team

trays:
  front-door: Integrated referral hub
  rhi: Return interviews

# Whom to reach. The authority fills in mailboxes and numbers; units only, never a person.
directory:
  - {id: police-cait, title: Police child abuse investigation team, mail: "", phone: "", rule: L23-29}
  - {id: police-missing-unit, title: Police missing persons unit, mail: "", phone: "", rule: L23-29}
  - {id: missing-coordinator, title: Missing coordinator, mail: "", phone: "", rule: L23-29}
  - {id: contextual-safeguarding, title: Contextual safeguarding service, mail: "", phone: "", rule: L23-29}

versions:
  - from: 2023-01-01
    acknowledged-by: [team-manager, missing-coordinator]

    rules:
      # The record as a whole.

      - name: monitoring
        realises: [HW-01]
        step: monitoring
        tray: missing-coordinator
        role: missing-coordinator
        for-record: yes
        since: opened
        done-by: finalised
        duty: Keep an eye on every open record until it is acknowledged.
        source: desk
        section: Open records

      - name: tell-coordinator
        realises: [L23-18]
        step: tell-missing-coordinator
        tray: missing-coordinator
        role: social-worker
        for-record: yes
        when: {opened: no}
        since: [missing-start]
        done-by: {event: notified, with: {step: tell-missing-coordinator}}
        duty: A team that knows of the absence tells the missing coordinator, who has the record opened.
        source: chart
        section: Work steps

      - name: interview-allocation-open-case
        realises: [L23-25]
        step: rhi-allocation
        tray: rhi
        role: rhi-worker
        for-record: yes
        when:
          allocated: yes
          any: [{category: [missing, absconded, abducted]}, {interview-pending: yes}]
        since: opened
        done-by: [rhi-allocated, rhi-held, rhi-declined]
        duty: The front door's new record goes to the interview tray; give it to an interview worker now, before the return.
        source: chart
        section: "Work steps: open case"

      - name: interview-allocation-new-case
        realises: [L23-26]
        step: rhi-allocation
        tray: rhi
        role: rhi-worker
        for-record: yes
        when:
          allocated: no
          any: [{category: [missing, absconded, abducted]}, {interview-pending: yes}]
        since: opened
        done-by: [rhi-allocated, rhi-held, rhi-declined]
        duty: After the contact and the record comes the interview tray; give it to an interview worker now, before the return.
        source: chart
        section: "Work steps: case not open"

      - name: manager-notice-open-case
        realises: [L23-25]
        step: notice
        tray: team-manager
        role: team-manager
        when: {opened: yes, allocated: yes, joined-open-record: no, category: [missing, absconded, abducted]}
        since: opened
        duty: A missing record was opened for a child of your team.
        source: chart
        section: "Work steps: open case"

      - name: manager-notice-joined
        realises: [L23-23]
        step: notice
        tray: team-manager
        role: team-manager
        when: {opened: yes, joined-open-record: yes}
        since: [reported, missing-start]
        duty: The child went again; the new dates and documents are in the record that was open.
        source: chart
        section: "Work steps: record already open"

      - name: interviewer-notice-joined
        realises: [L23-23]
        step: notice
        tray: rhi
        role: rhi-worker
        when: {opened: yes, joined-open-record: yes}
        since: [reported, missing-start]
        duty: The child went again; the new dates and documents are in the record that was open.
        source: chart
        section: "Work steps: record already open"

      - name: close-record
        realises: [L23-27]
        step: close-record
        tray: rhi
        role: rhi-worker
        for-record: yes
        when: {returned: yes, interview-pending: no, absences-only: no}
        since: [{last: rhi-held}, {last: rhi-declined}, {last: {event: rhi-offered, with: {answer: declined}}}]
        done-by: record-closed
        duty: The interview is held or declined; close the record.
        source: chart
        section: Work steps

      - name: acknowledge
        realises: [L23-28]
        step: acknowledge
        tray: team-manager
        role: team-manager
        for-record: yes
        when: {closed: yes}
        since: {last: record-closed}
        duty: Look at what was done and acknowledge the closure, or send it back.
        source: chart
        section: Work steps

      # Away with whereabouts known.

      - name: absence-review
        realises: [L23-24]
        step: absence-review
        tray: missing-coordinator
        role: missing-coordinator
        when: {opened: yes, category: unauthorised-absence}
        since: opened
        done-by: record-closed
        duty: Review the absence from the out-of-hours notes, add it to the record, and close that once the child is back.
        source: chart
        section: Unauthorised absence

      - name: manager-notice-absence
        realises: [L23-24]
        step: notice
        tray: team-manager
        role: team-manager
        when: {opened: yes, category: unauthorised-absence, joined-open-record: no}
        since: opened
        duty: An absence without authorisation is on record for a child of your team.
        source: chart
        section: Unauthorised absence

      # On the first day.

      - name: notify-parents
        realises: [L23-03]
        step: notify-parents
        tray: front-door
        role: front-door
        when: {from: care, category: [missing, absconded, abducted]}
        since: [reported, missing-start]
        done-by: {event: notified, with: {step: notify-parents}}
        duty: The placement tells the police, then parents or whoever holds parental responsibility, then the authority; keep who was told and when.
        source: chart
        section: Care

      - name: third-party-report
        realises: [L23-04]
        step: third-party-report
        tray: front-door
        role: front-door
        when:
          from: home
          category: [missing, absconded, abducted]
          any:
            - {not: {happened: reported}}
            - happened: {event: reported, with: {by: [professional, social-worker, own-social-worker, school]}}
        since: missing-start
        lapses-on: [returned, {event: reported, with: {by: police}}]
        duty: The family has not reported the child; the professional who knows makes a third-party report to the police online. Keep its reference.
        source: chart
        section: Home

      - name: form-87a-care-london
        realises: [L23-05]
        step: send-87a
        tray: social-worker
        role: social-worker
        when: {from: care, category: [missing, absconded, abducted], in-london: yes}
        since: [reported, missing-start]
        done-by: {event: notified, with: {step: send-87a}}
        lapses-on: returned
        duty: Form 87A goes to the borough's police child abuse team; for a child placed elsewhere in London that team forwards it or names the contact.
        source: chart
        section: "Care: in London"

      - name: form-87a-care-outside
        realises: [L23-06]
        step: send-87a
        tray: social-worker
        role: social-worker
        when: {from: care, category: [missing, absconded, abducted], in-london: no}
        since: [reported, missing-start]
        done-by: {event: notified, with: {step: send-87a}}
        lapses-on: returned
        duty: Form 87A goes straight to the police child abuse team of the place; the missing coordinator helps to find the address.
        source: chart
        section: "Care: outside London"

      - name: form-87a-home
        realises: [L23-30]
        step: send-87a
        tray: social-worker
        role: social-worker
        when: {from: home, category: [missing, absconded, abducted]}
        since: [reported, missing-start]
        done-by: {event: notified, with: {step: send-87a}}
        lapses-on: returned
        duty: Form 87A goes to the borough's police child abuse team.
        source: chart
        section: Home

      - name: police-unit-opens
        realises: [L23-07]
        step: mpu-opens
        tray: missing-coordinator
        role: missing-coordinator
        when: {police-risk: medium}
        since: reported
        within: 48 hours
        lapses-on: returned
        duty: At medium risk the police pass the case to their missing persons unit only now; chase it from here on, not before.
        source: chart
        section: Care and home

      # Risk and what follows from it.

      - name: risk-rating
        realises: [L23-08]
        step: risk-rating
        tray: team-manager
        role: team-manager
        when: {opened: yes}
        since: opened
        done-by: risk-assessed
        duty: Rate the risk low, medium or high.
        source: chart
        section: Care and home

      - name: professionals-meeting
        realises: [L23-09]
        step: professionals-meeting
        tray: team-manager
        role: team-manager
        # Until the question is answered it is with the manager.
        when: {risk: medium, not: {multi-agency: no}}
        since: {last: {event: risk-assessed, with: {risk: medium}}}
        duty: Medium risk; where several agencies are needed call a meeting of the professionals, and record the answer either way.
        source: chart
        section: Care and home

      - name: section-47-on-risk
        realises: [L23-10]
        step: s47-strategy-meeting
        tray: team-manager
        role: team-manager
        when:
          any:
            - {risk: high}
            - happened: {event: risk-assessed, with: {significant-harm: yes}}
        since:
          - first: {event: risk-assessed, with: {risk: high}}
          - first: {event: risk-assessed, with: {significant-harm: yes}}
        duty: High risk or a concern of significant harm; call a strategy meeting under section 47.
        source: chart
        section: Care and home

      - name: section-47-on-disclosure
        realises: [L23-20]
        step: s47-strategy-meeting
        tray: team-manager
        role: team-manager
        when:
          any:
            - happened: {event: disclosure, without: {significant-harm: no}}
            - happened: {event: rhi-held, with: {significant-harm: yes}}
            - happened: {event: safe-and-well, with: {significant-harm: yes}}
        since:
          - first: {event: disclosure, without: {significant-harm: no}}
          - first: {event: rhi-held, with: {significant-harm: yes}}
          - first: {event: safe-and-well, with: {significant-harm: yes}}
        duty: The child tells of significant harm suffered while missing; call a strategy meeting under section 47.
        source: chart
        section: Return

      # While the child is missing.

      - name: strategy-meeting-care
        realises: [L23-11]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {from: care, category: [missing, absconded, abducted]}
        since: missing-start
        within: 3 days
        lapses-on: returned
        duty: Missing from care; convene the strategy meeting within 3 days.
        source: chart
        section: Care

      - name: strategy-meeting-home
        realises: [L23-12]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {from: home, category: [missing, absconded, abducted]}
        since: missing-start
        within: 7 days
        lapses-on: returned
        duty: Missing from home; hold the strategy meeting within 7 days.
        source: chart
        section: Home

      - name: serious-notification
        realises: [L23-13]
        step: serious-notification
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted]}
        since: missing-start
        within: 3 days
        done-by: {event: notified, with: {step: serious-notification}}
        lapses-on: returned
        duty: Missing for 3 days; alert the director of social care and the director of children's services by the serious notification form.
        source: chart
        section: Care and home

      - name: review-fortnightly
        realises: [L23-14]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted]}
        since: [{first: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 14 days
        repeats: yes
        elapsed-before: 1 month
        lapses-on: returned
        duty: Still missing; review within 14 days of the last meeting.
        source: chart
        section: Care and home

      - name: review-monthly
        realises: [L23-15]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted]}
        since: [{first: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 1 month
        repeats: yes
        elapsed-from: 1 month
        lapses-on: returned
        duty: Missing for a month; review within a month of the last meeting.
        source: chart
        section: Care and home

      # Back again.

      - name: interview-offer
        realises: [L23-17]
        step: rhi-offer
        tray: rhi
        role: rhi-worker
        when: {category: [missing, absconded, abducted]}
        since: returned
        within: 72 hours
        done-by:
          - {event: rhi-offered, without: {answer: [no-answer, message-left]}}
          - rhi-declined
          - rhi-held
        duty: Offer the return interview within 72 hours of the return.
        source: chart
        section: Return

      - name: interview
        realises: [L23-19]
        step: rhi-interview
        tray: rhi
        role: rhi-worker
        when: {category: [missing, absconded, abducted], interview-declined: no}
        since:
          - first: {event: rhi-offered, without: {answer: [no-answer, message-left, declined]}}
          - first: rhi-held
        done-by: rhi-held
        duty: Hold the interview that was offered.
        prompts:
          - Build trust first; work in a way that takes trauma into account.
          - Point to services that can help.
          - Invite what would help the child's safety plan.
        source: chart
        section: Return

    chairs:
      - {role: team-manager, from: at once, rule: L23-16}
      - {role: service-manager, from: 14 days, rule: L23-16}
      - {role: assistant-director, from: 28 days, rule: L23-16}
      - {role: director, from: 28 days, after: assistant-director, rule: L23-16}

    guards:
      - on: {event: opened, without: {by: [front-door, missing-coordinator]}}
        rule: L23-22
        sentence: Only the front door or the missing coordinator opens a missing record. Tell the missing coordinator of the absence instead.
        tell: missing-coordinator
      - on: opened
        refuse-when: {opened: yes}
        rule: L23-23
        sentence: A missing record is open for this child already. Add the new dates and documents to it; the team manager and the interview worker are told.
        tell: front-door
      - on: record-closed
        refuse-when: {interview-pending: yes}
        rule: L23-27
        sentence: The return interview is neither held nor declined. Record the interview or the refusal first, then close.
        tell: rhi-worker
      - on: {event: record-closed, without: {by: missing-coordinator}}
        refuse-when: {absences-only: yes}
        rule: L23-24
        sentence: A record of absences alone, with no interview, is closed by the missing coordinator.
        tell: missing-coordinator

    routes:
      - {rule: L23-21, event: report-received, tray: front-door, role: front-door}

    prompts:
      - {rule: L23-01, on: went-missing, text: "Say whether the child went from home or from care, and whether the child is missing or absent without authorisation with whereabouts known."}
      - {rule: L23-02, on: went-missing, when: {from: care}, text: "Ask the placement for its first checks and keep what came of them: they decide between missing and unauthorised absence."}
      - {rule: L23-26, on: opened, when: {allocated: no}, text: "The case is not open: a contact comes first, and the missing record is its next action."}
      - {rule: L23-08, on: risk-assessed, text: "At low risk stay in contact with the child and go on reviewing the risk."}
      - {rule: L23-09, on: risk-assessed, text: "At medium risk say whether several agencies are needed, yes or no; with yes a meeting of the professionals is called."}
      - {rule: L23-19, on: rhi-held, text: "Build trust first and take trauma into account; point to services; invite what would help the safety plan."}
      - {rule: L23-22, on: opened, text: "Only the front door or the missing coordinator opens a record; an allocated team tells the coordinator."}

"""###
}
