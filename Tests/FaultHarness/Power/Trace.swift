import Foundation

/// What a process did to the files of its desk, in order, as the shim wrote it down.
struct Trace {
  /// One call, or something that the process said.
  enum Step {
    case opened(file: Int, name: String, existed: Bool)
    case wrote(file: Int, offset: Int, bytes: [UInt8])
    case cut(file: Int, size: Int)
    case synced(file: Int, failed: Bool)
    case syncedFolder(failed: Bool)
    case removed(name: String)
    case renamed(file: Int, from: String, to: String)
    case exchanged(String, String)
    case said(String)
  }

  let steps: [Step]

  /// Reads a trace; the last record may be cut short by a kill.
  init(path: String) throws {
    let data = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var steps: [Step] = []
    var at = 0
    func number(_ offset: Int, _ size: Int) -> Int {
      data[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    while at + 24 <= data.count {
      let length = number(at + 16, 8)
      guard at + 24 + length <= data.count else { break }
      let bytes = Array(data[at + 24..<at + 24 + length])
      let file = number(at + 4, 4)
      let failed = data[at + 1] == 1
      let text = String(decoding: bytes, as: UTF8.self)
      switch Character(Unicode.Scalar(data[at])) {
      case "o": steps.append(.opened(file: file, name: text, existed: data[at + 2] == 1))
      case "w": steps.append(.wrote(file: file, offset: number(at + 8, 8), bytes: bytes))
      case "t": steps.append(.cut(file: file, size: number(at + 8, 8)))
      case "s": steps.append(.synced(file: file, failed: failed))
      case "d": steps.append(.syncedFolder(failed: failed))
      case "u": steps.append(.removed(name: text))
      case "r":
        let names = text.split(separator: "\0").map(String.init)
        steps.append(.renamed(file: file, from: names[0], to: names[1]))
      case "x":
        let names = text.split(separator: "\0").map(String.init)
        steps.append(.exchanged(names[0], names[1]))
      default:
        for line in text.split(separator: "\n") { steps.append(.said(String(line))) }
      }
      at += 24 + length
    }
    self.steps = steps
  }
}
