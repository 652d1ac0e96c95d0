// Written by Scripts/embed-packs from the files in Packs. Change those, not this.
// swift-format-ignore-file

/// The packs that ship with the program, as text; nothing is parsed until it is asked for.
enum ShippedPacks {
  /// Every shipped pack, in the order of their ids.
  static let all: [Shelf.Entry] = [
    Shelf.Entry(id: "combined", file: "combined.yaml", text: textCombined),
    Shelf.Entry(id: "lambeth-2023", file: "lambeth-2023.yaml", text: textLambeth2023),
    Shelf.Entry(id: "lambeth-protocol", file: "lambeth-protocol.yaml", text: textLambethProtocol),
    Shelf.Entry(id: "lewisham-2021", file: "lewisham-2021.yaml", text: textLewisham2021),
    Shelf.Entry(id: "luton", file: "luton.yaml", text: textLuton),
    Shelf.Entry(id: "mfh-rag", file: "mfh-rag.yaml", text: textMfhRag),
  ]

  private static let textCombined = ###"""
# The five together. Nothing of them is copied here: each step takes the earliest due time that any of
# them sets, a chair is the most senior that any of them asks for at that time, a guard or a notice that
# any of them asks for stands, and so does every prompt. What follows is where they would otherwise pull
# in different directions; each decision says why.

id: combined
title: The five together, the strictest of each
authority: Whichever authority the desk is of

composed-of: [lambeth-2023, lambeth-protocol, lewisham-2021, mfh-rag, luton]

# Only the flowchart of 2023 says who acknowledges; the others are content with less.
acknowledged-by: [team-manager, missing-coordinator]

adults:
  from-age: 18
  only: lewisham-2021
  because: Its section 3 alone speaks of care leavers from 18 on; the others speak of children.

landings:
  - steps: [rhi-offer, rhi-interview]
    when: {allocated: yes}
    tray: rhi
    role: rhi-worker
    otherwise: {tray: tys, role: tys-worker}
    because: The interviews of children who have a worker are the interview service's, those of the others the youth service's, whatever a pack says.
  - steps: [rhi-allocation, close-record, finalise]
    from: [rhi, tys]
    when: {allocated: yes}
    tray: rhi
    role: rhi-worker
    otherwise: {tray: tys, role: tys-worker}
    because: Who holds the interview gives it to one of theirs, and closes after it; where a pack leaves that to the missing coordinator, it stays there.

apart:
  - steps: [allocated-contact, unallocated-contact]
    because: The front door sends the contact on, the worker opens, the coordinator takes over to watch; that one has done it does not do it for the next.
  - steps: mash-referral
    because: Early help refers while the child is missing, the front door and the duty worker after the interview; these are different referrals.

completions:
  - step: police-report-check
    done-by:
      - {event: reported, with: {by: police}}
      - {event: reported, with: {police-ref: any}}
    because: That somebody told us is not yet that the police know.
  - step: police-report-chase
    done-by:
      - {event: report-attached, without: {report-kind: [found, other]}}
      - {event: reported, with: {report: any}, without: {report-kind: [found, other]}}
    because: Word from the police is not yet their written report, and neither is a notice that the child was found.
  - step: out-of-hours-handover
    done-by: {event: notified, with: {step: out-of-hours-handover}}
    because: That the police confirm the report does not hand over what the night team knows.

  - step: finalise
    done-by: [uploaded, finalised, record-closed]
    because: The last acknowledgement ends the record, so what is left to do here is the upload; where no interview was held there is none, and the closure does it.

# Who opens a record. The flowchart of 2023 refuses everybody but the front door and the missing
# coordinator. The others say in whose work it falls, and all five at once would leave nobody: the worker
# alone for an allocated child, the front door alone for others, the worker or the team's administration.
# The one that refuses in so many words stands; the rest of what those rules ask (the contact, the sending
# on, the watching) stands as steps.
set-aside:
  - on: opened
    rules: [LW-19, LW-21, LW-22, RAG-03, RAG-04, LU-05]
    because: With L23-22 beside them nobody could open a record; the front door, which three of them name, and the missing coordinator may.

# Two acknowledgements end a record, so nobody ends it past them.
guards:
  - on: finalised
    rule: L23-28
    sentence: Close the record instead. It is final with the last acknowledgement, by the team manager and the missing coordinator.
    tell: team-manager

"""###

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
        tray: social-worker
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
        # Closing the record is no review: what nobody reviewed is left undone with it, by name.
        duty: Review the absence from the out-of-hours notes and add it to the record.
        source: chart
        section: Unauthorised absence

      - name: close-absence
        realises: [L23-24]
        step: close-record
        tray: missing-coordinator
        role: missing-coordinator
        for-record: yes
        when: {returned: yes, absences-only: yes, happened: {event: step-done, with: {step: absence-review}}}
        since: {last: {event: step-done, with: {step: absence-review}}}
        done-by: record-closed
        duty: The absence is reviewed and the child is back; close the record.
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
        done-by: [risk-assessed, {event: meeting-held, with: {risk: any}}]
        duty: Rate the risk low, medium or high.
        source: chart
        section: Care and home

      # The interview may tell of a graver risk than anybody rated: whoever rates does so again.
      - name: risk-after-interview
        realises: [L23-08]
        step: risk-rating
        tray: team-manager
        role: team-manager
        when: {interview-above-ours: yes}
        since: {last-learnt: {event: rhi-held, with: {risk: any}}}
        done-by: [risk-assessed, {event: meeting-held, with: {risk: any}}]
        duty: The return interview rated the risk above what is in force here; rate the risk again.
        source: chart
        section: Care and home

      - name: professionals-meeting
        realises: [L23-09]
        step: professionals-meeting
        tray: team-manager
        role: team-manager
        # Until the question is answered it is with the manager.
        when: {risk: medium, not: {multi-agency: no}}
        since:
          - last: {event: risk-assessed, with: {risk: medium}}
          - last: {event: meeting-held, with: {risk: medium}, without: {kind: professionals-meeting}}
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
          # A meeting that rates the risk high asks for it as a rating does, unless it decided on section 47.
          - first: {event: meeting-held, with: {risk: high}, without: {kind: s47-strategy-meeting, section-47: no}}
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

      # Where the strategy meeting met more than once, the review counts from the last time.
      - name: review-fortnightly
        realises: [L23-14]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted]}
        since: [{last: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
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
        since: [{last: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 1 month
        repeats: yes
        elapsed-from: 1 month
        lapses-on: returned
        duty: Missing for a month; review within a month of the last meeting.
        source: chart
        section: Care and home

      # Back again.

      # The chart has no box for a return that is not safe; it asks the manager to act on a concern of
      # significant harm, and whether this is one is the manager's to say.
      - name: not-safe-there
        realises: [L23-10]
        step: unsuitable-place-plan
        tray: team-manager
        role: team-manager
        when: {happened: {event: returned, with: {safe: no}}}
        since: {last: {event: returned, with: {safe: no}}}
        done-by:
          - meeting-held
          - section-47-started
          - {event: child-updated, with: {placement: any}}
        duty: Back where it is not safe to be; decide now, with the police, where the child is to be tonight, and whether section 47 is to start.
        prompts:
          - A meeting held or the new placement on the register settles it; otherwise say what was decided.
        source: chart
        section: Care and home

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
      - {rule: L23-01, on: went-missing, lines: [from, category], text: "Say whether the child went from home or from care, and whether the child is missing or absent without authorisation with whereabouts known."}
      - {rule: L23-02, on: went-missing, when: {from: care}, lines: [category, circumstances], text: "Ask the placement for its first checks and keep what came of them: they decide between missing and unauthorised absence."}
      - {rule: L23-26, on: opened, when: {allocated: no}, text: "The case is not open: a contact comes first, and the missing record is its next action."}
      - {rule: L23-08, on: risk-assessed, when: {risk: low}, text: "At low risk stay in contact with the child and go on reviewing the risk."}
      - {rule: L23-09, on: risk-assessed, when: {risk: medium}, lines: [multi-agency], text: "At medium risk say whether several agencies are needed, yes or no; with yes a meeting of the professionals is called."}
      - {rule: L23-19, on: rhi-held, text: "Build trust first and take trauma into account; point to services; invite what would help the safety plan."}
      - {rule: L23-22, on: opened, text: "Only the front door or the missing coordinator opens a record; an allocated team tells the coordinator."}

"""###

  private static let textLambethProtocol = ###"""
# Missing children: Lambeth's protocol for children missing from home and care, in the desk's own
# words. `realises` names the rules of the rulebook; HW rules are the desk's own.
#
# Home and care. "From care" also takes in care leavers wherever they live: at 16 and 17 they are met
# as children in care, and for the older ones that is good practice (LP-57).

id: lambeth-protocol
title: Lambeth, protocol for missing from home and care
authority: Lambeth

sources:
  - {id: protocol, title: Missing from Home and Care Protocol, date: undated, checked: 2026-11-21}
  - {id: desk, title: How this desk works, date: "2026", checked: 2026-11-21}

roles:
  front-door: First response team
  out-of-hours: Emergency duty team

trays:
  front-door: First response team
  rhi: Return interviews

# Whom to reach. The authority fills in mailboxes and numbers; units only, never a person.
directory:
  - {id: missing-coordinator, title: Missing coordinator, mail: "", phone: "", rule: LP-34}
  - {id: out-of-hours, title: Emergency duty team, mail: "", phone: "", rule: LP-10}
  - {id: police-missing-unit, title: Police missing persons unit, mail: "", phone: "", rule: LP-40}
  - {id: police-cait, title: Police child abuse investigation team, mail: "", phone: "", rule: LP-26}
  - {id: interview-service, title: Independent return interview service, mail: "", phone: "", rule: LP-65}
  - {id: education-monitoring, title: Children missing education officer, mail: "", phone: "", rule: LP-12}
  - {id: risk-panel, title: Multi-agency risk panel, mail: "", phone: "", rule: LP-19}
  - {id: quality-assurance, title: Quality assurance team, mail: "", phone: "", rule: LP-42}
  - {id: designated-nurse, title: Designated nurse for child protection, mail: "", phone: "", rule: LP-42}
  - {id: virtual-school, title: Virtual school, mail: "", phone: "", rule: LP-56}
  - {id: legal, title: Legal services, mail: "", phone: "", rule: LP-69}
  - {id: channel, title: Channel panel, mail: "", phone: "", rule: LP-68}
  - {id: forced-marriage, title: Forced marriage unit, mail: "", phone: "", rule: LP-68}

versions:
  - from: 2016-01-01
    # The protocol names nobody who acknowledges a closure; the team manager keeps the plan, so it is
    # the team manager's.
    acknowledged-by: [team-manager]

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

      - name: register-not-allocated
        realises: [LP-34, LP-17]
        step: register
        tray: missing-coordinator
        role: missing-coordinator
        for-record: yes
        when: {from: home, allocated: no}
        since: [reported, missing-start]
        done-by: opened
        duty: The duty manager looks at the contact and passes it on; put the child on the missing register.
        source: protocol
        section: "11.2"

      - name: register-allocated
        realises: [LP-17, LP-34]
        step: register
        tray: front-door
        role: front-door
        for-record: yes
        when: {any: [{from: care}, {allocated: yes}]}
        since: [reported, missing-start]
        done-by: opened
        duty: The team's support officer puts the child on the missing register.
        source: protocol
        section: "7"

      # Each record is in the figures of its quarter by the time three months are over.
      - name: quarterly-figures
        realises: [LP-11]
        step: quarterly-report
        tray: missing-coordinator
        role: missing-coordinator
        for-record: yes
        since: opened
        within: 3 months
        done-by: record-closed
        duty: See that this record is complete and in the quarter's figures on missing children.
        source: protocol
        section: "3.6"

      - name: close-record
        realises: [LP-17]
        step: close-record
        tray: missing-coordinator
        role: missing-coordinator
        for-record: yes
        when: {returned: yes, interview-pending: no}
        since: [{last: rhi-held}, {last: rhi-declined}, {last: returned}]
        done-by: record-closed
        duty: The child is back and no interview is outstanding; close the entry on the register.
        source: protocol
        section: "7"

      - name: acknowledge
        realises: [HW-01]
        step: acknowledge
        tray: team-manager
        role: team-manager
        for-record: yes
        when: {closed: yes}
        since: {last: record-closed}
        duty: Look at what was done and acknowledge the closure, or send it back.
        source: desk
        section: Closing

      # The first hours: who tells the police, and what is on file.

      - name: absconded
        realises: [LP-02]
        step: police-report-check
        tray: front-door
        role: front-door
        when: {category: absconded}
        since: [{first: {event: category-changed, with: {category: absconded}}}, missing-start]
        within: at once
        done-by: reported
        duty: Running from bail or from an address that a court ordered is a criminal matter; see that the police have the report now.
        source: protocol
        section: "3.1"

      - name: abduction
        realises: [LP-03]
        step: abduction-999
        tray: social-worker
        role: social-worker
        when: {category: abducted}
        since: [{first: {event: category-changed, with: {category: abducted}}}, missing-start]
        within: at once
        duty: Taken, or removed against the care plan; ring 999 now.
        prompts:
          - Under a care order, an emergency protection order or police protection, ask legal services about a recovery order.
        source: protocol
        section: "3.1"

      # What was an absence is missing now: it goes to the police.
      - name: absence-became-missing
        realises: [LP-04]
        step: police-report-check
        tray: front-door
        role: front-door
        when: {category: missing, happened: {event: category-changed, with: {category: missing}}}
        since: {last: {event: category-changed, with: {category: missing}}}
        done-by: reported
        duty: The child stays away, or nobody can confirm where; see that the police have the report.
        source: protocol
        section: "3.2"

      # The section gives no age; the 12 years of section 12.2 are taken. Nor does it say what a history
      # is: its own figure for repetition, twice in 90 days, is taken.
      - name: absence-with-risk-factor
        realises: [LP-05]
        step: police-report-check
        tray: front-door
        role: front-door
        when:
          category: unauthorised-absence
          any:
            - markers: [cse, cce, gang, trafficking, radicalisation, fgm, forced-marriage, medical, learning, mental-health, curfew, uasc, youth-violence, substance-misuse]
            - not: {age: {at-least: 13}}
            - episodes-in-90-days: {at-least: 2}
            - imminent-harm: yes
        since: missing-start
        within: at once
        done-by: reported
        duty: Whereabouts are known, but a risk factor stands; see that the police have the report now.
        source: protocol
        section: "3.3"

