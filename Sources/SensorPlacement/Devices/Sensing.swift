public import TwinModel

/// What a device senses or serves, in its own terms; ``ViewShape`` is what a plan makes of it.
public enum Sensing: Hashable, Sendable {
  /// All round, as far as `radius` in plan, in line of sight.
  case reach(radius: Metres)
  /// A cone below a device on the ceiling with the full opening `angle`, cut at `objectHeight`.
  case cone(angle: Degrees, objectHeight: Metres)
  /// A sector in plan: from `near` to `range`, `angle` wide.
  case sector(range: Metres, angle: Degrees, near: Metres)
  /// A camera.
  case camera(Camera)
  /// A link budget.
  case radio(LinkBudget)
  /// One for a room, wherever it hangs.
  case room
  /// One for each door of a room.
  case door

  /// Lens, sensor and task of a camera.
  public struct Camera: Hashable, Sendable {
    /// Pixels across the picture.
    public var pixels: Int
    /// Angle of view across.
    public var horizontal: Degrees
    /// Angle of view from top to bottom.
    public var vertical: Degrees
    /// Angle of the axis below the horizon.
    public var tilt: Degrees
    /// Height of what is to be seen.
    public var targetHeight: Metres
    /// Least pixels per metre on the target.
    public var density: Double
    /// Document and class that ask for the density.
    public var task: String

    /// The farthest slant distance with enough pixels: N / (2 ρ tan(HFOV / 2)).
    ///
    /// Source: EN 62676-4:2014, 6.7 and annex B.
    public var farthest: Metres {
      Metres(Double(pixels) / (2 * density * tangent(horizontal.value / 2)))
    }
  }

  /// Log-distance path loss with a loss for each wall.
  public struct LinkBudget: Hashable, Sendable {
    /// Power sent, antennas included.
    public var power: DecibelMilliwatts
    /// Path loss at one metre.
    public var firstMetre: Decibels
    /// Path-loss exponent n.
    public var exponent: Double
    /// Loss of a wall between.
    public var wallLoss: Decibels
    /// Least power that is enough.
    public var threshold: DecibelMilliwatts
    /// Devices served at a time.
    public var clients: Int
    /// The radio of the devices served; nil for people's own.
    public var serves: DeviceType.Radio?

    /// Creates a budget.
    package init(
      power: DecibelMilliwatts, firstMetre: Decibels, exponent: Double, wallLoss: Decibels,
      threshold: DecibelMilliwatts, clients: Int, serves: DeviceType.Radio?
    ) {
      self.power = power
      self.firstMetre = firstMetre
      self.exponent = exponent
      self.wallLoss = wallLoss
      self.threshold = threshold
      self.clients = clients
      self.serves = serves
    }

    /// The farthest distance that is served through `walls` walls; zero when none is.
    ///
    ///     power − (L₁ + 10 n log₁₀ d + walls · wallLoss) ≥ threshold
    public func reach(walls: Int) -> Metres {
      let left =
        power.value - threshold.value - firstMetre.value - Double(walls) * wallLoss.value
      return left < 0 ? 0 : Metres(power10(left / (10 * exponent)))
    }
  }
}
