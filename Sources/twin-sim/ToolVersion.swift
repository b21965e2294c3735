/// The version of the program, as reports and stores carry it.
enum ToolVersion {
  static let current = "0.1.0"
}
