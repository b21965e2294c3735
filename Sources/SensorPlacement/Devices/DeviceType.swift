public import TwinModel

/// A device that can be bought and placed, as a file of `seeds/equipment` describes it.
public struct DeviceType: Hashable, Sendable {
  /// Its name in the catalogue, such as `camera_corner_4mp`.
  public var id: String
  /// What it is good for, as devices of models carry it.
  ///
  /// Types of one kind stand in for one another.
  public var kind: String
  /// Its name in Chinese.
  public var chinese: String
  /// Its name in English.
  public var english: String
  /// What one costs, whole yuan.
  public var cost: Yuan
  /// Where it is fixed.
  public var mounting: Mounting
  /// How it talks.
  public var radio: Radio
  /// What it senses or serves.
  public var sensing: Sensing
  /// Least number in a room by floor area (m²), in order of area; empty for one.
  public var leastCounts: [LeastCount]
  /// Whether it sees through glass.
  public var seesThroughGlass: Bool
  /// Floor nearer than this to a wall need not be served.
  public var margin: Metres
  /// The rooms that get it.
  public var places: [Place]
  /// The rooms that must not have it.
  public var bans: [Note]
  /// What is to be said where it is placed.
  public var flags: [Note]
  /// Whether all its figures were read at their source.
  public var isVerified: Bool

  /// Creates a type that no room has to get.
  public init(
    id: String, kind: String, chinese: String = "", english: String = "", cost: Yuan,
    mounting: Mounting, radio: Radio = .none, sensing: Sensing, leastCounts: [LeastCount] = [],
    seesThroughGlass: Bool = false, margin: Metres = 0, places: [Place] = [], bans: [Note] = [],
    flags: [Note] = [], isVerified: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.chinese = chinese
    self.english = english
    self.cost = cost
    self.mounting = mounting
    self.radio = radio
    self.sensing = sensing
    self.leastCounts = leastCounts
    self.seesThroughGlass = seesThroughGlass
    self.margin = margin
    self.places = places
    self.bans = bans
    self.flags = flags
    self.isVerified = isVerified
  }

  /// Where a device is fixed.
  public struct Mounting: Hashable, Sendable {
    /// The surface.
    public var surface: Surface
    /// Height above the floor; nil for the ceiling.
    public var height: Metres?
    /// Least distance to walls (ceiling), to corners (wall), or from the corner's walls (corner).
    public var clearance: Metres
    /// Angle between the headings that are tried; nil when it has no heading.
    public var headingStep: Degrees?

    /// Creates a mounting.
    public init(surface: Surface, height: Metres?, clearance: Metres, headingStep: Degrees? = nil) {
      self.surface = surface
      self.height = height
      self.clearance = clearance
      self.headingStep = headingStep
    }
  }

  /// What a device is fixed to.
  public enum Surface: String, CaseIterable, Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case ceiling, wall, corner, door
  }

  /// How a device talks.
  public enum Radio: String, CaseIterable, Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case none, ethernet, lora
  }

  /// So many devices at least in a room with more floor than `above` (m²).
  public struct LeastCount: Hashable, Sendable {
    /// Floor area that is too small yet.
    public var above: SquareMetres
    /// The number.
    public var count: Int
  }

  /// Rooms that get the device.
  public struct Place: Hashable, Sendable {
    /// Uses of rooms, names of `seeds/rooms/uses.yaml`.
    public var uses: [String]
    /// How many different devices must serve every point of the floor; at least 1.
    public var times: Int

    /// Creates an entry.
    public init(uses: [String], times: Int) {
      self.uses = uses
      self.times = times
    }
  }

  /// Rooms that something is said of.
  public struct Note: Hashable, Sendable {
    /// Uses of rooms.
    public var uses: [String]
    /// What is said.
    public var words: String
  }

  /// How often the floor of a room must be served; nil when the room does not get the device.
  public func times(in use: String) -> Int? {
    guard !bans.contains(where: { $0.uses.contains(use) }) else { return nil }
    return places.filter { $0.uses.contains(use) }.map(\.times).max()
  }

  /// The least number in a room of `area`.
  public func least(in area: SquareMetres) -> Int {
    leastCounts.last { area > $0.above }?.count ?? 1
  }
}
