/// Why a representation item gave no mesh.
enum ShapeProblem: Error, Hashable, Sendable {
  /// The importer cannot read this class yet.
  case unsupported(String)
  /// The item says something that no shape can be made of.
  case degenerate(String)
}
