import SensorPlacement
import TwinExchange
import TwinModel

extension PlacementResult {
  /// What is placed, as maps and overlays show it: detectors first.
  var features: [DeviceFeature] {
    let rooms = Dictionary(
      plans.flatMap { plan in plan.rooms.map { ($0.id, (plan: plan, name: $0.name)) } },
      uniquingKeysWith: { first, _ in first })
    let detectors = points.devices.compactMap { device -> DeviceFeature? in
      guard let at = device.position, let room = device.space.flatMap({ rooms[$0] }) else {
        return nil
      }
      return DeviceFeature(
        id: device.id, kind: device.kind, type: device.kind, storey: room.plan.storey,
        room: device.space, roomName: room.name, position: at)
    }
    return detectors
      + placement.devices.map { device in
        DeviceFeature(
          id: device.id, kind: device.type.kind, type: device.type.id, storey: device.storey,
          room: device.room, roomName: rooms[device.room]?.name ?? "", position: device.position,
          height: device.height, heading: device.heading, cost: device.type.cost.value)
      }
  }
}
