public import TwinModel

/// How far detectors stay from air outlets: GB 50116-2013 6.2.8.
public struct OutletRules: Hashable, Sendable {
  /// To the edge of an outlet of supply air.
  public var distance: Metres
  /// To the openings of a perforated ceiling that air comes from.
  public var perforatedDistance: Metres
  /// Kinds of devices that are air outlets.
  public var kinds: [String]
  /// Faces (`Pset_AirTerminalTypeCommon.FaceType`) of perforated ceilings.
  public var perforatedFaces: [String]
  /// Flows (`Pset_AirTerminalOccurrence.AirFlowType`) that are no supply.
  public var otherFlows: [String]
  /// From the middle of an outlet, which models give, to its edge, which they do not.
  public var halfWidth: Metres

  /// From the middle of a device that a detector must stay away; nil when it is no outlet of supply air.
  func distance(from device: Device) -> Metres? {
    guard kinds.contains(device.kind) else { return nil }
    // The name is AirflowType in IFC 2x3 and AirFlowType later.
    func word(_ name: String) -> String? {
      for property in device.properties where property.name.lowercased() == name {
        if case .text(let word) = property.value { return word.uppercased() }
      }
      return nil
    }
    if let flow = word("airflowtype"), otherFlows.contains(flow) { return nil }
    let isPerforated = word("facetype").map(perforatedFaces.contains) ?? false
    return halfWidth + (isPerforated ? perforatedDistance : distance)
  }
}
