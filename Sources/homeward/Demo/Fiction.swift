/// People and places that do not exist, for fictional boroughs.
enum Fiction {
  static let borough = "Northbrook"

  static let familyNames = [
    "Abara", "Adeyemi", "Ahmed", "Antwi", "Ashworth", "Bangura", "Beddoes", "Brzeziński", "Castell",
    "Clarke", "Danjuma", "Dwyer", "Eze", "Fairweather", "Fagbemi", "Fitzgerald", "Hargreaves",
    "Hassan", "Hollis", "Ibrahim", "Jankowska", "Kettleborough", "Khatib", "Kowalczyk", "Lindqvist",
    "Llewellyn", "Lovelace", "Mensah", "Morgan", "Nguyễn", "Nowak", "O'Dwyer", "Okonkwo", "Osei",
    "Pham", "Popescu", "Prothero", "Pryce", "Quill", "Rahman", "Rowntree", "Sethi", "Smith",
    "Teague", "Tran", "Varga", "Warsame", "Wiśniewski", "Wójcik", "Yıldız", "Zieliński",
  ]

  static let girls = [
    "Amina", "Beatrix", "Caoimhe", "Chidera", "Ewa", "Fatima", "Hibo", "Isatu", "Kyla", "Linh",
    "Maja", "Marnie", "Niamh", "Oliwia", "Priya", "Rosa", "Siân", "Tamsin", "Zofia", "Zuzanna",
  ]

  static let boys = [
    "Ayaan", "Bao", "Callum", "Emeka", "Ferdie", "Gethin", "Jakub", "Jayden", "Kacper", "Kofi",
    "Mateusz", "Mo", "Oliver", "Reece", "Sami", "Tolu", "Tomasz", "Yousef", "Yusuf", "Zac",
  ]

  static let streets = [
    "Bellfounder Road", "Candlewick Rise", "Damson Hythe", "Gannet Mews", "Hollow Elm Road",
    "Lantern Court", "Millrace Way", "Ostlers Yard", "Pargeter Street", "Quern Street",
    "Saddleback Lane", "Tannery Rise", "Thistlepin Road", "Wherrymans Row",
  ]

  static let homes = ["Tanglewick House", "Osiermere Lodge", "Fennimore Place", "Quillgate"]

  static let workers = [
    "Delroy Antwi", "Carys Bevan", "Idris Farah", "Priyanka Sethi", "Tomasz Zieliński",
    "Helen Ashworth-Lowe", "Nadia Rowntree",
  ]

  static let reasons = [
    "Did not come home after school; phone is off.",
    "Left after an argument about a phone; took a small bag.",
    "Not in the room at the evening check; window open.",
    "Went out to meet a friend and has not answered since.",
    "Said to be staying with somebody the family does not know.",
    "Left the placement by the back door; staff followed and lost sight.",
  ]
}

/// A generator of numbers that gives the same ones for the same seed, everywhere (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
