import TwinModel

extension SchoolDesign {
  /// The school as an IFC4 file.
  ///
  /// The same design gives the same bytes; identities derive from the campus' name and the place of
  /// the part, so that they survive a change of other parts. The file is georeferenced in EPSG:4547.
  ///
  /// - Parameter lengthUnit: The unit of lengths in the file; areas and volumes stay in m² and m³.
  /// - Returns: The bytes of the file (ASCII).
  public func ifc(lengthUnit: LengthUnit = .metre) -> [UInt8] {
    var writer = IFCWriter(design: self, unit: lengthUnit)
    writer.writeSchool()
    return writer.step.bytes
  }
}
