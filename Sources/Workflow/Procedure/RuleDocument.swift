/// A document whose rules a procedure cites by their codes: `L23` stands before the numbers of one.
package struct RuleDocument: Hashable, Sendable {
  /// What people call it: the title of its pack.
  package let title: String
  /// Whose it is.
  package let authority: String
  /// What stands before the numbers of its rules.
  package let codes: Set<String>

  /// What stands before the numbers of the desk's own rules, which no document has.
  static let ofDesk = "HW"

  /// Makes a document.
  package init(title: String, authority: String, codes: Set<String>) {
    self.title = title
    self.authority = authority
    self.codes = codes
  }

  /// What stands before the number of a rule: `L23` of `L23-01`.
  package static func code(of rule: String) -> String {
    String(rule.split(separator: "-").first ?? "")
  }
}

extension Procedure {
  /// The place of the document that sets a rule: the authority's own first, then the others in their order.
  func rank(of rule: String) -> Int {
    let code = RuleDocument.code(of: rule)
    guard let place = documents.firstIndex(where: { $0.codes.contains(code) }) else {
      return documents.count
    }
    return documents[place].authority == authority ? -1 : place
  }

  /// The codes that some rules are cited by, each with its document's name, in the order of documents.
  func legend(of rules: [String]) -> [String] {
    var codes: [String] = []
    for rule in rules.sorted(by: { rank(of: $0) < rank(of: $1) }) {
      let code = RuleDocument.code(of: rule)
      if !codes.contains(code) { codes.append(code) }
    }
    return codes.compactMap { code in
      code == RuleDocument.ofDesk
        ? "\(code) is how this desk works"
        : documents.first { $0.codes.contains(code) }.map { "\(code) is \($0.title)" }
    }
  }
}
