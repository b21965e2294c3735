public import TwinModel

/// A stretch of road, rail or water that pupils should not have to cross.
public struct RoadBarrier: Hashable, Sendable {
  /// One end (m).
  public var start: Point2
  /// The other end (m).
  public var end: Point2
  /// Metres that crossing it counts as, by the class of the road.
  public var penalty: Metres

  /// Creates a barrier.
  public init(start: Point2, end: Point2, penalty: Metres) {
    self.start = start
    self.end = end
    self.penalty = penalty
  }

  /// Whether the straight line between two places crosses the stretch; touching an end of it counts.
  func isCrossed(from: Point2, to: Point2) -> Bool {
    guard min(from.x, to.x) <= max(start.x, end.x), max(from.x, to.x) >= min(start.x, end.x),
      min(from.y, to.y) <= max(start.y, end.y), max(from.y, to.y) >= min(start.y, end.y)
    else { return false }
    func side(_ a: Point2, _ b: Point2, _ c: Point2) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(from, to, start) * side(from, to, end) <= 0
      && side(start, end, from) * side(start, end, to) < 0
  }

  /// Reads barriers from CSV `x1,y1,x2,y2,metres`.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  /// - Returns: The barriers in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected.
  public static func barriers(csv: [UInt8], file: String) throws(ForecastError) -> [RoadBarrier] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    var places: [Int] = []
    for name in ["x1", "y1", "x2", "y2", "metres"] {
      places.append(try reader.place(name))
    }
    var barriers: [RoadBarrier] = []
    for record in reader.table.records {
      var numbers: [Double] = []
      for place in places { numbers.append(try reader.metres(record, place)) }
      guard numbers[4] >= 0, numbers[4] <= 1e6 else {
        throw reader.error(record, places[4], "found \(numbers[4]); expected 0 to 1000000 metres")
      }
      barriers.append(
        RoadBarrier(
          start: Point2(numbers[0], numbers[1]), end: Point2(numbers[2], numbers[3]),
          penalty: Metres(numbers[4])))
    }
    return barriers
  }
}