      - name: absence-rated-high
        realises: [LP-05]
        step: police-report-check
        tray: front-door
        role: front-door
        when: {category: unauthorised-absence, any: [{risk: high}, {significant-harm: yes}]}
        since:
          - first: {event: risk-assessed, with: {risk: high}}
          - first: {event: meeting-held, with: {risk: high}}
          - first: {event: risk-assessed, with: {significant-harm: yes}}
          - missing-start
        within: at once
        done-by: reported
        duty: The absence is rated a danger to the child; see that the police have the report now.
        source: protocol
        section: "3.3"

      # Who is not known to be older counts as 12 or younger.
      - name: care-at-risk
        realises: [LP-47]
        step: police-report-check
        tray: front-door
        role: front-door
        when:
          all:
            - any: [{from: care}, {status: care-leaver}]
            - any:
                - category: abducted
                - imminent-harm: yes
                - markers: [cse, cce, gang, trafficking, radicalisation, fgm, forced-marriage, medical, learning, mental-health, curfew, uasc, youth-violence, substance-misuse]
                - all: [{whereabouts: unknown}, {not: {age: {at-least: 13}}}]
        since: missing-start
        within: at once
        done-by: reported
        duty: This child in care counts as at risk without further question; see that the police have the report now.
        source: protocol
        section: "12.2"

      - name: care-rated-high
        realises: [LP-47]
        step: police-report-check
        tray: front-door
        role: front-door
        when:
          all:
            - any: [{from: care}, {status: care-leaver}]
            - risk: high
        since:
          - first: {event: risk-assessed, with: {risk: high}}
          - first: {event: meeting-held, with: {risk: high}}
        within: at once
        done-by: reported
        duty: The child in care is rated a danger to itself or others; see that the police have the report now.
        source: protocol
        section: "12.2"

      - name: parents-do-not-report
        realises: [LP-72]
        step: police-report-check
        tray: social-worker
        role: social-worker
        when:
          from: home
          category: [missing, absconded, abducted]
          any:
            - {not: {happened: reported}}
            - happened: {event: reported, with: {by: [professional, social-worker, own-social-worker, duty-sw]}}
        since: missing-start
        done-by: {event: reported, with: {by: [professional, social-worker, own-social-worker, duty-sw]}}
        lapses-on: returned
        duty: Where the family will not report the child, the social worker or the duty worker does; their failure to is a concern of its own, so keep it on record.
        source: protocol
        section: "11.1"

      - name: police-recategorise
        realises: [LP-06]
        step: absent-to-missing
        tray: missing-coordinator
        role: missing-coordinator
        when: {police-category: absent}
        since: {first: {event: reported, with: {police-category: absent}}}
        within: 24 hours
        done-by: {event: reported, with: {police-category: missing}}
        lapses-on: returned
        duty: A child whom the police hold as absent becomes missing to them after 24 hours; see that it did.
        source: protocol
        section: "3.4"

      - name: out-of-hours
        realises: [LP-10]
        step: out-of-hours-handover
        tray: front-door
        role: out-of-hours
        when: {any: [{out-of-hours: yes}, {happened: {event: opened, with: {by: out-of-hours}}}]}
        since: [reported, missing-start]
        done-by: {event: notified, with: {step: out-of-hours-handover}}
        duty: It came in out of hours; the emergency team has taken it, and hands all that it knows and arranged to the day team.
        source: protocol
        section: "3.6"

