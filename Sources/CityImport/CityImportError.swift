/// Why a city model or a map layer was refused as a whole.
public enum CityImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file could not be opened or read; `reason` in the system's words.
  case unreadable(file: String, reason: String)
  /// The text breaks the rules of its format at a place, both counted from 1.
  case syntax(file: String, line: Int, column: Int, reason: String)
  /// The file is something that is not read; `what` says what it is, `suggestion` what to do.
  case notSupported(file: String, what: String, suggestion: String)
  /// The file has several layers and none or an unknown one was named.
  case layerChoice(file: String, wanted: String?, layers: [String])

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .syntax(let file, let line, let column, let reason):
      "\(file):\(line):\(column): \(reason)"
    case .notSupported(let file, let what, let suggestion): "\(file): \(what); \(suggestion)"
    case .layerChoice(let file, let wanted, let layers):
      "\(file): \(wanted.map { "there is no layer “\($0)”" } ?? "name one of its layers"); it has: "
        + (layers.isEmpty ? "none with features" : layers.joined(separator: ", "))
    }
  }
}
