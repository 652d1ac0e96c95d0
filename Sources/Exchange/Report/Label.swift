/// What the words before a value mean.
///
/// A new layout is mostly new synonyms in ``synonyms``.
enum Label: Sendable, Hashable {
  // The report itself.
  case policeRef, otherRef, cad, unit, agency, sentAt, created, logOpened
  case grading, gradingEarlier, graded, riskBy, riskWords
  case officer, contact, nature, strategy, signed
  // The person whom a block is about: the child, or who reports.
  case familyName, givenNames, fullName, aliases, born, age, sex, ethnicity, language, address
  case postcode, phone, relation, fromWhere
  // The child alone.
  case livingAt, authority, hostAuthority, worker, legal, uasc, trafficking, lookedAfter
  case medical, marks, clothing, school
  case height, build, hair, eyes
  // Going and coming back.
  case place, missingFrom, type, category, lastSeen, lastSeenBy, lastSeenWhere, left
  case reported, reportedBy, noticed, foundAt, foundWhere, foundBy, returnedAt, returnedTo
  case safeThere, harm
  // Words that lean on the label before them.
  case by, whereAbouts, dateTime
  case circumstances, noteSubject
  /// Names another person, whose particulars must not be taken for the child's.
  case otherPerson
  /// Known, and not read.
  case other

  /// The label that some words stand for, already brought to plain form.
  static func known(_ plain: String) -> Label? { table[plain] }

  private static let table: [String: Label] = {
    var table: [String: Label] = [:]
    for (label, words) in synonyms {
      for word in words { table[word] = label }
    }
    return table
  }()

