import TwinModel

/// Measures that follow from a school's parameters, in whole millimetres.
extension SchoolDesign {
  /// Whether any pupil is in grade 7 or above: rooms and storeys are larger then.
  var hasSecondary: Bool { stages.contains { $0 != .primary } }

  /// Clear width of an ordinary classroom along the corridor; about 1.44 m² a pupil.
  package var classroomWidth: Int {
    if has(.smallClassrooms) { return stages.first == .primary ? 7800 : 8400 }
    return hasSecondary ? 9600 : 9000
  }

  /// Clear depth of the rooms on both sides of a corridor.
  package var roomDepth: Int { hasSecondary ? 7500 : 7200 }

  /// Clear width of the teaching building's corridors.
  package var corridorWidth: Int { has(.narrowCorridor) ? 1800 : 2700 }

  /// From floor to floor; a multiple of the risers of two equal flights.
  package var storeyHeight: Int {
    if has(.lowCeilings) { return 3000 }
    return hasSecondary ? 3900 : 3600
  }

  /// Storeys of the teaching building.
  package var teachingStoreys: Int { storeyLimit + (has(.extraStorey) ? 1 : 0) }

  /// Highest storey with taught rooms that a designer allows for the youngest pupils.
  ///
  /// Source: GB 50099-2011 4.3.2.
  package var storeyLimit: Int { stages.first == .primary ? 4 : 5 }

  /// Lower edge of windows above the floor.
  var sill: Int { has(.lowSills) ? 600 : 900 }

  /// What the walls are made of.
  package var construction: Construction { kind == .new || kind == .expanded ? .block : .brick }

  /// What says the stage in a room's long name; nothing in a school of one stage.
  func prefix(of stage: StageClasses) -> String { stages.count > 1 ? stage.stage.chinese : "" }
}
