import TwinModel

/// One file of a generated district.
public struct DistrictFile: Hashable, Sendable {
  /// Path in the district's folder, such as `ifc/qingyun-primary.ifc`.
  public let path: String
  /// Its content.
  public let bytes: [UInt8]
}

extension DistrictDesign {
  /// The district's files, each made when it is asked for.
  ///
  /// `manifest.json`, `schools.csv`, `enrolment.csv`, `births.csv`, then one IFC file a school in the
  /// order of ``schools``.
  public var files: some Sequence<DistrictFile> {
    let tables: [(String, @Sendable (DistrictDesign) -> [UInt8])] = [
      ("manifest.json", { Array($0.manifest().utf8) }),
      ("schools.csv", { Array($0.schoolsTable().utf8) }),
      ("enrolment.csv", { Array($0.enrolmentTable().utf8) }),
      ("births.csv", { Array($0.birthsTable().utf8) }),
    ]
    return (0..<(tables.count + schools.count)).lazy.map { index in
      if index < tables.count {
        let (path, write) = tables[index]
        return DistrictFile(path: path, bytes: write(self))
      }
      let school = schools[index - tables.count]
      return DistrictFile(path: school.ifcPath, bytes: school.design.ifc())
    }
  }
}