  private static let synonyms: [Label: [String]] = [
    .policeRef: [
      "report no", "report number", "mis no", "mis ref", "pac ref", "pac no", "case reference",
      "case ref", "police ref", "police reference", "police ref no", "merlin ref", "merlin no",
      "merlin", "ref", "reference", "ref no", "urn", "misper ref", "compact ref", "our ref",
      "merlin reference", "compact reference", "police reference number", "reference number",
      "missing person ref",
    ],
    .cad: ["cad", "cad ref", "cad no", "cad number", "cad reference"],
    .otherRef: [
      "incident", "incident no", "incident number", "log no", "log number", "linked", "linked ref",
      "linked report", "crime ref", "incident ref", "log", "linked to",
    ],
    .unit: ["unit", "team", "force"],
    .agency: ["agency", "from agency"],
    .sentAt: [
      "sent", "sent at", "date sent", "transmitted", "shared at", "written", "sent on",
      "date and time of this form", "date of this form", "date and time of form", "e-mailed",
    ],
    .created: ["created", "report created", "date created"],
    .logOpened: ["log opened"],
    .grading: [
      "grading", "current grading", "risk", "risk level", "level", "police grading", "police risk",
      "risk grading", "risk while missing", "risk assessment", "current risk", "grade",
      "assessed risk", "risk category",
    ],
    .gradingEarlier: [
      "initial grading", "earlier grading", "previous grading", "original grading", "initial risk",
      "previous risk", "initially graded", "first grading",
    ],
    .graded: ["graded", "graded at", "date graded"],
    .riskBy: ["assessed by", "graded by", "risk assessed by", "grading by"],
    .riskWords: [
      "rationale", "reason", "reasons", "factors", "risks", "risk factors", "vulnerabilities",
      "likely victim of crime", "victim of crime", "reason for grading", "concerns", "markers",
    ],
    .officer: [
      "oic", "officer", "officer in case", "officer in the case", "supervising officer",
      "reporting officer", "investigating officer",
    ],
    .contact: ["contact", "police contact"],
    .nature: [
      "nature of report", "nature", "nature of sharing", "referral", "referral to csc",
      "nature of contact",
    ],
    .strategy: ["strategy discussion", "strategy meeting"],
    .signed: ["signed"],
    .familyName: ["surname", "family name", "last name", "surname of child"],
    .givenNames: [
      "forename", "forenames", "first name", "first names", "given name", "given names",
      "christian name", "christian names", "other forenames",
    ],
    .fullName: [
      "name", "full name", "person", "subject", "child", "child's name", "name of child",
      "young person", "missing person", "nominal", "name of missing person", "misper", "missing",
      "name of young person", "child name", "missing child", "yp",
    ],
    .aliases: [
      "known as", "also known as", "aka", "a.k.a", "alias", "aliases", "alias / street name",
      "other names", "street name", "nickname", "preferred name", "alias/street name", "nicknames",
      "name known by",
    ],
    .born: ["dob", "d.o.b", "date of birth", "born", "birth date", "d o b", "dob/age"],
    .age: ["age", "aged", "age now"],
    .sex: ["sex", "gender", "sex/gender"],
    .ethnicity: [
      "ethnicity", "self-defined ethnicity", "ethnic origin", "ethnic appearance", "ethnic group",
    ],
    .language: [
      "language", "languages", "first language", "main language", "preferred language",
    ],
    .address: [
      "home addr", "home address", "address", "placed at", "placement address", "home add",
      "usual address", "addr", "current address", "living address", "placement",
    ],
    .postcode: ["postcode", "post code"],
    .phone: [
      "phone", "mobile", "telephone", "tel", "tel no", "telephone number", "mobile number",
      "contact number", "contact no", "phone no", "phone number", "mobile no", "telephone no",
      "mobile phone",
    ],
    .relation: [
      "relation", "relationship", "relationship to child", "relationship to missing person",
      "relationship to subject",
    ],
    .livingAt: [
      "living at", "address type", "residence type", "placement type", "lives at", "living with",
    ],
    .authority: [
      "la", "local authority", "responsible la", "responsible authority", "home authority",
      "responsible local authority", "placing authority", "placing la", "home la",
    ],
    .hostAuthority: ["host la", "host authority", "host local authority", "area authority"],
    .worker: [
      "sw", "social worker", "allocated worker", "allocated social worker", "allocated sw",
    ],
    .legal: ["legal", "legal status"],
    .uasc: ["uasc"],
    .trafficking: ["nrm"],
    .lookedAfter: ["lac", "looked after", "looked after child", "case type"],
    .medical: [
      "medical", "medical needs", "medication", "medical conditions", "health", "medical info",
      "health needs",
    ],
    .marks: [
      "marks", "distinguishing marks", "marks/scars", "scars/marks/tattoos", "tattoos",
      "distinguishing features", "marks and scars",
    ],
    .height: ["height", "height/build"], .build: ["build"],
    .hair: ["hair", "hair colour"], .eyes: ["eyes", "eye colour"],
    .clothing: ["clothing", "wearing", "clothes", "last seen wearing", "clothing worn"],
    .school: ["school", "occupation / school", "education", "school/college", "occupation"],
    .place: ["place"],
    .missingFrom: ["missing from", "missing from address", "missing since"],
    .type: ["type", "missing type"],
    .category: ["category"],
    .lastSeen: [
      "last seen", "last seen at", "date/time last seen", "last seen date/time", "date last seen",
      "last seen on", "date and time last seen", "time last seen", "last seen date",
      "when last seen", "last seen date and time", "last seen alive",
    ],
    .lastSeenBy: ["last seen by", "seen by", "who last saw"],
    .lastSeenWhere: [
      "last seen where", "where last seen", "place last seen", "last seen location",
      "last seen place", "location last seen",
    ],
    .left: [
      "left the placement", "left placement", "time left", "left", "left home",
      "left placement at", "left the home", "left address",
    ],
    .reported: [
      "reported", "date/time reported", "reported at", "reported to police", "reported missing",
      "date reported", "time reported", "date and time reported", "reported on", "date of report",
      "when reported", "reported to police at",
    ],
    .reportedBy: [
      "reported by", "informant", "reporting person", "caller", "person reporting",
      "informant name", "reporter", "reportee",
    ],
    .noticed: ["date/time of ctn", "date/time of coming to notice"],
    .foundAt: [
      "located", "found", "found at", "date/time found", "located on", "date located",
      "date found", "date/time located", "time found", "found on",
    ],
    .foundWhere: [
      "located at", "found where", "where found", "place found", "found location",
      "where located",
    ],
    .foundBy: ["located by", "found by"],
    .returnedAt: [
      "returned", "returned at", "date/time returned", "time returned", "date returned",
      "returned on", "date/time of return",
    ],
    .returnedTo: ["returned to", "taken to", "returned where"],
    .safeThere: ["safe to return", "safe there", "safe at address"],
    .harm: ["harmed while missing", "harm while missing"],
    .by: ["by"],
    .whereAbouts: ["where", "location"],
    .dateTime: ["date and time", "date/time", "date & time", "when"],
    .circumstances: [
      "circumstances", "summary of circumstances", "circumstances of disappearance", "details",
      "narrative", "what happened",
    ],
    .noteSubject: ["re"],
    .fromWhere: ["from"],
    .otherPerson: [
      "mother", "father", "mother's name", "father's name", "brother", "sister", "manager", "carer",
      "parent", "parent / carer", "parent/carer", "parents", "foster carer", "team manager",
      "key worker", "keyworker", "grandmother", "grandfather", "aunt", "uncle", "step-father",
      "step-mother", "stepfather", "stepmother", "guardian", "next of kin", "sibling", "siblings",
      "associate", "associates", "companion", "with", "friend", "friends", "witness", "suspect",
      "head teacher", "iro", "worker", "completed by", "boyfriend", "girlfriend", "partner",
      "cousin", "adult",
    ],
    .other: [
      "carrying", "status", "case status",
      "report type", "page", "photo", "photograph held", "sent to", "to", "copy", "cc",
      "shared with",
      "place of birth", "nationality", "known to csc", "mash rag", "disability", "cp plan",
      "reason reported", "number of subjects", "duration", "condition", "interpreter", "completed",
      "summary", "committed crime", "return interview",
      "e-mail", "email", "note", "previous", "handed to", "date", "why are you worried",
      "what has been done", "out of character", "been missing before", "protective marking",
      "notes", "research", "actions",
    ],
  ]
}
