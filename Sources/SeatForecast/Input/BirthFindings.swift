import TwinModel

/// What births lack beside an enrolment: areas that fit nothing, and years that begin too late.
struct BirthFindings {
  private let districts: [String]
  private let areas: [String]
  private let births: BirthHistory
  private let firstEntrants: Int
  private let lastRoll: Int

  /// - Parameters:
  ///   - districts: The districts of the enrolment.
  ///   - areas: The birth area of each.
  ///   - births: Births by area and year.
  ///   - firstEntrants: The year of birth of the first entrants that were counted.
  ///   - lastRoll: The last school year that was counted; later births are not known yet.
  init(
    districts: [String], areas: [String], births: BirthHistory, firstEntrants: Int, lastRoll: Int
  ) {
    self.districts = districts
    self.areas = areas
    self.births = births
    self.firstEntrants = firstEntrants
    self.lastRoll = lastRoll
  }

  var findings: [Finding] { [unmatched, unused, late, future, ended].compactMap(\.self) }

  private var known: [String] { Set(areas).filter { births.births[$0] != nil }.sorted() }
  private var others: [String] {
    let used = Set(areas)
    return births.births.keys.filter { !used.contains($0) }.sorted()
  }

  private var unmatched: Finding? {
    let without = zip(districts, areas).filter { births.births[$1] == nil }
    guard let only = without.first else { return nil }
    guard !births.births.isEmpty else {
      return Finding(
        .warning, code: "births.missing",
        message: "there are no births: the entry grades of all districts rest on their own past",
        suggestion: "give births by area and year")
    }
    let missing = Set(without.map(\.1)).sorted()
    let one = without.count == 1
    var message =
      "there are no births of \(Self.areas(missing)): the entry "
      + (one
        ? "grade of district \(only.0) "
          + (known.isEmpty ? "rests on its own past" : "follows the births of the region")
        : "grades of \(without.count) districts (\(InputFindings.examples(without.map(\.0)))) "
          + (known.isEmpty ? "rest on their own past" : "follow the births of the region"))
    if !others.isEmpty {
      message += "; there are births of \(Self.areas(others)), which no district has"
    }
    return Finding(
      .warning, code: "births.missing", subject: one ? only.0 : "", message: message,
      suggestion: others.isEmpty
        ? "give births by area and year" : "call the areas the same in both files, letter by letter"
    )
  }

  private var unused: Finding? {
    guard unmatched == nil, !others.isEmpty else { return nil }
    return Finding(
      .info, code: "births.area.unused",
      message: "no district has births of \(Self.areas(others)); they are not used")
  }

  private var late: Finding? {
    let firsts = known.compactMap { area in
      births.births[area]?.keys.min().map { (area: area, year: $0) }
    }.filter { $0.year > firstEntrants && $0.year <= lastRoll }
    guard let from = firsts.map(\.year).min(), let to = firsts.map(\.year).max() else { return nil }
    return Finding(
      .warning, code: "births.late",
      message: "births of \(Self.areas(firsts.map(\.area))) begin in "
        + (from == to ? "\(from)" : "\(from) to \(to)")
        + ", but the first entrants counted were born in \(firstEntrants): the first year known "
        + "stands in for those before it, and the change of births behind them is not seen",
      suggestion: "add the earlier births if they exist")
  }

  private var future: Finding? {
    let areas = known.filter { (births.births[$0]?.keys.min() ?? lastRoll) > lastRoll }
    guard !areas.isEmpty else { return nil }
    return Finding(
      .warning, code: "births.future",
      message:
        "births of \(Self.areas(areas)) begin after the last roll, that of \(lastRoll), and are "
        + "not used: the entry grades rest on their own past",
      suggestion: "check the years of the births")
  }

  /// Areas whose births end before those of others, within the years that are known.
  private var ended: Finding? {
    let ends = known.compactMap { area in
      births.births[area]?.keys.max().map { (area: area, year: min($0, lastRoll)) }
    }
    guard let last = ends.map(\.year).max() else { return nil }
    let early = ends.filter { $0.year < last }
    guard let from = early.map(\.year).min(), let to = early.map(\.year).max() else { return nil }
    return Finding(
      .warning, code: "births.ended",
      message: "births of \(Self.areas(early.map(\.area))) end in "
        + (from == to ? "\(from)" : "\(from) to \(to)")
        + ", before the others: from then on they are taken to change as the others do, to \(last)",
      suggestion: "add the later births if they exist")
  }

  private static func areas(_ names: [String]) -> String {
    names.count == 1
      ? "area \(names[0])" : "\(names.count) areas (\(InputFindings.examples(names)))"
  }
}
