/// Errors of candidates at earlier origins, from which the paces of ``HierarchicalProgression`` are
/// chosen.
///
/// Each of four groups is tried with the others at their defaults: the paces of districts, deviations
/// of schools, entry shares of schools, and how far entrants follow births.
struct HierarchyTuning {
  private typealias Choice = HierarchicalProgression.Choice

  /// Errors count to this many years ahead.
  private static let farthest = 5
  /// What misses must fall to for births to count less.
  private static let clearGain = 0.97

  /// Absolute errors by candidate, from one origin to one target.
  private struct Trial {
    var target: Int
    var errors: [Double]
  }
  private var trials: [[Trial]]
  private let candidates: [[Choice]]

  /// Tries every candidate at origins whose targets are known at `last`.
  init(_ panel: EnrolmentPanel, before last: Int) {
    let paces = [0.6, 0.4, 0.8]
    var pace: [Choice] = []
    for common in paces {
      for own in paces {
        for entry in paces {
          for ownEntry in paces {
            var choice = Choice()
            choice.pace = .init(common: common, own: own, entry: entry, ownEntry: ownEntry)
            pace.append(choice)
          }
        }
      }
    }
    var deviation: [Choice] = []
    for own in [0.2, 0.4] {
      for prior in [75.0, 150, 300] {
        var choice = Choice()
        (choice.own, choice.prior) = (own, prior)
        deviation.append(choice)
      }
    }
    let share = [0.2, 0.4, 0.6, 0.8].map { share -> Choice in
      var choice = Choice()
      choice.share = share
      return choice
    }
    let births = [1.0, 0.5, 0].map { power -> Choice in
      var choice = Choice()
      choice.pace.births = power
      return choice
    }
    candidates = [pace, deviation, share, births]
    trials = [[], [], [], []]
    for origin in panel.origins {
      let targets = stride(
        from: origin + 1, through: min(last, origin + Self.farthest), by: 1
      ).filter { panel.isObserved[$0] }
      guard let reach = targets.last else { continue }
      tryDistricts(0, panel, origin, targets, reach - origin)
      tryDistricts(3, panel, origin, targets, reach - origin)
      trySchools(panel, origin, targets, reach - origin)
    }
  }

  /// The candidates with the least errors among targets known at `origin`; defaults without any.
  func choice(at origin: Int) -> HierarchicalProgression.Choice {
    var choice = Choice()
    for (group, trials) in trials.enumerated() {
      let known = trials.filter { $0.target <= origin }
      guard let first = known.first else { continue }
      let sums = first.errors.indices.map { index in
        known.reduce(0) { $0 + $1.errors[index] }
      }
      var least = sums.indices.min { sums[$0] < sums[$1] } ?? 0
      // Births are given up for clear gains only.
      if group == 3, sums[least] > Self.clearGain * sums[0] { least = 0 }
      let best = candidates[group][least]
      switch group {
      case 0: choice.pace = best.pace
      case 1: (choice.own, choice.prior) = (best.own, best.prior)
      case 2: choice.share = best.share
      default: choice.pace.births = best.pace.births
      }
    }
    return choice
  }

  // MARK: - Trying

  private mutating func tryDistricts(
    _ group: Int, _ panel: EnrolmentPanel, _ origin: Int, _ targets: [Int], _ horizon: Int
  ) {
    let cubes = candidates[group].map {
      DistrictHierarchy(panel, origin: origin, pace: $0.pace)
        .projection(horizon: horizon, .unchanged)
    }
    for target in targets {
      let errors = cubes.map { cube in
        panel.districts.indices.reduce(0.0) { sum, unit in
          sum + Self.misses(cube, panel.district, unit, target - origin, target)
        }
      }
      trials[group].append(Trial(target: target, errors: errors))
    }
  }

  private mutating func trySchools(
    _ panel: EnrolmentPanel, _ origin: Int, _ targets: [Int], _ horizon: Int
  ) {
    let grades = SchoolGrades(panel, origin: origin)
    let flows = SchoolHierarchy.Flows(panel, grades, origin: origin)
    let district = DistrictHierarchy(panel, origin: origin, pace: Choice().pace)
      .projection(horizon: horizon, .unchanged)
    let cohorts = SchoolCohorts(panel, origin: origin, grades: grades)
    func ratios(_ choice: Choice) -> [Double] {
      SchoolHierarchy(
        panel, grades, flows, origin: origin, common: choice.pace.common, own: choice.own,
        prior: choice.prior
      ).ratios
    }
    func shares(_ choice: Choice) -> EntryShares {
      EntryShares(panel, origin: origin, grades: grades, pace: choice.share)
    }
    let (plainRatios, plainShares) = (ratios(Choice()), shares(Choice()))
    let plain = cohorts.misses(
      at: targets, ratios: plainRatios, shares: plainShares, district: district)
    for group in 1...2 {
      let errors = candidates[group].map { choice in
        choice == Choice()
          ? plain
          : cohorts.misses(
            at: targets, ratios: group == 1 ? ratios(choice) : plainRatios,
            shares: group == 2 ? shares(choice) : plainShares, district: district)
      }
      for (place, target) in targets.enumerated() {
        trials[group].append(Trial(target: target, errors: errors.map { $0[place] }))
      }
    }
  }

  /// The absolute misses of a district's grades and of its total.
  private static func misses(
    _ cube: Cube, _ actual: Cube, _ unit: Int, _ ahead: Int, _ target: Int
  ) -> Double {
    var sum = 0.0
    var net = 0.0
    for grade in 0..<cube.grades {
      let miss = cube[unit, ahead, grade] - actual[unit, target, grade]
      sum += abs(miss)
      net += miss
    }
    return sum + abs(net)
  }
}
