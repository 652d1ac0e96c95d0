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

  static let reports = [
    "01-merlin-mis.txt", "02-merlin-mis.txt", "03-merlin-mis.txt", "04-pac.txt",
    "05-compact-missing.txt", "06-compact-found.txt", "07-form-87a.txt", "08-edt-case-note.txt",
    "09-carer-email.eml", "10-police-email.eml",
  ]
}
