internal import Workflow

/// An e-mail as it stands in a file: headers, and the parts that a person can read.
struct MailMessage {
  /// A part of a message that holds text.
  struct Part {
    var type: String
    var fileName: String?
    var text: String
    /// Whether the part ended where its message says.
    var isClosed: Bool
  }

  let headers: [(name: String, value: String)]
  private(set) var parts: [Part] = []
  /// Whether the message came to its own end.
  private(set) var isEnded = false
  /// Files that came with it and are no text.
  private(set) var leftOut: [String] = []

  /// Reads a message, or nothing where the text does not begin with the headers of one.
  init?(text: String, isWhole: Bool) {
    let lines = SourceText.lines(text)
    guard let (found, start) = MailMessage.headers(lines[...]) else { return nil }
    var headers = found
    let ends = isWhole || text.unicodeScalars.last == "\n" || text.unicodeScalars.last == "\r"
    let hasBody = start < lines.endIndex
    // A header that is cut may say something else than it would have said.
    if !ends, !hasBody { headers.removeLast() }
    let names = Set(headers.map { $0.name.lowercased() })
    let typical: Set = [
      "from", "to", "date", "subject", "received", "message-id", "mime-version", "return-path",
    ]
    // Pasted from a window, a message has no more than who sent it and what it is about.
    let isPasted =
      names.isSuperset(of: ["from", "subject"])
      && headers.contains { $0.name.lowercased() == "from" && $0.value.contains("@") }
    guard names.contains("from"), isPasted || names.intersection(typical).count >= 3 else {
      return nil
    }
    self.headers = headers
    let type = MailText.Parameters(
      headers.first { $0.name.lowercased() == "content-type" }?.value ?? "")
    take(headers, Array(lines[start...]), isClosed: ends, depth: 0)
    body = MailText.withoutQuotes(bodyPart?.text ?? "")
    quoted = MailText.quotes(in: bodyPart?.text ?? "")
    let cover = attachments.isEmpty ? head : head + MailText.ended(body) + "\n"
    reportLine = SourceText.lines(cover).count + (attachments.isEmpty ? 1 : 2)
    let files = attachments.map { "[\($0.fileName ?? "")]\n\($0.text)" }
    readable = cover + (files.isEmpty ? body : files.joined(separator: "\n"))
    isEnded =
      if let boundary = type["boundary"] {
        isWhole || lines.suffix(40).contains { $0.hasPrefix("--\(boundary)--") }
      } else {
        ends && hasBody && !type.main.hasPrefix("multipart/")
      }
  }

  // MARK: What people want of it

  var from: String { MailText.words(header("from") ?? "") }
  var subject: String { MailText.words(header("subject") ?? "") }
  var sent: MomentReading? { header("date").flatMap { MomentReader.first(in: $0) } }

  /// The sender's name without the mailbox.
  var fromName: String? {
    guard let mark = from.firstIndex(of: "<") else { return nil }
    let name = SourceText.trimmed(String(from[..<mark]), of: ["\"", "'"])
    return name.isEmpty ? nil : name
  }

  /// The text that its writer wrote, without what is quoted from earlier messages.
  private(set) var body = ""

  /// What its writer quotes from earlier messages, without the marks before the lines.
  private(set) var quoted = ""

  private var bodyPart: Part? {
    parts.first { $0.fileName == nil && $0.type == "text/plain" }
      ?? parts.first { $0.fileName == nil } ?? parts.first
  }

  private var attachments: [Part] { parts.filter { $0.fileName != nil } }

  /// Whether the last text that is read came to its end.
  var isWhole: Bool { (attachments.last ?? bodyPart)?.isClosed ?? true }

  /// What stands before the attached report, or before the body where nothing is attached.
  private var head: String {
    var head = "From: \(from)\nSubject: \(subject)\n"
    if let date = header("date") { head += "Date: \(SourceText.squeezed(date))\n" }
    if !leftOut.isEmpty { head += "Not read: \(leftOut.joined(separator: ", "))\n" }
    return head + "\n"
  }

  /// The message for people: who wrote it, the covering words, the attached texts.
  private(set) var readable = ""

  /// The line of ``readable`` on which the report begins.
  private(set) var reportLine = 1

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }

  // MARK: Taking it apart

  /// Headers with their continued lines, and the line after the blank one.
  private static func headers(
    _ lines: ArraySlice<String>
  ) -> (headers: [(name: String, value: String)], body: Int)? {
    var headers: [(name: String, value: String)] = []
    for index in lines.indices {
      let line = lines[index]
      if line.isEmpty { return headers.isEmpty ? nil : (headers, index + 1) }
      if line.first == " " || line.first == "\t" {
        guard !headers.isEmpty else { return nil }
        headers[headers.count - 1].value += " " + SourceText.trimmed(line)
        continue
      }
      guard headers.count < 200, let colon = line.firstIndex(of: ":"),
        line[..<colon].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), colon != line.startIndex
      else { return nil }
      headers.append(
        (String(line[..<colon]), SourceText.trimmed(String(line[line.index(after: colon)...]))))
    }
    return headers.isEmpty ? nil : (headers, lines.endIndex)
  }

  private mutating func take(
    _ headers: [(name: String, value: String)], _ lines: [String], isClosed: Bool, depth: Int
  ) {
    func value(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name }?.value
    }
    let type = MailText.Parameters(value("content-type") ?? "text/plain")
    if type.main.hasPrefix("multipart/"), let boundary = type["boundary"], depth < 8 {
      takeParts(lines, boundary: boundary, depth: depth)
      return
    }
    let disposition = MailText.Parameters(value("content-disposition") ?? "")
    let name = disposition["filename"] ?? type["name"]
    let isText = type.main.hasPrefix("text/") || name?.lowercased().hasSuffix(".txt") == true
    guard isText, parts.count < 50 else {
      if let name { leftOut.append(MailText.words(name)) }
      return
    }
    let encoding = (value("content-transfer-encoding") ?? "").lowercased()
    let charset = type["charset"] ?? "utf-8"
    var text: String =
      switch encoding {
      case "base64": TextDecoding.decode(MailText.base64(lines), charset: charset)
      case "quoted-printable":
        TextDecoding.decode(MailText.quotedPrintable(lines), charset: charset)
      default: lines.joined(separator: "\n")
      }
    if type.main == "text/html" { text = MailText.withoutTags(text) }
    let isComplete = isClosed || (encoding == "base64" && lines.last?.hasSuffix("=") == true)
    text = isComplete ? MailText.ended(text) : text
    parts.append(
      Part(
        type: type.main, fileName: name.map { MailText.words($0) }, text: text,
        isClosed: isComplete))
  }

  private mutating func takeParts(_ lines: [String], boundary: String, depth: Int) {
    var part: [String]?
    func isMark(_ line: String) -> Bool { line.hasPrefix("--" + boundary) }
    for line in lines {
      guard isMark(line) else {
        part?.append(line)
        continue
      }
      if let part { takePart(part, isClosed: true, depth: depth) }
      part = []
      if line.hasPrefix("--" + boundary + "--") { return }
    }
    if let part { takePart(part, isClosed: false, depth: depth) }
  }

  private mutating func takePart(_ lines: [String], isClosed: Bool, depth: Int) {
    if lines.first?.isEmpty == true {
      take([], Array(lines.dropFirst()), isClosed: isClosed, depth: depth + 1)
    } else if let (headers, start) = MailMessage.headers(lines[...]), start <= lines.count {
      take(headers, Array(lines[start...]), isClosed: isClosed, depth: depth + 1)
    }
  }
}
