import TwinModel

extension BlockProblem {
  /// Finds numbers out of range, and ids that repeat or lead nowhere.
  func check() throws(ForecastError) {
    guard rules.detour >= 1, rules.detour <= 10 else {
      throw ForecastError(
        reason: "the detour is \(rules.detour), but must be 1 to 10 metres for a metre")
    }
    var seen = Set<[String?]>()
    for block in blocks where !seen.insert([block.id, block.from]).inserted {
      let left = block.from.map { " with pupils who leave \($0)" } ?? ""
      throw ForecastError(reason: "block \(block.id) stands there twice\(left)")
    }
    var ids = Set<String>()
    for school in schools where !ids.insert(school.id).inserted {
      throw ForecastError(reason: "school \(school.id) stands there twice")
    }
    for block in blocks {
      guard block.pupils.allSatisfy({ (0...1_000_000).contains($0) }),
        block.position.isOnMap
      else {
        throw ForecastError(
          reason: "block \(block.id) needs a place on the map and 0 to 1000000 pupils")
      }
    }
    for school in schools {
      guard (0...1_000_000).contains(school.seats), school.position.isOnMap else {
        throw ForecastError(
          reason: "school \(school.id) needs a place on the map and 0 to 1000000 seats")
      }
    }
  }
}

extension Point2 {
  /// Whether both coordinates are finite and on Earth.
  var isOnMap: Bool { abs(x) < 2e7 && abs(y) < 2e7 }
}
