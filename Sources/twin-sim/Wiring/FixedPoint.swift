/// Numbers with a fixed count of decimals; quicker than a format string.
enum FixedPoint {
  static func text(_ value: Double, decimals: Int, trimmed: Bool = false) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    // Beyond this a double has no decimals, and NaN never has.
    guard abs(value) * Double(scale) < 9e15 else { return "\(value)" }
    let whole = Int((abs(value) * Double(scale)).rounded())
    guard decimals > 0 else { return (value < 0 && whole != 0 ? "-" : "") + "\(whole)" }
    var fraction = String(whole % scale)
    fraction = String(repeating: "0", count: decimals - fraction.count) + fraction
    if trimmed {
      while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
    }
    return (value < 0 && whole != 0 ? "-" : "") + "\(whole / scale).\(fraction)"
  }
}
