import TwinModel

extension DistrictDesign {
  /// Faults of a school: few in new ones, more the older the building.
  static func drawDeficiencies(
    of kind: ProjectKind, _ random: inout SeededRandom
  ) -> [Deficiency] {
    switch kind {
    case .new:
      return random.happens(0.35)
        ? random.choose(1, of: [.noDualLink, .missingDetectors, .slowClassroomLink]) : []
    case .expanded:
      return random.choose(
        random.integer(in: 0...2),
        of: [.noSmallCells, .missingDetectors, .slowUplink, .oneDoor, .slowClassroomLink])
    case .renovated:
      return random.choose(
        random.integer(in: 1...3),
        of: [
          .narrowCorridor, .lowSills, .oneDoor, .slowUplink, .noDualLink, .missingDetectors,
          .smallWindows, .noSmallCells,
        ])
    case .existing:
      var faults: [Deficiency] = random.choose(
        random.integer(in: 1...2),
        of: [
          .smallClassrooms, .narrowCorridor, .extraStorey, .oneDoor, .lowSills, .smallWindows,
          .lowCeilings,
        ])
      let likely: [(Deficiency, Double)] = [
        (.noSmallCells, 0.8), (.noDetectors, 0.6), (.slowUplink, 0.5), (.noDualLink, 0.7),
        (.slowClassroomLink, 0.5),
      ]
      for (fault, probability) in likely where random.happens(probability) {
        faults.append(fault)
      }
      return faults
    }
  }

  /// What the register declares: true to the design, with gaps only where nothing is wrong, so that
  /// a fault is never hidden.
  static func drawNetwork(
    of design: SchoolDesign, _ random: inout SeededRandom
  ) -> DistrictSchool.Network {
    let gaps = design.kind == .existing ? 0.15 : design.kind == .renovated ? 0.08 : 0
    let fast = design.kind == .new ? [1000, 10_000] : [500, 1000, 1000]
    let uplink = design.has(.slowUplink) ? [100, 200, 300] : fast
    func declare<Value>(_ value: Value, unlessWrong fault: Deficiency?) -> Value? {
      let isGap = random.happens(gaps)
      return isGap && !(fault.map(design.has) ?? false) ? nil : value
    }
    let rate = random.choose(uplink) ?? 500
    return DistrictSchool.Network(
      uplinkMegabits: declare(rate, unlessWrong: .slowUplink),
      wiredLink: declare(true, unlessWrong: nil),
      nrLink: declare(!design.has(.noDualLink), unlessWrong: .noDualLink),
      classroomMegabits: declare(
        design.has(.slowClassroomLink) ? 100 : 1000, unlessWrong: .slowClassroomLink),
      indoorSystem: declare(!design.has(.noSmallCells), unlessWrong: .noSmallCells))
  }

  /// A place near one of eight centres spread over the district, on a grid of 450 m around it.
  static func drawPlace(_ index: Int, _ random: inout SeededRandom) -> MapPlace {
    // Kilometres of EPSG:4547; made up, within the district's extent.
    let centres = [
      (487, 2494), (485, 2498), (483, 2502), (491, 2508), (482, 2507), (481, 2512), (483, 2518),
      (487, 2513),
    ]
    let centre = centres[index % centres.count]
    let slot = index / centres.count
    func offset(_ step: Int) -> Int { step * 450_000 + random.integer(in: -100_000...100_000) }
    // The first school of a centre lies in its middle.
    let cell = (slot + 24) % 49
    return MapPlace(
      eastingMillimetres: centre.0 * 1_000_000 + offset(cell % 7 - 3),
      northingMillimetres: centre.1 * 1_000_000 + offset(cell / 7 - 3 + slot / 49 * 7),
      heightMillimetres: random.integer(in: 30...250) * 100,
      turn: random.choose(MapPlace.Turn.allCases) ?? .none)
  }
}
