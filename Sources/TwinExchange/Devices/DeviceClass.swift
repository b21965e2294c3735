import CampusGenerator

/// The IFC4 class of a kind of device.
///
/// Where IFC4 has no word for the kind, or one that means less, the type is user-defined and the
/// ObjectType says the kind, so that an import finds it again.
struct DeviceClass {
  let keyword: StaticWord
  let predefined: StaticWord

  init(kind: String) {
    (keyword, predefined) = Self.known[kind] ?? ("IFCSENSOR", "USERDEFINED")
  }

  private static let known: [String: (StaticWord, StaticWord)] = [
    "smoke_detector": ("IFCSENSOR", "SMOKESENSOR"), "heat_detector": ("IFCSENSOR", "HEATSENSOR"),
    "camera": ("IFCAUDIOVISUALAPPLIANCE", "CAMERA"),
    "access_point": ("IFCCOMMUNICATIONSAPPLIANCE", "NETWORKAPPLIANCE"),
    "gateway": ("IFCCOMMUNICATIONSAPPLIANCE", "USERDEFINED"),
  ]
}
