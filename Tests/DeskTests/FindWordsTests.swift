import Desk
import Grid
import Testing

@Suite("What find says of itself")
struct FindWordsTests {
  @Test(
    "it names all by which it finds: in its frame, where nothing is typed, where nothing fits, in help"
  )
  func ways() throws {
    var world = World(Sample.desk())
    world.press("/")
    var lines = render(world.desk).text
    #expect(
      lines[1].contains("name, birthday, address, telephone, reference, police reference"),
      "\(lines[1])")
    let empty = lines.joined(separator: " ")
    for words in ["address", "14/2/2011", "telephone number", "part of the police's"] {
      #expect(empty.contains(words), "\(words)")
    }
    world.type("zzqq")
    lines = render(world.desk).text
    let nothing = lines.joined(separator: " ")
    for words in ["police reference", "address", "telephone number"] {
      #expect(nothing.contains(words), "\(words): \(nothing)")
    }
    let help = try #require(CommandTable.named("find")).sentence
    for words in ["birthday", "address", "telephone", "reference", "part of the police's"] {
      #expect(help.contains(words), "\(words)")
    }
  }
}
