import SeatForecast
import TwinModel

/// Walks in words, the same in all commands.
enum WalkText {
  /// How many walk too far and too long, as far as there are limits; empty without any.
  static func beyond(_ walks: WalkTally, _ limits: WalkLimits, _ stage: Stage) -> String {
    var parts: [String] = []
    if let far = walks.far, let limit = limits.byStage[stage] {
      parts.append("\(plain(far)) walk more than \(plain(limit.value)) m")
    }
    if let long = walks.long, let limit = limits.minutes[stage] {
      parts.append(
        "\(plain(long))\(parts.isEmpty ? " walk" : "") longer than \(plain(limit.value)) min")
    }
    return parts.joined(separator: ", ")
  }

  /// The mean way and time, such as `241 m and 3.8 min on average`; empty of nobody.
  static func mean(_ walk: Metres?, _ time: Minutes?) -> String {
    guard let walk else { return "" }
    let metres = "\(Int(walk.value.rounded())) m"
    return metres + (time.map { " and \(plain($0.value)) min" } ?? "") + " on average"
  }

  /// A number with one decimal, whole ones without.
  static func plain(_ value: Double) -> String {
    let tenths = (10 * value).rounded()
    return tenths.truncatingRemainder(dividingBy: 10) == 0
      ? "\(Int(tenths / 10))" : "\(tenths / 10)"
  }
}

/// Columns of a table about walks, those that anything is known of.
struct WalkColumns {
  private let columns: [(head: String, cell: (SchoolMove.Walk) -> String?)]

  init(_ walks: [SchoolMove.Walk]) {
    columns = [
      ("walk m", { "\(Int($0.mean.value.rounded()))" }),
      ("far", { $0.far.map { "\(Int($0.rounded()))" } }),
      ("min", { $0.time.map { WalkText.plain($0.value) } }),
      ("long", { $0.long.map { "\(Int($0.rounded()))" } }),
    ].filter { column in walks.contains { column.1($0) != nil } }
  }

  /// The headings.
  var heads: [String] { columns.map(\.head) }

  /// The cells of one row.
  func cells(_ walk: SchoolMove.Walk?) -> [String] {
    columns.map { column in walk.flatMap(column.cell) ?? "" }
  }
}
