import Exchange
import Testing
import Workflow

/// What a text says of one child and means of another with it.
@Suite("Also missing")
struct AlsoMissingTests {
  private func read(_ told: String) -> ReportDraft {
    ReportReader.read(
      text: Self.form + told + "\n",
      received: SpokenInstant.read("2026-11-22 22:40", now: Instant(seconds: 0)), isWhole: true)
  }

  @Test(
    "a sister who is also missing went from the same home, at the time that is said of both",
    arguments: [
      "Her sister BLESSING OKONJO (DOB 11/09/2014,\n12 yrs) went with her and is also missing; both last seen 17:30.",
      "Her sister BLESSING OKONJO (DOB 11/09/2014), who\nwent with her and is also missing; both last seen 17:30.",
      "Her sister Blessing Okonjo, DOB 11/09/2014, is also missing. Both were last\nseen by mother.\nBoth last seen at 17:30 on 22/11/2026.",
    ])
  func sister(_ told: String) throws {
    let sister = try #require(read(told).subjects.last)
    #expect(sister.name == "Okonjo, Blessing")
    #expect(sister.plain(.lastSeenAt)?.hasPrefix("2026-11-22T17:30") == true)
    #expect(sister.plain(.from) == "home")
    #expect(sister.plain(.address)?.hasPrefix("9 Hollow Elm Road") == true)
    #expect(sister.plain(.missingFromPlace)?.hasPrefix("9 Hollow Elm Road") == true)
    #expect(sister.plain(.policeRef) == nil && sister.plain(.phone) == nil)
    for field in [SubjectField.lastSeenAt, .from, .address] {
      #expect(sister.fields[field]?.isInferred == true)
    }
  }

  @Test(
    "a friend has another home, and of a time that may be another day's nothing is taken",
    arguments: [
      "Her friend JO BLY (DOB 28/02/2011) is also missing; both last seen 18:10.",
      "Her friend JO BLY (DOB 28/02/2011) is also missing. Mother last seen 17:30.",
      "Her friend JO BLY (DOB 28/02/2011) is also missing.\n> both last seen 17:30",
    ])
  func friend(_ told: String) throws {
    let friend = try #require(read(told).subjects.last)
    #expect(friend.name == "Bly, Jo" && friend.plain(.from) == "home")
    #expect(friend.plain(.address) == nil && friend.plain(.missingFromPlace) == nil)
    #expect(friend.plain(.lastSeenAt) == nil)
  }

  @Test("what the child's own sentence says comes first")
  func own() {
    let care = read("Her brother SAM OKONJO (DOB 11/09/2014) is missing from care since Friday.")
    #expect(care.subjects.last?.plain(.from) == "care")
    #expect(care.subjects.last?.plain(.address) == nil)
    let place = read("Also missing from Quillgate: her brother SAM OKONJO (DOB 11/09/2014).")
    #expect(place.subjects.last?.plain(.from) == nil)
  }

  private static let form = """
    THAMESMARK POLICE
    MERLIN - MISSING PERSON REPORT (MIS)
    Report no:   26MIS060777
    PERSON REPORTED MISSING
    Surname:     OKONJO                 Forename: DESTINY
    DOB:         03/05/2012             Age:      14
    Home addr:   9 HOLLOW ELM ROAD, NORTHBROOK, NB4 2QQ
    Phone:       07700 900611
    ----------------------------------------------------------------------------
    MISSING FROM
    Place:       AS HOME ADDRESS        Type:     HOME
    Last seen:   22/11/2026 17:30       By:       Mother
    ----------------------------------------------------------------------------
    CIRCUMSTANCES
    DESTINY left home after an argument.

    """
}
