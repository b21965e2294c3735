/// Rooms as well-mixed boxes that exchange air with their neighbours and with outdoors.
///
///     V_i dC_i/dt = G_i − Q_i C_i + Σ_j q_ij (C_j − C_i)
///
/// C is the rise above outdoor air (units by m³), V volume (m³), G what is given off (units/s), Q outdoor
/// air and what settles, q exchange with room j (m³/s). Steps are implicit Euler, which is stable for
/// every step and off by the order of one step; times are whole steps.
///
/// Source: Batterman: Review and extension of CO₂-based methods to determine ventilation rates with
/// application to school classrooms, International Journal of Environmental Research and Public
/// Health 14 (2017), for one box.
package struct RoomBoxes {
  /// Volume of each room (m³); above 0.
  var volumes: [Double]
  /// Outdoor air of each room and what settles in it (m³/s).
  var losses: [Double]
  /// Rooms that exchange air, and how much each way (m³/s).
  var exchanges: [(first: Int, second: Int, flow: Double)]

  package init(
    volumes: [Double], losses: [Double], exchanges: [(first: Int, second: Int, flow: Double)]
  ) {
    self.volumes = volumes
    self.losses = losses
    self.exchanges = exchanges
  }

  /// When each room first is above `threshold`, when `emission` (units/s) is given off in one of `sources`.
  ///
  /// - Returns: By source, then by room: seconds from the start at the end of the step; nil when
  ///   it does not happen within `steps` steps.
  /// - Complexity: O(rooms³) once, then O(rooms + exchanges) a step for rooms in a row or a star.
  package func times(
    emissions: [Double], threshold: Double, step: Double, steps: Int, sources: [Int]
  ) -> [[Double?]] {
    let factor = BoxFactor(self, step: step)
    return sources.map { source in
      var rise = [Double](repeating: 0, count: volumes.count)
      var times = [Double?](repeating: nil, count: volumes.count)
      for number in 1...max(1, steps) {
        for room in rise.indices { rise[room] *= volumes[room] / step }
        rise[source] += emissions[source]
        factor.solve(&rise)
        for room in rise.indices where times[room] == nil && rise[room] >= threshold {
          times[room] = Double(number) * step
        }
      }
      return times
    }
  }
}

/// The matrix of one step of ``RoomBoxes`` as L Lᵀ, with the zeros left out.
///
/// It is symmetric and positive definite. Rooms with few doors come first, so that corridors, which
/// come last, make few new entries.
private struct BoxFactor {
  private let order: [Int]
  private let diagonal: [Double]
  /// By row: the entries left of the diagonal.
  private var rows: [[(column: Int, value: Double)]]

  init(_ boxes: RoomBoxes, step: Double) {
    let count = boxes.volumes.count
    var degrees = [Int](repeating: 0, count: count)
    for (a, b, _) in boxes.exchanges where a != b {
      degrees[a] += 1
      degrees[b] += 1
    }
    let order = (0..<count).sorted { (degrees[$0], $0) < (degrees[$1], $1) }
    var place = [Int](repeating: 0, count: count)
    for (index, room) in order.enumerated() { place[room] = index }
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for (index, room) in order.enumerated() {
      matrix[index][index] = boxes.volumes[room] / step + boxes.losses[room]
    }
    for (first, second, flow) in boxes.exchanges where first != second {
      let (a, b) = (place[first], place[second])
      matrix[a][a] += flow
      matrix[b][b] += flow
      matrix[max(a, b)][min(a, b)] -= flow
    }
    rows = []
    for row in 0..<count {
      for column in 0..<row {
        var value = matrix[row][column]
        for (k, entry) in rows[column] { value -= matrix[row][k] * entry }
        matrix[row][column] = value / matrix[column][column]
      }
      rows.append(
        (0..<row).filter { matrix[row][$0] != 0 }.map { ($0, matrix[row][$0]) })
      let rest = rows[row].reduce(matrix[row][row]) { $0 - $1.value * $1.value }
      matrix[row][row] = rest.squareRoot()
    }
    self.order = order
    diagonal = (0..<count).map { matrix[$0][$0] }
  }

  /// Solves L Lᵀ x = b in place; `values` are in order of rooms.
  func solve(_ values: inout [Double]) {
    var own = order.map { values[$0] }
    for row in own.indices {
      for (column, value) in rows[row] { own[row] -= value * own[column] }
      own[row] /= diagonal[row]
    }
    for row in own.indices.reversed() {
      own[row] /= diagonal[row]
      for (column, value) in rows[row] { own[column] -= value * own[row] }
    }
    for (index, room) in order.enumerated() { values[room] = own[index] }
  }
}
