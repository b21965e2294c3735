import TwinModel

/// The area that each district's births are counted in.
///
/// A district whose schools stand in several areas belongs to the one where most of its pupils learnt in
/// its first year: later rows change no earlier forecast.
struct BirthAreas {
  private var areas: [String: String] = [:]
  /// Districts with several areas.
  private(set) var findings: [Finding] = []

  init(_ enrolment: EnrolmentHistory) {
    var first: [String: Int] = [:]
    for row in enrolment.rows { first[row.district] = min(first[row.district] ?? .max, row.year) }
    var pupils: [String: [String: Double]] = [:]
    for row in enrolment.rows where first[row.district] == row.year {
      pupils[row.district, default: [:]][row.area, default: 0] += row.pupils.reduce(0, +)
    }
    for (district, byArea) in pupils.sorted(by: { $0.key < $1.key }) {
      let ordered = byArea.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      guard let most = ordered.first else { continue }
      areas[district] = most.key
      if ordered.count > 1 {
        findings.append(
          Finding(
            .info, code: "births.area.several", subject: district,
            message: "the schools of district \(district) stand in \(ordered.count) areas of "
              + "births; it is counted with \(most.key), where most of its pupils learn"))
      }
    }
  }

  /// The area of a district; its name where it has none.
  func area(of district: String) -> String { areas[district] ?? district }
}
