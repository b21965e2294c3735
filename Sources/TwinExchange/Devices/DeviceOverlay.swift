import CampusGenerator
public import Foundation
public import TwinModel

/// Devices as a small IFC4 file that lies over the model they were placed in.
///
/// Lengths are metres in the model's local frame. Building and storeys carry the GlobalIds of the
/// model, so that a viewer puts both files together; devices are boxes of 12 cm with a property set
/// `CampusTwin`. The same devices give the same bytes.
///
/// Source: IFC4 ADD2 TC1 (ISO 16739-1:2018).
public struct DeviceOverlay {
  /// A storey that devices hang in.
  public struct Storey: Hashable, Sendable {
    /// Its GlobalId in the model.
    public var id: GlobalID
    /// The GlobalId of its building.
    public var building: GlobalID
    /// Its name.
    public var name: String
    /// Height of its floor above the local zero.
    public var elevation: Metres

    /// Creates a storey.
    public init(id: GlobalID, building: GlobalID, name: String, elevation: Metres) {
      self.id = id
      self.building = building
      self.name = name
      self.elevation = elevation
    }
  }

  private let name: String
  private var step = STEPBuffer()

  /// The whole file.
  ///
  /// - Parameters:
  ///   - name: The model's name, from which identities are made.
  ///   - storeys: The storeys in their order.
  ///   - devices: The devices, each in one of the storeys.
  /// - Returns: The bytes of the file.
  public static func data(
    name: String, storeys: [Storey], devices: [DeviceFeature]
  ) -> Data {
    var overlay = DeviceOverlay(name: name)
    overlay.write(storeys, devices)
    return Data(overlay.step.bytes)
  }

  private init(name: String) { self.name = name }

  private func id(_ part: String) -> STEPValue {
    .text(GlobalID(fromName: "\(name)/overlay/\(part)").value)
  }

  private func metres(_ value: Double) -> STEPValue {
    .fixed(Int((value * 1000).rounded()), decimals: 3)
  }

  private mutating func write(_ storeys: [Storey], _ devices: [DeviceFeature]) {
    var title: [UInt8] = []
    appendSTEPString("\(name) devices.ifc", to: &title)
    step.addLine("ISO-10303-21;")
    step.addLine("HEADER;")
    step.addLine("FILE_DESCRIPTION(('ViewDefinition [ReferenceView_V1.2]'),'2;1');")
    // No clock: devices that did not change are not a new file.
    step.addLine(
      "FILE_NAME(\(String(decoding: title, as: UTF8.self)),'1970-01-01T00:00:00',('campus-twin'),"
        + "('campus-twin'),'campus-twin','campus-twin','');")
    step.addLine("FILE_SCHEMA(('IFC4'));")
    step.addLine("ENDSEC;")
    step.addLine("DATA;")
    let origin = step.add("IFCCARTESIANPOINT", [.list([metres(0), metres(0), metres(0)])])
    let axes = step.add("IFCAXIS2PLACEMENT3D", [origin, .missing, .missing])
    let ground = step.add("IFCLOCALPLACEMENT", [.missing, axes])
    let context = writeContext(axes)
    let body = writeBox(context)
    writeStructure(storeys, ground: ground, devices: devices, body: body, context: context)
    step.addLine("ENDSEC;")
    step.addLine("END-ISO-10303-21;")
  }

  private mutating func writeContext(_ axes: STEPValue) -> STEPValue {
    step.add(
      "IFCGEOMETRICREPRESENTATIONCONTEXT",
      [.missing, .text("Model"), .integer(3), .fixed(1, decimals: 5), axes, .missing])
  }

  /// A box around its middle, shared by all devices.
  private mutating func writeBox(_ context: STEPValue) -> STEPValue {
    let profile = step.add(
      "IFCRECTANGLEPROFILEDEF", [.word("AREA"), .missing, .missing, metres(0.12), metres(0.12)])
    let corner = step.add("IFCCARTESIANPOINT", [.list([metres(0), metres(0), metres(-0.06)])])
    let place = step.add("IFCAXIS2PLACEMENT3D", [corner, .missing, .missing])
    let up = step.add("IFCDIRECTION", [.list([metres(0), metres(0), metres(1)])])
    let solid = step.add("IFCEXTRUDEDAREASOLID", [profile, place, up, metres(0.12)])
    let shape = step.add(
      "IFCSHAPEREPRESENTATION", [context, .text("Body"), .text("SweptSolid"), .list([solid])])
    let zero = step.add("IFCCARTESIANPOINT", [.list([metres(0), metres(0), metres(0)])])
    let axes = step.add("IFCAXIS2PLACEMENT3D", [zero, .missing, .missing])
    let map = step.add("IFCREPRESENTATIONMAP", [axes, shape])
    let target = step.add(
      "IFCCARTESIANTRANSFORMATIONOPERATOR3D", [.missing, .missing, zero, metres(1), .missing])
    return step.add("IFCMAPPEDITEM", [map, target])
  }

