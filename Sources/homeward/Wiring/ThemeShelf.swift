import Glibc
import Grid
import Workflow

/// The themes at hand: those that ship, and the person's own in the XDG configuration folder.
enum ThemeShelf {
  /// The folder of a person's own themes.
  static var folder: String? {
    if let config = Environment.value("XDG_CONFIG_HOME"), config.hasPrefix("/") {
      return config + "/homeward/themes"
    }
    return Environment.value("HOME").map { $0 + "/.config/homeward/themes" }
  }

  /// The names of all themes, the person's own last; none is read for that.
  static var names: [String] {
    Theme.shippedNames + own.filter { !Theme.shippedNames.contains($0) }
  }

  /// The names of the person's own themes: files that end in `.theme`.
  private static var own: [String] {
    guard let folder, let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) {
          String(cString: $0)
        }
      }
      if name.hasSuffix(".theme"), !name.hasPrefix(".") { names.append(String(name.dropLast(6))) }
    }
    return names.sorted()
  }

  /// Reads a theme; a person's own goes before one that ships under the same name.
  ///
  /// - Parameter name: its name.
  /// - Returns: the theme, or why there is none and what to do.
  static func theme(_ name: String) -> Result<Theme, Failure> {
    // A name is a file's name: no way out of the folder.
    guard !name.contains("/"), !name.hasPrefix("."), own.contains(name), let folder else {
      if let theme = Theme.shipped(name) { return .success(theme) }
      let names = names.joined(separator: ", ")
      return .failure(
        Failure(.usage, "There is no theme '\(displaySafe(name))'. There are: \(names)."))
    }
    let path = "\(folder)/\(name).theme"
    do {
      let bytes = try FileBytes.read(path, limit: 100_000)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        return .failure(refusal("\(path):1:1: error: this is not UTF-8 text"))
      }
      return .success(try Theme(parsing: text, file: path))
    } catch let error as ThemeError {
      let more = error.sentences.count - 1
      let rest = more > 0 ? " (and \(more) more)" : ""
      return .failure(refusal((error.sentences.first ?? path) + rest))
    } catch let failure as Failure {
      return .failure(refusal(failure.sentence))
    } catch {
      return .failure(refusal("\(path): \(error)"))
    }
  }

  private static func refusal(_ sentence: String) -> Failure {
    Failure(
      .badConfiguration,
      "\(sentence). The desk is shown in the theme '\(Theme.standard.name)'; mend the file, or choose "
        + "another with T.")
  }
}
