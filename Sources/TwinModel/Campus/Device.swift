/// A sensor, antenna, access point or other device with a place.
public struct Device: Hashable, Sendable, Codable {
  /// Identity; devices that a study proposes carry a name derived from room and number.
  public var id: GlobalID
  /// What it is, as the equipment catalogue in `seeds/equipment` calls it: `smoke_detector`,
  /// `nr_small_cell`, `access_point`, …; the source's own class when the catalogue has none.
  public var kind: String
  /// Name; empty when none was given.
  public var name: String
  /// Place in the local frame, in metres; nil when the source has none.
  public var position: Point3?
  /// The space it stands in; nil when unknown.
  public var space: GlobalID?
  /// Whether the model has it, or a study proposes it.
  public var origin: Origin
  /// Property sets of the occurrence and its type, merged.
  public var properties: [Property]

  /// Who put a device there.
  public enum Origin: String, Hashable, Sendable, Codable {
    /// It is in the imported model.
    case model
    /// A study proposes it.
    case proposed
  }

  /// Creates a device.
  public init(
    id: GlobalID, kind: String, name: String = "", position: Point3?, space: GlobalID? = nil,
    origin: Origin, properties: [Property] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.position = position
    self.space = space
    self.origin = origin
    self.properties = properties
  }
}
