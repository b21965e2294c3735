public import TwinModel

/// What an IFC file says of a campus, with what was found wrong; the caller adds whose campus it is.
public struct ImportedModel: Hashable, Sendable {
  /// Name of the project, long name first; empty when it has none.
  public var projectName: String
  /// The buildings, ordered by GlobalId, with storeys, spaces, elements and devices.
  public var buildings: [Building]
  /// Groups of spaces, ordered by GlobalId.
  public var zones: [Zone]
  /// Systems and other groups, ordered by GlobalId.
  public var groups: [ObjectGroup]
  /// Where the local frame lies on the map, when the file says it in map coordinates.
  public var georeference: Georeference?
  /// Latitude and longitude of the site; a georeference can be made of them where there is no other.
  public var site: SiteCoordinates?
  /// Schema as the header says, such as `IFC4`.
  public var schema: String
  /// Program that wrote the file; empty when the header does not say.
  public var authoringTool: String
  /// Size of the file, in bytes.
  public var byteCount: Int
  /// Instances of each class, sorted by class name.
  public var counts: [ImportVersion.ClassCount]
  /// What was wrong with the file and what was left out.
  public var findings: [Finding]
}
