/// What anybody needs to check a plan of devices: where they stand, what they serve, and weights on
/// points of the floor that show that no cheaper choice among the candidates can do.
///
/// Lengths are whole millimetres in the storey's plan, costs whole yuan.
public struct PlacementCertificate: Codable, Hashable, Sendable {
  /// `placement-certificate/2`.
  public var format: String
  /// Whether doors count as closed or open.
  public var doors: String
  /// One entry for each kind of device in each area.
  public var areas: [Area]

  /// The format that this program writes and reads.
  public static let currentFormat = "placement-certificate/2"

  /// Creates a certificate.
  public init(doors: String, areas: [Area]) {
    format = Self.currentFormat
    self.doors = doors
    self.areas = areas
  }

  /// The rooms, or joined rooms, that share devices of one kind.
  public struct Area: Codable, Hashable, Sendable {
    /// The storey.
    public var storey: String
    /// The rooms.
    public var rooms: [String]
    /// The outlines of the floor that counts as one: one room's part, or rooms joined by open doors.
    public var floor: [[[Int64]]]
    /// The kind of device.
    public var kind: String
    /// How many devices must serve every point.
    public var times: Int
    /// Floor nearer than this to a wall need not be served.
    public var margin: Int64
    /// The least number of devices.
    public var least: Int
    /// Devices that are there and that are placed.
    public var devices: [View]
    /// What those that are placed cost.
    public var cost: Int64
    /// Points that are declared to be out of reach, x and y.
    public var blind: [[Int64]]
    /// All that could be chosen.
    public var candidates: [View]
    /// Points of the floor that must be served, x and y.
    public var witnesses: [[Int64]]
    /// Shows what no choice of candidates undercuts.
    public var proof: CostProof

    /// Creates an area.
    public init(
      storey: String, rooms: [String], floor: [[[Int64]]], kind: String, times: Int, margin: Int64,
      least: Int, devices: [View], cost: Int64, blind: [[Int64]], candidates: [View],
      witnesses: [[Int64]], proof: CostProof
    ) {
      self.storey = storey
      self.rooms = rooms
      self.floor = floor
      self.kind = kind
      self.times = times
      self.margin = margin
      self.least = least
      self.devices = devices
      self.cost = cost
      self.blind = blind
      self.candidates = candidates
      self.witnesses = witnesses
      self.proof = proof
    }
  }

  /// A device at a place with what it serves when no wall is in the way.
  public struct View: Codable, Hashable, Sendable {
    /// The place.
    public var x: Int64
    /// The place.
    public var y: Int64
    /// Nothing nearer is served.
    public var near: Int64
    /// Nothing farther is served.
    public var far: Int64
    /// The sector: x and y of the direction of its right border, then of its left one; empty for all
    /// round.
    public var sector: [Int64]
    /// What it costs.
    public var cost: Int64

    /// Creates a view.
    public init(x: Int64, y: Int64, near: Int64, far: Int64, sector: [Int64], cost: Int64) {
      self.x = x
      self.y = y
      self.near = near
      self.far = far
      self.sector = sector
      self.cost = cost
    }
  }
}
