/// A linear program some of whose variables must be whole.
///
///     minimise   Σ c_j x_j
///     subject to lower_i ≤ Σ a_ij x_j ≤ upper_i,   lower_j ≤ x_j ≤ upper_j,   x_j whole where asked
public struct MixedIntegerProgram: Hashable, Sendable {
  /// The variables; a row names them by index.
  public var variables: [Variable]
  /// The rows.
  public var rows: [Row]

  /// One variable.
  public struct Variable: Hashable, Sendable {
    /// Cost of one unit.
    public var cost: Double
    /// Least value; −∞ for none.
    public var lower: Double
    /// Greatest value; +∞ for none.
    public var upper: Double
    /// Whether the value must be whole.
    public var isInteger: Bool

    /// Creates a variable; `0 ≤ x`, continuous, unless told otherwise.
    public init(
      cost: Double, lower: Double = 0, upper: Double = .infinity, isInteger: Bool = false
    ) {
      self.cost = cost
      self.lower = lower
      self.upper = upper
      self.isInteger = isInteger
    }

    /// A variable that is 0 or 1.
    public static func binary(cost: Double) -> Variable {
      Variable(cost: cost, lower: 0, upper: 1, isInteger: true)
    }
  }

  /// One row: a weighted sum between two limits.
  public struct Row: Hashable, Sendable {
    /// Variable and weight; a variable that comes twice counts with the sum.
    public var terms: [Term]
    /// Least value of the sum; −∞ for none.
    public var lower: Double
    /// Greatest value of the sum; +∞ for none.
    public var upper: Double

    /// Creates a row.
    public init(_ terms: [Term], lower: Double = -.infinity, upper: Double = .infinity) {
      self.terms = terms
      self.lower = lower
      self.upper = upper
    }
  }

  /// A variable with its weight in a row.
  public struct Term: Hashable, Sendable {
    /// Index of the variable.
    public var variable: Int
    /// Its weight.
    public var weight: Double

    /// Creates a term.
    public init(_ variable: Int, _ weight: Double) {
      self.variable = variable
      self.weight = weight
    }
  }

  /// Creates a program.
  public init(variables: [Variable] = [], rows: [Row] = []) {
    self.variables = variables
    self.rows = rows
  }

  /// The first rule that the program breaks; nil when it is sound.
  func firstFault() -> OptimisationError? {
    for (index, variable) in variables.enumerated() {
      if !variable.cost.isFinite {
        return .outOfRange(
          field: "cost of variable \(index)", value: "\(variable.cost)", allowed: "finite")
      }
      if !(variable.lower <= variable.upper) {
        return .outOfRange(
          field: "lower bound of variable \(index)", value: "\(variable.lower)",
          allowed: "≤ its upper bound \(variable.upper)")
      }
    }
    for (index, row) in rows.enumerated() {
      if !(row.lower <= row.upper) {
        return .outOfRange(
          field: "lower limit of row \(index)", value: "\(row.lower)",
          allowed: "≤ its upper limit \(row.upper)")
      }
      for term in row.terms {
        if !variables.indices.contains(term.variable) {
          return .outOfRange(
            field: "variable in row \(index)", value: "\(term.variable)",
            allowed: "in 0 ..< \(variables.count)")
        }
        if !term.weight.isFinite {
          return .outOfRange(
            field: "weight in row \(index)", value: "\(term.weight)", allowed: "finite")
        }
      }
    }
    return nil
  }
}
