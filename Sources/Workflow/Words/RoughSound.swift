/// The sounds of a name as an ear keeps them that does not know its language: `wisnefski` for Wiśniewski,
/// `voychik` for Wójcik, `nwen` for Nguyễn, `kacpa` for Kacper.
///
/// Rougher than ``Nearest/soundsAlike(_:_:)``: it is asked only where nobody is written so or sounds so.
package enum RoughSound {
  /// The consonants of a name, those that are taken for one another as one.
  ///
  /// One are v, w and f; c, ch, cz, k, q, s, sh, sz, x and z; y, j and i count as vowels, which are left out. So
  /// are h behind a consonant, an r at the end, and a w, k or g that nobody says at the beginning.
  ///
  /// - Parameter word: a name in small letters; letters with marks count as vowels.
  /// - Returns: a sign for each sound.
  package static func of(_ word: String) -> [UInt8] {
    let letters = Array(word.utf8.prefix(60))
    var sounds: [UInt8] = []
    var last: UInt8 = 0
    func letter(_ place: Int) -> UInt8 { place < letters.count ? letters[place] : 0 }
    func emit(_ sound: UInt8) {
      if sound != last { sounds.append(sound) }
      last = sound
    }
    var place = start(of: letters)
    while place < letters.count {
      let own = letters[place]
      let next = letter(place + 1)
      let isFirst = sounds.isEmpty && place < 2
      defer { place += 1 }
      switch own {
      case _ where isBroken(own, next) && isConsonant(letter(place + 2)):
        // `Petrauskaitė`, `Petrowski`.
        if isFirst { emit(a) }
        emit(v)
        place += 1
      case u where isVowel(next) && !isFirst: emit(v)
      case j where isFirst, y where isFirst && isVowel(next), i where isFirst && isVowel(next):
        emit(j)
      case j: last = 0
      case _ where isVowel(own):
        if isFirst { emit(a) }
        last = 0
      case p where next == h:
        emit(v)
        place += 1
      case g where next == h && !isFirst: place += 1
      // `Nguyễn`.
      case g where place == 1 && letters[0] == n: break
      case t where next == c && letter(place + 2) == h: break
      case h: if isFirst { emit(h) }
      case c, k, q, s, x, z: emit(k)
      case w where place == letters.count - 1: last = 0
      case v, w, f: emit(v)
      case r where isSilent(rest: letters[place...]) && !isFirst: break
      default: emit(own)
      }
    }
    return sounds
  }

  /// Where what is said of a name begins.
  private static func start(of letters: [UInt8]) -> Int {
    guard letters.count > 2 else { return 0 }
    switch (letters[0], letters[1]) {
    case (w, r), (k, n), (g, n): return 1
    default: return 0
    }
  }

  /// Whether two letters before a consonant are said with a v or f at their end.
  private static func isBroken(_ own: UInt8, _ next: UInt8) -> Bool {
    own == a && (next == u || next == w) || own == o && next == w
  }

  /// Whether nobody says the rest: `Kacper`, `Dwyer`, `oduire`.
  private static func isSilent(rest: ArraySlice<UInt8>) -> Bool {
    rest.count == 1 || rest.count == 2 && rest.last == e
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    letter >= 0x80 || [a, e, i, o, u, y].contains(letter)
  }

  private static func isConsonant(_ letter: UInt8) -> Bool { letter != 0 && !isVowel(letter) }

  private static let a = UInt8(ascii: "a")
  private static let c = UInt8(ascii: "c")
  private static let e = UInt8(ascii: "e")
  private static let f = UInt8(ascii: "f")
  private static let g = UInt8(ascii: "g")
  private static let h = UInt8(ascii: "h")
  private static let i = UInt8(ascii: "i")
  private static let j = UInt8(ascii: "j")
  private static let k = UInt8(ascii: "k")
  private static let n = UInt8(ascii: "n")
  private static let o = UInt8(ascii: "o")
  private static let p = UInt8(ascii: "p")
  private static let q = UInt8(ascii: "q")
  private static let r = UInt8(ascii: "r")
  private static let s = UInt8(ascii: "s")
  private static let t = UInt8(ascii: "t")
  private static let u = UInt8(ascii: "u")
  private static let v = UInt8(ascii: "v")
  private static let w = UInt8(ascii: "w")
  private static let x = UInt8(ascii: "x")
  private static let y = UInt8(ascii: "y")
  private static let z = UInt8(ascii: "z")
}
