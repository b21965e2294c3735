/// Which symbols of a TDD carrier go down and which go up.
///
/// Source: 3GPP TS 38.213, §11.1 (slot configuration).
public struct TDDPattern: Hashable, Sendable {
  /// Share of the symbols that go down, 0…1.
  public let downlinkShare: Double
  /// Share of the symbols that go up, 0…1.
  public let uplinkShare: Double

  /// Symbols of a slot.
  private static let symbols = 14

  /// Creates a pattern; nil without slots, with other letters, or with more than 14 special symbols.
  ///
  /// - Parameters:
  ///   - slots: D downlink, U uplink, S special; such as `DDDSU`.
  ///   - special: Downlink and uplink symbols of a special slot; the others are guard.
  public init?(slots: String, special: (downlink: Int, uplink: Int)) {
    guard !slots.isEmpty, special.downlink >= 0, special.uplink >= 0,
      special.downlink + special.uplink <= Self.symbols
    else { return nil }
    var (down, up) = (0, 0)
    for slot in slots {
      switch slot {
      case "D": down += Self.symbols
      case "U": up += Self.symbols
      case "S":
        down += special.downlink
        up += special.uplink
      default: return nil
      }
    }
    let all = Double(Self.symbols * slots.count)
    downlinkShare = Double(down) / all
    uplinkShare = Double(up) / all
  }
}
