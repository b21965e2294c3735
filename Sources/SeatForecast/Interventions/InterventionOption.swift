public import TwinModel

extension InterventionChoice {
  /// Something that can be done, once at most.
  public struct Option: Hashable, Sendable {
    /// Seats that come to a place (or go, below 0) in a stage.
    public struct Effect: Hashable, Sendable {
      /// The school or district.
      public var place: Subject
      /// The stage.
      public var stage: Stage
      /// Seats more; below 0 for fewer.
      public var seats: Int
      /// Where the place stands (m), for a school that is yet to be built; nil where it is known.
      public var position: Point2?

      /// Creates an effect.
      public init(_ place: Subject, _ stage: Stage, seats: Int, position: Point2? = nil) {
        self.place = place
        self.stage = stage
        self.seats = seats
        self.position = position
      }
    }

    /// A border that moves: pupils of one place belong to another.
    public struct Border: Hashable, Sendable {
      /// The place whose pupils they were.
      public var from: Subject
      /// The place whose pupils they become, where there are seats for them.
      public var to: Subject
      /// The stage.
      public var stage: Stage
      /// The most pupils of the stage in any year; 0 or more.
      public var pupils: Int

      /// Creates a border's move.
      public init(from: Subject, to: Subject, _ stage: Stage, pupils: Int) {
        self.from = from
        self.to = to
        self.stage = stage
        self.pupils = pupils
      }
    }

    /// The option's id.
    public var id: String
    /// What it costs, in whatever money the list uses; 0 or more.
    public var cost: Double
    /// The first year in which it can take effect.
    public var firstYear: Int
    /// What it does to seats.
    public var effects: [Effect]
    /// What it does to borders.
    public var borders: [Border]
    /// At most one option of a group is taken; empty for none.
    public var group: String

    /// Creates an option.
    public init(
      id: String, cost: Double, firstYear: Int, effects: [Effect], borders: [Border] = [],
      group: String = ""
    ) {
      self.id = id
      self.cost = cost
      self.firstYear = firstYear
      self.effects = effects
      self.borders = borders
      self.group = group
    }
  }
}
