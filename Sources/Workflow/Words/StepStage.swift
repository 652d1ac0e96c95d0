extension StepName {
  /// At which stage of an episode people meet the step: the order in which a procedure is told.
  package var stage: Stage {
    switch self {
    case .professionalsMeeting, .s47StrategyMeeting, .strategyMeeting, .seriousNotification,
      .reviewMeeting, .highRiskMonitoring, .riskPanelReferral, .strategyDiscussion,
      .meetingCancellation, .s47Decision, .inquorateFollowUp, .additionalMeeting, .minutes,
      .assistantDirectorNotice, .directorNotice, .careLeaverMeeting, .careLeaverVisit,
      .complexStrategyMeeting, .managerReview, .missingSafetyPlan, .seniorManagerAlert,
      .writtenBriefing, .resourcePanelReferral, .homeVisit, .followUpMeeting, .seniorNotice,
      .riskAssessmentReview, .needToKnow, .safetyPlanVisit, .exploitationPanel,
      .headOfServiceNotice, .fiveDayNotice, .monitoring, .agreedAction:
      .strategy
    case .safeAndWell, .returnNetworkNotice, .iroReturnNotice, .returnReport, .returnContact,
      .wellbeingCheck, .returnCheck, .foundNotification, .unsuitablePlacePlan, .safetyPlan:
      .return
    case .rhiAllocation, .rhiOffer, .rhiReferral, .refusalFollowUp, .rhiReview, .rhiInterview,
      .rhiLetter, .rhiShare:
      .rhi
    case .closeRecord, .acknowledge, .closureReview, .finalise, .quarterlyReport, .grabPackReview:
      .closing
    default: .contact
    }
  }

  /// The stage whose own meeting or interview it is: as long as the step is open nobody draws that stage as
  /// done. (`stage` is where a procedure tells of the step.)
  package var stageItLeavesOpen: Stage? {
    switch self {
    case .strategyMeeting, .strategyDiscussion: .strategy
    case .rhiOffer, .rhiInterview: .rhi
    default: nil
    }
  }
}
