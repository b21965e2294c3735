/// What a fact, finding or verdict is about.
public struct Subject: Hashable, Sendable, Comparable, Codable {
  /// What kind of thing it is.
  public var kind: Kind
  /// Its identity: a campus id, a GlobalId, a district's name.
  public var id: String

  /// The kinds of subjects, from the city down.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case programme, district, campus, building, storey, space, element, device

    /// Orders from the city down.
    public static func < (left: Self, right: Self) -> Bool {
      let order = Self.allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// Creates a subject.
  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// A campus as a subject.
  public static func campus(_ id: CampusID) -> Subject { Subject(.campus, id.value) }
  /// A space as a subject.
  public static func space(_ id: GlobalID) -> Subject { Subject(.space, id.value) }
  /// A storey as a subject.
  public static func storey(_ id: GlobalID) -> Subject { Subject(.storey, id.value) }
  /// A building as a subject.
  public static func building(_ id: GlobalID) -> Subject { Subject(.building, id.value) }

  /// Orders by kind, then identity.
  public static func < (left: Self, right: Self) -> Bool {
    (left.kind, left.id) < (right.kind, right.id)
  }
}

/// The value of a fact.
public enum FactValue: Hashable, Sendable, Codable {
  /// A number, in the fact's unit.
  case number(Double)
  /// A word, such as a room use.
  case text(String)
  /// Yes or no.
  case flag(Bool)

  /// The number; nil for words and flags.
  public var number: Double? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The word; nil for numbers and flags.
  public var text: String? {
    if case .text(let value) = self { value } else { nil }
  }
}

/// How a value came to be known.
public enum Method: String, Hashable, Sendable, Codable {
  /// Measured in the building model.
  case model
  /// Computed by a study.
  case simulation
  /// Declared by somebody, with evidence outside the model.
  case declaration
}

/// `subject · quantity · value ± uncertainty · unit · method · evidence · hash of inputs`: the one
/// form in which studies say what they found.
public struct Fact: Hashable, Sendable, Codable {
  /// What the fact is about.
  public var subject: Subject
  /// What was measured; one of ``QuantityCatalogue/all``.
  public var quantity: QuantityName
  /// The value, in ``unit``.
  public var value: FactValue
  /// Bounds of an 80 % interval in the same unit; nil when no uncertainty is known.
  public var interval: Interval?
  /// Unit symbol; empty for counts, words and flags.
  public var unit: String
  /// The stage it holds for; nil when it holds for all.
  public var stage: Stage?
  /// The school year (its first calendar year) it holds for; nil when it holds for the present.
  public var year: Int?
  /// How it came to be known.
  public var method: Method
  /// Objects of the model that carry the evidence, sorted.
  public var evidence: [GlobalID]
  /// Study that made the fact, with its version, such as `capacity/1`; empty for declarations.
  public var source: String
  /// Words for the reader, such as the binding constraint; empty when there is nothing to add.
  public var note: String

  /// An interval of values.
  public struct Interval: Hashable, Sendable, Codable {
    /// Lower bound.
    public var low: Double
    /// Upper bound.
    public var high: Double

    /// Creates an interval; `low` is not above `high`.
    public init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }

  /// Creates a fact; the unit is the one of the catalogue.
  public init(
    _ subject: Subject, _ quantity: QuantityName, _ value: FactValue, interval: Interval? = nil,
    stage: Stage? = nil, year: Int? = nil, method: Method, evidence: [GlobalID] = [],
    source: String = "", note: String = ""
  ) {
    self.subject = subject
    self.quantity = quantity
    self.value = value
    self.interval = interval
    self.unit = QuantityCatalogue.entry(quantity)?.unit ?? ""
    self.stage = stage
    self.year = year
    self.method = method
    self.evidence = evidence.sorted()
    self.source = source
    self.note = note
  }
}

/// A quantity over the cells of a plan: a map of coverage, say.
///
/// Cell (column, row) is the square from `origin + cell · (column, row)` in local metres; its value
/// stands for its centre.
public struct GridFact: Hashable, Sendable, Codable {
  /// The storey the map lies on.
  public var storey: GlobalID
  /// What was measured; one of ``QuantityCatalogue/all``.
  public var quantity: QuantityName
  /// Unit symbol.
  public var unit: String
  /// Lower left corner, in local metres.
  public var origin: Point2
  /// Side of a cell.
  public var cell: Metres
  /// Cells along x.
  public var columns: Int
  /// Cells along y.
  public var rows: Int
  /// Values row by row from the lowest y, `columns × rows` of them; NaN outside rooms.
  public var values: [Float]
  /// Study that made it, with its version.
  public var source: String

  /// Creates a map; `values` has `columns × rows` entries.
  public init(
    storey: GlobalID, quantity: QuantityName, origin: Point2, cell: Metres, columns: Int, rows: Int,
    values: [Float], source: String
  ) {
    precondition(values.count == columns * rows, "a grid has columns × rows values")
    self.storey = storey
    self.quantity = quantity
    self.unit = QuantityCatalogue.entry(quantity)?.unit ?? ""
    self.origin = origin
    self.cell = cell
    self.columns = columns
    self.rows = rows
    self.values = values
    self.source = source
  }
}
