import Optimisation
public import TwinModel

/// Gateways for the devices that were placed: the cheapest ones that reach every device and can carry
/// it.
///
///     minimise   Σ c_j x_j
///     subject to Σ_{j reaches i} y_ij = 1      for every device i of the storey
///                Σ_i y_ij ≤ Q_j x_j            for every candidate j
///                y_ij ≤ x_j,   x_j, y_ij ∈ {0, 1}
///
/// a capacitated set covering problem for each storey; ceilings are taken to stop the radio. A candidate
/// is a type of gateway at a point of a ceiling grid in a room where the catalogue puts it. j reaches i
/// when the radio of i is the one that j serves and P − (L₁ + 10 n log₁₀ d + walls · L_w) is at least the
/// threshold, d in plan. Where every type could carry all devices of the storey, capacity never binds
/// and it is a plain set cover. What is proven is proven for the candidates.
///
/// Source: Current, Storbeck: Capacitated covering models, Environment and Planning B 15 (1988); COST
/// Action 231, Digital mobile radio towards future generation systems, 4.7.2 (1999), for the walls.
public struct GatewayStudy: Sendable {
  /// The types of gateway, as in the catalogue.
  public var types: [DeviceType]
  private let links: [Sensing.LinkBudget]

  /// The kind of device, as the catalogue calls it.
  public static let kind = "gateway"
  /// Nodes for one storey.
  private static let nodeLimit = 2_000

  /// Creates a study with the gateways of the catalogue; nil when there is none with a link budget and
  /// a radio that it serves.
  public init?(catalogue: DeviceCatalogue) {
    types = []
    var links: [Sensing.LinkBudget] = []
    for type in catalogue.types(of: Self.kind) {
      guard case .radio(let link) = type.sensing, link.serves != nil else { continue }
      types.append(type)
      links.append(link)
    }
    guard !types.isEmpty else { return nil }
    self.links = links
  }

  /// Chooses gateways storey by storey.
  ///
  /// - Parameters:
  ///   - plans: The storeys.
  ///   - facts: What capacity found: uses of rooms.
  ///   - devices: Devices in these storeys; those with a radio that no gateway serves are left out.
  /// - Returns: One entry for each storey with devices to serve, in order of `plans`.
  /// - Throws: ``StudyError`` when the solver cannot be used.
  public func run(
    _ plans: [StoreyPlan], facts: [Fact], devices: [PlacedDevice]
  ) throws(StudyError) -> [GatewayPlan] {
    let known = KnownRooms(facts)
    var result: [GatewayPlan] = []
    for plan in plans {
      let clients = devices.filter { device in
        device.storey == plan.storey && links.contains { $0.serves == device.type.radio }
      }
      guard !clients.isEmpty else { continue }
      do { result.append(try solve(plan, known, clients)) } catch {
        throw StudyError(study: "gateways", reason: "storey \(plan.name): \(error)")
      }
    }
    return result
  }

  /// A candidate: a type at a place, and the devices that it reaches.
  private struct Site {
    let type: Int
    let place: PlanPoint
    let room: PlanRoom
    let reached: [Int]
  }

  private func solve(
    _ plan: StoreyPlan, _ known: KnownRooms, _ clients: [PlacedDevice]
  ) throws(OptimisationError) -> GatewayPlan {
    let places = clients.map { device in
      PlanPoint(
        millimetres(Metres(device.position.x - plan.origin.x)),
        millimetres(Metres(device.position.y - plan.origin.y)))
    }
    let sites = sites(plan, known, clients, places)
    var isReached = [Bool](repeating: false, count: clients.count)
    for site in sites { for client in site.reached { isReached[client] = true } }
    let answer =
      links.allSatisfy { clients.count <= $0.clients }
      ? try cover(sites, isReached, places) : try capacitated(sites, clients.count)
    var numbers: [GlobalID: Int] = [:]
    var gateways: [Int: PlacedDevice] = [:]
    for index in answer.chosen {
      let room = sites[index].room
      numbers[room.id, default: 0] += 1
      gateways[index] = PlacedDevice(
        types[sites[index].type], number: numbers[room.id] ?? 1, at: sites[index].place,
        height: room.height ?? plan.height, heading: nil, room: room, plan: plan)
    }
    return GatewayPlan(
      storey: plan.storey, devices: clients,
      gateways: answer.chosen.compactMap { gateways[$0] },
      links: clients.indices.compactMap { client in
        answer.station[client].flatMap { gateways[$0] }.map {
          GatewayPlan.Link(device: clients[client].id, gateway: $0.id)
        }
      }, bound: answer.bound.isFinite ? Yuan(answer.bound) : nil, isProven: answer.isProven,
      candidates: sites.count, nodes: answer.nodes,
      unreachable: clients.indices.filter { !isReached[$0] }.map { clients[$0] })
  }

