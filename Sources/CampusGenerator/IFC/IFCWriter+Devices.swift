extension IFCWriter {
  /// Writes a detector, antenna or access point into its room.
  mutating func writeDevice(_ device: DeviceDesign, number: Int, in context: StoreyContext) {
    let kind = DeviceKind(device.kind)
    let map = once("device \(device.kind)") {
      let half = kind.size / 2
      let solid = $0.box(
        PlanRectangle(x0: -half, y0: -half, x1: half, y1: half), z: -kind.height,
        height: kind.height)
      return $0.representationMap([solid])
    }
    let type = once("type \(device.kind)") {
      $0.step.add(
        kind.typeKeyword,
        [
          $0.id("type \(device.kind.rawValue)"), .missing, .text(kind.name), .missing, .missing,
          .missing, .list([map]), .missing, .text(kind.name), .word(kind.word),
        ])
    }
    let place = placement(in: context.placement, x: device.x, y: device.y, z: device.z)
    let shape = copy(of: map)
    let reference = step.add(
      kind.keyword,
      [
        id("\(context.name)/\(device.room)/\(device.kind.rawValue) \(number)"), .missing,
        .text(kind.name), .missing, .text(kind.name), place, shape,
        .text("\(device.room)/\(number)"), .word(kind.word),
      ])
    groups.add(reference, .type, kind.name, target: type)
    if let space = context.spaces[device.room] {
      groups.add(reference, .container, "\(context.name)/\(device.room)", target: space)
    }
  }
}

/// How IFC says what a device is.
private struct DeviceKind {
  var keyword: StaticWord
  var typeKeyword: StaticWord
  var word: StaticWord
  var name: String
  /// Side of its square seen from above, and its height, in millimetres.
  var size: Int
  var height: Int

  init(_ kind: DeviceDesign.Kind) {
    switch kind {
    case .smokeDetector:
      self.init("IFCSENSOR", "IFCSENSORTYPE", "SMOKESENSOR", "感烟火灾探测器", 100, 50)
    case .co2Sensor:
      self.init("IFCSENSOR", "IFCSENSORTYPE", "CO2SENSOR", "CO2 传感器", 80, 100)
    case .smallCell:
      self.init(
        "IFCCOMMUNICATIONSAPPLIANCE", "IFCCOMMUNICATIONSAPPLIANCETYPE", "ANTENNA",
        "5G small cell", 200, 60)
    case .accessPoint:
      self.init(
        "IFCCOMMUNICATIONSAPPLIANCE", "IFCCOMMUNICATIONSAPPLIANCETYPE", "NETWORKAPPLIANCE",
        "Wi-Fi 6 access point", 220, 40)
    }
  }

  private init(
    _ keyword: StaticWord, _ typeKeyword: StaticWord, _ word: StaticWord, _ name: String,
    _ size: Int, _ height: Int
  ) {
    self.keyword = keyword
    self.typeKeyword = typeKeyword
    self.word = word
    self.name = name
    self.size = size
    self.height = height
  }
}
