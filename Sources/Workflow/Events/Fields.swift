// Every field that an event may carry, with its type. EventForms says which event carries which.

extension Field where Content == String {
  package static var by: Field { Field("by") }
  package static var episode: Field { Field("episode") }
  package static var record: Field { Field("record") }
  package static var report: Field { Field("report") }
  package static var note: Field { Field("note") }
  package static var reason: Field { Field("reason") }
  package static var decision: Field { Field("decision") }
  /// Whom of another authority somebody told of a child from whose report nothing is opened, and when.
  package static var told: Field { Field("told") }
  package static var leftUndone: Field { Field("left-undone") }
  package static var rationale: Field { Field("rationale") }
  package static var circumstances: Field { Field("circumstances") }
  package static var policeReference: Field { Field("police-ref") }
  package static var endUnknown: Field { Field("end-unknown") }
  package static var named: Field { Field("named") }
  package static var reporter: Field { Field("reporter") }
  package static var reporterPhone: Field { Field("reporter-phone") }
  package static var medical: Field { Field("medical") }
  package static var lastSeenBy: Field { Field("last-seen-by") }
  package static var placeName: Field { Field("place") }
  package static var whereabouts: Field { Field("whereabouts") }
  package static var worker: Field { Field("worker") }
  package static var team: Field { Field("team") }
  package static var to: Field { Field("to") }
  package static var channel: Field { Field("how") }
  package static var outcome: Field { Field("outcome") }
  package static var chair: Field { Field("chair") }
  package static var kind: Field { Field("kind") }
  package static var step: Field { Field("step") }
  package static var part: Field { Field("part") }
  package static var actingAs: Field { Field("as") }
  package static var procedure: Field { Field("procedure") }
  package static var procedureVersion: Field { Field("procedure-version") }
  package static var procedureHash: Field { Field("procedure-hash") }
  package static var child: Field { Field("child") }
  package static var familyName: Field { Field("family-name") }
  package static var givenNames: Field { Field("given-names") }
  package static var sex: Field { Field("sex") }
  package static var address: Field { Field("address") }
  package static var postcode: Field { Field("postcode") }
  package static var placementKind: Field { Field("placement-kind") }
  package static var placement: Field { Field("placement") }
  package static var responsibleAuthority: Field { Field("responsible-authority") }
  package static var hostAuthority: Field { Field("host-authority") }
  package static var text: Field { Field("text") }
  package static var source: Field { Field("source") }
  package static var digest: Field { Field("digest") }
  package static var value: Field { Field("value") }
  package static var field: Field { Field("field") }
  package static var authority: Field { Field("authority") }
  package static var name: Field { Field("name") }
  package static var login: Field { Field("login") }
  package static var staff: Field { Field("staff") }
  package static var action: Field { Field("action") }
  package static var actions: Field { Field("actions") }
  package static var who: Field { Field("who") }
  package static var tray: Field { Field("tray") }
}

extension Field where Content == Instant {
  package static var lastSeen: Field { Field("last-seen") }
  package static var left: Field { Field("left") }
  package static var learnt: Field { Field("learnt") }
  package static var planned: Field { Field("for") }
  /// When those who met agreed to meet again.
  package static var next: Field { Field("next") }
  package static var until: Field { Field("until") }
  /// By when an action that was agreed on is to be done.
  package static var due: Field { Field("due") }
}

extension Field where Content == CivilDate {
  package static var born: Field { Field("born") }
}

extension Field where Content == Bool {
  package static var imminentHarm: Field { Field("imminent-harm") }
  package static var quorate: Field { Field("quorate") }
  package static var multiAgency: Field { Field("multi-agency") }
  package static var significantHarm: Field { Field("significant-harm") }
  /// Whether what was done raises concerns.
  package static var concerns: Field { Field("concerns") }
  /// Whether the place to which the child came back is safe.
  package static var safe: Field { Field("safe") }
  package static var isAllocated: Field { Field("allocated") }
  package static var resident: Field { Field("resident") }
  package static var inLondon: Field { Field("in-london") }
  package static var placedHere: Field { Field("placed-here") }
  package static var restricted: Field { Field("restricted") }
  package static var drill: Field { Field("drill") }
}

extension Field where Content == Int {
  package static var corrects: Field { Field("corrects") }
  package static var subject: Field { Field("subject") }
  package static var subjects: Field { Field("subjects") }
}

extension Field where Content == [String] {
  package static var aliases: Field { Field("aliases") }
  package static var markers: Field { Field("markers") }
  package static var attended: Field { Field("attended") }
  package static var roles: Field { Field("roles") }
}

extension Field where Content == Risk {
  package static var risk: Field { Field("risk") }
}

extension Field where Content == ReportMatter {
  package static var reportMatter: Field { Field("report-kind") }
}

extension Field where Content == Category {
  package static var category: Field { Field("category") }
}

extension Field where Content == MissingFrom {
  package static var from: Field { Field("from") }
}

extension Field where Content == PoliceCategory {
  package static var policeCategory: Field { Field("police-category") }
}

extension Field where Content == HarmBasis {
  package static var harmBasis: Field { Field("harm-is") }
}

extension Field where Content == RAG {
  package static var rag: Field { Field("rag") }
  package static var provisionalRAG: Field { Field("provisional-rag") }
}

extension Field where Content == ChildStatus {
  package static var status: Field { Field("status") }
}

extension Field where Content == OfferAnswer {
  package static var answer: Field { Field("answer") }
}

extension Field where Content == AcknowledgementAnswer {
  package static var acknowledgement: Field { Field("answer") }
}
