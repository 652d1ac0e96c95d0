import Exchange
import Foundation
import Testing
import Workflow

/// What a careful officer would take from a sample, as `expected.json` has it.
struct Expected {
  let file: String
  let report: [String: Any]
  let children: [[String: Any]]
  let forbidden: [(field: String, value: String)]

  static var all: [Expected] { load() }

  static func of(_ name: String) -> Expected? { all.first { $0.file == "reports/" + name } }

  private static func load() -> [Expected] {
    guard let bytes = try? Samples.bytes("expected.json"),
      let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let reports = root["reports"] as? [[String: Any]]
    else { return [] }
    return reports.map { item in
      let denied = item["not"] as? [[String: Any]] ?? []
      return Expected(
        file: item["file"] as? String ?? "", report: item["report"] as? [String: Any] ?? [:],
        children: item["children"] as? [[String: Any]] ?? [],
        forbidden: denied.compactMap { entry in
          guard let field = entry["field"] as? String, let value = entry["value"] as? String else {
            return nil
          }
          return (field, value)
        })
    }
  }
}

/// Readings of values that let the sample's own wording differ in form but not in fact.
enum Reading {
  static let loose: Set = [
    "address", "last_seen_by", "marks", "clothing", "medical", "legal_status", "found_by",
    "returned_to", "from_report", "reporter_relation", "last_seen_place", "school", "ethnicity",
    "whereabouts",
  ]

  static func plain(_ value: Any?) -> [String] {
    switch value {
    case let text as String: [text]
    case let number as Int: [String(number)]
    case let list as [String]: list
    default: []
    }
  }

  static func agrees(_ found: String, _ wanted: [String], isLoose: Bool) -> Bool {
    let (left, right) = (Folding.fold(found), Folding.fold(wanted.joined(separator: " ")))
    if left == right { return true }
    if let first = Instant(iso: found), let text = wanted.first, let second = Instant(iso: text) {
      return abs(first.since(second)) < 60
    }
    guard isLoose else { return false }
    let one = Set(left.split(separator: " ")).subtracting(fillers)
    let other = Set(right.split(separator: " ")).subtracting(fillers)
    return one.isSubset(of: other) || other.isSubset(of: one)
  }

  private static let fillers: Set<Substring> = [
    "of", "each", "in", "the", "morning", "daily", "has",
  ]
}

struct SampleReportTests {
  /// Facts that stand in prose alone: the officer takes them, the reader leaves them open.
  static let inProse: [String: Set<String>] = [
    "01": ["medical"],
    "03": ["other_refs"],
    "04": [
      "reported_at", "reported_by", "reporter_relation", "age", "found_where", "returned_at",
      "returned_to", "prevention_check",
    ],
    "06": ["risk_factors", "prevention_check"],
    "07": ["phone", "reporter_relation"],
    "08": [
      "reported_at", "reported_by", "reporter_relation", "sex",
      "responsible_authority", "category", "from", "last_seen_by", "risk_factors",
      "legal_status", "medical",
    ],
    "09": [
      "age", "sex", "whereabouts_known", "phone", "clothing",
    ],
    "10": ["clothing", "ethnicity", "from", "host_authority"],
  ]

