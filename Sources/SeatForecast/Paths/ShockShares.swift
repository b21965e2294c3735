/// How much of a school grade's one-year error is shared, and with whom.
///
/// Covariances of errors one year ahead, over pairs of cells of the same year: in different districts,
/// in one district, in one school. What each adds to the one before is the variance of the region's, the
/// district's and the school's shock; the rest is the cell's own.
struct ShockShares: Hashable, Sendable {
  /// Shares of the variance; they add up to 1.
  var region = 0.0
  var district = 0.0
  var school = 0.0
  var cell = 1.0

  /// Errors beyond this, as logarithms, count as this: a grade opened or closed.
  private static let cap = 0.5

  init() {}

  /// Takes the shares of errors of school grades one year ahead.
  init(_ errors: PastErrors, districtOf: [Int], districts: Int, origin: Int) {
    var pairs = (
      school: (sum: 0.0, count: 0.0), district: (sum: 0.0, count: 0.0),
      region: (sum: 0.0, count: 0.0)
    )
    var total = (sum: 0.0, count: 0.0)
    for sample in errors.known(at: origin, ahead: 1) {
      var schools = [(sum: Double, count: Double)](repeating: (0, 0), count: districtOf.count)
      var squares = 0.0
      for miss in sample.misses {
        let error = min(max(miss.error, -Self.cap), Self.cap)
        schools[Int(miss.place)].sum += error
        schools[Int(miss.place)].count += 1
        squares += error * error
      }
      var areas = [(sum: Double, count: Double)](repeating: (0, 0), count: districts)
      var inSchools = (sum: 0.0, count: 0.0)
      for (place, school) in schools.enumerated() {
        areas[districtOf[place]].sum += school.sum
        areas[districtOf[place]].count += school.count
        inSchools.sum += school.sum * school.sum
        inSchools.count += school.count * school.count
      }
      let inAreas = areas.reduce((sum: 0.0, count: 0.0)) {
        ($0.sum + $1.sum * $1.sum, $0.count + $1.count * $1.count)
      }
      let all = areas.reduce((sum: 0.0, count: 0.0)) { ($0.sum + $1.sum, $0.count + $1.count) }
      total = (total.sum + squares, total.count + all.count)
      pairs.school.sum += inSchools.sum - squares
      pairs.school.count += inSchools.count - all.count
      pairs.district.sum += inAreas.sum - inSchools.sum
      pairs.district.count += inAreas.count - inSchools.count
      pairs.region.sum += all.sum * all.sum - inAreas.sum
      pairs.region.count += all.count * all.count - inAreas.count
    }
    guard total.count > 0, total.sum > 0 else { return }
    let variance = total.sum / total.count
    func share(_ pair: (sum: Double, count: Double)) -> Double {
      pair.count > 0 ? min(1, max(0, pair.sum / pair.count / variance)) : 0
    }
    region = share(pairs.region)
    district = max(0, share(pairs.district) - region)
    school = max(0, share(pairs.school) - region - district)
    cell = max(0, 1 - region - district - school)
  }
}
