import TwinModel

/// Colours that stay apart for colour-blind eyes and in grey print.
///
/// Source: Okabe and Ito, Color Universal Design, 2008.
enum Palette {
  static let blue = "#0072b2"
  static let orange = "#e69f00"
  static let green = "#009e73"
  static let vermilion = "#d55e00"
  static let sky = "#56b4e9"
  static let grey = "#8a8f98"
  static let ink = "#22303c"

  static func stage(_ stage: Stage) -> String {
    switch stage {
    case .primary: blue
    case .junior: orange
    case .senior: green
    }
  }

  static func outcome(_ outcome: Verdict.Outcome) -> String {
    switch outcome {
    case .met: green
    case .notMet: vermilion
    case .unknown: orange
    case .notApplicable: grey
    }
  }

  /// Colour of a device by its kind.
  static func device(_ kind: String) -> String {
    switch kind {
    case "smoke_detector", "heat_detector": vermilion
    case "camera": "#7b3294"
    case "air_quality", "air_sampling", "climate": green
    case "light", "board_light": orange
    case "occupancy", "door_contact": ink
    default: blue
    }
  }

  /// Fill of a room by its use; uses that are not listed stay white.
  static func room(_ use: String) -> String {
    switch use {
    case "ordinary_classroom": "#d6e8f5"
    case "science_room", "laboratory", "comprehensive_lab", "demonstration_lab", "computer_room",
      "language_room", "art_room", "calligraphy_room", "music_room", "dance_room", "combined_room",
      "history_geography_room":
      "#dff0e8"
    case "office", "meeting", "teachers_reading_room": "#f3ecd9"
    case "corridor", "lobby", "stair", "elevator", "circulation_other": "#eceff2"
    case "toilet", "storage", "technical", "kitchen": "#e5e1ea"
    case "hall", "gym", "canteen", "library", "reading_room": "#fbe5d6"
    default: "#ffffff"
    }
  }
}
