import RadioCoverage
import SeedFiles
import TwinModel

/// The models that `radio path-loss` knows, by name.
struct PathLossModels {
  let tables: PropagationTables

  init(seeds: SeedFolder) throws { tables = try PropagationTables(seeds: seeds) }

  /// Names with what they describe, in the order of the help.
  static let names: [(name: String, title: String)] = [
    ("fspl", "free space"), ("uma", "TR 38.901 UMa"), ("umi", "TR 38.901 UMi street canyon"),
    ("rma", "TR 38.901 RMa"), ("sma", "TR 38.901 SMa"), ("inh", "TR 38.901 InH mixed office"),
    ("inh-open", "TR 38.901 InH open office"), ("inf-sl", "TR 38.901 InF"),
    ("inf-dl", "TR 38.901 InF"),
    ("inf-sh", "TR 38.901 InF"), ("inf-dh", "TR 38.901 InF"),
    ("p1238", "ITU-R P.1238 site-general"), ("p1238-power-law", "ITU-R P.1238-10 with floors"),
    ("p1411-street", "ITU-R P.1411 street canyon"), ("p1411-roof", "ITU-R P.1411 over roofs"),
    ("p1411-uhf", "ITU-R P.1411 street in sight"), ("p2108", "ITU-R P.2108 clutter"),
    ("p2109", "ITU-R P.2109 building entry"), ("p526", "ITU-R P.526 edges"),
    ("cost231", "COST 231 multi-wall"), ("o2i-low", "TR 38.901 O2I"), ("o2i-high", "TR 38.901 O2I"),
    ("o2i-low-a", "TR 38.901 O2I"),
  ]

  /// The facades that TR 38.901, §7.4.3.1, has in each scenario.
  private static let facades: [String: [OutdoorToIndoor.Facade]] = [
    "uma": [.low, .high], "umi": [.low, .high], "rma": [.low], "sma": [.low, .high, .lowA],
    "inf-sl": [.high], "inf-dl": [.high], "inf-sh": [.high], "inf-dh": [.high],
  ]

  /// The model of TR 38.901 that a name means, as users, ns-3 and the report write it.
  static func cellular(
    _ name: String, vegetation: SuburbanMacro.Vegetation = .none, buildingHeight: Double? = nil,
    streetWidth: Double? = nil
  ) -> (any PathLossModel)? {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "uma": UrbanMacro()
    case "umi", "umistreetcanyon", "umisc": UrbanMicro()
    case "rma":
      RuralMacro(
        buildingHeight: Metres(buildingHeight ?? 5), streetWidth: Metres(streetWidth ?? 20))
    case "sma": SuburbanMacro(vegetation: vegetation)
    case "inh", "inhoffice", "indooroffice", "indoormixedoffice", "inhmixed": IndoorHotspot(.mixed)
    case "inhopen", "indooropenoffice": IndoorHotspot(.open)
    case "infsl": IndoorFactory(.sparseLow)
    case "infdl": IndoorFactory(.denseLow)
    case "infsh": IndoorFactory(.sparseHigh)
    case "infdh": IndoorFactory(.denseHigh)
    default: nil
    }
  }

  /// The answer by the formula, inside its ranges or not.
  ///
  /// - Throws: ``PathLossQuestion/Unanswerable`` when a value is missing or no number comes out,
  ///   ``RadioError`` for a name that is not known.
  func answer(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let answer = try formula(question)
    guard answer.loss.isFinite else {
      let why = answer.broken.first?.sentence ?? "the values lie far outside the formula"
      throw PathLossQuestion.Unanswerable(reason: "\(question.model): \(why)")
    }
    return answer
  }

  private func formula(_ question: PathLossQuestion) throws -> PathLossAnswer {
    switch question.model {
    case "fspl": return try freeSpace(question)
    case "p1238", "p1411-street", "p1411-roof": return try siteGeneral(question)
    case "p1238-power-law": return try powerLaw(question)
    case "p1411-uhf": return try streetCanyon(question)
    case "p2108": return try clutter(question)
    case "p2109": return try entry(question)
    case "p526": return try edges(question)
    case "cost231": return try multiWall(question)
    case "o2i-low", "o2i-high", "o2i-low-a": return try facade(question)
    default:
      guard
        let model = Self.cellular(
          question.model, vegetation: question.vegetation,
          buildingHeight: question.buildingHeight, streetWidth: question.streetWidth)
      else {
        throw RadioError.unknownName(
          kind: "model", name: question.model, known: Self.names.map(\.name))
      }
      return try cellular(model, question)
    }
  }

  private func cellular(
    _ model: any PathLossModel, _ question: PathLossQuestion
  ) throws -> PathLossAnswer {
    let link = LinkGeometry(
      distance: try question.needDistance(),
      baseHeight: Metres(try question.need(question.baseHeight, "--bs-height-m")),
      terminalHeight: Metres(try question.need(question.terminalHeight, "--ut-height-m")))
    let frequency = try question.needFrequency()
    let condition = try question.need(question.condition, "--condition los or nlos")
    var answer = PathLossAnswer(
      model: model.name, title: model.title, source: "3GPP TR 38.901 v19.4.0, table 7.4.1-1",
      loss: model.formula(link, frequency: frequency, condition).value,
      sigma: model.shadowSigma(link, frequency: frequency, condition).value,
      sight: model.sightProbability(link),
      correlationDistance: model.shadowCorrelationDistance(condition).value,
      ranges: model.ranges(link, frequency: frequency, condition),
      notes: model.choices(link, condition))
    if let kind = question.facade {
      let facade = try tables.outdoorToIndoor(kind, release: question.release)
      let depth = Metres(try question.need(question.depth, "--indoor-m"))
      answer.loss +=
        facade.facadeLoss(frequency: frequency).value + facade.insideLoss(depth: depth).value
      answer.ranges += facade.ranges(frequency: frequency, depth: depth)
      if Self.facades[model.name]?.contains(kind) != true {
        answer.notes.append("the standard has no \(facade.name) with \(model.title)")
      }
      answer.notes.append(
        "with \(facade.name) of release \(question.release), which scatters by another "
          + "\(ModelRangeText.number(facade.sigma.value)) dB")
    }
    return answer
  }
}

/// Numbers as people read them.
enum ModelRangeText {
  /// A number without a needless `.0`.
  static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