      - name: risk-assessment
        realises: [LP-15]
        step: risk-assessment
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted], any: [{from: care}, {allocated: yes}]}
        since: missing-start
        done-by: risk-assessed
        duty: Bring the risk assessment up to date, share it, and keep the newest on file.
        source: protocol
        section: "6.1"

      # What is new is told by the police or by the child; how long is "protracted" is not said, so each
      # review of a child still away asks for it.
      - name: risk-assessment-again
        realises: [LP-15]
        step: risk-assessment
        tray: social-worker
        role: social-worker
        when:
          all:
            - {category: [missing, absconded, abducted]}
            - any: [{from: care}, {allocated: yes}]
            - any:
                - happened: {event: reported, after: risk-assessed}
                - happened: {event: police-concerns, after: risk-assessed}
                - happened: {event: disclosure, after: risk-assessed}
                - happened: {event: meeting-held, with: {kind: review-meeting}, after: risk-assessed}
        since:
          - last: {event: reported, after: risk-assessed}
          - last: {event: police-concerns, after: risk-assessed}
          - last: {event: disclosure, after: risk-assessed}
          - last: {event: meeting-held, with: {kind: review-meeting}, after: risk-assessed}
        lapses-on: returned
        duty: Something new is known, or the child has stayed away for long; assess the risk again, share it, and keep the newest on file.
        source: protocol
        section: "6.1"

      - name: information-sharing-form
        realises: [LP-16]
        step: information-sharing-form
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted], any: [{from: care}, {allocated: yes}]}
        since: missing-start
        done-by: {event: notified, with: {step: information-sharing-form}}
        duty: See that nicknames, accounts and a recent photograph are on the sharing form, and that the police have it.
        source: protocol
        section: "6.2"

      - name: high-risk
        realises: [LP-18]
        step: high-risk-monitoring
        tray: missing-coordinator
        role: missing-coordinator
        when: {any: [{risk: high}, {police-risk: high}]}
        since:
          - first: {event: risk-assessed, with: {risk: high}}
          - first: {event: meeting-held, with: {risk: high}}
          - first: {event: reported, with: {risk: high}}
        done-by: record-closed
        duty: High risk; follow the actions, the plan and what comes of them until the record is closed.
        source: protocol
        section: "7"

      - name: risk-panel
        realises: [LP-19]
        step: risk-panel-referral
        tray: social-worker
        role: social-worker
        when: {markers: [cse, cce, gang, trafficking], any: [{risk: high}, {police-risk: high}]}
        since:
          - first: {event: risk-assessed, with: {risk: high}}
          - first: {event: meeting-held, with: {risk: high}}
          - first: {event: reported, with: {risk: high}}
        done-by: {event: notified, with: {step: risk-panel-referral}}
        duty: High risk through exploitation, a gang or trafficking; the risk panel may take the case.
        source: protocol
        section: "7"

      # How far a child is at risk of exploitation is not graded on the register: the marker stands for
      # it, and two goings in 90 days for going on going.
      - name: risk-panel-repeat
        realises: [LP-19]
        step: risk-panel-referral
        tray: social-worker
        role: social-worker
        when: {markers: cse, category: [missing, absconded, abducted], missing-in-90-days: {at-least: 2}}
        since: missing-start
        done-by: {event: notified, with: {step: risk-panel-referral}}
        duty: A child at risk of sexual exploitation goes missing again; the risk panel should have the case.
        source: protocol
        section: "15.7"

      # Other authorities.

      - name: host-authority
        realises: [LP-20]
        step: host-authority-notice
        tray: social-worker
        role: social-worker
        when:
          all:
            - any: [{from: care}, {status: care-leaver}]
            - any: [{host: other}, {resident: no}]
            - not: {responsible: other}
        since: missing-start
        done-by: {event: notified, with: {step: host-authority-notice}}
        duty: Placed outside the borough; share the risk assessment with the police there and with the coordinator for missing or exploited children there.
        source: protocol
        section: "8, 12.9"

      - name: home-authority
        realises: [LP-21]
        step: home-authority-notice
        tray: missing-coordinator
        role: missing-coordinator
        when:
          happened: found
          any: [{responsible: other}, {from: home, resident: no}]
        since: {first: found}
        done-by: {event: notified, with: {step: home-authority-notice}}
        duty: Another authority's child is found here; see that the police have told the home authority.
        source: protocol
        section: "8"

      - name: responsible-authority
        realises: [LP-59]
        step: responsible-authority-notice
        tray: missing-coordinator
        role: missing-coordinator
        when: {from: care, responsible: other}
        since: missing-start
        done-by: {event: notified, with: {step: responsible-authority-notice}}
        duty: Another authority looks after this child; see that it is told, ask its coordinator what the risks are, and keep an eye on the case.
        source: protocol
        section: "12.10"

      # The first discussion. "If possible" binds here like any other limit.

      - name: first-working-day
        realises: [LP-23]
        step: strategy-discussion
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted], whereabouts: unknown}
        since: missing-start
        within: 1 working day
        done-by: {event: meeting-held, with: {kind: strategy-meeting}}
        lapses-on: returned
        duty: Nobody knows where the child is; hold the first strategy meeting or discussion by the end of the first working day.
        source: protocol
        section: "10"

      - name: discussion-not-allocated
        realises: [LP-36]
        step: strategy-discussion
        tray: team-manager
        role: team-manager
        when:
          from: home
          allocated: no
          category: [missing, absconded, abducted]
          section-47: no
          not: {status: care-leaver}
        since: missing-start
        within: 24 hours
        done-by: {event: meeting-held, with: {kind: strategy-meeting}, without: {quorate: no}}
        lapses-on: returned
        duty: Missing for 24 hours and not open; discuss with the police, and book a strategy meeting.
        source: protocol
        section: "11.2"

      - name: discussion-care
        realises: [LP-52]
        step: strategy-discussion
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted], any: [{from: care}, {status: care-leaver}]}
        since: reported
        within: 24 hours
        done-by: {event: meeting-held, with: {kind: strategy-meeting}, without: {quorate: no}}
        lapses-on: returned
        duty: Reported missing from care; talk it over with the police by telephone within 24 hours of the report, and record it.
        source: protocol
        section: "12.4"

      # The strategy meeting. A return does not end it by itself: the team manager decides, and says why
      # (LP-25, LP-41). Only for a child who is not open was it booked for the case alone that the child
      # stays away, so there the return ends it (LP-77).

      - name: strategy-meeting-home
        realises: [LP-24]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when:
          from: home
          allocated: yes
          category: [missing, absconded, abducted]
          not: {status: care-leaver}
        since: missing-start
        within: 7 days
        done-by: {event: meeting-held, with: {kind: professionals-meeting}, after: returned}
        duty: Missing from home; hold the strategy meeting within 7 days.
        source: protocol
        section: "10, 11.3"

      - name: strategy-meeting-not-allocated
        realises: [LP-77, LP-24, LP-36]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when:
          from: home
          allocated: no
          category: [missing, absconded, abducted]
          not: {status: care-leaver}
        since: missing-start
        within: 7 days
        lapses-on: returned
        done-by: {event: meeting-held, with: {kind: professionals-meeting}, after: returned}
        duty: Missing from home and not open; hold the strategy meeting within 7 days unless the child comes back.
        source: protocol
        section: "11.2"

      - name: strategy-meeting-care
        realises: [LP-53, LP-24]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {from: care, category: [missing, absconded, abducted]}
        since: missing-start
        within: 3 days
        done-by: {event: meeting-held, with: {kind: professionals-meeting}, after: returned}
        duty: Missing from care; hold the strategy meeting within 3 days and invite the police missing persons unit.
        source: protocol
        section: "12.4"

      - name: strategy-meeting-care-leaver
        realises: [LP-57, LP-53]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {from: home, status: care-leaver, category: [missing, absconded, abducted]}
        since: missing-start
        within: 3 days
        done-by: {event: meeting-held, with: {kind: professionals-meeting}, after: returned}
        duty: A care leaver is met as a child in care; hold the strategy meeting within 3 days.
        source: protocol
        section: "12.8"

      - name: strategy-meeting-section-47
        realises: [LP-35]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {from: home, section-47: yes, not: {status: care-leaver}}
        since: {first: section-47-started}
        within: 7 days
        duty: Section 47 is under way; hold the missing strategy meeting as soon as possible, within 7 days at most.
        source: protocol
        section: "11.2"

      - name: strategy-meeting-section-47-care
        realises: [LP-26]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {section-47: yes, any: [{from: care}, {status: care-leaver}]}
        since: {first: section-47-started}
        within: 3 days
        duty: Section 47 is under way; hold the strategy meeting with the police team that fits the risk.
        source: protocol
        section: "10"

      - name: abduction-section-47
        realises: [LP-69]
        step: s47-strategy-meeting
        tray: team-manager
        role: team-manager
        when: {category: abducted}
        since: [{first: {event: category-changed, with: {category: abducted}}}, missing-start]
        within: at once
        duty: Taken by a stranger or an unsafe adult, or from care; that is a matter of section 47, now.
        prompts:
          - From care, legal services and the assistant director are told at once.
        source: protocol
        section: "15.3"

      - name: abduction-assistant-director
        realises: [LP-69]
        step: assistant-director-notice
        tray: team-manager
        role: team-manager
        when: {category: abducted, from: care}
        since: [{first: {event: category-changed, with: {category: abducted}}}, missing-start]
        within: at once
        done-by: {event: notified, with: {step: assistant-director-notice}}
        duty: Taken from care; tell the assistant director and legal services now.
        source: protocol
        section: "15.3"

      - name: meeting-cancellation
        realises: [LP-25, LP-41]
        step: meeting-cancellation
        tray: team-manager
        role: team-manager
        when:
          category: [missing, absconded, abducted]
          returned: yes
          any:
            - {from: care}
            - {allocated: yes}
            - happened: {event: meeting-planned, with: {kind: strategy-meeting}}
          not: {happened: {event: meeting-held, with: {kind: strategy-meeting}}}
        since: {last: returned}
        done-by:
          - {event: meeting-cancelled, with: {kind: strategy-meeting}}
          - {event: meeting-held, with: {kind: professionals-meeting}, after: returned}
        duty: The child was back before the meeting; hold it all the same, or call it off with the decision and the reason on record.
        prompts:
          - Look first at earlier episodes, at high risk, and at how likely the child is to go again.
        source: protocol
        section: "10, 11.3"

      - name: professionals-meeting-return
        realises: [LP-78]
        step: professionals-meeting
        tray: team-manager
        role: team-manager
        when:
          category: [missing, absconded, abducted]
          returned: yes
          any: [{risk: high}, {police-risk: high}, {missing-in-90-days: {at-least: 2}}]
          not: {happened: {event: meeting-held, with: {kind: strategy-meeting}}}
        since: {last: returned}
        duty: Back before the meeting, but at high risk or not for the first time; hold a meeting of the professionals all the same.
        source: protocol
        section: "10, 11.3"

      # "Over 5 days" is 5 days or more. At 7 days the strategy meeting itself was due and stands; the
      # professionals' meeting that is held then is that meeting.
      - name: professionals-meeting-late-return
        realises: [LP-37]
        step: professionals-meeting
        tray: team-manager
        role: team-manager
        when:
          all:
            - {from: home, category: [missing, absconded, abducted], days-away: {at-least: 5}}
            - not: {days-away: {at-least: 7}}
            - not: {status: care-leaver}
            - not: {happened: {event: meeting-held, with: {kind: strategy-meeting}}}
            - any: [{allocated: no}, {happened: {event: allocated, with: {allocated: yes}}}]
        since: {last: returned}
        duty: Away for 5 days or more and not open; the meeting goes ahead among the professionals, with what the police know.
        source: protocol
        section: "11.2"

      - name: inquorate
        realises: [LP-27]
        step: inquorate-follow-up
        tray: team-manager
        role: team-manager
        when:
          happened: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting, s47-strategy-meeting, strategy-discussion], quorate: no}}
        since: {last: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting, s47-strategy-meeting, strategy-discussion], quorate: no}}}
        done-by:
          - event: meeting-held
            without: {quorate: no}
            after: {event: meeting-held, with: {quorate: no}}
        duty: The police neither came nor sent word, so the meeting was inquorate; call a further one as soon as possible.
        source: protocol
        section: "10"

      # The ground that came first since the last meeting counts; what comes up after an additional
      # meeting asks for another one.
      - name: additional-meeting
        realises: [LP-31]
        step: additional-meeting
        tray: team-manager
        role: team-manager
        when:
          category: [missing, absconded, abducted]
          any:
            - happened: {event: risk-assessed, with: {risk: high}, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
            - happened: {event: reported, with: {risk: high}, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
            - happened: {event: police-concerns, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
            - happened: {event: disclosure, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
            - happened: {event: meeting-planned, with: {kind: additional-meeting}}
            - happened: {event: meeting-held, with: {kind: additional-meeting}}
        since:
          - earliest:
              - {event: risk-assessed, with: {risk: high}, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
              - {event: reported, with: {risk: high}, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
              - {event: police-concerns, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
              - {event: disclosure, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
              - {event: meeting-planned, with: {kind: additional-meeting}, after: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, additional-meeting]}}}
          - last: {event: meeting-held, with: {kind: additional-meeting}}
          - last: {event: meeting-planned, with: {kind: additional-meeting}}
        lapses-on: returned
        duty: What is known of the child or the danger has changed since the last meeting; call a further one if it helps.
        source: protocol
        section: "10"

      - name: minutes
        realises: [LP-33]
        step: minutes
        tray: team-manager
        role: team-manager
        when: {happened: meeting-held}
        since: {last: meeting-held}
        done-by: {event: notified, with: {step: minutes}, after: meeting-held}
        duty: Record what was decided and by when, and send the minutes to everyone involved.
        source: protocol
        section: "10"

      # Reviews. Any strategy meeting counts as the last one held.

      - name: review-home
        realises: [LP-29]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {from: home, category: [missing, absconded, abducted]}
        since: [{last: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 14 days
        repeats: yes
        elapsed-before: 1 month
        done-by: {event: meeting-held, with: {kind: additional-meeting}}
        lapses-on: returned
        duty: Still missing; review within 14 days of the last meeting, or after a week where the risk asks for it.
        source: protocol
        section: "10"

      - name: review-home-later
        realises: [LP-29]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {from: home, category: [missing, absconded, abducted]}
        since: [{last: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 28 days
        repeats: yes
        elapsed-from: 1 month
        done-by: {event: meeting-held, with: {kind: additional-meeting}}
        lapses-on: returned
        duty: Missing for a month; review within 28 days of the last meeting.
        source: protocol
        section: "10"

      - name: review-care
        realises: [LP-54, LP-29]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {from: care, category: [missing, absconded, abducted]}
        since: [{last: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 14 days
        repeats: yes
        elapsed-before: 1 month
        done-by: {event: meeting-held, with: {kind: additional-meeting}}
        lapses-on: returned
        duty: Still missing from care; review within 14 days of the last meeting, more often where the risk asks for it.
        source: protocol
        section: "12.4"

      - name: review-care-later
        realises: [LP-54, LP-29]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {from: care, category: [missing, absconded, abducted]}
        since: [{last: {event: meeting-held, with: {kind: strategy-meeting}}}, {due: strategy-meeting}]
        within: 28 days
        repeats: yes
        elapsed-from: 1 month
        done-by: {event: meeting-held, with: {kind: additional-meeting}}
        lapses-on: returned
        duty: Missing from care for a month; review within 28 days of the last meeting.
        source: protocol
        section: "12.4"

      # Away with whereabouts known.

      - name: section-47-decision
        realises: [LP-26]
        step: s47-decision
        tray: team-manager
        role: team-manager
        when: {category: unauthorised-absence}
        since: [{first: {event: category-changed, with: {category: unauthorised-absence}}}, missing-start]
        done-by: section-47-started
        lapses-on: returned
        duty: Absent with whereabouts known; decide whether the risk asks for section 47, and if so call a strategy meeting with the police team that fits.
        source: protocol
        section: "10"

      - name: absence-decision
        realises: [LP-28]
        step: absence-decision
        tray: team-manager
        role: team-manager
        when: {category: unauthorised-absence, allocated: yes, section-47: no}
        since: missing-start
        opens-after: 3 days
        within: 7 days
        done-by:
          - {event: meeting-held, with: {kind: professionals-meeting}}
          - {event: meeting-planned, with: {kind: professionals-meeting}}
        lapses-on: returned
        duty: Absent for 3 days; decide on a meeting of the professionals, or note the decision, the reason and what is done to bring the child back.
        source: protocol
        section: "10"

      - name: absence-discussion
        realises: [LP-61]
        step: absence-discussion
        tray: social-worker
        role: social-worker
        when: {category: unauthorised-absence, absences-in-90-days: {at-least: 2}}
        since: missing-start
        duty: Absent again without authorisation; offer somebody independent to talk to, and talk it over with a child looked after.
        prompts:
          - Where a child looked after will not talk and the concern stays, think of a referral for an interview.
        source: protocol
        section: "13"

      # Home, not open.

      - name: assessment-allocation
        realises: [LP-38]
        step: assessment-allocation
        tray: front-door
        role: front-door
        when:
          all:
            - {from: home, category: [missing, absconded, abducted], missing-in-90-days: {at-least: 2}}
            - any: [{allocated: no}, {happened: {event: allocated, with: {allocated: yes}}}]
        since: reported
        done-by: {event: allocated, with: {allocated: yes}}
        duty: Missing twice or more in 90 days and not open; allocate the case for a child and family assessment.
        source: protocol
        section: "11.2"

      # Section 11.2 names the return within 24 hours because it spares nothing; after a longer one the
      # referral is due all the more.
      - name: police-concerns
        realises: [LP-39]
        step: referral
        tray: front-door
        role: front-door
        when:
          all:
            - {from: home, returned: yes, happened: police-concerns}
            - any: [{allocated: no}, {happened: {event: allocated, with: {allocated: yes}}}]
        since: {first: police-concerns}
        done-by: {event: allocated, with: {allocated: yes}}
        duty: The child is back, but the police are worried; a referral is made all the same.
        source: protocol
        section: "11.2"

      # Whom to tell.

      - name: plan-network
        realises: [LP-42]
        step: plan-network-notice
        tray: social-worker
        role: social-worker
        when: {status: child-protection, category: [missing, absconded, abducted]}
        since: missing-start
        done-by: {event: notified, with: {step: plan-network-notice}}
        duty: On a child protection plan; tell the chair of the plan, quality assurance and the designated nurse, and the school.
        source: protocol
        section: "11.4"

      - name: plan-network-section-47
        realises: [LP-42]
        step: plan-network-notice
        tray: social-worker
        role: social-worker
        when: {section-47: yes}
        since: {first: section-47-started}
        done-by: {event: notified, with: {step: plan-network-notice}}
        duty: Section 47 is under way; tell the conference chair, quality assurance and the designated nurse, and the school.
        source: protocol
        section: "11.4"

      - name: care-network
        realises: [LP-48, LP-56]
        step: care-network-notice
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted], any: [{from: care}, {status: care-leaver}]}
        since: missing-start
        done-by: {event: notified, with: {step: care-network-notice}}
        duty: Missing from care; see that parents and holders of responsibility know unless that is not right for the child, and tell the reviewing officer, your manager, the school and the virtual school.
        prompts:
          - In care proceedings the children's guardian is told too.
        source: protocol
        section: "12.3, 12.7"

      - name: assistant-director
        realises: [LP-49]
        step: assistant-director-notice
        tray: team-manager
        role: team-manager
        when: {category: [missing, absconded, abducted], any: [{from: care}, {status: care-leaver}]}
        since: missing-start
        within: 3 days
        done-by: {event: notified, with: {step: assistant-director-notice}}
        lapses-on: returned
        duty: Missing from care for 3 days; tell the assistant director.
        source: protocol
        section: "12.3"

      - name: director
        realises: [LP-50]
        step: director-notice
        tray: team-manager
        role: assistant-director
        when: {category: [missing, absconded, abducted], any: [{from: care}, {status: care-leaver}]}
        since: missing-start
        within: 7 days
        done-by: {event: notified, with: {step: director-notice}}
        lapses-on: returned
        duty: Missing from care for 7 days; the assistant director tells the director and the lead member for corporate parenting.
        source: protocol
        section: "12.3"

      - name: return-network
        realises: [LP-43]
        step: return-network-notice
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted], any: [{from: care}, {allocated: yes}]}
        since: {last: returned}
        done-by: {event: notified, with: {step: return-network-notice}, after: returned}
        duty: Tell every professional that the child is back, why they went, where they were, and what changes in the plan.
        source: protocol
        section: "11.4, 12.7"

      # Long absences.

      - name: closure-review
        realises: [LP-45]
        step: closure-review
        tray: service-manager
        role: service-manager
        when:
          from: home
          allocated: yes
          category: [missing, absconded, abducted]
          not: {status: [child-protection, looked-after]}
        since: missing-start
        within: 3 months
        lapses-on: returned
        duty: The case stays allocated with regular meetings for at least 3 months; then look at what was done to find the child before anybody closes it.
        source: protocol
        section: "11.7"

      - name: closed-while-missing
        realises: [LP-46]
        step: notice
        tray: missing-coordinator
        role: missing-coordinator
        when: {returned: no, happened: {event: case-closed, after: went-missing}}
        since: {last: {event: case-closed, after: went-missing}}
        duty: The case is closed to social care while the child is missing; the liaison with the police is yours.
        source: protocol
        section: "11.7"

      - name: police-liaison
        realises: [LP-46]
        step: police-liaison
        tray: missing-coordinator
        role: missing-coordinator
        when: {happened: {event: case-closed, after: went-missing}}
        since: {last: {event: case-closed, after: went-missing}}
        within: 1 month
        repeats: yes
        done-by: {event: police-contacted, after: case-closed}
        lapses-on: returned
        duty: Closed to social care and still missing; speak to the police at least once a month.
        source: protocol
        section: "11.7"

      - name: found-after-closure
        realises: [LP-46]
        step: assessment-allocation
        tray: front-door
        role: front-door
        when:
          any:
            - happened: {event: found, after: {event: case-closed, after: went-missing}}
            - happened: {event: returned, after: {event: case-closed, after: went-missing}}
        since:
          - first: {event: found, after: {event: case-closed, after: went-missing}}
          - first: {event: returned, after: {event: case-closed, after: went-missing}}
        done-by: {event: allocated, with: {allocated: yes}, after: case-closed}
        duty: The child is found after the case was closed; open it again and allocate it for assessment.
        source: protocol
        section: "11.7"

      # Found and back.

      - name: unsuitable-place
        realises: [LP-74]
        step: unsuitable-place-plan
        tray: team-manager
        role: team-manager
        when: {happened: found}
        since: {first: found}
        lapses-on: returned
        duty: Found, but not back; where the place is unsuitable and nothing in law lets the child be fetched, agree the next steps with the police.
        prompts:
          - Where an order is to be sought, legal services are told.
        source: protocol
        section: "13"

      # Whether it is safe to be back is asked of every return; what is owed where it is not is what
      # section 13 asks for a child in an unsuitable place.
      - name: not-safe-there
        realises: [LP-74, LP-09]
        step: unsuitable-place-plan
        tray: team-manager
        role: team-manager
        when: {happened: {event: returned, with: {safe: no}}}
        since: {last: {event: returned, with: {safe: no}}}
        done-by:
          - meeting-held
          - section-47-started
          - {event: child-updated, with: {placement: any}}
        duty: Back where it is not safe to be; decide now, with the police, where the child is to be tonight, and whether section 47 is to start.
        prompts:
          - A meeting held or the new placement on the register settles it; otherwise say what was decided.
        source: protocol
        section: "13, 14.1"

      - name: safe-and-well
        realises: [LP-09]
        step: safe-and-well
        tray: missing-coordinator
        role: missing-coordinator
        when:
          category: [missing, absconded, abducted]
          any: [{from: home}, {not: {missing-in-90-days: {at-least: 2}}}]
        since: {last: returned}
        done-by: safe-and-well
        duty: As soon as possible have what the police check found on record - harm, offences against or by the child, protection, and whether it is safe to be back.
        source: protocol
        section: "3.6, 14.1"

      # "Often" has no figure; the protocol's own for repetition, twice in 90 days, is taken.
      - name: safe-and-well-often
        realises: [LP-75, LP-09]
        step: safe-and-well
        tray: social-worker
        role: social-worker
        when: {from: care, category: [missing, absconded, abducted], missing-in-90-days: {at-least: 2}}
        since: {last: returned}
        done-by: safe-and-well
        duty: A child who often goes from care; agree with the police whether you do the check in their place, and have its findings on record.
        source: protocol
        section: "14.1"

      # Whoever went once may go again: the pack is made ready with the return.
      - name: pre-incident
        realises: [LP-14]
        step: pre-incident-risk-assessment
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted], any: [{from: care}, {allocated: yes}]}
        since: {last: returned}
        duty: The child may go again; have a risk assessment ready beforehand.
        prompts:
          - Share it in advance with the carer and the agency, the police, the school, the emergency team and other authorities concerned.
        source: protocol
        section: "5.2"

      # The interview.

      - name: interview-referral
        realises: [LP-51]
        step: rhi-referral
        tray: social-worker
        role: social-worker
        when: {category: [missing, absconded, abducted], any: [{from: care}, {status: care-leaver}]}
        since: missing-start
        done-by: {event: rhi-referred, after: went-missing}
        duty: Refer for the independent interview now, while the child is missing; on the return a call or a message starts it.
        source: protocol
        section: "12.3, 13"

      # The police class never decides what the desk does (LP-07), so a child whom they held as absent is
      # offered the interview as well.
      - name: interview-offer
        realises: [LP-63]
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
        source: protocol
        section: "14.2"

      - name: interview-home
        realises: [LP-65]
        step: rhi-interview
        tray: rhi
        role: rhi-worker
        when:
          category: [missing, absconded, abducted]
          from: home
          interview-declined: no
        since:
          - first: {event: rhi-offered, without: {answer: [no-answer, message-left, declined]}}
          - first: rhi-held
        done-by: rhi-held
        duty: Hold the interview; the social worker or another professional whom the child trusts may.
        source: protocol
        section: "14.2"

      - name: interview-care
        realises: [LP-65]
        step: rhi-interview
        tray: rhi
        role: rhi-worker
        when:
          category: [missing, absconded, abducted]
          from: care
          interview-declined: no
        since:
          - first: {event: rhi-offered, without: {answer: [no-answer, message-left, declined]}}
          - first: rhi-held
        done-by: rhi-held
        duty: The independent service, told of the return, holds the interview.
        source: protocol
        section: "14.2"

      - name: refusal
        realises: [LP-66]
        step: refusal-follow-up
        tray: social-worker
        role: social-worker
        when: {interview-declined: yes}
        since: [{last: rhi-declined}, {last: {event: rhi-offered, with: {answer: declined}}}]
        duty: The interview is refused; see whether the child would talk to somebody else whom they trust, then ask parents or carers what they know, and record the refusal.
        source: protocol
        section: "14.2"

      - name: interview-review
        realises: [LP-67]
        step: rhi-review
        tray: social-worker
        role: social-worker
        when: {happened: rhi-held}
        since: {last: rhi-held}
        duty: Read the interview, bring the risk assessment and the sharing form up to date, and share with the police what cannot wait.
        source: protocol
        section: "14.3"

      # The worker brings the assessment up to date; the rating that it leads to is a manager's.
      - name: risk-after-interview
        realises: [LP-67, LP-15]
        step: risk-rating
        tray: team-manager
        role: team-manager
        when: {interview-above-ours: yes}
        since: {last-learnt: {event: rhi-held, with: {risk: any}}}
        done-by: [risk-assessed, {event: meeting-held, with: {risk: any}}]
        duty: The return interview rated the risk above what is in force here; rate the risk again.
        source: protocol
        section: "14.3, 6.1"

    chairs:
      - {role: team-manager, from: at once, rule: LP-30}
      - {role: iro, from: 28 days, when: {status: [looked-after, care-leaver]}, rule: LP-30}
      - {role: iro, from: 28 days, when: {from: care}, rule: LP-54}

    guards:
      # The document speaks of calling a meeting off once the child is back. While the child is away a
      # recorded decision ends that one meeting, late where it was due, and never the reviews: the next
      # counts from when the meeting was due. Of a case allocated only after the return nobody has
      # decided yet, so the meeting comes to the new team manager.
      - on: {event: meeting-cancelled, without: {decision: [any]}}
        rule: [LP-41, LP-25]
        sentence: A meeting is not called off without a decision. Look at earlier episodes, the risk and how likely the child is to go again, then record the decision and the reason.
        tell: team-manager
      - on: {event: category-changed, with: {category: unauthorised-absence}, without: {reason: [any]}}
        refuse-when: {police-category: absent}
        rule: LP-07
        sentence: That the police hold the child as absent changes nothing here. Say how it is known where the child is, and why that is enough.
        tell: team-manager
      - on: case-closed
        refuse-when: {status: child-protection, returned: no}
        rule: LP-44
        sentence: The child is missing and on a child protection plan, so the case stays open. Only the chair of the plan may end it; ask the chair first.
        tell: team-manager
      - on: {event: allocated, with: {allocated: no}}
        refuse-when: {status: child-protection, returned: no, opened: yes}
        rule: LP-44
        sentence: The child is missing and on a child protection plan, so the case stays allocated. Only the chair of the plan may end it; ask the chair first.
        tell: team-manager
      - on: {event: publicity-agreed, without: {director-approval: yes, by: director}}
        refuse-when: {any: [{status: looked-after}, {from: care}]}
        rule: LP-55
        sentence: For a child looked after the director approves publicity, besides the parents' consent. Ask the director, then record the approval.
        tell: director
      - on: {event: publicity-agreed, without: {consent: yes, reason: any}}
        rule: LP-55
        sentence: Parents or holders of parental responsibility consent to publicity first. Record their consent; where it is in doubt, ask legal services and say what they advise.
        tell: social-worker
      - on: {event: rhi-held, with: {by: [police, police-officer, safe-and-well]}}
        rule: LP-62
        sentence: What the police do on a return is the safe and well check, not the return interview. Record it as the check; the interview is still to be offered.
        tell: rhi-worker
      - on: {event: rhi-held, with: {by: [placement, placement-staff, carer, foster-carer, residential-worker, key-worker, supervising-social-worker, parent]}}
        rule: LP-64
        sentence: The interviewer is independent of the child's care. Have the interview held by the independent service or another professional whom the child trusts.
        tell: rhi-worker
      - on: {event: rhi-held, with: {by: [own-social-worker, social-worker]}, without: {child-asked: yes}}
        refuse-when:
          all:
            - any: [{from: care}, {status: care-leaver}]
            - not:
                any:
                  - happened: rhi-declined
                  - happened: {event: rhi-offered, with: {answer: declined}}
        rule: [LP-64, LP-76]
        sentence: For a child in care the own social worker interviews only when the child asks for that or has refused everybody else. Offer the independent service first, or record that the child asked.
        tell: rhi-worker
      - on: record-closed
        refuse-when: {interview-pending: yes}
        rule: LP-63
        sentence: The return interview is neither held nor declined. Record the interview or the refusal first, then close.
        tell: rhi-worker

    routes:
      - {rule: LP-34, event: report-received, tray: front-door, role: front-door}
      - {rule: LP-10, event: report-received, tray: front-door, role: out-of-hours, when: {out-of-hours: yes}}
      - {rule: LP-04, event: category-changed, tray: front-door, role: front-door, when: {category: unauthorised-absence}}
      - {rule: LP-65, event: returned, tray: rhi, role: rhi-worker}
      - {rule: LP-75, event: returned, tray: social-worker, role: social-worker, when: {from: care, missing-in-90-days: {at-least: 2}}}

    prompts:
      - {rule: LP-01, on: went-missing, lines: [category], text: "A child is anybody under 18. Missing: away without leave, and nobody can say where. Unauthorised absence: away without leave, whereabouts known. Absconded: gone from bail or a court-ordered address. Abducted: taken, or removed against the care plan, even if they seemed to go willingly."}
      - {rule: LP-01, on: category-changed, lines: [category], text: "Missing: whereabouts unknown. Unauthorised absence: known. Absconded: gone from bail or a court-ordered address. Abducted: taken, or removed against the care plan."}
      - {rule: LP-04, on: went-missing, lines: [category], text: "An absence with whereabouts known and no risk factor is not reported. It becomes so when the child stays away or nobody can confirm where they are."}
      - {rule: LP-05, on: went-missing, lines: [category], text: "An absence is reported at once where a factor stands: a young child, a dangerous place or company, the child's state of mind, learning or medical needs, a gang, exploitation, or a history of going."}
      - {rule: LP-07, on: reported, lines: [police-category], text: "What the police call the child never lowers what this desk does."}
      - {rule: LP-08, on: reported, lines: [risk], text: "High: somebody is in immediate danger; a senior officer leads, officers are sent at once, the national bureau is told. Medium, as most are: danger is likely; an active search, and support for the family. Absent: not where the child should be, no risk seen; reviewed at set times, missing after 24 hours."}
      - {rule: LP-12, on: went-missing, text: "Off the school roll, or away from school for 10 school days: the school tells the officer for children missing education. Record that it applies, and to whom it went."}
      - {rule: LP-12, on: notified, text: "Away from school for 10 school days: record here to whom the notice of a child missing education went."}
      - {rule: LP-13, on: rhi-held, lines: [reasons], text: "Code why the child went. Away from: conflict at home, a family breaking up, mental health, bullying, a personal trouble. Towards: friends or family, grooming, a county line, a gang."}
      - {rule: LP-15, on: meeting-held, lines: [risk], text: "New information, or a long absence: bring the risk assessment up to date and share it."}
      - {rule: LP-19, on: risk-assessed, when: {markers: [cse, cce, gang, trafficking]}, text: "High risk through exploitation, a gang or trafficking may go to the risk panel; a child at medium or high risk of sexual exploitation, or at low risk but not engaging, who keeps going should."}
      - {rule: LP-21, on: notified, text: "Where a whole family is missing, every authority is told, through quality assurance."}
      - {rule: LP-22, on: reported, text: "The police need: family or placement and legal status; a description; friends and places; when, where and with whom last seen; a recent photograph; telephones, e-mail and accounts; the risk assessment."}
      - {rule: LP-29, on: meeting-planned, text: "At least every 14 days, weekly where needed; from a month on at least every 28 days."}
      - {rule: LP-32, on: meeting-held, lines: [discussed], text: "Work through: parents and professionals; further contacts to try; letters to authorities and agencies; publicity; a recovery order; national agencies; whether the child may have left the country; the next meeting; the plan for the return."}
      - {rule: LP-40, on: meeting-planned, lines: [invited], text: "Invite the police missing persons unit; officers who cannot come may telephone or send word. Without police it is a meeting of the professionals."}
      - {rule: LP-40, on: meeting-held, lines: [quorate], text: "Say whether it was quorate: police neither present nor heard from means no, and a further meeting."}
      - {rule: LP-45, on: case-closed, text: "A missing child's case stays allocated, with regular meetings, for at least 3 months; then the service manager reviews it before it is closed."}
      - {rule: LP-55, on: publicity-agreed, text: "Parents or holders of parental responsibility consent; for a child looked after the director approves too. Legal services where consent is in doubt, and where proceedings restrict what may be published."}
      - {rule: LP-57, on: went-missing, when: {status: care-leaver}, text: "A care leaver of 16 or 17 is met as a child in care; to 21 or 25 that is good practice."}
      - {rule: LP-58, on: went-missing, when: {any: [{host: other}, {resident: no}]}, text: "Placed outside the borough: the protocol applies all the same; tell the host authority as the placement plan agrees."}
      - {rule: LP-60, on: meeting-held, lines: [decision], text: "Plan the return: where to, who brings the child, where the police will speak to the child, which independent person will, and that the referral for the interview is ready."}
      - {rule: LP-60, on: returned, lines: [same-place, brought-by], text: "As the plan for the return has it: where to, who brings the child, where the police speak to the child, which independent person does; start the referral for the interview."}
      - {rule: LP-62, on: safe-and-well, text: "This check is not the return interview, which is still to be offered."}
      - {rule: LP-09, on: safe-and-well, lines: [injuries, victim, offence], text: "Harm suffered, an offence against the child, an offence by the child, a protection issue, and whether it is safe to be back."}
      - {rule: LP-67, on: rhi-held, lines: [confidentiality], text: "Explain confidentiality before the interview begins."}
      - {rule: LP-68, on: risk-assessed, when: {age: {at-least: 16}, not: {age: {at-least: 18}}}, text: "At 16 or 17 and homeless: assess as for any child in need; accommodation may be owed."}
      - {rule: LP-68, on: risk-assessed, when: {markers: [trafficking, uasc]}, text: "May be trafficked: refer to the national referral mechanism, and assess at once; the window is short."}
      - {rule: LP-68, on: risk-assessed, when: {markers: forced-marriage}, text: "Forced marriage: follow the government's guidance, ring the forced marriage unit; for a child looked after, legal services."}
      - {rule: LP-68, on: risk-assessed, when: {markers: fgm}, text: "FGM: report it to the police, who have a specialist team."}
      - {rule: LP-68, on: risk-assessed, when: {markers: radicalisation}, text: "Radicalisation: refer to the Channel panel."}
      - {rule: LP-68, on: risk-assessed, when: {markers: cse}, text: "Sexual exploitation: share with the exploitation coordinator, map friends and places, think of the risk panel."}
      - {rule: LP-70, on: meeting-planned, lines: [invited], text: "Invite: parents where right, the police unit that fits, missing coordinator, school, education welfare, youth offending, health, CAMHS, agencies at work with the child, placement, social workers of children with them."}
      - {rule: LP-70, on: meeting-planned, when: {any: [{status: looked-after}, {from: care}]}, lines: [invited], text: "Invite the reviewing officer, the virtual school, and legal services where orders may be needed."}
      - {rule: LP-70, on: meeting-planned, when: {status: child-protection}, lines: [invited], text: "Invite the chair of the child protection plan."}
      - {rule: LP-70, on: meeting-planned, when: {markers: [cse, cce]}, lines: [invited], text: "Invite the exploitation coordinator."}
      - {rule: LP-70, on: meeting-planned, when: {markers: gang}, lines: [invited], text: "Ask community safety for what they know of gangs."}
      - {rule: LP-71, on: returned, text: "Have the list of helplines and support services ready to hand over."}
      - {rule: LP-71, on: rhi-held, lines: [given], text: "Hand over helplines and support services: missing people, runaways, housing, exploitation, gangs, abuse, abduction abroad."}
      - {rule: LP-72, on: reported, when: {from: home}, text: "Parents who will not report their missing child: a concern of its own; record it."}
      - {rule: LP-73, on: went-missing, when: {from: care}, lines: [circumstances], text: "Before the report the placement does what a reasonable parent would: ring the child, their friends and family, fetch them or agree something. A carer who cannot judge the risk tells the social worker, the group manager or the emergency team at once."}
      - {rule: LP-76, on: rhi-held, when: {from: care}, lines: [child-asked], text: "The own social worker holds it only where the child asks for that or refused everybody else; say so."}

"""###

  private static let textLewisham2021 = ###"""
# Missing from home and care: the chapter that Lewisham added to its manual in August 2021, in the desk's
# own words. `realises` names the rules of the rulebook; HW rules are the desk's own.

id: lewisham-2021
title: Lewisham, manual of August 2021
authority: Lewisham

sources:
  - {id: manual, title: Missing from Home and Care, date: 2021-08, checked: 2026-11-21}
  - {id: desk, title: How this desk works, date: "2026", checked: 2026-11-21}

roles:
  front-door: MASH
  mash-manager: MASH advanced practitioner or team manager
  out-of-hours: Emergency duty team

trays:
  front-door: MASH
  rhi: Return interviews
  team-duty: Team duty

# Whom to reach. The authority fills in mailboxes and numbers; units only, never a person.
directory:
  - {id: police, title: Police missing persons unit, mail: "", phone: "", rule: LW-24}
  - {id: missing-coordinator, title: Missing coordinator, mail: "", phone: "", rule: LW-44}
  - {id: concern-hub, title: Concern hub, mail: "", phone: "", rule: LW-34}
  - {id: quality, title: Quality and safeguarding service, mail: "", phone: "", rule: LW-37}
  - {id: out-of-hours, title: Emergency duty team, mail: "", phone: "", rule: LW-17}
  - {id: home-office, title: Home Office and Refugee Council, mail: "", phone: "", rule: LW-12}

versions:
  - from: 2021-08-01
    acknowledged-by: [team-manager]

    definitions:
      # LW-01. The age is that on the day of going: an episode that began before the eighteenth birthday
      # stays a child's. Being looked after ends at eighteen, so an adult whom the register still calls
      # looked after is a care leaver.
      child: {not: {age: {at-least: 18}}}
      care leaver: {age: {at-least: 18}, not: {age: {at-least: 25}}, status: [care-leaver, looked-after]}
      # LW-20. Of an allocated child who lives elsewhere the authority there is told, but the team that
      # holds the case goes on working; so it is with a child whom another authority looks after here.
      looked after by us: {status: looked-after, not: {responsible: other}}
      ours: {is: child, any: [{resident: yes}, {is: looked after by us}, {allocated: yes}]}
      looked after: {any: [{status: looked-after}, {from: care}]}
      open case: {any: [{allocated: yes}, {status: [looked-after, child-protection, child-in-need]}]}
      on a plan: {any: [{is: looked after}, {status: [child-protection, child-in-need]}]}
      # LW-02. An absence counts as missing while nobody knows where the child is, or while exploitation,
      # gangs, radicalisation, FGM or forced marriage are a concern; unless a manager settles it
      # otherwise, with a reason.
      absence at risk:
        any:
          - {markers: [cse, cce, trafficking, gang, radicalisation, fgm, forced-marriage]}
          - happened: {event: went-missing, with: {category: unauthorised-absence, whereabouts: unknown}}
      settled by a manager:
        happened:
          event: category-changed
          with:
            category: unauthorised-absence
            reason: any
            by: [team-manager, mash-manager, service-manager, group-manager, head-of-service, assistant-director, director]
      counts as missing:
        any:
          - {category: [missing, absconded, abducted]}
          - {category: unauthorised-absence, is: absence at risk, not: {is: settled by a manager}}
      missing: {is: [ours, counts as missing]}
      # Nobody closes a record while an interview is owed. Of an absence that counts as missing the
      # record itself does not know that one is.
      interview owed:
        any:
          - {is: ours, interview-pending: yes}
          - {is: missing, category: unauthorised-absence, interview-declined: no, not: {happened: rhi-held}}

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

      - name: close-record
        realises: [HW-01]
        step: close-record
        tray: missing-coordinator
        role: missing-coordinator
        for-record: yes
        when: {returned: yes, not: {is: interview owed}}
        since:
          - {last: rhi-held}
          - {last: rhi-declined}
          - {last: {event: rhi-offered, with: {answer: declined}}}
          - {last: returned}
        done-by: record-closed
        duty: The interview is held or declined, or none is owed; close the record.
        source: desk
        section: Open records

      - name: acknowledge
        realises: [HW-01]
        step: acknowledge
        tray: team-manager
        role: team-manager
        for-record: yes
        when: {closed: yes}
        since: {last: record-closed}
        duty: Look at what was done and acknowledge the closure, or send it back.
        source: desk
        section: Open records

      # Care leavers from 18 up to 25: section 3 and nothing else.

      - name: care-leaver-search
        realises: [LW-04, LW-05]
        step: care-leaver-search
        tray: social-worker
        role: social-worker
        when: {is: care leaver, category: [missing, absconded, abducted]}
        since: missing-start
        lapses-on: [returned, found]
        duty: The personal adviser looks for the care leaver, then reports a missing adult to the police.
        prompts:
          - Call at the home; try telephone and e-mail; ask family and whoever else matters to them.
          - Tell the police what worries you and whatever helps to find them.
          - Criminal or sexual exploitation or youth violence in sight - consider a referral to the concern hub.
        source: manual
        section: "3"

      - name: care-leaver-meeting
        realises: [LW-06]
        step: care-leaver-meeting
        tray: social-worker
        role: social-worker
        when: {is: care leaver, category: [missing, absconded, abducted]}
        since: missing-start
        within: 48 hours
        lapses-on: [returned, found]
        duty: The care leaver is missing for 48 hours; the personal adviser brings the professionals together.
        source: manual
        section: "3"

      - name: care-leaver-visit
        realises: [LW-07]
        step: care-leaver-visit
        tray: social-worker
        role: social-worker
        when: {is: care leaver, category: [missing, absconded, abducted]}
        since: returned
        within: 3 working days
        duty: Visit at home, talk about the episode and what it gives to worry about, and how to deal with it.
        source: manual
        section: "3"

      # Away with whereabouts known.

      # Also for a child in care who was located but is not back. A child who lives at home has no carer
      # or social worker to whom this speaks.
      - name: wellbeing-check
        realises: [LW-03]
        step: wellbeing-check
        tray: social-worker
        role: social-worker
        when:
          is: [ours, looked after]
          any:
            - category: unauthorised-absence
              not: {happened: {event: went-missing, with: {whereabouts: unknown}}}
            - {happened: found}
        since: [found, missing-start]
        done-by: safe-and-well
        lapses-on: returned
        duty: Somebody knows where the child is; make sure by a visit or contact that the child is well.
        prompts:
          - If the child may be at risk of significant harm, tell the police and act on the risk.
        source: manual
        section: "2"

      # Before and beside it: the grab pack.

      - name: grab-pack-looked-after
        realises: [LW-13, LW-08, LW-09, LW-55]
        step: grab-pack-review
        tray: social-worker
        role: social-worker
        when: {is: [ours, looked after]}
        since: missing-start
        duty: Bring the grab pack up to date; carer, police and, for a child placed elsewhere, the authority there have it.
        prompts:
          - Name, gender, date of birth; ethnicity, first language, other needs in communication.
          - What the child looks like, clothes, tattoos, piercings; street names; a recent photo.
          - Addresses of family, friends and acquaintances; the GP; legal status.
          - Earlier episodes; street-based agencies; what was tried to find the child.
          - What adds to the risk; the latest risk assessment, also a special one; what care plan, pathway plan and placement agreement provide for.
          - For an unaccompanied child also nationality, communities and the danger of exploitation and trafficking; the Home Office and the Refugee Council.
          - A grab pack comes before each placement and is on the agenda of the first review; it is brought up to date for each review.
        source: manual
        section: "4"

      - name: grab-pack-open-case
        realises: [LW-08, LW-09]
        step: grab-pack-review
        tray: social-worker
        role: social-worker
        when: {is: [ours, open case], not: {is: looked after}}
        since: missing-start
        duty: Complete the grab pack or bring it up to date; the police get it with the report.
        prompts:
          - Name, gender, date of birth; ethnicity, first language, other needs in communication.
          - What the child looks like, clothes, tattoos, piercings; street names; a recent photo.
          - Addresses of family, friends and acquaintances; the GP; legal status.
          - Earlier episodes; street-based agencies; what was tried to find the child.
          - What adds to the risk; the latest risk assessment, also a special one.
          - For an unaccompanied child also nationality, communities and the danger of exploitation and trafficking; the Home Office and the Refugee Council.
        source: manual
        section: "4"

      # From the last time that it was done: three months, as long as the record is open.
      - name: grab-pack-quarterly
        realises: [LW-08, LW-55]
        step: grab-pack-review
        tray: social-worker
        role: social-worker
        for-record: yes
        when: {is: [ours], closed: no, any: [{is: looked after}, {is: open case}]}
        since: {first: {event: step-done, with: {step: grab-pack-review}}}
        within: 3 months
        repeats: yes
        duty: Bring the grab pack up to date when the risk changes, for each review of a looked-after child, and at least every three months.
        source: manual
        section: "4"

      # Reported, and brought to the desk.

      - name: police-report-nobody
        realises: [LW-16]
        step: police-report-check
        tray: front-door
        role: front-door
        when: {is: missing, not: {happened: reported}}
        since: missing-start
        lapses-on: returned
        duty: Nothing shows that the police were told; check it, and where the parents do not report, the professional does.
        source: manual
        section: "5"

      - name: police-report-told
        realises: [LW-16]
        step: police-report-check
        tray: front-door
        role: front-door
        when: {is: missing, happened: {event: reported, with: {by: any}, without: {by: police, police-ref: any}}}
        since: {first: {event: reported, with: {by: any}, without: {by: police, police-ref: any}}}
        done-by:
          - {event: reported, with: {by: police}}
          - {event: reported, with: {police-ref: any}}
        lapses-on: returned
        duty: We heard of it from others than the police; check that the police were told, and where the parents do not report, the professional does.
        source: manual
        section: "5"

      - name: out-of-hours-handover
        realises: [LW-17]
        step: out-of-hours-handover
        tray: front-door
        role: out-of-hours
        when:
          is: missing
          any:
            - happened: {event: reported, with: {by: [out-of-hours, edt]}}
            - out-of-hours: yes
              happened: {event: reported, with: {by: any}, without: {by: police, police-ref: any}}
        since:
          - {first: {event: reported, with: {by: [out-of-hours, edt]}}}
          - {first: {event: reported, with: {by: any}, without: {by: police, police-ref: any}}}
        done-by:
          - {event: reported, with: {by: police}}
          - police-contacted
        lapses-on: returned
        duty: The out-of-hours team confirms that the police have the report; the MASH opens the episode once the police notify.
        source: manual
        section: "5"

      # One list a morning for all; on the desk each missing child has the row until the day's list has
      # been gone through for that child.
      - name: daily-list-review
        realises: [LW-19]
        step: daily-list-review
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: missing}
        since: [reported, missing-start]
        within: 1 day
        repeats: yes
        lapses-on: returned
        lapses-late: yes
        duty: Each morning go through the police list of missing children; those who need an episode go on to the MASH.
        source: manual
        section: "5"

      - name: responsible-authority-notice
        realises: [LW-20]
        step: responsible-authority-notice
        tray: front-door
        role: front-door
        when:
          is: child
          not: {is: looked after by us}
          any: [{resident: no}, {status: looked-after}]
        since: [reported, missing-start]
        done-by: {event: notified, with: {step: responsible-authority-notice}}
        duty: The child neither lives here nor is looked after by us; tell the authority that answers for the child, and do nothing further where no team here holds the case.
        source: manual
        section: "5"

      # An absence is opened and told of in the same way.
      - name: allocated-contact
        realises: [LW-21]
        step: allocated-contact
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: ours, opened: yes, allocated: yes}
        since: opened
        duty: The MASH told the team by a contact and opened the episode; take it over to watch it.
        source: manual
        section: "5"

      - name: manager-notice-allocated
        realises: [LW-21]
        step: notice
        tray: team-manager
        role: team-manager
        when: {is: ours, opened: yes, allocated: yes}
        since: opened
        duty: A missing episode was opened for a child of your team; the answer to it is yours.
        source: manual
        section: "5"

      - name: social-worker-notice-allocated
        realises: [LW-21]
        step: notice
        tray: social-worker
        role: social-worker
        when: {is: ours, opened: yes, allocated: yes}
        since: opened
        duty: A missing episode was opened for a child with whom you work.
        source: manual
        section: "5"

      - name: unallocated-contact
        realises: [LW-22]
        step: unallocated-contact
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: ours, opened: yes, allocated: no}
        since: opened
        duty: The MASH made a contact and the episode, and considers whether a statutory service is needed; watch the case with the police and keep judging the risk.
        source: manual
        section: "5"

      - name: referral-coordinator
        realises: [LW-23]
        step: referral
        part: coordinator
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: missing, allocated: no}
        since: missing-start
        within: 48 hours
        lapses-on: [returned, found]
        duty: Not allocated and missing for 48 hours; tell the MASH.
        source: manual
        section: 5, 11

      - name: referral-mash
        realises: [LW-23]
        step: referral
        part: mash
        tray: front-door
        role: front-door
        when: {is: missing, allocated: no, not: {status: early-help}}
        since: missing-start
        within: 48 hours
        lapses-on: [returned, found]
        duty: Not allocated and missing for 48 hours; open a contact and take a referral on to a statutory service.
        source: manual
        section: 5, 11

      # Early help.

      - name: mash-referral
        realises: [LW-50]
        step: mash-referral
        tray: social-worker
        role: social-worker
        when: {is: missing, status: early-help}
        since: missing-start
        done-by:
          - {event: reported, with: {by: police}}
          - {event: reported, with: {police-ref: any}}
        lapses-on: returned
        duty: Help the family to report or report yourself, and keep the police reference; where the parents refuse both, refer to the MASH at once.
        source: manual
        section: "10"

      - name: referral-early-help
        realises: [LW-51]
        step: referral
        part: mash
        tray: front-door
        role: front-door
        when: {is: missing, status: early-help}
        since: missing-start
        within: 48 hours
        lapses-on: [returned, found]
        duty: Open to early help and missing for 48 hours; take it on for a strategy meeting. Early help stays until the assessment is done.
        source: manual
        section: "10"

      - name: referral-early-help-harm
        realises: [LW-51]
        step: referral
        part: mash
        tray: front-door
        role: front-door
        when:
          is: ours
          status: early-help
          any:
            - {imminent-harm: yes}
            - happened: {event: risk-assessed, with: {significant-harm: yes}}
            - happened: {event: disclosure, with: {significant-harm: yes}}
        since:
          - {first: {event: reported, with: {imminent-harm: yes}}}
          - {first: {event: risk-assessed, with: {significant-harm: yes}}}
          - {first: {event: disclosure, with: {significant-harm: yes}}}
        within: at once
        duty: Open to early help and at risk of significant harm; take it on for a strategy meeting now. Early help stays until the assessment is done.
        source: manual
        section: "10"

      # The police.

      - name: police-contact
        realises: [LW-24]
        step: police-contact
        tray: social-worker
        role: social-worker
        when: {is: [missing, open case]}
        since: [reported, missing-start]
        done-by: police-contacted
        lapses-on: returned
        duty: Call the police; they know what worries us, and their grab pack is the current one.
        source: manual
        section: "6"

      - name: police-grading-chase
        realises: [LW-26]
        step: police-grading-chase
        tray: missing-coordinator
        role: missing-coordinator
        when:
          is: missing
          happened: reported
          not: {police-risk: [none-apparent, low, medium, high]}
        since: [{first: {event: reported, with: {by: police}}}, reported]
        within: 2 hours
        done-by: {event: reported, with: {risk: any}}
        lapses-on: returned
        duty: The police agree their grading within two hours of the report; chase it when it has not come.
        source: manual
        section: "6"

      - name: police-report-chase
        realises: [LW-58]
        step: police-report-chase
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: missing, happened: reported}
        since: [{first: {event: reported, with: {by: police}}}, reported]
        within: 4 hours
        done-by:
          - {event: report-attached, without: {report-kind: [found, other]}}
          - {event: reported, with: {report: any}, without: {report-kind: [found, other]}}
        lapses-on: returned
        duty: The police write their Merlin within four hours of the report; chase it when it has not come.
        source: manual
        section: "6"

      - name: police-report-chase-high
        realises: [LW-58]
        step: police-report-chase
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: missing, police-risk: high}
        since: {first: {event: reported, with: {risk: high}}}
        within: at once
        done-by:
          - {event: report-attached, without: {report-kind: [found, other]}}
          - {event: reported, with: {report: any}, without: {report-kind: [found, other]}}
        lapses-on: returned
        duty: At high risk the police write their Merlin at once; chase it.
        source: manual
        section: "6"

      # Meetings and whom they bring in. They are for a child who is not located by then (section 6), as
      # missing is whereabouts unknown (section 2): being located elsewhere ends their clocks as the
      # return does, but what was due by then stays owed. The care of a located child is a row of its own.

      - name: strategy-meeting-imminent
        realises: [LW-27]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {is: ours, imminent-harm: yes}
        since: {first: {event: reported, with: {imminent-harm: yes}}}
        within: at once
        lapses-on: returned
        duty: Imminent risk of significant harm; hold the strategy meeting at once and consider the concern hub.
        source: manual
        section: "6"

      # The text asks for the meeting where the child is believed to be at risk of significant harm, at
      # whatever hour that is found: a child who turns out to have been back by then is at that risk as well.
      - name: strategy-meeting-harm
        realises: [LW-27]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {is: ours, happened: {event: risk-assessed, with: {significant-harm: yes}}}
        since: {first: {event: risk-assessed, with: {significant-harm: yes}}}
        within: at once
        duty: The child is believed to be at risk of significant harm; hold the strategy meeting at once and consider the concern hub.
        source: manual
        section: "6"

      - name: strategy-meeting-looked-after
        realises: [LW-28]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {is: [missing, looked after]}
        since: missing-start
        within: 24 hours
        lapses-on: [returned, found]
        duty: Looked after and missing for 24 hours; hold the strategy meeting and consider the concern hub.
        source: manual
        section: "6"

      # Any child at home, as the text says; the table names only those on a plan.
      - name: strategy-meeting-home
        realises: [LW-29]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {is: missing, not: {is: looked after}}
        since: missing-start
        within: 48 hours
        lapses-on: [returned, found]
        duty: Missing from home for 48 hours; hold the strategy meeting and consider the concern hub.
        source: manual
        section: "6"

      - name: head-of-service-notice-looked-after
        realises: [LW-56]
        step: head-of-service-notice
        part: first
        tray: team-manager
        role: team-manager
        when: {is: [missing, looked after]}
        since: missing-start
        within: 24 hours
        done-by: {event: notified, with: {step: head-of-service-notice}}
        lapses-on: [returned, found]
        duty: Looked after and missing for 24 hours; tell the group manager and the head of service.
        source: manual
        section: "6"

      - name: head-of-service-notice-home
        realises: [LW-56]
        step: head-of-service-notice
        part: first
        tray: team-manager
        role: team-manager
        when: {is: missing, not: {is: looked after}}
        since: missing-start
        within: 48 hours
        done-by: {event: notified, with: {step: head-of-service-notice}}
        lapses-on: [returned, found]
        duty: Missing from home for 48 hours; tell the group manager and the head of service.
        source: manual
        section: "6"

      - name: head-of-service-update
        realises: [LW-56]
        step: head-of-service-notice
        part: update
        tray: team-manager
        role: team-manager
        when: {is: [missing, on a plan]}
        since: missing-start
        within: 5 working days
        done-by: {event: notified, with: {step: head-of-service-notice}}
        lapses-on: [returned, found]
        duty: Missing for five working days; bring the group manager and the head of service up to date.
        source: manual
        section: "6"

      - name: review-meeting
        realises: [LW-30]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {is: [missing, on a plan]}
        since: missing-start
        within: 5 working days
        lapses-on: [returned, found]
        duty: Missing for five working days; hold the review strategy meeting.
        source: manual
        section: "6"

      - name: complex-strategy-meeting
        realises: [LW-31]
        step: complex-strategy-meeting
        tray: team-manager
        role: head-of-service
        when: {is: [missing, on a plan]}
        since: missing-start
        within: 20 working days
        lapses-on: [returned, found]
        duty: Missing for twenty working days; the head of service chairs the complex strategy meeting.
        source: manual
        section: "6"

      - name: director-notice
        realises: [LW-57]
        step: director-notice
        tray: team-manager
        role: head-of-service
        when: {is: [missing, looked after]}
        since: missing-start
        within: 20 working days
        done-by: {event: notified, with: {step: director-notice}}
        lapses-on: [returned, found]
        duty: Looked after and missing for twenty working days; tell the director.
        source: manual
        section: "6"

      - name: manager-review
        realises: [LW-32]
        step: manager-review
        tray: group-manager
        role: group-manager
        when: {is: missing}
        since: {missing-for: 20 working days}
        within: 1 month
        repeats: yes
        done-by: {event: meeting-held, with: {kind: review-meeting, chair: group-manager}}
        lapses-on: [returned, found]
        duty: Still missing after twenty working days; the group manager reviews every month, in the concern hub or by a review meeting.
        source: manual
        section: "6"

      - name: missing-safety-plan
        realises: [LW-36]
        step: missing-safety-plan
        tray: team-manager
        role: team-manager
        when: {is: ours, happened: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, complex-strategy-meeting]}}}
        since: {first: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, complex-strategy-meeting]}}}
        duty: Write the missing safety plan and take it into the plan that the child has.
        prompts:
          - Who does what when the child is back, and what the return interview should look at.
          - What the police need in order to find the child.
          - Support for the child, and for parents, carers or the placement in reporting.
          - When the next meetings are.
        source: manual
        section: "6"

      # Whether the meeting recommended it is in its minutes; the row asks, and is done or set aside.
      - name: other-authorities-notice
        realises: [LW-37]
        step: other-authorities-notice
        tray: service-manager
        role: service-manager
        when: {is: ours, happened: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, complex-strategy-meeting]}}}
        since: {last: {event: meeting-held, with: {kind: [strategy-meeting, review-meeting, complex-strategy-meeting]}}}
        done-by: {event: notified, with: {step: other-authorities-notice}}
        lapses-on: returned
        duty: Where the meeting recommended it, the quality service tells other authorities; where not, mark it done with a word.
        source: manual
        section: "7"

      - name: senior-manager-alert
        realises: [LW-38]
        step: senior-manager-alert
        tray: team-manager
        role: team-manager
        when: {is: missing, allocated: yes}
        since: missing-start
        within: 48 hours
        lapses-on: [returned, found]
        duty: Missing for 48 hours; consider with the head of service whether to make a senior manager alert.
        source: manual
        section: "7"

      - name: manager-liaison
        realises: [LW-53]
        step: manager-liaison
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: missing, allocated: yes}
        since: missing-start
        within: 48 hours
        lapses-on: [returned, found]
        duty: Allocated and missing for 48 hours; speak with the team manager of the case.
        source: manual
        section: "11"

      - name: uasc-notice
        realises: [LW-12]
        step: uasc-notice
        tray: social-worker
        role: social-worker
        when: {is: missing, markers: uasc}
        since: missing-start
        done-by: {event: notified, with: {step: uasc-notice}}
        lapses-on: returned
        duty: An unaccompanied child; tell the Refugee Council and invite it to the meeting, and tell the Home Office where trafficking is suspected.
        source: manual
        section: 4, 6

      # Back again.

      # A Merlin of the return; one of the going was another.
      - name: return-report
        realises: [LW-41]
        step: return-report
        tray: front-door
        role: front-door
        when: {is: ours}
        since: [found, returned]
        duty: The police send a Merlin of the return; see that it comes, and process it.
        source: manual
        section: "8"

      - name: return-contact
        realises: [LW-42]
        step: return-contact
        tray: team-duty
        role: team-duty
        when: {is: ours, allocated: yes}
        since: returned
        duty: The child is back; the news goes into the contact that is open, or into a new one in this tray.
        source: manual
        section: "8"

      - name: threshold-decision
        realises: [LW-43]
        step: threshold-decision
        tray: mash-manager
        role: mash-manager
        when: {is: ours, allocated: no}
        since: returned
        duty: The child is back and not allocated; open or complete a contact and decide on the threshold.
        source: manual
        section: "8"

      # The questions of the return, safe to be there among them, are the chair's.
      - name: not-safe-there
        realises: [LW-35]
        step: unsuitable-place-plan
        tray: team-manager
        role: team-manager
        when: {happened: {event: returned, with: {safe: no}}}
        since: {last: {event: returned, with: {safe: no}}}
        done-by:
          - meeting-held
          - section-47-started
          - {event: child-updated, with: {placement: any}}
        duty: Back where it is not safe to be; decide now, with the police, where the child is to be tonight, and whether section 47 is to start.
        prompts:
          - A meeting held or the new placement on the register settles it; otherwise say what was decided.
        source: manual
        section: "6"

      - name: interview-allocation
        realises: [LW-44]
        step: rhi-allocation
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: missing}
        since: returned
        done-by: [rhi-allocated, rhi-held, rhi-declined]
        duty: The MASH tells you of the return; give the interview to a worker.
        source: manual
        section: "8"

      - name: interview-offer
        realises: [LW-10]
        step: rhi-offer
        tray: rhi
        role: missing-coordinator
        when: {is: missing}
        since: returned
        done-by:
          - {event: rhi-offered, without: {answer: [no-answer, message-left]}}
          - rhi-declined
          - rhi-held
        duty: Offer the return interview after every episode; of a refusal keep the talk and the safety advice.
        source: manual
        section: "4"

      # Started and completed: the offer does not stop this clock.
      - name: interview
        realises: [LW-45, LW-46]
        step: rhi-interview
        tray: rhi
        role: missing-coordinator
        when: {is: missing, interview-declined: no}
        since: returned
        within: 72 hours
        done-by: rhi-held
        duty: Hold the interview and complete it within 72 hours of the return.
        prompts:
          - It is voluntary - the parent consents, and the child's own consent counts; keep both.
        source: manual
        section: "8"

      - name: safety-plan
        realises: [LW-47]
        step: safety-plan
        tray: rhi
        role: rhi-worker
        when: {is: ours, happened: rhi-held}
        since: {first: rhi-held}
        done-by: safety-plan-made
        duty: Make a safety plan with the child.
        source: manual
        section: "8"

      - name: interview-review
        realises: [LW-48]
        step: rhi-review
        tray: social-worker
        role: social-worker
        when: {is: ours, happened: rhi-held, any: [{is: open case}, {status: early-help}]}
        since: {first: rhi-held}
        duty: Read the interview and take up what it recommends; early help does so for its own cases.
        source: manual
        section: "8"

      # What the interview says is taken up; a graver risk is the manager's to rate.
      - name: risk-after-interview
        realises: [LW-48]
        step: risk-rating
        tray: team-manager
        role: team-manager
        when: {interview-above-ours: yes}
        since: {last-learnt: {event: rhi-held, with: {risk: any}}}
        done-by: [risk-assessed, {event: meeting-held, with: {risk: any}}]
        duty: The return interview rated the risk above what is in force here; rate the risk again.
        source: manual
        section: "8"

      # Without a limit: it is asked on the return, not by an hour.
      - name: iro-return-notice
        realises: [LW-40]
        step: iro-return-notice
        tray: social-worker
        role: social-worker
        when: {is: ours, status: looked-after}
        since: returned
        done-by: {event: notified, with: {step: iro-return-notice}}
        duty: The child is back; tell the independent reviewing officer.
        source: manual
        section: "7"

    # An advanced practitioner may take the team manager's chair.
    chairs:
      - {role: team-manager, from: at once, when: {is: child, imminent-harm: yes}, rule: LW-27}
      - {role: team-manager, from: at once, when: {is: [child, looked after]}, rule: LW-28}
      - {role: team-manager, from: at once, when: {is: child, not: {is: looked after}}, rule: LW-29}
      - {role: team-manager, from: 5 working days, when: {is: child}, rule: LW-30}
      - {role: head-of-service, from: 20 working days, when: {is: child}, rule: LW-31}

    guards:
      - on: {event: opened, with: {by: out-of-hours}}
        rule: LW-17
        sentence: The MASH opens the episode once the police have notified. Confirm that the police have the report and hand over to the MASH.
        tell: front-door
      - on: {event: opened, with: {by: missing-coordinator}}
        rule: LW-19
        sentence: The MASH opens episodes. Pass the child of the daily list on to the MASH, which opens the episode and sends it to your tray.
        tell: front-door
      - on: {event: opened, without: {by: [front-door, mash-manager, screening]}}
        refuse-when: {allocated: yes}
        rule: LW-21
        sentence: The MASH opens the episode of an allocated child and tells the team by a contact. Tell the MASH of the absence.
        tell: front-door
      - on: {event: opened, without: {by: [front-door, mash-manager, screening]}}
        refuse-when: {allocated: no}
        rule: LW-22
        sentence: The MASH makes the contact and opens the episode. Tell the MASH of the absence.
        tell: front-door
      - on: {event: category-changed, with: {category: unauthorised-absence}, without: {by: [team-manager, mash-manager, service-manager, group-manager, head-of-service, assistant-director, director]}}
        refuse-when: {is: [ours, absence at risk]}
        rule: LW-02
        sentence: With this concern on the file, or with whereabouts unknown, the child is missing and not absent. Only a manager settles it otherwise, with a reason; ask the team manager.
        tell: team-manager
      - on: {event: category-changed, with: {category: unauthorised-absence}, without: {reason: any}}
        refuse-when: {is: [ours, absence at risk]}
        rule: LW-02
        sentence: With this concern on the file, or with whereabouts unknown, the child is missing and not absent. Write the reason for settling it otherwise.
        tell: team-manager
      # Often is, as elsewhere in the rulebook, two or more in 90 days, this going included.
      - on: {event: risk-assessed, with: {risk: [none-apparent, low]}, without: {rationale: any}}
        refuse-when: {episodes-in-90-days: {at-least: 2}}
        rule: LW-25
        sentence: This child goes missing often, which is itself a sign of risk; low is never automatic. Write the rationale, or rate higher. The missing coordinator knows the earlier episodes.
        tell: missing-coordinator
      # Whoever records it, the discussion itself stands on record first.
      - on: {event: publicity-agreed, without: {director-approval: yes}}
        refuse-when:
          not:
            any:
              - happened: {event: notified, with: {to: [director, Director]}}
              - happened: {event: meeting-held, with: {chair: director}}
        rule: LW-39
        sentence: Nothing goes to the media before the director has discussed it. Speak with the director first and record that the director approves, or "notified" with told "director"; consult the family and take the police commander's advice.
        tell: director
      - on: record-closed
        refuse-when: {is: interview owed}
        rule: LW-10
        sentence: The return interview is neither held nor declined. Record the interview or the refusal first, then close.
        tell: missing-coordinator

    routes:
      - {rule: LW-18, event: report-received, tray: front-door, role: front-door}

    prompts:
      - {rule: LW-01, on: went-missing, when: {is: care leaver}, text: "Under 18 a child; from 18 up to 25 a care leaver, for whom the personal adviser searches, meets after 48 hours and visits on return."}
      - {rule: LW-02, on: went-missing, lines: [category], text: "Missing is whereabouts unknown, also for a child who only stays out longer than allowed; away without authorisation is whereabouts known. Exploitation, gangs, radicalisation, FGM or forced marriage make it missing."}
      - {rule: LW-02, on: category-changed, lines: [category], text: "Exploitation, gangs, radicalisation, FGM or forced marriage make an absence missing; a manager may settle it otherwise with a reason."}
      - {rule: LW-03, on: category-changed, when: {is: looked after}, text: "Away with whereabouts known: visit or contact the child; at risk of significant harm, tell the police."}
      - {rule: LW-05, on: went-missing, when: {is: care leaver}, text: "Exploitation or youth violence in sight: consider the concern hub."}
      - {rule: LW-08, on: risk-assessed, text: "Where the risk has changed, bring the grab pack up to date and give it to the police."}
      - {rule: LW-11, on: risk-assessed, text: "Exploitation, radicalisation or serious youth violence is a concern: set the marker on the child's file."}
      - {rule: LW-11, on: child-updated, text: "Exploitation, radicalisation or serious youth violence is a concern: set the marker."}
      - {rule: LW-14, on: child-updated, when: {status: looked-after}, text: "A looked-after child knows beforehand what happens on going missing: the procedure, the talk with the police, an independent person to speak to, the interview, that the reviewing officer hears of it. A recent photo is on file."}
      - {rule: LW-14, on: opened, when: {status: looked-after}, text: "Was the child told beforehand what happens on going missing: the procedure, the talk with the police, an independent person, the interview, that the reviewing officer hears of it? Is a recent photo on file?"}
      - {rule: LW-15, on: went-missing, lines: [circumstances], text: "Done before the report: home and surroundings searched; telephone, notes, post and social media looked at for leads; travel card looked up; other children asked; child, friends and family called; hospitals, school and usual places asked?"}
      - {rule: LW-15, on: reported, lines: [circumstances], text: "Done before the report: home and surroundings searched; telephone, notes, post and social media looked at for leads; travel card looked up; other children asked; child, friends and family called; hospitals, school and usual places asked?"}
      - {rule: LW-16, on: reported, lines: [police-ref], text: "Check that the police have the report; where the parents do not report, the professional who knows does. Keep the reference."}
      - {rule: LW-18, on: reported, text: "The police report comes to the MASH; of a child who is not allocated it brings what the police know."}
      - {rule: LW-25, on: risk-assessed, when: {risk: low}, lines: [rationale], text: "Low is never automatic for a child who goes often: write the rationale."}
      - {rule: LW-33, on: meeting-planned, lines: [invited], text: "Invite police, health and the professionals who matter; for an unaccompanied child the Refugee Council."}
      - {rule: LW-33, on: meeting-held, lines: [attended], text: "Were police, health and the professionals who matter invited?"}
      - {rule: LW-34, on: meeting-held, lines: [section-47], text: "Consider section 47; with exploitation or violence refer to the concern hub; minutes on the standard form."}
      - {rule: LW-35, on: meeting-held, lines: [discussed], text: "To find the child: what else, which addresses, whether to circulate, which national agencies, legal steps if the country may be left, abduction notices. Once located: how to prevent it next time."}
      - {rule: LW-35, on: meeting-held, lines: [decision], text: "For the return: is it safe, who brings the child, medical, police questions, disruption meeting, interview, trafficking, recovery order, meeting before a secure placement."}
      - {rule: LW-35, on: returned, lines: [safe, brought-by], text: "Is it safe to return, and who brings the child? A medical, police questions, a disruption meeting, the interview, trafficking, a recovery order, a meeting before a secure placement?"}
      - {rule: LW-37, on: meeting-held, text: "Say whether other authorities are to be told; the quality service does it."}
      - {rule: LW-39, on: publicity-agreed, text: "The director first; consult the family where that is right; take the police commander's advice."}
      - {rule: LW-46, on: rhi-offered, text: "The interview is voluntary: ask the parent's consent and the child's own, and keep both."}
      - {rule: LW-46, on: rhi-held, lines: [consent, child-consent], text: "Keep who consented: the parent, and the child."}
      - {rule: LW-10, on: rhi-declined, text: "Keep the conversation and the safety advice that was given."}
      - {rule: LW-49, on: note-added, text: "Keep what was said to whom and why it was decided so."}
      - {rule: LW-52, on: record-closed, text: "Each step shows whether it was in time, by team; the head of service answers for that."}
      - {rule: LW-54, on: risk-assessed, text: "At risk of significant harm: the concern hub, with the group manager in the chair, watches the case."}
      - {rule: LW-54, on: section-47-started, text: "The concern hub, with the group manager in the chair, watches the case."}

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

    definitions:
      # By the age on the day of going; of adults the chart says nothing.
      child: {not: {age: {at-least: 18}}}
      missing: {is: child, category: [missing, absconded, abducted]}

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
        when: {is: missing}
        since: reported
        within: 24 hours
        done-by:
          - {event: reported, with: {by: police}, without: {report-kind: [found, other]}}
          - {event: report-attached, without: {report-kind: [found, other]}}
        lapses-on: [returned, found]
        duty: The police's COMPACT report reaches the MASH within 24 hours of the report to them; chase it.
        source: chart
        section: Report

      - name: compact-sent-on
        realises: [LU-03]
        step: allocated-contact
        tray: front-door
        role: front-door
        when: {is: missing}
        since: [reported, missing-start]
        done-by: {event: notified, with: {step: allocated-contact}}
        duty: Send the COMPACT report on to the worker, the team manager and the team's administration where there are any, and to the missing coordinator.
        source: chart
        section: Report

      # Whoever takes the report in may not open the record, so it waits for somebody who may: also where
      # whereabouts are known or the person is an adult, or nobody would ever meet it again.
      - name: recorded-by-worker
        realises: [LU-05]
        step: allocated-contact
        part: record
        tray: social-worker
        role: social-worker
        when: {allocated: yes}
        since: [reported, missing-start]
        done-by: opened
        duty: Record the episode; it stays open until the interview is complete and uploaded under it.
        source: chart
        section: Report

      - name: recorded-by-administration
        realises: [LU-05]
        step: unallocated-contact
        part: record
        tray: team-duty
        role: team-duty
        when: {allocated: no}
        since: [reported, missing-start]
        done-by: opened
        duty: Nobody is allocated; record the episode. It stays open until the interview is complete and uploaded under it.
        source: chart
        section: Report

      - name: worker-notice
        realises: [LU-03]
        step: notice
        tray: social-worker
        role: social-worker
        when: {allocated: yes, is: missing}
        since: [reported, missing-start]
        duty: The child is reported missing; record the episode, you or your administration.
        source: chart
        section: Report

      - name: manager-notice
        realises: [LU-03]
        step: notice
        tray: team-manager
        role: team-manager
        when: {allocated: yes, is: missing}
        since: [reported, missing-start]
        duty: A child of your team is reported missing; see that the episode is recorded.
        source: chart
        section: Report

      - name: coordinator-notice
        realises: [LU-03]
        step: notice
        tray: missing-coordinator
        role: missing-coordinator
        when: {is: missing}
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
        when: {is: missing}
        since: missing-start
        lapses-on: [returned, found]
        duty: Go on assessing the risk with the police missing team until the child is located.
        source: chart
        section: Not located

      # Located, the child may tell of a graver risk than was assessed.
      - name: risk-after-interview
        realises: [LU-20]
        step: risk-rating
        tray: team-manager
        role: team-manager
        when: {interview-above-ours: yes}
        since: {last-learnt: {event: rhi-held, with: {risk: any}}}
        done-by: [risk-assessed, {event: meeting-held, with: {risk: any}}]
        duty: The return interview rated the risk above what is in force here; rate the risk again.
        source: chart
        section: Not located

      - name: discussion-open
        realises: [LU-10]
        step: strategy-discussion
        tray: team-manager
        role: team-manager
        when: {allocated: yes, is: missing}
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
        when: {allocated: no, is: missing}
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
        when: {allocated: no, is: missing}
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
        since: {last: {event: meeting-held, with: {kind: strategy-discussion}}}
        within: 24 hours
        done-by: {event: notified, with: {step: minutes}, after: {event: meeting-held, with: {kind: strategy-discussion}}}
        duty: Upload the minutes of the strategy discussion within 24 hours of it.
        source: chart
        section: "Missing 24 hours: open"

      - name: meeting-open
        realises: [LU-12]
        step: strategy-meeting
        tray: team-manager
        role: team-manager
        when: {allocated: yes, is: missing}
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
        when: {allocated: no, is: missing}
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
        when: {is: missing}
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
        when: {is: missing}
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
        when: {is: missing}
        since: missing-start
        within: 5 days
        lapses-on: [returned, found]
        duty: Missing for 5 days; have the case heard at the exploitation panel, with the social worker there.
        source: chart
        section: Missing 5 days

      # Weekly for a child who is missing 5 days or more. The first comes 7 days after the strategy
      # meeting, or after the time at which that was due (rulebook: review every N), which is never
      # before day 5. A discussion serves as well as a meeting.
      - name: review-weekly
        realises: [LU-15]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when: {is: missing, happened: {event: meeting-held, with: {kind: strategy-meeting}}}
        since: {first: {event: meeting-held, with: {kind: strategy-meeting}}}
        within: 7 days
        repeats: yes
        done-by: {event: meeting-held, with: {kind: strategy-discussion}, after: {event: meeting-held, with: {kind: strategy-meeting}}}
        lapses-on: [returned, found]
        duty: Still missing; hold a strategy discussion or meeting within 7 days of the last.
        source: chart
        section: Missing 5 days

      # Where no strategy meeting was held, a discussion serves from the time at which that was due on: the
      # discussion of the first 24 hours is none of the weekly ones.
      - name: review-weekly-discussed
        realises: [LU-15]
        step: review-meeting
        tray: team-manager
        role: team-manager
        when:
          is: missing
          not: {happened: {event: meeting-held, with: {kind: strategy-meeting}}}
        since: {missing-for: 72 hours}
        within: 7 days
        repeats: yes
        done-by: {event: meeting-held, with: {kind: strategy-discussion}}
        lapses-on: [returned, found]
        duty: Still missing and no strategy meeting held; hold a strategy discussion or meeting within 7 days of the last.
        source: chart
        section: Missing 5 days

      # Located and back.

      - name: found-notification
        realises: [LU-06]
        step: found-notification
        tray: front-door
        role: front-door
        when:
          is: missing
          any: [{happened: compact-finalised}, {happened: found}, {returned: yes}]
        since: [compact-finalised, found, returned]
        done-by: {event: notified, with: {step: found-notification}}
        duty: The police send their finished COMPACT report at once; send the found notification to the worker, the team's administration and the missing coordinator.
        source: chart
        section: Located

      # After the return safety is gone through with the child within days; not where the place is not
      # safe: that is the manager's at once.
      - name: not-safe-there
        realises: [LU-14]
        step: unsuitable-place-plan
        tray: team-manager
        role: team-manager
        when: {happened: {event: returned, with: {safe: no}}}
        since: {last: {event: returned, with: {safe: no}}}
        done-by:
          - meeting-held
          - section-47-started
          - {event: child-updated, with: {placement: any}}
        duty: Back where it is not safe to be; decide now, with the police, where the child is to be tonight, and whether section 47 is to start.
        prompts:
          - A meeting held or the new placement on the register settles it; otherwise say what was decided.
        source: chart
        section: Located

      - name: safe-and-well
        realises: [LU-21]
        step: safe-and-well
        tray: missing-coordinator
        role: missing-coordinator
        when:
          is: missing
          any: [{happened: found}, {returned: yes}]
        since: [found, returned]
        done-by: safe-and-well
        duty: The police see that the child is safe and well; record what came of it.
        source: chart
        section: Located

      # Two boxes: the advocacy provider for looked-after children, the coordinator for all others.
      # The 72 hours run from the return, as everywhere (rulebook: return starts). A refusal, early or
      # late, leaves nothing to refer or to carry out; that it came late stays on record as its time.
      - name: interview-referral
        realises: [LU-07]
        step: rhi-referral
        tray: social-worker
        role: social-worker
        when: {status: looked-after, interview-declined: no, is: missing}
        since: returned
        within: 72 hours
        done-by: [rhi-referred, rhi-held]
        duty: Looked after; refer to the independent advocacy provider for the interview within 72 hours. Its report goes to the social worker, the team manager and the service manager.
        source: chart
        section: "Located: looked after"

      - name: interview
        realises: [LU-08]
        step: rhi-interview
        tray: missing-coordinator
        role: missing-coordinator
        when: {not: {status: looked-after}, interview-declined: no, is: missing}
        since: returned
        within: 72 hours
        done-by: rhi-held
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
        when: {returned: yes, is: missing}
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
        when: {opened: yes, returned: yes, any: [{interview-pending: no}, {not: {is: child}}]}
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
        refuse-when: {interview-pending: yes, is: child}
        rule: LU-05
        sentence: The interview is neither held nor declined. The record stays open until it is complete and uploaded; record it first, then finalise.
        tell: missing-coordinator
      - on: finalised
        refuse-when: {happened: rhi-held, not: {happened: uploaded}}
        rule: LU-05
        sentence: The interview is not uploaded under the episode. Upload it first, then finalise.
        tell: missing-coordinator
      - on: record-closed
        refuse-when: {interview-pending: yes, is: child}
        rule: LU-05
        sentence: The interview is neither held nor declined. The record stays open until it is complete and uploaded.
        tell: missing-coordinator
      - on: record-closed
        refuse-when: {happened: rhi-held, not: {happened: uploaded}}
        rule: LU-05
        sentence: The interview is not uploaded under the episode. Upload it first.
        tell: missing-coordinator

    prompts:
      - {rule: LU-01, on: reported, lines: [circumstances], text: "Ask what has been done to find the child: everyone takes reasonable steps before reporting."}
      - {rule: LU-01, on: went-missing, lines: [circumstances], text: "Ask what has been done to find the child: everyone takes reasonable steps before reporting."}
      - {rule: LU-04, on: went-missing, text: "Parents report to the police; carers and placements also tell the emergency duty team."}
      - {rule: LU-04, on: reported, text: "Parents report to the police; carers and placements also tell the emergency duty team."}
      - {rule: LU-07, on: rhi-held, when: {status: looked-after}, text: "The provider's report goes to the social worker, the team manager and the service manager."}
      - {rule: LU-08, on: rhi-held, when: {not: {status: looked-after}}, lines: [consent], text: "The parent's consent comes first; the report goes to the social worker and the team manager."}
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

    definitions:
      # The chart is for any child under 18, by the age on the day of going; of an adult who is reported
      # it asks no more than the contact.
      child: {not: {age: {at-least: 18}}}
      missing: {is: child, category: [missing, absconded, abducted]}

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
          is: missing
          any:
            - {not: {happened: reported}}
            - happened: {event: reported, with: {by: [professional, social-worker, own-social-worker, school, teacher, placement, foster-carer, health, youth-worker, early-help]}}
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

      # The front door may not open it, so it waits here whatever it is, or nobody would meet it again.
      - name: contact-allocated
        realises: [RAG-04]
        step: allocated-contact
        tray: social-worker
        role: social-worker
        when: {allocated: yes}
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
        when: {opened: yes, returned: yes, rag: amber, is: missing}
        since: returned
        done-by: {event: rag-set, with: {rag: [red, green]}, after: returned}
        duty: The child is back and still amber. Settle it as green or as red; before that nothing goes on.
        source: chart
        section: Return

      # A rating may change back: amber after green or red wants settling as the first one did.
      - name: settle-amber-again
        realises: [RAG-32, RAG-05]
        step: rag-review
        tray: mash-manager
        role: mash-manager
        when:
          opened: yes
          returned: yes
          rag: amber
          is: missing
          happened: {event: rag-set, with: {rag: amber}, after: {event: rag-set, with: {rag: [red, green]}}}
        since: {last: {event: rag-set, with: {rag: amber}}}
        done-by: {event: rag-set, with: {rag: [red, green]}, after: {event: rag-set, with: {rag: amber}}}
        duty: The child is back and amber again. Settle it as green or as red; before that nothing goes on.
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
          is: missing
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
        when: {opened: yes, allocated: no, is: missing}
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
        when: {returned: yes, rag: green, is: missing}
        since: {last: {event: rag-set, with: {rag: green}}}
        duty: Back and green. Send the letter that offers the interview at the point of contact; the episode goes to the TYS tray.
        source: chart
        section: Returned, green

      # Still missing goes over whatever its colour, reviewed or not, and then to the duty social worker:
      # the chart ties that to nothing but the child's being away. Found elsewhere is not back yet.
      - name: transfer-still-missing
        realises: [RAG-08]
        step: transfer-to-csc
        tray: duty-sw
        role: duty-sw
        when: {opened: yes, allocated: no, is: missing}
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
        when: {returned: yes, rag: red, is: missing}
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
        when: {is: missing}
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
        part: episode
        tray: social-worker
        role: social-worker
        when: {is: missing}
        since: missing-start
        done-by: {event: notified, with: {step: network-notice}}
        duty: Tell the professionals around the child of the episode (IRO, health, education).
        source: chart
        section: Network

      # A child without a social worker who comes back green has nobody to tell the network.
      - name: network-told-of-return
        realises: [RAG-30]
        step: network-notice
        part: return
        tray: social-worker
        role: social-worker
        when:
          is: missing
          all:
            - any: [{returned: yes}, {happened: found}]
            - any: [{allocated: yes}, {rag: red}]
        since: [found, returned]
        done-by: {event: notified, with: {step: network-notice}}
        duty: Tell the same professionals that the child is found.
        source: chart
        section: Network

      - name: senior-notice
        realises: [RAG-27]
        step: senior-notice
        tray: team-manager
        role: team-manager
        when: {allocated: yes, is: missing}
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
        when: {allocated: yes, is: missing}
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
        when: {allocated: yes, is: missing}
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
        when: {allocated: yes, is: missing}
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
          is: missing
          any: [{returned: yes}, {happened: found}]
          not: {happened: {event: meeting-held, with: {kind: strategy-meeting}}}
        since: [found, returned]
        duty: Found before a strategy meeting was held; meet to consider and manage the risks. Found in time, the strategy meeting is no longer required; a limit that had passed by then stays missed.
        source: chart
        section: Table for allocated children

      # Back again.

      # The risks after a return are for a follow-up meeting; it cannot wait where the place is not safe.
      - name: not-safe-there
        realises: [RAG-24]
        step: unsuitable-place-plan
        tray: team-manager
        role: team-manager
        when: {happened: {event: returned, with: {safe: no}}}
        since: {last: {event: returned, with: {safe: no}}}
        done-by:
          - meeting-held
          - section-47-started
          - {event: child-updated, with: {placement: any}}
        duty: Back where it is not safe to be; decide now, with the police, where the child is to be tonight, and whether section 47 is to start.
        prompts:
          - A meeting held or the new placement on the register settles it; otherwise say what was decided.
        source: chart
        section: Table for allocated children

      - name: safe-and-well
        realises: [RAG-11]
        step: safe-and-well
        tray: tys
        role: tys-worker
        when: {is: missing}
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
        when: {is: missing}
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
        when: {is: missing, interview-declined: no}
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
          is: missing
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

      # Away with whereabouts known all the time, or no child any more: nothing of the chart applies, but
      # the record must end.
      - name: finalise-absence
        realises: [RAG-13]
        step: finalise
        tray: tys
        role: tys-worker
        for-record: yes
        when: {opened: yes, returned: yes, any: [{absences-only: yes}, {not: {is: child}}]}
        since: {last: returned}
        done-by: finalised
        duty: Whereabouts were known throughout, or the person is 18 or over; finalise the record.
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
        when: {allocated: yes, is: missing}
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
        when: {allocated: yes, is: missing}
        since: {first: {event: step-done, with: {step: grab-pack-review}}}
        within: 6 months
        repeats: yes
        duty: Review the grab pack every 6 months, or as the risk changes.
        source: chart
        section: Table for allocated children

      # The assessment follows the risk as it changes, and an interview may say that it has.
      - name: risk-after-interview
        realises: [RAG-28]
        step: risk-rating
        tray: team-manager
        role: team-manager
        when: {interview-above-ours: yes}
        since: {last-learnt: {event: rhi-held, with: {risk: any}}}
        done-by: [risk-assessed, {event: meeting-held, with: {risk: any}}]
        duty: The return interview rated the risk above what is in force here; rate the risk again.
        source: chart
        section: Table for allocated children

      - name: risk-assessment-on-file
        realises: [RAG-28]
        step: risk-assessment-review
        tray: social-worker
        role: social-worker
        for-record: yes
        outlives-record: yes
        when: {allocated: yes, is: child}
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
        when: {allocated: yes, is: child}
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
        when: {allocated: yes, is: missing, happened: returned}
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
        when: {allocated: yes, is: missing, happened: returned}
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
        refuse-when: {interview-pending: yes, is: child}
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
        refuse-when: {interview-pending: yes, is: child}
        rule: RAG-13
        sentence: The interview is neither held nor refused. Record the one or the other first.
        tell: tys-worker
      # Back and still amber: where the manager has the step that settles it, and nowhere else.
      - on: {event: step-done, with: {step: [rhi-letter, transfer-to-csc]}}
        refuse-when: {returned: yes, rag: amber, is: missing}
        rule: RAG-32
        sentence: The child is back and still amber; before this the MASH manager settles it as green or red.
        tell: mash-manager
      - on: {event: reassigned, with: {to: tys}}
        refuse-when: {returned: yes, rag: amber, is: missing}
        rule: RAG-32
        sentence: The child is back and still amber; before this the MASH manager settles it as green or red.
        tell: mash-manager
      - on: finalised
        refuse-when: {returned: yes, rag: amber, is: missing}
        rule: RAG-32
        sentence: The child is back and still amber. The MASH manager settles it as green or red first; then finalise.
        tell: mash-manager
      - on: record-closed
        refuse-when: {returned: yes, rag: amber, is: missing}
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
      - {rule: RAG-01, on: went-missing, lines: [category], text: "Whoever's whereabouts are unknown is missing. There is no separate absent: what the police call absent is missing at no apparent risk."}
      - {rule: RAG-01, on: opened, when: {not: {is: child}}, text: "18 or over: the chart is for children. Who looks after adults?"}
      - {rule: RAG-01, on: category-changed, lines: [category], text: "Whoever's whereabouts are unknown is missing. There is no separate absent."}
      - {rule: RAG-01, on: risk-assessed, lines: [risk], text: "Risk runs from none apparent to high."}
      - {rule: RAG-02, on: reported, lines: [police-ref], text: "Found out first? Report to the police online and keep the reference; the social worker starts the episode."}
      - {rule: RAG-05, on: rag-set, text: "Say also whether MASH checks are needed."}
      - {rule: RAG-32, on: rag-set, when: {returned: yes}, text: "The child is back: settle it as green or red. Amber has no way on."}
      - {rule: RAG-12, on: rhi-held, text: "Write it on the interview template under the episode; the police missing unit and the exploitation coordinator get it."}
      - {rule: RAG-13, on: finalised, text: "Everything on record and the interview uploaded? Only then finalise."}
      - {rule: RAG-14, on: rhi-held, lines: [by], text: "Say who held it: somebody independent, never the own social worker, the placement or the police."}
      - {rule: RAG-18, on: rhi-declined, text: "It is kept as offered and not accepted."}
      - {rule: RAG-21, on: reported, text: "Give child, parents and carers the missing people helplines and the services that can help."}
      - {rule: RAG-21, on: opened, text: "Give child, parents and carers the missing people helplines and the services that can help."}
      - {rule: RAG-21, on: rhi-offered, text: "Give child, parents and carers the missing people helplines and the services that can help."}
      - {rule: RAG-21, on: rhi-held, lines: [given], text: "Give child, parents and carers the missing people helplines and the services that can help."}
      - {rule: RAG-22, on: risk-assessed, when: {allocated: yes}, text: "Where the risk has changed, bring the grab pack up to date and give it to the police."}
      - {rule: RAG-29, on: risk-assessed, when: {allocated: yes}, text: "Where the risk has changed, bring the safety plan up to date."}
      - {rule: RAG-23, on: risk-assessed, when: {allocated: yes}, lines: [multi-agency], text: "Complex or high risk? Call the police and the other agencies to a meeting now."}
      - {rule: RAG-31, on: meeting-held, when: {allocated: yes, earlier-episodes: {at-least: 1}}, text: "Does the child go missing regularly? Then standing review meetings can be held."}
      - {rule: RAG-31, on: meeting-planned, when: {allocated: yes, earlier-episodes: {at-least: 1}}, text: "Does the child go missing regularly? Then standing review meetings can be held."}

"""###
}
