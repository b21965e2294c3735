import TwinModel

extension DistrictDesign {
  /// The register `schools.csv`, one row a school; an empty field is not known.
  ///
  /// Stages are joined by `+`; links are `yes` or `no`; coordinates are EPSG:4547 in metres.
  package func schoolsTable() -> String {
    var table =
      "campus,name,kind,stages,classes,ifc,easting,northing,uplink_mbit_s,wired_link,nr_link,"
      + "classroom_mbit_s,indoor_system,opened,district\n"
    for school in schools {
      let design = school.design
      let network = school.network
      let fields: [String] = [
        design.campus.value, design.name, design.kind.rawValue,
        design.stages.map(\.rawValue).joined(separator: "+"),
        design.classes.map { "\($0.classes)" }.joined(separator: "+"), school.ifcPath,
        metres(design.place.eastingMillimetres), metres(design.place.northingMillimetres),
        text(network.uplinkMegabits), text(network.wiredLink), text(network.nrLink),
        text(network.classroomMegabits), text(network.indoorSystem), "\(school.opened)",
        SchoolNames.district,
      ]
      table += fields.joined(separator: ",") + "\n"
    }
    return table
  }

  /// The file `enrolment.csv`, one row a school and year; a grade that a school lacks is empty.
  package func enrolmentTable() -> String {
    var table = "year,district,school,name,1,2,3,4,5,6,7,8,9,10,11,12\n"
    let series = schools.map { ($0.design, $0.enrolment(seed: seed)) }
    for year in DistrictSchool.observedYears {
      for (design, rows) in series {
        guard let row = rows.first(where: { $0.year == year }) else { continue }
        let grades = (1...12).map { row.pupils[$0].map { "\($0)" } ?? "" }
        let head = ["\(year)", SchoolNames.district, design.campus.value, design.name]
        table += (head + grades).joined(separator: ",") + "\n"
      }
    }
    return table
  }

  /// The file `births.csv`, one row a year.
  package func birthsTable() -> String {
    births().reduce("area,year,births\n") { table, row in
      table + "\(SchoolNames.district),\(row.year),\(row.births)\n"
    }
  }

  // MARK: - Fields

  private func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

  private func text(_ flag: Bool?) -> String { flag.map { $0 ? "yes" : "no" } ?? "" }

  private func metres(_ millimetres: Int) -> String {
    let rest = "\(millimetres % 1000)"
    return "\(millimetres / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
