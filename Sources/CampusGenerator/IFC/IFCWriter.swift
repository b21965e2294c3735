import TwinModel

/// Writes a designed school as IFC4, instance by instance.
struct IFCWriter {
  let design: SchoolDesign
  let unit: SchoolDesign.LengthUnit
  var step = STEPBuffer()
  /// Instances that others share, by name.
  var shared: [String: STEPValue] = [:]
  /// Objects that one relationship collects, in the order of their first member.
  var groups = RelationshipGroups()

  init(design: SchoolDesign, unit: SchoolDesign.LengthUnit) {
    self.design = design
    self.unit = unit
  }

  /// Writes the whole file.
  mutating func writeSchool() {
    writeHeader()
    let project = writeProject()
    let site = writeSite(in: project)
    let buildings = design.buildings()
    let written = buildings.map { writeBuilding($0, at: site.placement) }
    aggregate(written, in: site.reference, name: "site")
    writeGroups()
    step.addLine("ENDSEC;")
    step.addLine("END-ISO-10303-21;")
  }

  // MARK: - Words

  /// The GlobalId of a part of this school.
  func id(_ name: String) -> STEPValue {
    .text(GlobalID(fromName: "\(design.campus)/\(name)").value)
  }

  /// A length in the file's unit.
  func length(_ millimetres: Int) -> STEPValue {
    .fixed(millimetres, decimals: unit == .metre ? 3 : 0)
  }

  /// An instance that is written once and used by many.
  mutating func once(
    _ name: String, _ write: (inout IFCWriter) -> STEPValue
  ) -> STEPValue {
    if let known = shared[name] { return known }
    let written = write(&self)
    shared[name] = written
    return written
  }

  // MARK: - Header

  private mutating func writeHeader() {
    var name: [UInt8] = []
    appendSTEPString("\(design.campus).ifc", to: &name)
    step.addLine("ISO-10303-21;")
    step.addLine("HEADER;")
    step.addLine("FILE_DESCRIPTION(('ViewDefinition [DesignTransferView_V1.0]'),'2;1');")
    // No clock: a school that was not changed is not a new file.
    step.addLine(
      "FILE_NAME(\(String(decoding: name, as: UTF8.self)),'2025-09-01T00:00:00',('campus-twin'),"
        + "('campus-twin'),'campus-twin','campus-twin','');")
    step.addLine("FILE_SCHEMA(('IFC4'));")
    step.addLine("ENDSEC;")
    step.addLine("DATA;")
  }
}
