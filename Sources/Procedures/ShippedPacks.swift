// Written by Scripts/embed-packs from the files in Packs. Change those, not this.
// swift-format-ignore-file

/// The packs that ship with the program, as text; nothing is parsed until it is asked for.
enum ShippedPacks {
  /// Every shipped pack, in the order of their ids.
  static let all: [Shelf.Entry] = [
    Shelf.Entry(id: "lambeth-2023", file: "lambeth-2023.yaml", text: textLambeth2023),
    Shelf.Entry(id: "luton", file: "luton.yaml", text: textLuton),
    Shelf.Entry(id: "mfh-rag", file: "mfh-rag.yaml", text: textMfhRag),
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

  private static let textLuton = ###"""
# Missing children: Luton's flowchart, in the desk's own words. `realises` names the rules of the
# rulebook; HW rules are the desk's own. "Open" is a case with an allocated worker.

id: luton
title: Luton, missing children flowchart
authority: Luton

sources:
  - {id: chart, title: Missing children flowchart, date: undated, checked: 2026-11-21}
  - {id: desk, title: How this desk works, date: "2026", checked: 2026-11-21}

roles:
  front-door: MASH
  team-duty: Team administration
  rhi-worker: Advocacy provider

trays:
  front-door: MASH
  rhi: Interview referrals
  team-duty: Team administration

# Whom to reach. The authority fills in mailboxes and numbers; units only, never a person.
directory:
  - {id: police-missing-team, title: Police missing team, mail: "", phone: "", rule: LU-20}
  - {id: advocacy-provider, title: Independent advocacy provider, mail: "", phone: "", rule: LU-07}
  - {id: out-of-hours, title: Emergency duty team, mail: "", phone: "", rule: LU-04}

versions:
  - from: 2020-01-01

    rules:
      - name: monitoring
        realises: [HW-01]
        step: monitoring
        tray: missing-coordinator
        role: missing-coordinator
        for-record: yes
        since: opened
        done-by: finalised
        duty: Keep an eye on every open record until it is finalised.
        source: desk
        section: Open records

      # The report. What the police report themselves is their COMPACT report.

      - name: police-report-chase
        realises: [LU-02]
        step: police-report-chase
        tray: front-door
        role: front-door
        when: {category: [missing, absconded, abducted]}
        since: reported
        within: 24 hours
        done-by: [{event: reported, with: {by: police}}, report-attached]
        lapses-on: [returned, found]
        duty: The police's COMPACT report reaches the MASH within 24 hours of the report to them; chase it.
        source: chart
        section: Report

      - name: compact-sent-on
        realises: [LU-03]
        step: allocated-contact
        tray: front-door
        role: front-door
        when: {category: [missing, absconded, abducted]}
        since: [reported, missing-start]
        done-by: {event: notified, with: {step: allocated-contact}}
        duty: Send the COMPACT report on to the worker, the team manager and the team's administration where there are any, and to the missing coordinator.
        source: chart
        section: Report

      - name: worker-notice
        realises: [LU-03]
        step: notice
        tray: social-worker
        role: social-worker
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: [reported, missing-start]
        duty: The child is reported missing; record the episode, you or your administration.
        source: chart
        section: Report

      - name: manager-notice
        realises: [LU-03]
        step: notice
        tray: team-manager
        role: team-manager
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: [reported, missing-start]
        duty: A child of your team is reported missing; see that the episode is recorded.
        source: chart
        section: Report

      - name: coordinator-notice
        realises: [LU-03]
        step: notice
        tray: missing-coordinator
        role: missing-coordinator
        when: {category: [missing, absconded, abducted]}
        since: [reported, missing-start]
        duty: A child is reported missing.
        source: chart
        section: Report

      # While the child is not located. Being found elsewhere is being located, but not being back.

      - name: ongoing-risk
        realises: [LU-20]
        step: risk-assessment
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted]}
        since: missing-start
        lapses-on: [returned, found]
        duty: Go on assessing the risk with the police missing team until the child is located.
        source: chart
        section: Not located

      - name: discussion-open
        realises: [LU-10]
        step: strategy-discussion
        tray: team-manager
        role: team-manager
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: missing-start
        within: 24 hours
        lapses-on: [returned, found]
        duty: Missing for 24 hours; hold the strategy discussion.
        source: chart
        section: "Missing 24 hours: open"

      - name: assessment-referral
        realises: [LU-11]
        step: referral
        tray: front-door
        role: front-door
        when: {allocated: no, category: [missing, absconded, abducted]}
        since: missing-start
        within: 24 hours
        lapses-on: [returned, found]
        duty: Missing for 24 hours and not open; refer to the assessment team.
        source: chart
        section: "Missing 24 hours: not open"

      - name: discussion-not-open
        realises: [LU-11]
        step: strategy-discussion
        tray: team-manager
        role: team-manager
        when: {allocated: no, category: [missing, absconded, abducted]}
        since: missing-start
        within: 24 hours
        lapses-on: [returned, found]
        duty: Missing for 24 hours; the assessment team's manager or deputy holds the strategy discussion.
        source: chart
        section: "Missing 24 hours: not open"

      # The chart says it in the box of open cases; a discussion without minutes helps nobody.
      - name: discussion-minutes
        realises: [LU-23]
        step: minutes
        tray: team-manager
        role: team-manager
        since: {first: {event: meeting-held, with: {kind: strategy-discussion}}}
        within: 24 hours
        duty: Upload the minutes of the strategy discussion within 24 hours of it.
        source: chart
        section: "Missing 24 hours: open"

      - name: meeting-open
        realises: [LU-12]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: missing-start
        within: 72 hours
        lapses-on: [returned, found]
        duty: Missing for 72 hours; hold the strategy meeting.
        source: chart
        section: "Missing 3 days: open"

      - name: meeting-not-open
        realises: [LU-13]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {allocated: no, category: [missing, absconded, abducted]}
        since: missing-start
        within: 72 hours
        lapses-on: [returned, found]
        duty: Missing for 72 hours; the assessment team's duty manager holds the strategy meeting with the worker.
        source: chart
        section: "Missing 3 days: not open"

      - name: need-to-know
        realises: [LU-09]
        step: need-to-know
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted]}
        since: missing-start
        within: 3 days
        done-by: {event: notified, with: {step: need-to-know}}
        lapses-on: [returned, found]
        duty: Missing for 3 days; complete the need-to-know notice and share it.
        source: chart
        section: Missing 3 days

      - name: five-day-notice
        realises: [LU-22]
        step: five-day-notice
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted]}
        since: missing-start
        within: 5 days
        done-by: {event: notified, with: {step: five-day-notice}}
        lapses-on: [returned, found]
        duty: Missing for 5 days; send the 5-day notification to the service manager.
        source: chart
        section: Missing 5 days

      # "Missing for N" is due at N, and stays for a child who is back after it.
      - name: exploitation-panel
        realises: [LU-16]
        step: exploitation-panel
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted]}
        since: missing-start
        within: 5 days
        lapses-on: [returned, found]
        duty: Missing for 5 days; have the case heard at the exploitation panel, with the social worker there.
        source: chart
        section: Missing 5 days

      # Weekly for a child who is missing 5 days or more. The first comes 7 days after the strategy
      # meeting, or after the time at which that was due (rulebook: review every N), which is never
      # before day 5.
      - name: review-weekly
        realises: [LU-15]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted]}
        since: [{first: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 7 days
        repeats: yes
        lapses-on: [returned, found]
        duty: Still missing; hold a strategy discussion or meeting within 7 days of the last.
        source: chart
        section: Missing 5 days

      # Located and back.

      - name: found-notification
        realises: [LU-06]
        step: found-notification
        tray: front-door
        role: front-door
        when:
          category: [missing, absconded, abducted]
          any: [{happened: compact-finalised}, {happened: found}, {returned: yes}]
        since: [compact-finalised, found, returned]
        done-by: {event: notified, with: {step: found-notification}}
        duty: The police send their finished COMPACT report at once; send the found notification to the worker, the team's administration and the missing coordinator.
        source: chart
        section: Located

      - name: safe-and-well
        realises: [LU-21]
        step: safe-and-well
        tray: missing-coordinator
        role: missing-coordinator
        when:
          category: [missing, absconded, abducted]
          any: [{happened: found}, {returned: yes}]
        since: [found, returned]
        done-by: safe-and-well
        duty: The police see that the child is safe and well; record what came of it.
        source: chart
        section: Located

      # Two boxes: the advocacy provider for looked-after children, the coordinator for all others.
      # The 72 hours run from the return, as everywhere (rulebook: return starts).
      - name: interview-referral
        realises: [LU-07]
        step: rhi-referral
        tray: rhi
        role: social-worker
        when: {status: looked-after, category: [missing, absconded, abducted]}
        since: returned
        within: 72 hours
        done-by: [rhi-referred, rhi-held]
        lapses-on: [rhi-declined, {event: rhi-offered, with: {answer: declined}}]
        duty: Looked after; refer to the independent advocacy provider for the interview within 72 hours. Its report goes to the social worker, the team manager and the service manager.
        source: chart
        section: "Located: looked after"

      - name: interview
        realises: [LU-08]
        step: rhi-interview
        tray: missing-coordinator
        role: missing-coordinator
        when: {not: {status: looked-after}, category: [missing, absconded, abducted]}
        since: returned
        within: 72 hours
        done-by: rhi-held
        lapses-on: [rhi-declined, {event: rhi-offered, with: {answer: declined}}]
        duty: Not looked after; gain the parent's consent and hold the interview within 72 hours. The report goes to the social worker and the team manager.
        prompts:
          - Gain the parent's consent first.
        source: chart
        section: "Located: not looked after"

      # Nobody can be visited who is away: the step comes with the return, its limit does not wait.
      - name: safety-plan-visit
        realises: [LU-14]
        step: safety-plan-visit
        tray: social-worker
        role: social-worker
        outlives-record: yes
        when: {returned: yes, category: [missing, absconded, abducted]}
        since: missing-start
        within: 5 days
        duty: Visit within 5 days of the child's going missing and talk through the safety plan.
        source: chart
        section: Located

      # The interview and the end.

      - name: new-referral
        realises: [LU-17]
        step: mash-referral
        tray: front-door
        role: front-door
        outlives-record: yes
        when:
          allocated: no
          any:
            - {interview-outcome: safeguarding-concerns}
            - happened: {event: rhi-held, with: {significant-harm: yes}}
            - happened: disclosure
        since:
          - last: {event: rhi-held, with: {outcome: safeguarding-concerns}}
          - last: {event: rhi-held, with: {significant-harm: yes}}
          - disclosure
        duty: The child told of safeguarding concerns and the case is not open; make a new MASH referral.
        source: chart
        section: Interview

      - name: interview-share
        realises: [LU-18]
        step: rhi-share
        tray: social-worker
        role: social-worker
        outlives-record: yes
        since: rhi-held
        done-by: rhi-shared
        duty: Share the interview with the other parties, and submit intelligence where there is some.
        source: chart
        section: Interview

      - name: finalise
        realises: [LU-18]
        step: finalise
        tray: social-worker
        role: social-worker
        for-record: yes
        when: {opened: yes, returned: yes, interview-pending: no}
        since:
          - {last: rhi-held}
          - {last: rhi-declined}
          - {last: {event: rhi-offered, with: {answer: declined}}}
          - {last: returned}
        done-by: finalised
        duty: The coordinator has brought the record up to date; attach the interview, then finalise.
        source: chart
        section: Interview

    chairs:
      - {role: team-manager, from: at once, rule: LU-12}

    guards:
      - on: {event: opened, without: {by: [social-worker, team-duty, team-admin]}}
        rule: LU-05
        sentence: The worker or the team's administration records the episode. Send the report on to them; the team manager sees to it.
        tell: social-worker
      - on: finalised
        refuse-when: {returned: no}
        rule: LU-05
        sentence: The child's return is not on record, so there is no interview yet. The record stays open until the interview is complete and uploaded.
        tell: missing-coordinator
      - on: finalised
        refuse-when: {interview-pending: yes}
        rule: LU-05
        sentence: The interview is neither held nor declined. The record stays open until it is complete and uploaded; record it first, then finalise.
        tell: missing-coordinator
      - on: finalised
        refuse-when: {happened: rhi-held, not: {happened: uploaded}}
        rule: LU-05
        sentence: The interview is not uploaded under the episode. Upload it first, then finalise.
        tell: missing-coordinator
      - on: record-closed
        refuse-when: {interview-pending: yes}
        rule: LU-05
        sentence: The interview is neither held nor declined. The record stays open until it is complete and uploaded.
        tell: missing-coordinator
      - on: record-closed
        refuse-when: {happened: rhi-held, not: {happened: uploaded}}
        rule: LU-05
        sentence: The interview is not uploaded under the episode. Upload it first.
        tell: missing-coordinator

    prompts:
      - {rule: LU-01, on: reported, text: "Ask what has been done to find the child: everyone takes reasonable steps before reporting."}
      - {rule: LU-01, on: went-missing, text: "Ask what has been done to find the child: everyone takes reasonable steps before reporting."}
      - {rule: LU-04, on: went-missing, text: "Parents report to the police; carers and placements also tell the emergency duty team."}
      - {rule: LU-04, on: reported, text: "Parents report to the police; carers and placements also tell the emergency duty team."}
      - {rule: LU-07, on: rhi-held, when: {status: looked-after}, text: "The provider's report goes to the social worker, the team manager and the service manager."}
      - {rule: LU-08, on: rhi-held, when: {not: {status: looked-after}}, text: "The parent's consent comes first; the report goes to the social worker and the team manager."}
      - {rule: LU-18, on: finalised, text: "Is the interview attached under the right episode? Is intelligence submitted where there is some?"}
      - {rule: LU-19, on: opened, when: {status: looked-after}, text: "Looked after: complete the essential information form and share it with the police; tell the IRO of each episode."}
      - {rule: LU-19, on: risk-assessed, when: {status: looked-after}, text: "Looked after: do the plans reflect the risks and the pattern of going missing, and say how to keep the child safe? Is the exploitation toolkit needed?"}
      - {rule: LU-19, on: returned, when: {status: looked-after}, text: "Looked after: do the plans reflect the risks and the pattern of going missing, and say how to keep the child safe? Is the exploitation toolkit needed?"}
      - {rule: LU-20, on: risk-assessed, text: "Until the child is located the risk is assessed again and again, with the police missing team."}

"""###

  private static let textMfhRag = ###"""
# Missing children: a London borough's workflow with red, amber and green, in the desk's own words.
# `realises` names the rules of the rulebook.

id: mfh-rag
title: Missing from home, RAG workflow
authority: A London borough (RAG workflow)

sources:
  - {id: chart, title: Missing from Home Workflow, date: undated, checked: 2026-11-21}

roles:
  front-door: MASH / front door BSO
  tys-worker: Youth service interviewer
  screening: Screening social worker

trays:
  front-door: MASH / front door
  tys: TYS

# Whom to reach. The authority fills in mailboxes and numbers; units only, never a person.
directory:
  - {id: police-missing-unit, title: Police missing persons unit, mail: "", phone: "", rule: RAG-12}
  - {id: exploitation-coordinator, title: Exploitation and vulnerabilities coordinator, mail: "", phone: "", rule: RAG-12}
  - {id: resource-panel, title: Access to resource panel, mail: "", phone: "", rule: RAG-17}

versions:
  - from: 2020-01-01

    # A child who is nobody's case yet is amber until the manager has looked.
    provisional:
      - {rag: amber, rule: RAG-03, when: {allocated: no}}

    rules:
      # The report.

      - name: third-party-report
        realises: [RAG-02]
        step: third-party-report
        tray: social-worker
        role: social-worker
        when:
          category: [missing, absconded, abducted]
          any:
            - {not: {happened: reported}}
            - happened: {event: reported, with: {by: [professional, social-worker, own-social-worker, school]}}
        since: missing-start
        lapses-on: [returned, {event: reported, with: {by: police}}]
        duty: Whoever works with the child and finds out first reports to the police online; the social worker then starts the episode. Keep the reference.
        source: chart
        section: Report

      - name: contact-not-allocated
        realises: [RAG-03]
        step: unallocated-contact
        tray: front-door
        role: front-door
        when: {allocated: no, category: [missing, absconded, abducted]}
        since: [reported, missing-start]
        done-by: opened
        duty: Enter the missing contact as amber for now and open the episode; enter when the child was found, if known. Leave the finalising to others.
        source: chart
        section: Cases not allocated

      - name: contact-allocated
        realises: [RAG-04]
        step: allocated-contact
        tray: social-worker
        role: social-worker
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: [reported, missing-start]
        done-by: opened
        duty: The front door finished its contact and sent it to you; create the missing episode.
        source: chart
        section: Allocated cases

      # Red, amber, green. Back and still amber has no way on; the manager looks again, whatever the
      # first review said, so this rule stands before that one.

      - name: settle-amber
        realises: [RAG-32, RAG-05]
        step: rag-review
        tray: mash-manager
        role: mash-manager
        when: {opened: yes, returned: yes, rag: amber, category: [missing, absconded, abducted]}
        since: returned
        done-by: {event: rag-set, with: {rag: [red, green]}}
        duty: The child is back and still amber. Settle it as green or as red; no way on is open before.
        source: chart
        section: Return

      - name: rag-review
        realises: [RAG-05]
        step: rag-review
        tray: mash-manager
        role: mash-manager
        when:
          opened: yes
          allocated: no
          category: [missing, absconded, abducted]
          any: [{returned: no}, {not: {rag: amber}}]
        since: opened
        done-by: rag-set
        duty: The amber is provisional. Review the rating and decide whether MASH checks are needed.
        source: chart
        section: Cases not allocated

      - name: return-check
        realises: [RAG-06]
        step: return-check
        tray: screening
        role: screening
        when: {opened: yes, allocated: no, category: [missing, absconded, abducted]}
        since: opened
        lapses-on: returned
        duty: Find out whether the child is back; say whether anything worries you.
        source: chart
        section: Cases not allocated

      - name: green-letter
        realises: [RAG-07]
        step: rhi-letter
        tray: tys
        role: front-door
        when: {returned: yes, rag: green, category: [missing, absconded, abducted]}
        since: {last: {event: rag-set, with: {rag: green}}}
        duty: Back and green. Send the letter that offers the interview at the point of contact; the episode goes to the TYS tray.
        source: chart
        section: Returned, green

      # Still missing goes over whatever its colour, and then to the duty social worker; found
      # elsewhere is not back yet.
      - name: transfer-still-missing
        realises: [RAG-08]
        step: transfer-to-csc
        tray: duty-sw
        role: duty-sw
        when: {opened: yes, allocated: no, category: [missing, absconded, abducted]}
        since: opened
        lapses-on: returned
        duty: Still missing. The case transfers to children's social care and passes to the duty social worker.
        source: chart
        section: Returned red or still missing

      - name: transfer-red
        realises: [RAG-08]
        step: transfer-to-csc
        tray: front-door
        role: front-door
        when: {returned: yes, rag: red, category: [missing, absconded, abducted]}
        since: {last: {event: rag-set, with: {rag: red}}}
        duty: Back and red. The case transfers to children's social care; no duty social worker is needed.
        source: chart
        section: Returned red or still missing

      # While the child is missing. The document lets its meetings end when the child is found, so here
      # being found elsewhere ends them too.

      - name: written-briefing
        realises: [RAG-09]
        step: written-briefing
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted]}
        since: missing-start
        within: 5 days
        done-by: {event: notified, with: {step: written-briefing}}
        lapses-on: [returned, found]
        duty: Missing for 5 days; brief the head of service in writing (details, risks, plan) for approval, and share it with the director.
        source: chart
        section: Still missing

      - name: network-told-of-episode
        realises: [RAG-30]
        step: network-notice
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted]}
        since: missing-start
        done-by: {event: notified, with: {step: network-notice}}
        duty: Tell the professionals around the child of the episode (IRO, health, education), and of the return when it comes.
        source: chart
        section: Network

      # A child without a social worker who comes back green has nobody to tell the network.
      - name: network-told-of-return
        realises: [RAG-30]
        step: return-network-notice
        tray: social-worker
        role: social-worker
        when:
          category: [missing, absconded, abducted]
          all:
            - any: [{returned: yes}, {happened: found}]
            - any: [{allocated: yes}, {rag: red}]
        since: [found, returned]
        done-by: {event: notified, with: {step: return-network-notice}}
        duty: Tell the same professionals that the child is found.
        source: chart
        section: Network

      - name: senior-notice
        realises: [RAG-27]
        step: senior-notice
        tray: team-manager
        role: team-manager
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: missing-start
        done-by: {event: notified, with: {step: senior-notice}}
        lapses-on: [returned, found]
        duty: See that managers know, so that heads of service, the director and the chief executive can be told.
        source: chart
        section: Table for allocated children

      - name: early-discussion
        realises: [RAG-23]
        step: strategy-discussion
        tray: team-manager
        role: team-manager
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: missing-start
        lapses-on: [returned, found]
        duty: Hold an early strategy discussion with the police; where it is complex or high risk, a meeting of the agencies.
        prompts:
          - Complex or high risk? Bring the police and the other agencies together in a meeting, before day 7.
        source: chart
        section: Table for allocated children

      - name: strategy-meeting
        realises: [RAG-25]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: missing-start
        within: 7 days
        lapses-on: [returned, found]
        duty: Hold the missing strategy meeting within 7 days.
        source: chart
        section: Table for allocated children

      - name: review-fortnightly
        realises: [RAG-26]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: [{first: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 14 days
        repeats: yes
        lapses-on: [returned, found]
        duty: Still missing; review within 14 days of the last meeting.
        source: chart
        section: Table for allocated children

      - name: follow-up-meeting
        realises: [RAG-24]
        step: follow-up-meeting
        tray: team-manager
        role: team-manager
        when:
          allocated: yes
          category: [missing, absconded, abducted]
          any: [{returned: yes}, {happened: found}]
          not: {happened: {event: meeting-held, with: {kind: strategy-meeting}}}
        since: [found, returned]
        duty: Found before a strategy meeting was held. That meeting is not required now; meet to manage the risks all the same.
        source: chart
        section: Table for allocated children

      # Back again.

      - name: safe-and-well
        realises: [RAG-11]
        step: safe-and-well
        tray: tys
        role: tys-worker
        when: {category: [missing, absconded, abducted]}
        since: returned
        done-by: safe-and-well
        duty: The police see that the child is safe and well; record what came of it.
        source: chart
        section: Return

      - name: interview-offer
        realises: [RAG-10]
        step: rhi-offer
        tray: tys
        role: tys-worker
        when: {category: [missing, absconded, abducted]}
        since: returned
        within: 72 hours
        done-by:
          - {event: rhi-offered, without: {answer: [no-answer, message-left]}}
          - rhi-declined
          - rhi-held
        duty: Telephone the family and offer the interview within 72 hours of the return.
        source: chart
        section: Return

      - name: interview
        realises: [RAG-10]
        step: rhi-interview
        tray: tys
        role: tys-worker
        when: {category: [missing, absconded, abducted], interview-declined: no}
        since:
          - first: {event: rhi-offered, without: {answer: [no-answer, message-left, declined]}}
          - first: rhi-held
        done-by: rhi-held
        duty: Hold the interview as soon as it can be.
        source: chart
        section: Return

      - name: refusal-follow-up
        realises: [RAG-19]
        step: refusal-follow-up
        tray: social-worker
        role: social-worker
        when: {allocated: yes, interview-declined: yes}
        since: [{last: rhi-declined}, {last: {event: rhi-offered, with: {answer: declined}}}]
        outlives-record: yes
        duty: The interview was offered and not accepted; try to learn from the child what happened.
        source: chart
        section: Interview

      # No span is given for a repeat: any earlier episode counts.
      - name: home-visit
        realises: [RAG-20]
        step: home-visit
        tray: tys
        role: tys-worker
        when:
          category: [missing, absconded, abducted]
          any:
            - {earlier-episodes: {at-least: 1}}
            - happened: {event: step-done, with: {step: return-check, concerns: yes}}
            - happened: police-concerns
        since: missing-start
        outlives-record: yes
        duty: It is not the first time, or the screening raised concerns; visit the family at home.
        source: chart
        section: Interview

      - name: interview-share
        realises: [RAG-12]
        step: rhi-share
        tray: tys
        role: tys-worker
        since: rhi-held
        done-by: rhi-shared
        outlives-record: yes
        duty: The interview stands on its template under the episode; share it with the police missing unit and the exploitation coordinator.
        source: chart
        section: Interview

      # Three outcomes; finalising comes with each, and what it calls for goes on afterwards.

      - name: finalise-no-issues
        realises: [RAG-15]
        step: finalise
        tray: tys
        role: tys-worker
        for-record: yes
        when: {returned: yes, interview-pending: no, interview-outcome: no-issues}
        since: {last: rhi-held}
        done-by: finalised
        duty: Nothing to act on. Upload the interview, finalise the episode, share it.
        source: chart
        section: "Outcomes: no issues"

      - name: finalise-concerns
        realises: [RAG-16]
        step: finalise
        tray: tys
        role: tys-worker
        for-record: yes
        when: {returned: yes, interview-pending: no, interview-outcome: safeguarding-concerns}
        since: {last: rhi-held}
        done-by: finalised
        duty: Upload the interview and finalise the episode; the referral goes on.
        source: chart
        section: "Outcomes: safeguarding"

      - name: finalise-support
        realises: [RAG-17]
        step: finalise
        tray: tys
        role: tys-worker
        for-record: yes
        when: {returned: yes, interview-pending: no, interview-outcome: support-needed}
        since: {last: rhi-held}
        done-by: finalised
        duty: Upload the interview and finalise the episode; the referral goes on.
        source: chart
        section: "Outcomes: support"

      - name: finalise-refused
        realises: [RAG-18]
        step: finalise
        tray: tys
        role: tys-worker
        for-record: yes
        when: {returned: yes, interview-pending: no, interview-declined: yes}
        since: [{last: rhi-declined}, {last: {event: rhi-offered, with: {answer: declined}}}]
        done-by: finalised
        duty: The interview is on record as offered and not accepted; finalise the episode.
        source: chart
        section: Interview

      # Away with whereabouts known all the time: nothing of the chart applies, but the record must end.
      - name: finalise-absence
        realises: [RAG-13]
        step: finalise
        tray: tys
        role: tys-worker
        for-record: yes
        when: {opened: yes, returned: yes, absences-only: yes}
        since: {last: returned}
        done-by: finalised
        duty: Whereabouts were known throughout; finalise the record.
        source: chart
        section: Finalising

      - name: safeguarding-referral
        realises: [RAG-16]
        step: mash-referral
        tray: duty-sw
        role: duty-sw
        when: {interview-outcome: safeguarding-concerns}
        since: {last: {event: rhi-held, with: {outcome: safeguarding-concerns}}}
        outlives-record: yes
        duty: The interview raised safeguarding concerns; the interviewer refers to children's social care.
        source: chart
        section: "Outcomes: safeguarding"

      - name: support-referral
        realises: [RAG-17]
        step: resource-panel-referral
        tray: tys
        role: tys-worker
        when: {interview-outcome: support-needed}
        since: {last: {event: rhi-held, with: {outcome: support-needed}}}
        outlives-record: yes
        duty: The interview shows that support is needed; refer to the access to resource panel.
        source: chart
        section: "Outcomes: support"

      # On the file of an open case. Each is wanted now, and six months after each time it was done; the
      # document gives no instant from which a first six months would run.

      - name: grab-pack
        realises: [RAG-22]
        step: grab-pack-review
        tray: social-worker
        role: social-worker
        for-record: yes
        outlives-record: yes
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: missing-start
        duty: An up-to-date grab pack belongs on the file; share it with the police, parents, carers and the placement.
        source: chart
        section: Table for allocated children

      - name: grab-pack-half-yearly
        realises: [RAG-22]
        step: grab-pack-review
        tray: social-worker
        role: social-worker
        for-record: yes
        outlives-record: yes
        when: {allocated: yes, category: [missing, absconded, abducted]}
        since: {first: {event: step-done, with: {step: grab-pack-review}}}
        within: 6 months
        repeats: yes
        duty: Review the grab pack every 6 months, or as the risk changes.
        source: chart
        section: Table for allocated children

      - name: risk-assessment-on-file
        realises: [RAG-28]
        step: risk-assessment-review
        tray: social-worker
        role: social-worker
        for-record: yes
        outlives-record: yes
        when: {allocated: yes}
        since: missing-start
        done-by: risk-assessed
        duty: An up-to-date risk assessment belongs on the file.
        source: chart
        section: Table for allocated children

      - name: risk-assessment-half-yearly
        realises: [RAG-28]
        step: risk-assessment-review
        tray: social-worker
        role: social-worker
        for-record: yes
        outlives-record: yes
        when: {allocated: yes}
        since:
          - first: risk-assessed
          - first: {event: step-done, with: {step: risk-assessment-review}}
        within: 6 months
        repeats: yes
        done-by: risk-assessed
        duty: Review the risk assessment every 6 months, or as the risk changes.
        source: chart
        section: Table for allocated children

      - name: safety-plan
        realises: [RAG-29]
        step: safety-plan
        tray: social-worker
        role: social-worker
        for-record: yes
        outlives-record: yes
        when: {allocated: yes, category: [missing, absconded, abducted], happened: returned}
        since: returned
        done-by: safety-plan-made
        duty: Make the safety plan with the child; it names whom the child would like to talk to.
        source: chart
        section: Table for allocated children

      - name: safety-plan-half-yearly
        realises: [RAG-29]
        step: safety-plan
        tray: social-worker
        role: social-worker
        for-record: yes
        outlives-record: yes
        when: {allocated: yes, category: [missing, absconded, abducted], happened: returned}
        since:
          - first: safety-plan-made
          - first: {event: step-done, with: {step: safety-plan}}
        within: 6 months
        repeats: yes
        done-by: safety-plan-made
        duty: Review the safety plan every 6 months, or as the risk changes.
        source: chart
        section: Table for allocated children

    guards:
      # Who opens it. A social worker who finds out first starts the episode also of a child who is
      # nobody's case.
      - on: {event: opened, without: {by: [front-door, social-worker]}}
        refuse-when: {allocated: no}
        rule: RAG-03
        sentence: The child is not allocated, so the front door opens the episode. Tell the front door of the absence.
        tell: front-door
      - on: {event: opened, with: {by: social-worker}}
        refuse-when:
          allocated: no
          not: {happened: {event: reported, with: {by: [social-worker, own-social-worker, professional]}}}
        rule: RAG-03
        sentence: The child is not allocated, so the front door opens the episode, unless you found out first and reported it. Tell the front door of the absence.
        tell: front-door
      - on: {event: opened, without: {by: social-worker}}
        refuse-when: {allocated: yes}
        rule: RAG-04
        sentence: The child is allocated, so the allocated social worker creates the episode. Finish the contact and send it to the social worker.
        tell: social-worker
      # Finalising.
      - on: {event: finalised, with: {by: front-door}}
        rule: RAG-03
        sentence: The front door opens the episode and leaves it open. The interviewer finalises it.
        tell: tys-worker
      - on: finalised
        refuse-when: {returned: no}
        rule: RAG-13
        sentence: The return is not on record. Record when and where the child came back, then the interview, then finalise.
        tell: tys-worker
      - on: finalised
        refuse-when: {interview-pending: yes}
        rule: RAG-13
        sentence: The interview is neither held nor refused. Record the one or the other first, then finalise.
        tell: tys-worker
      - on: finalised
        refuse-when:
          happened: rhi-held
          not: {interview-outcome: [no-issues, safeguarding-concerns, support-needed]}
        rule: RAG-13
        sentence: The interview has no outcome on record. Say whether there are no issues, safeguarding concerns or a need for support, then finalise.
        tell: tys-worker
      - on: record-closed
        refuse-when: {interview-pending: yes}
        rule: RAG-13
        sentence: The interview is neither held nor refused. Record the one or the other first.
        tell: tys-worker
      # Back and still amber.
      - on: {event: step-done, with: {step: [rhi-letter, transfer-to-csc]}}
        refuse-when: {returned: yes, rag: amber}
        rule: RAG-32
        sentence: The child is back and still amber, for which there is no way on. The MASH manager settles it as green or red first.
        tell: mash-manager
      - on: {event: reassigned, with: {to: tys}}
        refuse-when: {returned: yes, rag: amber}
        rule: RAG-32
        sentence: The child is back and still amber, for which there is no way on. The MASH manager settles it as green or red first.
        tell: mash-manager
      - on: finalised
        refuse-when: {returned: yes, rag: amber}
        rule: RAG-32
        sentence: The child is back and still amber. The MASH manager settles it as green or red first; then finalise.
        tell: mash-manager
      - on: record-closed
        refuse-when: {returned: yes, rag: amber}
        rule: RAG-32
        sentence: The child is back and still amber. The MASH manager settles it as green or red first.
        tell: mash-manager
      # Who interviews.
      - on: {event: rhi-held, with: {by: [own-social-worker, placement, police]}}
        rule: RAG-14
        sentence: Somebody independent whom the child trusts holds the interview, not the child's own social worker and not the placement; the police's prevention interview is not one. Ask the youth service for another interviewer.
        tell: tys-worker
      - on: {event: rhi-offered, with: {by: [own-social-worker, placement, police]}}
        rule: RAG-14
        sentence: Somebody independent whom the child trusts offers the interview, not the child's own social worker, the placement or the police. Ask the youth service to offer it.
        tell: tys-worker

    prompts:
      - {rule: RAG-01, on: went-missing, text: "Whoever's whereabouts are unknown is missing. There is no separate absent: what the police call absent is missing at no apparent risk."}
      - {rule: RAG-01, on: category-changed, text: "Whoever's whereabouts are unknown is missing. There is no separate absent."}
      - {rule: RAG-01, on: risk-assessed, text: "Risk runs from none apparent to high."}
      - {rule: RAG-02, on: reported, text: "Found out first? Report to the police online and keep the reference; the social worker starts the episode."}
      - {rule: RAG-05, on: rag-set, text: "Say also whether MASH checks are needed."}
      - {rule: RAG-32, on: rag-set, when: {returned: yes}, text: "The child is back: settle it as green or red. Amber has no way on."}
      - {rule: RAG-12, on: rhi-held, text: "Write it on the interview template under the episode; the police missing unit and the exploitation coordinator get it."}
      - {rule: RAG-13, on: finalised, text: "Everything on record and the interview uploaded? Only then finalise."}
      - {rule: RAG-14, on: rhi-held, text: "Say who held it: somebody independent, never the own social worker, the placement or the police."}
      - {rule: RAG-18, on: rhi-declined, text: "It is kept as offered and not accepted."}
      - {rule: RAG-21, on: opened, text: "Give child, parents and carers the missing people helplines and the services that can help."}
      - {rule: RAG-21, on: rhi-offered, text: "Give child, parents and carers the missing people helplines and the services that can help."}
      - {rule: RAG-21, on: rhi-held, text: "Give child, parents and carers the missing people helplines and the services that can help."}
      - {rule: RAG-22, on: risk-assessed, when: {allocated: yes}, text: "Where the risk has changed, bring the grab pack up to date."}
      - {rule: RAG-29, on: risk-assessed, when: {allocated: yes}, text: "Where the risk has changed, bring the safety plan up to date."}
      - {rule: RAG-23, on: risk-assessed, when: {allocated: yes}, text: "Complex or high risk? Call the police and the other agencies to a meeting now."}
      - {rule: RAG-31, on: meeting-held, when: {allocated: yes, earlier-episodes: {at-least: 1}}, text: "Does the child go missing regularly? Then standing review meetings can be held."}
      - {rule: RAG-31, on: meeting-planned, when: {allocated: yes, earlier-episodes: {at-least: 1}}, text: "Does the child go missing regularly? Then standing review meetings can be held."}

"""###
}
