import RadioCoverage
import TwinModel

extension PathLossLayout {
  /// All layouts; of two that fit the first is taken.
  static var all: [PathLossLayout] {
    [cellular, sight, street, indoor, clutter, entry, edge]
  }

  /// TR 38.901, as ns-3's grid has it.
  private static var cellular: PathLossLayout {
    PathLossLayout(
      needed: ["scenario", "condition", "fc_hz", "h_bs_m", "h_ut_m", "d2d_m"],
      question: { row in
        var question = try link(row)
        question.condition = try condition(row, "condition")
        question.frequency = try row.number("fc_hz") / 1e9
        return question
      },
      remarks: { row in
        guard row.text("d3d_m") != nil else { return [] }
        let slant = LinkGeometry(
          distance: Metres(try row.number("d2d_m")), baseHeight: Metres(try row.number("h_bs_m")),
          terminalHeight: Metres(try row.number("h_ut_m"))
        ).slant.value
        let stated = try row.number("d3d_m")
        return abs(stated - slant) > 0.01
          ? ["d3d_m is \(stated), d2d_m and the heights give \(slant), which counts"] : []
      })
  }

  /// The probability of line of sight, as ns-3's test has it; any condition and frequency will do.
  private static var sight: PathLossLayout {
    PathLossLayout(
      needed: ["scenario", "h_bs_m", "h_ut_m", "d2d_m"], excluded: ["condition", "fc_hz"],
      computed: ["computed_p_los"],
      question: { row in
        var question = try link(row)
        (question.condition, question.frequency) = (.los, 3.5)
        return question
      },
      values: { answer in answer.sight.map { [$0] } ?? [] },
      extrapolates: { _ in true })
  }

  /// P.1411, as crc-covlib names it.
  private static var street: PathLossLayout {
    PathLossLayout(
      needed: ["model", "freq_ghz", "d_m", "env", "path"],
      question: { row in
        let names = [
          "SiteGeneralWithinStreetCanyons": "p1411-street", "SiteGeneralOverRoofTops": "p1411-roof",
          "SiteSpecificWithinStreetCanyonsUHFLoS": "p1411-uhf",
        ]
        let name = try row.word("model")
        var question = PathLossQuestion(model: names[name] ?? name)
        question.frequency = try row.number("freq_ghz")
        question.distance = try row.number("d_m")
        if question.model == "p1411-uhf" {
          question.baseHeight = try row.number("h1_m")
          question.terminalHeight = try row.number("h2_m")
          let word = row.text("variant") ?? "median"
          guard let line = StreetCanyon.Line(rawValue: word) else {
            throw BatchProblem("variant is “\(word)”; expected median, lower or upper")
          }
          question.line = line
        } else {
          question.condition = try condition(row, "path")
          let environments = [
            "URBAN_HIGH_RISE": "high_rise", "URBAN_LOW_RISE_OR_SUBURBAN": "low_rise",
            "RESIDENTIAL": "residential",
          ]
          let environment = try row.word("env")
          question.environment = environments[environment] ?? environment
        }
        return question
      },
      extrapolates: { $0.text("variant")?.hasSuffix("out_of_range") == true })
  }

  /// P.1238 site-general.
  private static var indoor: PathLossLayout {
    PathLossLayout(
      needed: ["environment", "path", "f_ghz", "d_m"],
      question: { row in
        var question = PathLossQuestion(model: "p1238")
        question.environment = try row.word("environment").lowercased()
        question.condition = try condition(row, "path")
        question.frequency = try row.number("f_ghz")
        question.distance = try row.number("d_m")
        if let edition = row.text("source_edition") {
          let number = edition.split(separator: " ").first?.split(separator: "-").last
          guard let number, let value = Int(number) else {
            throw BatchProblem("source_edition is “\(edition)”; expected such as P.1238-11")
          }
          question.edition = value
        }
        return question
      })
  }

  /// P.2108.
  private static var clutter: PathLossLayout {
    PathLossLayout(
      needed: ["freq_ghz", "distance_km", "location_percent"],
      question: { row in
        var question = PathLossQuestion(model: "p2108")
        question.frequency = try row.number("freq_ghz")
        question.distance = try row.number("distance_km") * 1000
        question.places = try row.number("location_percent")
        return question
      })
  }

  /// P.2109.
  private static var entry: PathLossLayout {
    PathLossLayout(
      needed: ["freq_ghz", "probability_percent", "building_type", "elevation_deg"],
      question: { row in
        var question = PathLossQuestion(model: "p2109")
        question.frequency = try row.number("freq_ghz")
        question.places = try row.number("probability_percent")
        let word = try row.word("building_type")
        guard let building = BuildingEntry.Building(rawValue: word.lowercased()) else {
          throw BatchProblem(
            "building_type is “\(word)”; expected TRADITIONAL or THERMALLY_EFFICIENT")
        }
        question.building = building
        question.elevation = try row.number("elevation_deg")
        return question
      })
  }

  /// One edge: the formula and the integral.
  private static var edge: PathLossLayout {
    PathLossLayout(
      needed: ["nu"], computed: ["computed_db", "computed_exact_db"],
      question: { row in
        var question = PathLossQuestion(model: "p526")
        question.nu = try row.number("nu")
        return question
      },
      values: { answer in [answer.loss] + (answer.exactLoss.map { [$0] } ?? []) })
  }

  // MARK: - Fields that several layouts share

  private static func link(_ row: BatchTable.Row) throws -> PathLossQuestion {
    let scenario = try row.word("scenario")
    guard let model = PathLossModels.cellular(scenario) else {
      throw BatchProblem(
        "scenario is “\(scenario)”; expected UMa, UMi-StreetCanyon, RMa, SMa, InH-Office, "
          + "IndoorMixedOffice, IndoorOpenOffice, InF-SL, InF-DL, InF-SH or InF-DH")
    }
    var question = PathLossQuestion(model: model.name)
    question.distance = try row.number("d2d_m")
    question.baseHeight = try row.number("h_bs_m")
    question.terminalHeight = try row.number("h_ut_m")
    return question
  }

  private static func condition(
    _ row: BatchTable.Row, _ column: String
  ) throws -> SightCondition {
    let word = try row.word(column)
    guard let condition = SightCondition(rawValue: word.lowercased()) else {
      throw BatchProblem("\(column) is “\(word)”; expected LOS or NLOS")
    }
    return condition
  }
}
