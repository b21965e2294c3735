import SeedFiles
import TwinModel

extension DeviceReader {
  private enum Form: String, CaseIterable {
    case reach, cone, sector, camera, radio, room, door
  }

  /// What a device senses: `form` and the keys of the form.
  func sensing(_ node: YAMLNode) throws(SeedError) -> Sensing {
    func keys(_ names: [String]) throws(SeedError) {
      try node.allowKeys(["form", "status", "source"] + names)
    }
    func number(_ key: String, _ range: ClosedRange<Double>) throws(SeedError) -> Double {
      try node.value(key).within(range)
    }
    switch try node.value("form").choice(Form.self) {
    case .reach:
      try keys(["radius"])
      return .reach(radius: Metres(try number("radius", 0.5...100)))
    case .cone:
      try keys(["angle", "object_height"])
      return .cone(
        angle: Degrees(try number("angle", 10...170)),
        objectHeight: Metres(try number("object_height", 0...5)))
    case .sector:
      try keys(["range", "angle", "near"])
      return .sector(
        range: Metres(try number("range", 0.5...100)),
        angle: Degrees(try number("angle", 10...180)),
        near: Metres(try number("near", 0...50)))
    case .camera:
      try keys(["pixels", "horizontal", "vertical", "tilt", "target_height", "task"])
      let task = try densities.task(node.value("task"))
      let pixels = try node.value("pixels").integer()
      guard 100...50_000 ~= pixels else { throw node.error("expected 100 to 50000 pixels") }
      return .camera(
        Sensing.Camera(
          pixels: pixels, horizontal: Degrees(try number("horizontal", 5...170)),
          vertical: Degrees(try number("vertical", 5...150)),
          tilt: Degrees(try number("tilt", 0...90)),
          targetHeight: Metres(try number("target_height", 0...5)), density: task.density,
          task: task.words))
    case .radio: return try radio(node)
    case .room:
      try keys([])
      return .room
    case .door:
      try keys([])
      return .door
    }
  }

  private func radio(_ node: YAMLNode) throws(SeedError) -> Sensing {
    try node.allowKeys([
      "form", "status", "source", "power", "first_metre", "exponent", "wall_loss", "threshold",
      "clients", "serves",
    ])
    let clients = try node.value("clients").integer()
    guard 1...100_000 ~= clients else { throw node.error("expected 1 to 100000 clients") }
    var serves: DeviceType.Radio?
    if let value = try node.optional("serves") { serves = try value.choice() }
    return .radio(
      Sensing.LinkBudget(
        power: DecibelMilliwatts(try node.value("power").within(-50...60)),
        firstMetre: Decibels(try node.value("first_metre").within(0...120)),
        exponent: try node.value("exponent").within(1...6),
        wallLoss: Decibels(try node.value("wall_loss").within(0...60)),
        threshold: DecibelMilliwatts(try node.value("threshold").within(-150...0)),
        clients: clients,
        serves: serves))
  }
}
