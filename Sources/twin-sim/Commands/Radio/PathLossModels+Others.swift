import RadioCoverage
import TwinModel

// The models that are not TR 38.901's path loss, one function each.
extension PathLossModels {
  func freeSpace(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let distance = try question.needDistance()
    let frequency = try question.needFrequency()
    return PathLossAnswer(
      model: "fspl", title: "free space", source: "ITU-R P.525-4, §2.3",
      loss: FreeSpace.loss(distance: distance, frequency: frequency).value,
      ranges: [
        ModelRange("distance (m)", distance.value, in: 1...1e9),
        ModelRange("frequency (GHz)", frequency.value, in: 0.001...1000),
      ])
  }

  func siteGeneral(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let row = try tables.siteGeneral(
      question.model, environment: question.need(question.environment, "--environment"),
      question.need(question.condition, "--condition los or nlos"), edition: question.edition)
    let (distance, frequency) = (try question.needDistance(), try question.needFrequency())
    var notes: [String] = []
    if row.distances == nil { notes.append("the ranges of this row are not known") }
    if !row.isVerified { notes.append("the row is unverified: it stands in one source only") }
    return PathLossAnswer(
      model: question.model, title: row.name, source: row.source,
      loss: row.formula(distance: distance, frequency: frequency).value,
      sigma: row.shadowSigma.value, ranges: row.ranges(distance: distance, frequency: frequency),
      notes: notes)
  }

  func powerLaw(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let row = try tables.indoorPowerLaw(question.need(question.environment, "--environment"))
    let (distance, frequency) = (try question.needDistance(), try question.needFrequency())
    let floors = question.crossings.floors
    return PathLossAnswer(
      model: question.model, title: row.name, source: "ITU-R P.1238-10, §3",
      loss: row.formula(distance: distance, frequency: frequency, floors: floors).value,
      ranges: row.ranges(distance: distance, frequency: frequency),
      notes: ["coefficients of about 2 GHz, unverified; later editions have replaced this form"])
  }

  func streetCanyon(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let model = StreetCanyon(question.line)
    let heights = (
      Metres(try question.need(question.baseHeight, "--bs-height-m")),
      Metres(try question.need(question.terminalHeight, "--ut-height-m"))
    )
    let (distance, frequency) = (try question.needDistance(), try question.needFrequency())
    return PathLossAnswer(
      model: model.name, title: "street in sight, \(question.line.rawValue)",
      source: "ITU-R P.1411-12, §4.1.2",
      loss: model.formula(distance: distance, heights: heights, frequency: frequency).value,
      ranges: model.ranges(distance: distance, heights: heights, frequency: frequency))
  }

  func clutter(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let model = TerrestrialClutter()
    let (distance, frequency) = (try question.needDistance(), try question.needFrequency())
    let places = try question.need(question.places, "--percent")
    return PathLossAnswer(
      model: model.name, title: "clutter of a terminal, on top of the path",
      source: "ITU-R P.2108-1, §3.2",
      loss: model.formula(distance: distance, frequency: frequency, places: places).value,
      ranges: model.ranges(distance: distance, frequency: frequency, places: places))
  }

  func entry(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let model = try tables.buildingEntry(question.need(question.building, "--building"))
    let frequency = try question.needFrequency()
    let probability = try question.need(question.places, "--percent")
    let elevation = Degrees(question.elevation ?? 0)
    return PathLossAnswer(
      model: model.name, title: "building entry, \(model.building.rawValue), on top of the path",
      source: "ITU-R P.2109-2, §3",
      loss: model.formula(
        frequency: frequency, probability: probability, elevation: elevation
      ).value,
      ranges: model.ranges(frequency: frequency, probability: probability, elevation: elevation))
  }

  func multiWall(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let (distance, frequency) = (try question.needDistance(), try question.needFrequency())
    let loss = tables.multiWall.loss(
      distance: distance, frequency: frequency, through: question.crossings)
    return PathLossAnswer(
      model: "cost231", title: "COST 231 multi-wall", source: "COST 231 final report, §4.7",
      loss: loss.value,
      ranges: [
        ModelRange("distance (m)", distance.value, in: 1...1000),
        ModelRange("frequency (GHz)", frequency.value, in: 0.8...2, kind: .usual),
      ],
      notes: ["losses of walls and floors are of 1.8 GHz and unverified"])
  }

  func facade(_ question: PathLossQuestion) throws -> PathLossAnswer {
    let name = String(question.model.dropFirst("o2i-".count))
    let model = try tables.outdoorToIndoor(
      question.need(OutdoorToIndoor.Facade(rawValue: name), "a facade"),
      release: question.release)
    let frequency = try question.needFrequency()
    let depth = Metres(question.depth ?? 0)
    return PathLossAnswer(
      model: model.name, title: "O2I of release \(question.release), on top of the path",
      source: "3GPP TR 38.901, §7.4.3.1",
      loss: model.facadeLoss(frequency: frequency).value + model.insideLoss(depth: depth).value,
      sigma: model.sigma.value, ranges: model.ranges(frequency: frequency, depth: depth))
  }

  func edges(_ question: PathLossQuestion) throws -> PathLossAnswer {
    var answer = PathLossAnswer(
      model: "p526", title: "one knife edge, on top of free space",
      source: "ITU-R P.526-15, §4.1", loss: 0)
    if let nu = question.nu {
      answer.loss = KnifeEdge.loss(nu: nu).value
      answer.ranges = [ModelRange("ν", nu, in: -1000...1000)]
      answer.exactLoss = KnifeEdge.exactLoss(nu: nu).value
      return answer
    }
    let edges = try question.need(question.edges, "--nu or --edges")
    let profile = try EdgeProfile(
      edges: edges, length: question.needDistance(),
      transmitter: Metres(question.need(question.baseHeight, "--bs-height-m")),
      receiver: Metres(question.need(question.terminalHeight, "--ut-height-m")))
    let frequency = try question.needFrequency()
    answer.title = "\(edges.count) edges by \(question.method.rawValue), on top of free space"
    answer.source = "ITU-R P.526-15, §4.5"
    answer.loss =
      profile.loss(
        frequency: frequency, by: question.method, overHills: question.overHills
      ).value
    answer.ranges = [ModelRange("frequency (GHz)", frequency.value, in: 0.03...100)]
    return answer
  }
}
