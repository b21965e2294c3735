/// One import of one file: what was read, by whom it was written, and what was found wrong.
public struct ImportVersion: Hashable, Sendable, Codable {
  /// Name of the file, without its folders.
  public var fileName: String
  /// SHA-256 of the bytes, in lower-case hex.
  public var sha256: String
  /// Size of the file, in bytes.
  public var byteCount: Int
  /// Schema as the header says, such as `IFC4`.
  public var schema: String
  /// Program that wrote the file, as its header says; empty when it does not.
  public var authoringTool: String
  /// When the import ran, ISO 8601 UTC; given by the caller, since nothing else reads the clock.
  public var importedAt: String
  /// How many instances of each class the file has, sorted by class name.
  public var counts: [ClassCount]
  /// What was wrong with the input, in order of the file.
  public var findings: [Finding]

  /// How many instances a class has.
  public struct ClassCount: Hashable, Sendable, Codable {
    /// The class, in the schema's spelling.
    public var name: String
    /// Instances in the file.
    public var count: Int

    /// Creates a count.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// Creates a version.
  public init(
    fileName: String, sha256: String, byteCount: Int, schema: String, authoringTool: String,
    importedAt: String, counts: [ClassCount], findings: [Finding]
  ) {
    self.fileName = fileName
    self.sha256 = sha256
    self.byteCount = byteCount
    self.schema = schema
    self.authoringTool = authoringTool
    self.importedAt = importedAt
    self.counts = counts
    self.findings = findings
  }
}
