import TwinModel

/// What one import holds of a campus.
struct VersionContent {
  var name: String
  var kind: ProjectKind
  var stages: [Stage]
  var georeference: Georeference?
  var buildings: [Building]
  var zones: [Zone]
  var groups: [ObjectGroup]
}
