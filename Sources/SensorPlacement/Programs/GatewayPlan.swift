public import TwinModel

/// The gateways of one storey, with what is proven of them.
public struct GatewayPlan: Sendable {
  /// The storey.
  public var storey: GlobalID
  /// Devices with a radio that gateways serve.
  public var devices: [PlacedDevice]
  /// The gateways.
  public var gateways: [PlacedDevice]
  /// The gateway of each device that has one, in order of devices.
  public var links: [Link]
  /// No cheaper choice among the candidates carries the devices that can be reached; nil when no choice
  /// carries them at all.
  public var bound: Yuan?
  /// Whether the cost is shown to be the least for the candidates, or that no choice will do.
  public var isProven: Bool
  /// Candidates that reach a device.
  public var candidates: Int
  /// Nodes of the search.
  public var nodes: Int
  /// Devices that no candidate reaches.
  public var unreachable: [PlacedDevice]

  /// A device and the gateway that carries it.
  public struct Link: Hashable, Sendable {
    /// The device.
    public var device: GlobalID
    /// The gateway.
    public var gateway: GlobalID
  }

  /// What the gateways cost.
  public var cost: Yuan { gateways.reduce(.zero) { $0 + $1.type.cost } }

  /// What somebody has to know of the storey: devices that nothing reaches, or that nothing carries.
  public var findings: [Finding] {
    let lost = unreachable.map { device in
      Finding(
        .warning, code: "gateways.unreachable", subject: device.id.value,
        message: "no place for a gateway reaches \(device.id) at (\(device.position.x), "
          + "\(device.position.y)) m: too far, or behind too many walls",
        suggestion: "allow gateways in more rooms, or wire the device")
    }
    guard links.count + unreachable.count < devices.count else { return lost }
    return lost + [
      Finding(
        .warning, code: "gateways.capacity", subject: storey.value,
        message: isProven
          ? "no choice of gateways can carry the \(devices.count - unreachable.count) devices of the "
            + "storey that they reach"
          : "no choice of gateways that carries the devices of the storey was found, nor is it shown "
            + "that there is none",
        suggestion: "allow gateways in more rooms, or a type that carries more devices")
    ]
  }
}
