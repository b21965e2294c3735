public import TwinModel

extension InterventionChoice {
  /// An option that is taken, with the year that it takes effect in.
  public struct Step: Hashable, Sendable {
    /// The option.
    public var option: String
    /// The year.
    public var year: Int

    /// Creates a step.
    public init(option: String, year: Int) {
      self.option = option
      self.year = year
    }
  }

  /// Seats that are missing whatever is done.
  public struct Missing: Hashable, Sendable {
    /// The school or district.
    public var place: Subject
    /// The stage.
    public var stage: Stage
    /// The year.
    public var year: Int
    /// Seats.
    public var seats: Int

    /// Creates a shortage.
    public init(place: Subject, stage: Stage, year: Int, seats: Int) {
      self.place = place
      self.stage = stage
      self.year = year
      self.seats = seats
    }
  }

  /// Pupils of a place who take seats of another.
  public struct Move: Hashable, Sendable {
    /// The place whose demand they are.
    public var from: Subject
    /// The place whose seats they take.
    public var to: Subject
    /// The stage.
    public var stage: Stage
    /// The year.
    public var year: Int
    /// How many seats are kept for them; as many as demand may need with the wanted certainty.
    public var pupils: Int
    /// The way from place to place; nil where a position is not known.
    public var way: Metres?
    /// The option whose border moved; nil for pupils who go to seats within reach.
    public var border: String?

    /// Creates a move.
    public init(
      from: Subject, to: Subject, stage: Stage, year: Int, pupils: Int, way: Metres? = nil,
      border: String? = nil
    ) {
      self.from = from
      self.to = to
      self.stage = stage
      self.year = year
      self.pupils = pupils
      self.way = way
      self.border = border
    }
  }

  /// The probability of a shortage where it is above the bound without any option, or stays above it.
  public struct Risk: Hashable, Sendable {
    /// The school or district.
    public var place: Subject
    /// The stage.
    public var stage: Stage
    /// The year.
    public var year: Int
    /// With the seats that there are anyway (%); nil where demand has no interval.
    public var before: Double?
    /// With the options taken and the moves made (%): of its own demand against its own seats and those
    /// kept for it elsewhere, less those kept for others; nil where demand has no interval.
    public var after: Double?

    /// Creates a risk.
    public init(place: Subject, stage: Stage, year: Int, before: Double?, after: Double?) {
      self.place = place
      self.stage = stage
      self.year = year
      self.before = before
      self.after = after
    }
  }
}
