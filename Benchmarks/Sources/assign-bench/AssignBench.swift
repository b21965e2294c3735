import Foundation
import Optimisation

/// Measures the assignment of pupils to seats, and prints a JSON object a file.
///
/// usage: assign-bench REPEATS FILE…
///
/// A file holds `origins destinations arcs`, then the demand of each origin, the capacity of each
/// destination, and `origin destination cost` for each arc. Reading is not measured. `direct` solves
/// over all arcs; `priced` starts from the cheapest and adds arcs until no missing one can pay.
@main
enum AssignBench {
  /// What an unplaced pupil costs in the files of the reference.
  private static let unplacedCost: Int64 = 200_000

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let repeats = Int(arguments[1]), repeats > 0 else {
      FileHandle.standardError.write(Data("usage: assign-bench REPEATS FILE…\n".utf8))
      exit(64)
    }
    for file in arguments.dropFirst(2) {
      let problem = try read(file)
      let direct = try measured(repeats) { try problem.solve() }
      var costs = [[(destination: Int, cost: Int64)]](repeating: [], count: problem.demand.count)
      for arc in problem.arcs { costs[arc.origin].append((arc.destination, arc.cost)) }
      let priced = try measured(repeats) {
        try PricedTransportation(
          demand: problem.demand, capacity: problem.capacity, unplacedCost: unplacedCost
        ).solve { costs[$0] }.optimum
      }
      let row: [String: Any] = [
        "file": URL(fileURLWithPath: file).lastPathComponent, "arcs": problem.arcs.count,
        "cost": direct.optimum.cost, "priced_cost": priced.optimum.cost,
        "direct_cpu_s": direct.seconds, "priced_cpu_s": priced.seconds,
      ]
      let line = try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
      print(String(decoding: line, as: UTF8.self))
    }
  }

  /// The answer with the median CPU time (s).
  private static func measured(
    _ repeats: Int, _ solve: () throws -> Transportation.Optimum
  ) throws -> (optimum: Transportation.Optimum, seconds: Double) {
    var seconds: [Double] = []
    var answer: Transportation.Optimum?
    for _ in 0..<repeats {
      let start = now()
      answer = try solve()
      seconds.append(now() - start)
    }
    guard let answer else { preconditionFailure("repeats are at least 1") }
    return (answer, seconds.sorted()[seconds.count / 2])
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func read(_ file: String) throws -> Transportation {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    var numbers: [Int64] = []
    var value: Int64?
    for byte in data {
      if (0x30...0x39).contains(byte) {
        value = 10 * (value ?? 0) + Int64(byte - 0x30)
      } else if let number = value {
        numbers.append(number)
        value = nil
      }
    }
    if let value { numbers.append(value) }
    guard numbers.count >= 3 else { throw CocoaError(.fileReadCorruptFile) }
    let (origins, destinations, arcs) = (Int(numbers[0]), Int(numbers[1]), Int(numbers[2]))
    let first = 3 + origins + destinations
    guard numbers.count == first + 3 * arcs else { throw CocoaError(.fileReadCorruptFile) }
    return Transportation(
      demand: Array(numbers[3..<(3 + origins)]), capacity: Array(numbers[(3 + origins)..<first]),
      arcs: (0..<arcs).map { arc in
        let place = first + 3 * arc
        return .init(
          origin: Int(numbers[place]), destination: Int(numbers[place + 1]),
          cost: numbers[place + 2])
      }, unplacedCost: unplacedCost)
  }
}
