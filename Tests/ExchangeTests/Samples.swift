import Exchange
import Foundation
import Workflow

/// The fictional samples beside the tests, found from where this file lies.
enum Samples {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  static func text(_ name: String) throws -> String {
    try TextDecoding.decode(bytes(name)).text
  }

  static func draft(_ name: String) throws -> ReportDraft {
    try ReportReader.read(bytes: bytes("reports/" + name))
  }

  /// A police report of a child last seen on 2 December 2026 at 19:45, as it is read.
  ///
  /// - Parameter prose: what stands under its circumstances.
  /// - Returns: what was read in it.
  static func policeNote(_ prose: String) -> ReportDraft {
    let text = """
      MERLIN MISSING PERSON REPORT
      MIS No: 26MIS050001
      Name: Zofia KOWALCZYK
      Last seen: 02/12/2026 19:45
      CIRCUMSTANCES
      \(prose)

      """
    return ReportReader.read(text: text, isWhole: true)
  }

  static let reports = [
    "01-merlin-mis.txt", "02-merlin-mis.txt", "03-merlin-mis.txt", "04-pac.txt",
    "05-compact-missing.txt", "06-compact-found.txt", "07-form-87a.txt", "08-edt-case-note.txt",
    "09-carer-email.eml", "10-police-email.eml",
  ]
}
