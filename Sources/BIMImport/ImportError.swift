/// Why a file could not be imported at all; anything less is a finding.
public enum ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file cannot be opened or read.
  case unreadable(file: String, reason: String)
  /// The bytes are not a STEP file with a DATA section.
  case notSTEP(file: String, STEPSyntaxError)
  /// The program's own tables are missing, which a complete installation never sees.
  case incompleteInstallation(reason: String)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .notSTEP(let file, let error): "\(file):\(error)"
    case .incompleteInstallation(let reason): "the installation is not complete: \(reason)"
    }
  }
}
