import Crypto
import Foundation

/// The hashes that chain the journal: a digest of each body with its salt, and a hash of each line
/// with the hash of the one before.
///
/// The body enters the chain through its digest alone, so that an erased body leaves the chain whole;
/// the salt keeps anyone from guessing an erased body by trying likely ones.
enum Seal {
  /// SHA-256 of salt and body.
  static func digest(salt: Data, body: String) -> Data {
    var hash = SHA256()
    hash.update(data: salt)
    var body = body
    body.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return Data(hash.finalize())
  }

  /// SHA-256 of a text, in hexadecimal: how the same report is known again.
  static func digest(of text: String) -> String {
    Hexadecimal.text(SHA256.hash(data: Array(text.utf8)))
  }

  /// Sixteen random bytes.
  static func salt() -> Data {
    var generator = SystemRandomNumberGenerator()
    var salt = Data(capacity: 16)
    for _ in 0..<2 {
      withUnsafeBytes(of: generator.next() as UInt64) { salt.append(contentsOf: $0) }
    }
    return salt
  }

  /// What a line's hash covers.
  struct Line {
    let prev: Data
    let sequence: Int
    let stream: String
    let version: Int
    let kind: String
    let schema: Int
    let digest: Data
    let occurred: Int64
    let recorded: Int64
    let written: Int64
    let byID: String
    let byName: String
    let role: String
    let account: String
    let command: String

    /// SHA-256 over every part with its length before it, so that no two lines give the same bytes.
    var hash: Data {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(320)
      bytes.append(contentsOf: "homeward 1".utf8)
      func add(_ part: some Collection<UInt8>) {
        withUnsafeBytes(of: UInt32(part.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: part)
      }
      func add(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { add($0) }
      }
      add(prev)
      add(Int64(sequence))
      add(stream.utf8)
      add(Int64(version))
      add(kind.utf8)
      add(Int64(schema))
      add(digest)
      add(occurred)
      add(recorded)
      add(written)
      for text in [byID, byName, role, account, command] { add(text.utf8) }
      return Data(SHA256.hash(data: bytes))
    }
  }
}