  private func sites(
    _ plan: StoreyPlan, _ known: KnownRooms, _ clients: [PlacedDevice], _ places: [PlanPoint]
  ) -> [Site] {
    types.indices.flatMap { type -> [Site] in
      let reach = RadioReach(links[type], in: plan)
      return plan.rooms.flatMap { room -> [Site] in
        guard let use = known.use[room.id.value], types[type].times(in: use) != nil else {
          return []
        }
        return room.outline.filter { twiceArea($0.outer) != 0 }.flatMap { part in
          RadioReach.sites(of: types[type], on: DetectionArea(outline: part)).map { place in
            Site(
              type: type, place: place, room: room,
              reached: places.indices.filter {
                clients[$0].type.radio == links[type].serves
                  && reach.isServed(places[$0], from: place)
              })
          }
        }
      }
    }.filter { !$0.reached.isEmpty }
  }

  private struct Answer {
    var chosen: [Int]
    /// The site of each device.
    var station: [Int?]
    /// Least cost; +∞ when nothing can carry the devices.
    var bound: Double
    var isProven: Bool
    var nodes: Int
  }

  /// Capacity does not bind: every device goes to the nearest chosen gateway that reaches it.
  private func cover(
    _ sites: [Site], _ isReached: [Bool], _ places: [PlanPoint]
  ) throws(OptimisationError) -> Answer {
    let solution = try SetCover(
      required: isReached.map { $0 ? 1 : 0 },
      columns: sites.map { .init(cost: types[$0.type].cost.value, rows: $0.reached) }
    ).solve(SetCoverLimits(solverNodes: Self.nodeLimit))
    let station = places.indices.map { client in
      solution.chosen.filter { sites[$0].reached.contains(client) }.min {
        let (a, b) = (sites[$0].place, sites[$1].place)
        return (squaredDistance(a, places[client]), $0) < (squaredDistance(b, places[client]), $1)
      }
    }
    return Answer(
      chosen: solution.chosen, station: station, bound: solution.bound,
      isProven: solution.isProven, nodes: solution.nodes)
  }

  /// Sites of a type that reach the same devices are alike: no more of them than could be needed take
  /// part.
  private func capacitated(_ sites: [Site], _ count: Int) throws(OptimisationError) -> Answer {
    var copies: [[Int]: Int] = [:]
    let kept = sites.indices.filter { index in
      let (type, reached) = (sites[index].type, sites[index].reached)
      let clients = max(1, links[type].clients)
      copies[[type] + reached, default: 0] += 1
      return copies[[type] + reached, default: 0] <= (reached.count + clients - 1) / clients
    }
    let solution = try CapacitatedCover(
      demands: [Double](repeating: 1, count: count),
      stations: kept.map { index in
        CapacitatedCover.Station(
          cost: types[sites[index].type].cost.value,
          capacity: Double(links[sites[index].type].clients), clients: sites[index].reached)
      }
    ).solve(nodeLimit: Self.nodeLimit)
    return Answer(
      chosen: solution.location.chosen.map { kept[$0] },
      station: solution.station.map { $0.map { kept[$0] } }, bound: solution.location.bound,
      isProven: solution.location.isProven, nodes: solution.location.nodes)
  }
}
