/// A system or another named group of elements and spaces; zones are ``Zone``.
public struct ObjectGroup: Hashable, Sendable, Codable {
  /// Identity, kept through versions.
  public var id: GlobalID
  /// The class in the source, such as `IfcDistributionSystem`.
  public var sourceClass: String
  /// The name; empty when none was given.
  public var name: String
  /// What it is for, such as `VENTILATION`: the predefined type, else the author's own words.
  public var purpose: String
  /// What belongs to it, sorted: elements, devices, spaces, and other groups.
  public var members: [GlobalID]
  /// The buildings, storeys or spaces that it serves, sorted.
  public var serves: [GlobalID]

  /// Creates a group.
  public init(
    id: GlobalID, sourceClass: String, name: String = "", purpose: String = "",
    members: [GlobalID], serves: [GlobalID] = []
  ) {
    self.id = id
    self.sourceClass = sourceClass
    self.name = name
    self.purpose = purpose
    self.members = members.sorted()
    self.serves = serves.sorted()
  }
}
