import Foundation
import Procedures
import Testing
import Workflow

@Suite("The shelf of procedures")
struct ShelfTests {
  private static let pack = """
    id: lambeth-2023
    title: Our own
    authority: Northbrook
    sources: [{id: chart, title: A chart, date: "2026", checked: 2026-11-21}]
    versions:
      - from: 2024-01-01
        to: 2024-12-31
        rules: []
      - from: 2025-01-01
        rules: []

    """

  @Test("shipped packs are sound")
  func shippedPacksAreSound() throws {
    #expect(Shelf.shipped.ids.contains("lambeth-2023"))
    for pack in try Shelf.shipped.packs() {
      #expect(pack.versions.isEmpty == false)
      #expect(pack.contentHash.count == 64)
    }
  }

  @Test("a day without a version is an error, never the latest")
  func refusesDaysWithoutVersion() throws {
    let pack = try PackReader.read(text: ShelfTests.pack, file: "x.yaml")
    let day = try #require(CivilDate(iso: "2023-12-31"))
    #expect(throws: ShelfError.noVersion(pack: "lambeth-2023", date: day)) {
      try pack.procedure(on: day)
    }
    #expect(try pack.procedure(on: try #require(CivilDate(iso: "2024-12-31"))).version == 1)
    #expect(try pack.procedure(on: try #require(CivilDate(iso: "2025-01-01"))).version == 2)
  }

  @Test("a local pack stands before the shipped one, which pinned records still find")
  func localPacksStandBefore() throws {
    let entry = Shelf.Entry(id: "lambeth-2023", file: "local.yaml", text: ShelfTests.pack)
    let shelf = Shelf(local: [entry])
    #expect(try shelf.pack(id: "lambeth-2023").title == "Our own")
    let shipped = try Shelf.shipped.pack(id: "lambeth-2023")
    let pinned = try shelf.procedure(id: shipped.id, version: 1, hash: shipped.contentHash)
    #expect(pinned.contentHash == shipped.contentHash)
    #expect(throws: ShelfError.self) {
      try shelf.procedure(id: shipped.id, version: 1, hash: "0000")
    }
    #expect(throws: ShelfError.noSuchVersion(pack: shipped.id, version: 9)) {
      try shelf.procedure(id: shipped.id, version: 9, hash: nil)
    }
  }

  @Test("records pinned to an earlier content find it beside the present one")
  func keepsEarlierContents() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("homeward-shelf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let later = ShelfTests.pack + "# One more line.\n"
    try Data(later.utf8).write(to: folder.appendingPathComponent("lambeth-2023.yaml"))
    try Data(ShelfTests.pack.utf8).write(
      to: folder.appendingPathComponent("lambeth-2023@2024.yaml"))
    let shelf = try Shelf(folder: folder.path)
    let hashes = [later, ShelfTests.pack].map(PackReader.contentHash)
    #expect(try shelf.pack(id: "lambeth-2023").contentHash == hashes[0])
    for hash in hashes {
      let procedure = try shelf.procedure(id: "lambeth-2023", version: 2, hash: hash)
      #expect(procedure.contentHash == hash)
    }
    let empty = try Shelf(folder: folder.path + "/none")
    #expect(empty.ids == Shelf.shipped.ids)
  }

  @Test("a local file that is no text spoils no other pack, and says where it is not")
  func namesUnreadableFiles() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("homeward-shelf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([0x69, 0x64, 0x3A, 0x20, 0xE9, 0x0A])
      .write(to: folder.appendingPathComponent("southbrook.yaml"))
    let shelf = try Shelf(folder: folder.path)
    #expect(shelf.ids == (Shelf.shipped.ids + ["southbrook"]).sorted())
    #expect(try shelf.pack(id: "lambeth-2023").id == "lambeth-2023")
    do throws(ShelfError) {
      _ = try shelf.pack(id: "southbrook")
      Issue.record("it was read")
    } catch {
      #expect(error.sentence.contains("southbrook.yaml:1:5: error: this letter is not UTF-8"))
    }
  }

  @Test("a file that is not named for its pack, or cannot be read, says so")
  func refusesFilesOfAnotherName() {
    let misnamed = Shelf.Entry(id: "southbrook", file: "southbrook.yaml", text: ShelfTests.pack)
    let broken = Shelf.Entry(id: "broken", file: "broken.yaml", text: "id: [")
    let shelf = Shelf(local: [misnamed, broken])
    #expect(throws: ShelfError.self) { try shelf.pack(id: "southbrook") }
    #expect(throws: ShelfError.self) { try shelf.pack(id: "broken") }
    #expect(throws: ShelfError.self) { try shelf.pack(id: "eastbrook") }
  }

  @Test("lambeth-2023 realises every rule of its chart")
  func realisesEveryRule() throws {
    let realised = Set(try Shelf.shipped.pack(id: "lambeth-2023").realisations.map(\.rule))
    let wanted = Set((1...30).map { "L23-" + ($0 < 10 ? "0\($0)" : "\($0)") } + ["HW-01"])
    #expect(realised == wanted)
  }

  @Test("the directory holds roles and units, and nothing that only the authority can fill in")
  func directoryIsForTheAuthorityToFill() throws {
    let pack = try Shelf.shipped.pack(id: "lambeth-2023")
    #expect(pack.directory.count == 4)
    #expect(pack.directory.allSatisfy { $0.mail == nil && $0.phone == nil })
  }
}