  @Test(arguments: Samples.reports)
  func reportFields(_ name: String) throws {
    let expected = try #require(Expected.of(name))
    let draft = try Samples.draft(name)
    let open = Self.inProse[String(name.prefix(2))] ?? []
    #expect(draft.kind.rawValue == expected.report["kind"] as? String)
    for field in ReportField.allCases where field != .sentAt {
      let wanted = Reading.plain(expected.report[field.rawValue])
      let found = draft.plain(field)
      guard let found else {
        #expect(
          wanted.isEmpty || open.contains(field.rawValue),
          "\(name) \(field.rawValue): nothing, wanted \(wanted)")
        continue
      }
      if open.contains(field.rawValue), field == .otherRefs { continue }
      if field == .from {
        #expect(Reading.agrees(found, wanted, isLoose: true), "\(name) from: \(found)")
        continue
      }
      #expect(
        Reading.agrees(found, wanted, isLoose: Reading.loose.contains(field.rawValue)),
        "\(name) \(field.rawValue): \(found), wanted \(wanted)")
    }
  }

  @Test(arguments: Samples.reports)
  func childFields(_ name: String) throws {
    let expected = try #require(Expected.of(name))
    let draft = try Samples.draft(name)
    let open = Self.inProse[String(name.prefix(2))] ?? []
    #expect(draft.subjects.count == expected.children.count)
    for (child, subject) in zip(expected.children, draft.subjects) {
      let fields = child["fields"] as? [String: Any] ?? [:]
      let accepted = child["also_accept"] as? [String: [Any]] ?? [:]
      for field in SubjectField.allCases where fields[field.rawValue] != nil {
        let wanted = Reading.plain(fields[field.rawValue])
        guard let found = subject.plain(field) else {
          #expect(
            wanted.isEmpty || open.contains(field.rawValue),
            "\(name) \(field.rawValue): nothing, wanted \(wanted)")
          continue
        }
        let choices = [wanted] + (accepted[field.rawValue] ?? []).map { Reading.plain($0) }
        let isLoose = Reading.loose.contains(field.rawValue)
        #expect(
          choices.contains { Reading.agrees(found, $0, isLoose: isLoose) },
          "\(name) \(field.rawValue): \(found), wanted \(wanted)")
      }
      let seen = child["seen_as"] as? [String: String] ?? [:]
      for (key, text) in seen {
        guard let field = SubjectField(rawValue: key), let finding = subject.fields[field] else {
          continue
        }
        let agrees = finding.seenAs.contains(text) || text.contains(finding.seenAs)
        #expect(agrees, "\(name) \(key) seen as \(finding.seenAs)")
      }
    }
  }

  @Test(arguments: Samples.reports)
  func forbiddenValues(_ name: String) throws {
    let expected = try #require(Expected.of(name))
    let draft = try Samples.draft(name)
    for (field, value) in expected.forbidden {
      if let field = ReportField(rawValue: field), let found = draft.plain(field) {
        #expect(!Reading.agrees(found, [value], isLoose: false), "\(name) \(field): \(value)")
      }
      guard let field = SubjectField(rawValue: field) else { continue }
      for subject in draft.subjects {
        let items = subject.list(field).isEmpty ? [subject.plain(field) ?? ""] : subject.list(field)
        for item in items where !item.isEmpty {
          #expect(!Reading.agrees(item, [value], isLoose: false), "\(name) \(field): \(value)")
        }
      }
    }
  }

  @Test(arguments: Samples.reports)
  func everyFindingStandsInTheText(_ name: String) throws {
    let draft = try Samples.draft(name)
    let lines = draft.text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    let findings = Array(draft.report.values) + draft.subjects.flatMap { Array($0.fields.values) }
    for finding in findings where !finding.seenAs.isEmpty {
      #expect((1...lines.count).contains(finding.line))
      let first = Folding.words(finding.seenAs).first ?? ""
      let near = lines[(finding.line - 1)..<min(lines.count, finding.line + 2)]
      if !finding.isInferred {
        #expect(Folding.fold(near.joined(separator: " ")).contains(first), "\(finding)")
      }
    }
  }

  @Test func unknownIsNotTheSameAsUnmentioned() throws {
    let second = try Samples.draft("02-merlin-mis.txt")
    #expect(second.gap(.lastSeenAt, ofSubject: 0)?.reason == .statedUnknown("NOT KNOWN"))
    let eighth = try Samples.draft("08-edt-case-note.txt")
    #expect(eighth.gap(.born, ofSubject: 0)?.reason == .notMentioned)
    let seventh = try Samples.draft("07-form-87a.txt")
    #expect(seventh.gap(.born, ofSubject: 0)?.reason == .statedUnknown("N/K - see note"))
  }

  @Test func proseIsKeptWhole() throws {
    let third = try Samples.draft("03-merlin-mis.txt")
    let prose = try #require(third.subjects.first?.plain(.circumstances))
    #expect(prose.contains("take the children to relatives \"up north\""))
    #expect(!prose.contains("Page 2"))
    let ninth = try Samples.draft("09-carer-email.eml")
    #expect(ninth.text.contains("Niamh O\u{2019}Dwyer"))
    #expect(!ninth.text.contains("26MIS039120"))
  }
}
