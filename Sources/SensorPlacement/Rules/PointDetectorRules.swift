public import TwinModel

/// What GB 50116 asks of one type of point detector, as `seeds/equipment/smoke-detector.yaml` and
/// `heat-detector.yaml` say it.
///
/// Source: GB 50116-2013 5.2.5, 6.2.2 to 6.2.8 and 6.2.10; status and address of every figure stand in the file.
public struct PointDetectorRules: Hashable, Sendable {
  /// The types of point detectors of table 6.2.2.
  public enum DetectorType: String, CaseIterable, Hashable, Sendable {
    /// 点型感烟火灾探测器.
    case smoke = "smoke_detector"
    /// 点型感温火灾探测器.
    case heat = "heat_detector"

    /// The first word of the names of its quantities.
    var word: String { self == .smoke ? "smoke" : "heat" }
    /// As messages call it.
    var words: String { "\(word) detector" }
  }

  /// The type of detector.
  public var type: DetectorType
  /// The standard.
  public var document: String
  /// Table 6.2.2.
  public var protection: [Protection]
  /// Formula 6.2.2: K by number of people, most people first.
  public var corrections: [Correction]
  /// Clause 6.2.4.
  public var corridor: Corridor
  /// Clauses 6.2.5 and 6.2.6: least distance to walls and to what stands in the way.
  public var clearance: Metres
  /// Clause 6.2.7: what leaves less than this share of the clear height free parts the room.
  public var partitionGapShare: Double
  /// Clause 6.2.3.
  public var beams: BeamRules
  /// Clause 6.2.8.
  public var outlets: OutletRules
  /// Clause 6.2.10: roofs of two slopes steeper than this take a row at the ridge.
  public var ridgeSlope: Degrees
  /// Clause 5.2.5.
  public var choice: DetectorChoice
  /// Uses that count as corridors.
  public var corridorUses: [String]
  /// Uses without detectors of this type.
  public var exemptions: [Exemption]
  /// Without a known use, a room this many times as long as wide counts as a corridor.
  public var corridorLengthToWidth: Double

  /// One row and column of table 6.2.2.
  public struct Protection: Hashable, Sendable {
    /// Floor area of the room that it holds for.
    public var floorArea: Span
    /// Height of the room that it holds for, in metres.
    public var height: Span
    /// Slope of the ceiling that it holds for, in degrees.
    public var slope: Span
    /// 保护面积 A.
    public var area: SquareMetres
    /// 保护半径 R, measured in plan.
    public var radius: Metres
    /// Whether the figures were read at their source.
    public var isVerified: Bool
  }

  /// The numbers above `above`, up to and with `upTo`.
  public struct Span: Hashable, Sendable {
    /// Not in the span any more.
    public var above: Double
    /// The greatest number of the span.
    public var upTo: Double

    /// Whether `value` is in the span.
    public func contains(_ value: Double) -> Bool { value > above && value <= upTo }
  }

  /// K of formula 6.2.2.
  public struct Correction: Hashable, Sendable {
    /// It holds for more people than this.
    public var peopleAbove: Int
    /// K.
    public var factor: Double
    /// Whether the figure was read at its source.
    public var isVerified: Bool
  }

  /// Clause 6.2.4.
  public struct Corridor: Hashable, Sendable {
    /// It holds for corridors narrower than this.
    public var narrowerThan: Metres
    /// Greatest distance between detectors; to an end wall half of it.
    public var spacing: Metres
  }

  /// A use that needs no detectors of this type.
  public struct Exemption: Hashable, Sendable {
    /// The use.
    public var use: String
    /// Why.
    public var reason: String
  }

  /// The row of table 6.2.2 for a room; nil when the table has none.
  ///
  /// - Parameters:
  ///   - floorArea: S, the room's floor area.
  ///   - height: h, floor to ceiling.
  ///   - slope: Slope of the ceiling.
  /// - Returns: Protection area and radius with the spans that they hold for.
  public func protection(
    floorArea: SquareMetres, height: Metres, slope: Degrees
  ) -> Protection? {
    protection.first {
      $0.floorArea.contains(floorArea.value) && $0.height.contains(height.value)
        // A flat ceiling is in the lowest span.
        && $0.slope.contains(max(slope.value, .leastNonzeroMagnitude))
    }
  }

  /// K for a place that holds `people`.
  public func correction(people: Int) -> Double {
    corrections.first { people > $0.peopleAbove }?.factor ?? corrections.last?.factor ?? 1
  }

  /// N of formula 6.2.2: the least number of detectors, one at least.
  public func leastCount(
    floorArea: SquareMetres, protection: Protection, people: Int
  ) -> Int {
    let count = floorArea.value / (correction(people: people) * protection.area.value)
    // An area that is a multiple of A by the millimetre is not a detector more.
    return max(1, Int((count - 1e-9).rounded(.up)))
  }

  /// Why a room needs no detectors of this type; nil when it does.
  ///
  /// A room whose use and name say nothing takes smoke detectors.
  public func exemption(use: String?, name: String) -> Exemption? {
    let heat = choice.heatRule(use: use, name: name)
    if type == .heat {
      guard heat == nil else { return exemptions.first { $0.use == use } }
      return Exemption(use: use ?? "", reason: "heat detectors are for the rooms of 5.2.5 only")
    }
    if let heat {
      return Exemption(use: use ?? "", reason: "heat detectors instead: \(heat.reason)")
    }
    return exemptions.first { $0.use == use }
  }
}

extension PointDetectorRules {
  /// The kind of device, as models and plans name it.
  public var kind: String { type.rawValue }

  /// A quantity of this type, such as `room.smoke_detectors_required`.
  func quantity(_ subject: String, _ rest: String) -> QuantityName {
    QuantityName("\(subject).\(type.word)_\(rest)")
  }
}