  private mutating func writeStructure(
    _ storeys: [Storey], ground: STEPValue, devices: [DeviceFeature], body: STEPValue,
    context: STEPValue
  ) {
    let units = [
      step.add("IFCSIUNIT", [.derived, .word("LENGTHUNIT"), .missing, .word("METRE")]),
      step.add("IFCSIUNIT", [.derived, .word("PLANEANGLEUNIT"), .missing, .word("RADIAN")]),
    ]
    let assignment = step.add("IFCUNITASSIGNMENT", [.list(units)])
    let project = step.add(
      "IFCPROJECT",
      [
        id("project"), .missing, .text("\(name) devices"), .missing, .missing, .missing, .missing,
        .list([context]), assignment,
      ])
    var buildings: [(id: GlobalID, storeys: [STEPValue])] = []
    for storey in storeys {
      let written = step.add(
        "IFCBUILDINGSTOREY",
        [
          .text(storey.id.value), .missing, .text(storey.name), .missing, .missing, ground,
          .missing, .missing, .word("ELEMENT"), metres(storey.elevation.value),
        ])
      let own = devices.filter { $0.storey == storey.id }
      let elements = own.map { writeDevice($0, body: body, context: context) }
      if !elements.isEmpty {
        _ = step.add(
          "IFCRELCONTAINEDINSPATIALSTRUCTURE",
          [
            id("in/\(storey.id.value)"), .missing, .missing, .missing, .list(elements), written,
          ])
      }
      if let index = buildings.firstIndex(where: { $0.id == storey.building }) {
        buildings[index].storeys.append(written)
      } else {
        buildings.append((storey.building, [written]))
      }
    }
    let parts = buildings.map { building in
      let written = step.add(
        "IFCBUILDING",
        [
          .text(building.id.value), .missing, .missing, .missing, .missing, ground, .missing,
          .missing, .word("ELEMENT"), .missing, .missing, .missing,
        ])
      aggregate(building.storeys, in: written, name: building.id.value)
      return written
    }
    if !parts.isEmpty { aggregate(parts, in: project, name: "project") }
  }

  private mutating func aggregate(_ parts: [STEPValue], in whole: STEPValue, name: String) {
    _ = step.add(
      "IFCRELAGGREGATES",
      [id("parts/\(name)"), .missing, .missing, .missing, whole, .list(parts)])
  }

  private mutating func writeDevice(
    _ device: DeviceFeature, body: STEPValue, context: STEPValue
  ) -> STEPValue {
    let at = device.position
    let point = step.add(
      "IFCCARTESIANPOINT", [.list([metres(at.x), metres(at.y), metres(at.z)])])
    let shape = step.add(
      "IFCSHAPEREPRESENTATION",
      [context, .text("Body"), .text("MappedRepresentation"), .list([body])])
    let definition = step.add("IFCPRODUCTDEFINITIONSHAPE", [.missing, .missing, .list([shape])])
    let place = step.add("IFCLOCALPLACEMENT", [.missing, axes(at: point, heading: device.heading)])
    let name = DeviceClass(kind: device.kind)
    let written = step.add(
      name.keyword,
      [
        id(device.id.value), .missing, .text(device.id.value), .missing, .text(device.kind), place,
        definition, .missing, .word(name.predefined),
      ])
    writeProperties(device, of: written)
    return written
  }

  /// Axes at a point whose x axis looks where the device looks.
  private mutating func axes(at point: STEPValue, heading: Degrees?) -> STEPValue {
    guard let heading else {
      return step.add("IFCAXIS2PLACEMENT3D", [point, .missing, .missing])
    }
    let angle = heading.value * .pi / 180
    func share(_ value: Double) -> STEPValue { .fixed(Int((value * 1e6).rounded()), decimals: 6) }
    let up = step.add("IFCDIRECTION", [.list([share(0), share(0), share(1)])])
    let ahead = step.add(
      "IFCDIRECTION", [.list([share(cos(angle)), share(sin(angle)), share(0)])])
    return step.add("IFCAXIS2PLACEMENT3D", [point, up, ahead])
  }

  private mutating func writeProperties(_ device: DeviceFeature, of element: STEPValue) {
    var properties: [STEPValue] = []
    func label(_ text: String) -> STEPValue { .typed("IFCLABEL", .text(text)) }
    func real(_ value: Double) -> STEPValue { .typed("IFCREAL", metres(value)) }
    var entries = [("Type", label(device.type)), ("RoomName", label(device.roomName))]
    if let room = device.room { entries.append(("Room", label(room.value))) }
    if let height = device.height { entries.append(("MountingHeight", real(height.value))) }
    if let heading = device.heading { entries.append(("Heading", real(heading.value))) }
    if let cost = device.cost { entries.append(("Cost", real(cost))) }
    for (name, value) in entries {
      properties.append(
        step.add("IFCPROPERTYSINGLEVALUE", [.text(name), .missing, value, .missing]))
    }
    let set = step.add(
      "IFCPROPERTYSET",
      [id("set/\(device.id.value)"), .missing, .text("CampusTwin"), .missing, .list(properties)])
    _ = step.add(
      "IFCRELDEFINESBYPROPERTIES",
      [
        id("has/\(device.id.value)"), .missing, .missing, .missing, .list([element]), set,
      ])
  }
}
