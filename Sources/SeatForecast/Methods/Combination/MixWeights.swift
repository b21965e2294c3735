/// Weights of several methods that add up to 1, by least absolute misses at earlier origins.
enum MixWeights {
  /// The best among weights in fifths, from ``sums(of:)`` of the samples to learn from; nil without any.
  static func best(of sums: [[Double]]) -> [Double]? {
    guard let first = sums.first else { return nil }
    var total = [Double](repeating: 0, count: first.count)
    for sum in sums { for index in sum.indices { total[index] += sum[index] } }
    let least = total.indices.min { total[$0] < total[$1] } ?? 0
    return fifths[least].map { Double($0) / 5 }
  }

  /// The absolute misses of every mix in fifths of four methods.
  static func sums(of sample: PastMisses.Sample) -> [Double] {
    let columns = sample.columns
    return fifths.map { parts in
      let w = SIMD4<Double>(
        Double(parts[0]), Double(parts[1]), Double(parts[2]), Double(parts[3]))
      var sum = 0.0
      for row in columns[0].indices {
        sum += abs(
          w[0] * columns[0][row] + w[1] * columns[1][row] + w[2] * columns[2][row]
            + w[3] * columns[3][row])
      }
      return sum / 5
    }
  }

  /// All fours of whole numbers that add up to 5, the last running first.
  private static let fifths: [[Int]] = {
    var list: [[Int]] = []
    for a in 0...5 {
      for b in 0...(5 - a) {
        for c in 0...(5 - a - b) { list.append([a, b, c, 5 - a - b - c]) }
      }
    }
    return list
  }()

  /// Weights near `prior` by moving shares from one method to another as long as the misses fall.
  ///
  /// Misses count 1 + 0.02 for each unit that the weights are away from the prior, so that few past
  /// years move them little. Shares move in steps of 0.2, 0.1 and 0.05.
  static func descended(from prior: [Double], over samples: [PastMisses.Sample]) -> [Double] {
    guard !samples.isEmpty else { return prior }
    let columns = prior.indices.map { method in samples.flatMap { $0.columns[method] } }
    var weights = prior
    var mixed = mix(columns, weights)
    func cost(_ sum: Double, _ weights: [Double]) -> Double {
      sum * (1 + 0.02 * zip(weights, prior).reduce(0) { $0 + abs($1.0 - $1.1) })
    }
    var least = cost(mixed.reduce(0) { $0 + abs($1) }, weights)
    var (sum, slopes) = Self.slopes(mixed, columns)
    for step in [0.2, 0.1, 0.05] {
      var isMoving = true
      while isMoving {
        isMoving = false
        for up in prior.indices {
          for down in prior.indices where up != down && weights[down] > 1e-9 {
            let share = min(step, weights[down])
            var trial = weights
            trial[up] += share
            trial[down] -= share
            // Sums of sizes are convex: along a slope they fall at most as far as it says.
            let bound = sum + share * (slopes[up] - slopes[down])
            if cost(bound, trial) > least * (1 + 1e-9) { continue }
            let found = cost(
              moved(mixed, columns[up], columns[down], share), trial)
            if found < least * (1 - 1e-12) {
              least = found
              weights = trial
              mixed = mix(columns, weights)
              (sum, slopes) = Self.slopes(mixed, columns)
              isMoving = true
            }
          }
        }
      }
    }
    return weights
  }

  /// `Σ |mixed|`, and how fast it grows with the weight of each column.
  private static func slopes(
    _ mixed: [Double], _ columns: [[Double]]
  ) -> (sum: Double, slopes: [Double]) {
    let slopes = columns.map { column in
      mixed.withUnsafeBufferPointer { mixed in
        column.withUnsafeBufferPointer { column in
          var slope = 0.0
          for row in mixed.indices { slope += mixed[row] < 0 ? -column[row] : column[row] }
          return slope
        }
      }
    }
    return (mixed.reduce(0) { $0 + abs($1) }, slopes)
  }

  private static func mix(_ columns: [[Double]], _ weights: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: columns.first?.count ?? 0)
    for (column, weight) in zip(columns, weights) where weight != 0 {
      for row in result.indices { result[row] += weight * column[row] }
    }
    return result
  }

  private typealias Row = SIMD8<Double>

  /// `Σ |mixed + share · (up − down)|`, eight rows at a time.
  private static func moved(
    _ mixed: [Double], _ up: [Double], _ down: [Double], _ share: Double
  ) -> Double {
    mixed.withUnsafeBytes { mixed in
      up.withUnsafeBytes { up in
        down.withUnsafeBytes { down in
          let count = mixed.count / MemoryLayout<Double>.stride
          var sums = Row.zero
          var row = 0
          while row + 8 <= count {
            let at = row * MemoryLayout<Double>.stride
            let value =
              mixed.loadUnaligned(fromByteOffset: at, as: Row.self) + share
              * (up.loadUnaligned(fromByteOffset: at, as: Row.self)
                - down.loadUnaligned(fromByteOffset: at, as: Row.self))
            sums += value.replacing(with: -value, where: value .< 0)
            row += 8
          }
          var sum = sums.sum()
          while row < count {
            let at = row * MemoryLayout<Double>.stride
            sum += abs(
              mixed.loadUnaligned(fromByteOffset: at, as: Double.self) + share
                * (up.loadUnaligned(fromByteOffset: at, as: Double.self)
                  - down.loadUnaligned(fromByteOffset: at, as: Double.self)))
            row += 1
          }
          return sum
        }
      }
    }
  }
}
