import Testing
import Workflow

@testable import Exchange

/// A text that says that a child was found is told from one that says that it was not.
@Suite("What a text says of the end")
struct EndWordsTests {
  @Test(
    "of who was found or is back",
    arguments: [
      "Name: Ferdie ABARA\nDOB: 12/09/2011\nFound safe and well.",
      "Good morning, Niamh Warsame (dob 26/12/2009) has been found safe\nand well. Please update.",
      "Leo is back, he walked in at breakfast", "She came home during the night.",
    ])
  func told(text: String) {
    #expect(ReportReader.read(text: text, isWhole: true).tellsOfEnd)
  }

  @Test(
    "a notice of an end is one by its heading or its status, not by what it tells of earlier times",
    arguments: [
      ("*** FOUND NOTICE ***\nName: Leo Bly", true),
      ("26MIS051001   STATUS: CLOSED - RETURNED", true), ("Status: Finalised - located", true),
      ("Status: open. Last month he was found", false), ("He was found safe and well", false),
      ("Status: closed - error", false),
    ])
  func notice(text: String, isOne: Bool) {
    #expect(ReportReader.isNoticeOfEnd(text, of: .unknown) == isOne)
    #expect(!ReportReader.isNoticeOfEnd(text, of: .merlinMissing))
  }

  @Test(
    "not of who is still away",
    arguments: [
      "Name: Ferdie ABARA\nHe has not been found.", "She hasn't come home and is not back.",
      "If she is found safe and well we will ring.", "We hope that he is back by noon",
      "Last month she was found by officers at the station. She is missing again.",
      "> he was found safe and well\nNo, that was his brother. He is missing.",
    ])
  func notTold(text: String) {
    #expect(!ReportReader.read(text: text, isWhole: true).tellsOfEnd)
  }
}
