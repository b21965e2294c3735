/// A weighted set cover with multiplicities: choose columns so that every row is served often enough,
/// at the least total cost.
///
///     minimise   Σ c_j x_j
///     subject to Σ_{j serves i} x_j ≥ k_i   for every row i
///                x_j ∈ {0, 1}
///
/// With k = 1 everywhere it is the location set covering problem: rows are demand points, columns are
/// candidate places. A column can be chosen once at most.
///
/// Source: Toregas, Swain, ReVelle, Bergman: The location of emergency service facilities,
/// Operations Research 19 (1971).
public struct SetCover: Hashable, Sendable {
  /// How many different columns must serve each row; 0 asks for nothing.
  public let required: [Int]
  /// The columns that can be chosen.
  public let columns: [Column]

  /// One column: what choosing it costs and which rows it serves.
  public struct Column: Hashable, Sendable {
    /// Cost; finite and not negative.
    public internal(set) var cost: Double
    /// Indices of the rows that it serves, ascending and without repetition.
    public internal(set) var rows: [Int]

    /// Creates a column; `rows` may come in any order.
    public init(cost: Double = 1, rows: [Int]) {
      self.cost = cost
      self.rows = Set(rows).sorted()
    }
  }

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - required: The count asked for in every row; none negative.
  ///   - columns: The columns; costs finite and not negative, rows within `required`.
  /// - Throws: ``OptimisationError/outOfRange(field:value:allowed:)`` for the first rule broken.
  public init(required: [Int], columns: [Column]) throws(OptimisationError) {
    if let row = required.firstIndex(where: { $0 < 0 }) {
      throw .outOfRange(
        field: "required count of row \(row)", value: "\(required[row])", allowed: "≥ 0")
    }
    for (index, column) in columns.enumerated() {
      guard column.cost.isFinite, column.cost >= 0 else {
        throw .outOfRange(
          field: "cost of column \(index)", value: "\(column.cost)", allowed: "finite and ≥ 0")
      }
      if let row = column.rows.first(where: { !required.indices.contains($0) }) {
        throw .outOfRange(
          field: "row of column \(index)", value: "\(row)",
          allowed: "in 0 ..< \(required.count)")
      }
    }
    self.required = required
    self.columns = columns
  }

  /// The same problem with every column at cost 1.
  public var unicost: SetCover {
    SetCover(
      checked: required,
      columns: columns.map { column in
        var column = column
        column.cost = 1
        return column
      })
  }

  private init(checked required: [Int], columns: [Column]) {
    self.required = required
    self.columns = columns
  }
}
