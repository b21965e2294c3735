/// What the HEADER section says of a file.
struct STEPHeader: Hashable, Sendable {
  /// Descriptions, such as the model view.
  var description: [String] = []
  /// Name of the file where it was written.
  var name = ""
  /// When it was written, as it says.
  var timeStamp = ""
  /// The library that wrote it.
  var preprocessor = ""
  /// The program that wrote it.
  var originatingSystem = ""
  /// Names of the schemas, usually one.
  var schemas: [String] = []
}
