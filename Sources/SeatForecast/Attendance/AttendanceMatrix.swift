public import TwinModel

/// Where pupils of one stage live against where they go to school, today and in an assignment: the
/// in-boundary and out-of-boundary pupils of zones and schools.
public struct AttendanceMatrix: Hashable, Sendable {
  /// What a block is a part of.
  public enum Home: String, CaseIterable, Hashable, Sendable {
    /// Its attendance zone (学区).
    case zone
    /// The school of the stage that is nearest to it along the straight line, of equals the first.
    case nearest
  }

  /// Pupils of one home at one school.
  public struct Cell: Hashable, Sendable {
    /// The zone, or the nearest school.
    public var home: String
    /// The school; nil for those without a seat, or whose school today is not known.
    public var school: String?
    /// Whether the school serves the zone, or is the nearest itself; nil without a school.
    public var isInside: Bool?
    /// Those who go there today.
    public var today: Int
    /// Those whom the assignment seats there.
    public var assigned: Int

    /// Creates a cell.
    public init(home: String, school: String?, isInside: Bool?, today: Int, assigned: Int) {
      self.home = home
      self.school = school
      self.isInside = isInside
      self.today = today
      self.assigned = assigned
    }
  }

  /// The stage; nil where it is not named.
  public let stage: Stage?
  /// The cells with pupils by home, then school, no school last.
  public let cells: [Cell]
  /// Pupils of known school today who keep it in the assignment.
  ///
  /// Pupils of a block are alike: as many stay at a school as both have there from the block.
  public let staying: Int

  /// Puts together who lives and goes where.
  ///
  /// - Parameters:
  ///   - part: The assignment, whose zones and schools say what is inside.
  ///   - attendance: Who goes where today; nobody knows of the others.
  ///   - today: The schools of today, where they are others than those of the assignment.
  ///   - home: What a block is a part of.
  public init(
    _ part: StagedAssignment.Part, attendance: [Attendance], today: [BlockProblem.School] = [],
    by home: Home
  ) {
    stage = part.stage
    let places = Places(part.problem, today, home)
    let lines = attendance.filter { $0.stage == part.stage }
    var counts = Counts()
    var pupils: [[String]: (today: Int, assigned: Int)] = [:]
    for block in part.problem.blocks {
      counts.add(places.home[block.id], nil, today: block.pupils.reduce(0, +))
    }
    for line in lines {
      counts.add(places.home[line.block], line.school, today: line.pupils)
      counts.add(places.home[line.block], nil, today: -line.pupils)
      pupils[[line.block, line.school], default: (0, 0)].today += line.pupils
    }
    for flow in part.assignment.flows {
      counts.add(places.home[flow.block], flow.school, assigned: flow.pupils)
      pupils[[flow.block, flow.school], default: (0, 0)].assigned += flow.pupils
    }
    for (block, left) in part.assignment.unplaced {
      counts.add(places.home[block], nil, assigned: left.reduce(0, +))
    }
    staying = pupils.values.reduce(0) { $0 + min($1.today, $1.assigned) }
    cells = counts.cells { places.isInside($0, $1) }
  }

  /// Pupils of homes and schools, inside, outside and without a school.
  public struct Sum: Hashable, Sendable {
    /// Pupils inside: of a home at its schools, of a school from its homes.
    public var inside = 0
    /// Pupils outside.
    public var outside = 0
    /// Pupils of a home without a school: of unknown school today, without a seat in an assignment.
    public var none = 0

    /// Creates a sum.
    public init(inside: Int = 0, outside: Int = 0, none: Int = 0) {
      self.inside = inside
      self.outside = outside
      self.none = none
    }

    fileprivate mutating func add(_ pupils: Int, _ isInside: Bool?) {
      switch isInside {
      case true?: inside += pupils
      case false?: outside += pupils
      case nil: none += pupils
      }
    }
  }

  /// One side of the matrix, added up.
  public struct Total: Hashable, Sendable {
    /// The home or school.
    public var id: String
    /// Today.
    public var today = Sum()
    /// In the assignment.
    public var assigned = Sum()
  }

  /// Who lives in each home, by home.
  public var homes: [Total] { totals(\.home) }

  /// Who goes to each school, by school.
  public var schools: [Total] { totals(\.school) }

  /// Who goes to school where at all.
  public var all: Total {
    cells.reduce(into: Total(id: "")) { sum, cell in sum.add(cell) }
  }

  private func totals(_ id: (Cell) -> String?) -> [Total] {
    var byID: [String: Total] = [:]
    for cell in cells {
      guard let id = id(cell) else { continue }
      byID[id, default: Total(id: id)].add(cell)
    }
    return byID.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension AttendanceMatrix.Total {
  fileprivate mutating func add(_ cell: AttendanceMatrix.Cell) {
    today.add(cell.today, cell.isInside)
    assigned.add(cell.assigned, cell.isInside)
  }
}

/// The homes of blocks, and which schools are inside.
private struct Places {
  /// The home of each block.
  private(set) var home: [String: String] = [:]
  private var zones: [String: Set<String>] = [:]
  private let kind: AttendanceMatrix.Home

  init(
    _ problem: BlockProblem, _ today: [BlockProblem.School], _ kind: AttendanceMatrix.Home
  ) {
    self.kind = kind
    for school in today + problem.schools { zones[school.id] = Set(school.zones) }
    for block in problem.blocks where home[block.id] == nil {
      switch kind {
      case .zone: home[block.id] = block.zone
      case .nearest:
        let nearest = problem.schools.enumerated().min {
          (block.position.distance(to: $0.element.position), $0.offset)
            < (block.position.distance(to: $1.element.position), $1.offset)
        }
        home[block.id] = nearest?.element.id ?? ""
      }
    }
  }

  func isInside(_ home: String, _ school: String) -> Bool {
    kind == .nearest ? home == school : zones[school]?.contains(home) ?? false
  }
}

/// Pupils by home and school.
private struct Counts {
  private struct Key: Hashable {
    var home: String
    var school: String?
  }
  private var byKey: [Key: (today: Int, assigned: Int)] = [:]

  mutating func add(_ home: String?, _ school: String?, today: Int = 0, assigned: Int = 0) {
    guard let home else { return }
    let key = Key(home: home, school: school)
    let before = byKey[key] ?? (0, 0)
    byKey[key] = (before.today + today, before.assigned + assigned)
  }

  func cells(isInside: (String, String) -> Bool) -> [AttendanceMatrix.Cell] {
    byKey.filter { $0.value.today > 0 || $0.value.assigned > 0 }.sorted {
      ($0.key.home, $0.key.school == nil ? 1 : 0, $0.key.school ?? "")
        < ($1.key.home, $1.key.school == nil ? 1 : 0, $1.key.school ?? "")
    }.map { key, pupils in
      AttendanceMatrix.Cell(
        home: key.home, school: key.school,
        isInside: key.school.map { isInside(key.home, $0) }, today: pupils.today,
        assigned: pupils.assigned)
    }
  }
}
