import BIMImport
import Foundation

/// Measures stages of the program on a file, and prints a JSON object a line.
///
/// usage: twin-bench STAGE REPEATS FILE…, STAGE being index, decode, geometry (one thread) or geometry2
@main
enum TwinBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3, let repeats = Int(arguments[2]), repeats > 0 else {
      FileHandle.standardError.write(
        Data("usage: twin-bench index|decode|geometry|geometry2 REPEATS FILE…\n".utf8))
      exit(64)
    }
    for file in arguments.dropFirst(3) {
      try measure(arguments[1], repeats, file)
    }
  }

  private static func measure(_ stage: String, _ repeats: Int, _ file: String) throws {
    var seconds: [Double] = []
    var cpu: [Double] = []
    var facts: [String: Int] = [:]
    for _ in 0..<repeats {
      let start = (wall: now(CLOCK_MONOTONIC), cpu: now(CLOCK_PROCESS_CPUTIME_ID))
      let stages = try ReadingStages(file: file)
      facts = ["bytes": stages.byteCount, "instances": stages.instanceCount]
      switch stage {
      case "index": break
      case "decode": facts["values"] = stages.decodeAll()
      case "geometry", "geometry2":
        let meshed = stages.meshAll(threads: stage == "geometry" ? 1 : 2)
        facts["products"] = meshed.products
        facts["triangles"] = meshed.triangles
      default:
        FileHandle.standardError.write(Data("twin-bench: no stage “\(stage)”\n".utf8))
        exit(64)
      }
      seconds.append(now(CLOCK_MONOTONIC) - start.wall)
      cpu.append(now(CLOCK_PROCESS_CPUTIME_ID) - start.cpu)
    }
    var row: [String: Any] = facts
    row["file"] = URL(fileURLWithPath: file).lastPathComponent
    row["stage"] = stage
    row["wall_s"] = median(seconds)
    row["cpu_s"] = median(cpu)
    row["peak_mb"] = peakMegabytes()
    let line = try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
    print(String(decoding: line, as: UTF8.self))
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
