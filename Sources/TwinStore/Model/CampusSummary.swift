public import TwinModel

/// One import as the store keeps it.
public struct StoredVersion: Hashable, Sendable {
  /// Its number, rising with every import of any campus.
  public let id: Int
  /// The campus it belongs to.
  public let campus: CampusID
  /// Whether it is the newest import of its file.
  public let isCurrent: Bool
  /// Whether its geometry lies on the map.
  public let isPlaced: Bool
  /// Where it places the local frame; nil when the file did not say it.
  public let georeference: Georeference?
  /// What was read.
  public let version: ImportVersion
}

/// A campus as lists show it.
public struct CampusSummary: Hashable, Sendable {
  /// The name of the campus in the store.
  public let id: CampusID
  /// The school's name.
  public let name: String
  /// What is being done with it.
  public let kind: ProjectKind
  /// The stages taught here.
  public let stages: [Stage]
  /// The newest import of each file, oldest first.
  public let versions: [StoredVersion]

  /// Whether all its current imports have their geometry on the map.
  public var isPlaced: Bool { versions.allSatisfy(\.isPlaced) }

  /// Whether the files that have a georeference have the same one; when not, they do not share one
  /// local frame, and joining them puts parts in wrong places.
  public var framesAgree: Bool {
    let places = versions.compactMap(\.georeference)
    return places.allSatisfy { $0 == places.first }
  }
}
