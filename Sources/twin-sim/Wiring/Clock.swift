import Foundation

/// The one place that reads the clock.
enum Clock {
  /// The current time, ISO 8601 UTC; `SOURCE_DATE_EPOCH` overrides it, so that a store can be made
  /// twice with the same bytes in its time columns.
  static var now: String {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    let date = epoch.map { Date(timeIntervalSince1970: $0) } ?? Date()
    return date.formatted(.iso8601)
  }
}
