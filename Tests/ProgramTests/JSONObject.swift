import Foundation
import Testing

/// An object as a script reads it.
struct JSONObject {
  private let members: [String: Any]

  /// Reads a whole answer.
  init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    members = try #require(value as? [String: Any])
  }

  private init(_ members: [String: Any]) { self.members = members }

  /// The names of the members.
  var names: Set<String> { Set(members.keys) }

  /// Whether a member is there and null.
  func isNull(_ name: String) -> Bool { members[name] is NSNull }

  func text(_ name: String) -> String? { members[name] as? String }
  func number(_ name: String) -> Int? { (members[name] as? NSNumber)?.intValue }
  func flag(_ name: String) -> Bool? { members[name] as? Bool }
  func texts(_ name: String) -> [String] { members[name] as? [String] ?? [] }
  func object(_ name: String) -> JSONObject { JSONObject(members[name] as? [String: Any] ?? [:]) }

  func list(_ name: String) -> [JSONObject] {
    (members[name] as? [[String: Any]] ?? []).map(JSONObject.init)
  }

  /// The members that are texts.
  var texts: [String: String] { members.compactMapValues { $0 as? String } }
}
