package import TwinModel

/// A small world drawn in ASCII: one storey, seen from above, as a test can read it.
///
/// `#` is wall, a letter is a room's floor, `+` is a closed door in a wall (it joins the rooms on its
/// sides), `=` a window, `o` a column standing in the room around it, `.` the floor of a room called
/// `.`; a blank is outside. The first line is the north; a cell is a square.
package struct FloorPlan {
  private let rows: [[Character]]
  private let cell: Int64

  /// Draws a plan; `cell` is the side of a character, in metres.
  package init(_ drawing: String, cell: Double) {
    rows = drawing.split(separator: "\n", omittingEmptySubsequences: true).map(Array.init)
      .reversed()
    self.cell = Int64((cell * 1000).rounded())
  }

  /// The floor area of a room (m²).
  package func area(of room: Character) -> Double {
    let cells = rows.joined().count { $0 == room }
    return Double(cells) * Double(cell * cell) / 1e6
  }

  /// The storey plan: rooms are unions of cells (rectangles merged row-wise and column-wise where
  /// they form a rectangle, else traced), walls one square each.
  package func storeyPlan(
    height: Double = 3, wallMaterial: String = "concrete", longNames: [Character: String] = [:]
  ) -> StoreyPlan {
    var plan = StoreyPlan(
      storey: GlobalID("storey"), building: GlobalID("building"), name: "1", number: 1,
      elevation: 0, height: Metres(height))
    let top = Int64((height * 1000).rounded())
    for letter in Set(rows.joined()).filter({ $0.isLetter && $0 != "o" || $0 == "." }).sorted() {
      let outline = trace { self.isFloor($0, $1, of: letter) }
      plan.rooms.append(
        PlanRoom(
          id: GlobalID("room-\(letter)"), name: String(letter), longName: longNames[letter] ?? "",
          outline: outline, height: Metres(height)))
    }
    for (y, row) in rows.enumerated() {
      for (x, character) in row.enumerated() {
        let square = square(x, y)
        switch character {
        case "#", "+", "=":
          plan.walls.append(
            PlanWall(
              id: GlobalID("wall-\(x)-\(y)"), outline: [square],
              layers: [
                MaterialLayer(material: wallMaterial, thickness: Metres(Double(cell) / 1000))
              ],
              bottom: 0, top: top, thickness: cell))
          if character != "#" { addOpening(character, x, y, to: &plan) }
        case "o":
          plan.obstacles.append(
            PlanObstacle(
              id: GlobalID("column-\(x)-\(y)"), kind: .column, outline: [square], top: top))
        default: break
        }
      }
    }
    return plan
  }

  // MARK: - Cells

  private func character(_ x: Int, _ y: Int) -> Character {
    guard rows.indices.contains(y), rows[y].indices.contains(x) else { return " " }
    return rows[y][x]
  }

  private func isFloor(_ x: Int, _ y: Int, of letter: Character) -> Bool {
    floor(x, y) == letter
  }

  /// The character that says whose floor a cell is: a column stands in the room to its west.
  private func floor(_ x: Int, _ y: Int) -> Character {
    let here = character(x, y)
    guard here == "o" else { return here }
    return (0..<x).reversed().lazy.map { character($0, y) }.first { $0 != "o" } ?? " "
  }

  private func square(_ x: Int, _ y: Int) -> PlanPolygon {
    let (x, y) = (Int64(x), Int64(y))
    return .rectangle(x * cell, y * cell, (x + 1) * cell, (y + 1) * cell)
  }

  private func addOpening(_ kind: Character, _ x: Int, _ y: Int, to plan: inout StoreyPlan) {
    let runsEast = character(x - 1, y) != " " && "#+=".contains(character(x - 1, y))
    let sides = runsEast ? [(x, y - 1), (x, y + 1)] : [(x - 1, y), (x + 1, y)]
    let ids = sides.map { floor($0.0, $0.1) }.filter { $0.isLetter || $0 == "." }
      .map { GlobalID("room-\($0)") }.sorted()
    let (left, low) = (Int64(x) * cell, Int64(y) * cell)
    let opening = PlanOpening(
      id: GlobalID("\(kind == "+" ? "door" : "window")-\(x)-\(y)"),
      kind: kind == "+" ? .door : .window, wall: GlobalID("wall-\(x)-\(y)"),
      start: runsEast ? PlanPoint(left, low + cell / 2) : PlanPoint(left + cell / 2, low),
      end: runsEast
        ? PlanPoint(left + cell, low + cell / 2) : PlanPoint(left + cell / 2, low + cell),
      sill: kind == "+" ? 0 : 900, head: kind == "+" ? 2100 : 2400, width: cell, rooms: ids)
    plan.openings.append(opening)
    for index in plan.rooms.indices where ids.contains(plan.rooms[index].id) {
      if kind == "+" {
        plan.rooms[index].doors.append(opening.id)
      } else {
        plan.rooms[index].windows.append(opening.id)
      }
    }
  }

  // MARK: - Tracing the border of a set of cells

  private func trace(_ isInside: (Int, Int) -> Bool) -> [PlanPolygon] {
    // Directed unit edges with the floor on their left; joined into rings at shared corners.
    var next: [PlanPoint: [PlanPoint]] = [:]
    let width = rows.map(\.count).max() ?? 0
    for y in rows.indices {
      for x in 0..<width where isInside(x, y) {
        let corners = square(x, y).outer
        let neighbours = [(x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y)]
        for side in 0..<4 where !isInside(neighbours[side].0, neighbours[side].1) {
          next[corners[side], default: []].append(corners[(side + 1) % 4])
        }
      }
    }
    var rings: [[PlanPoint]] = []
    for start in next.keys.sorted() {
      while let first = next[start]?.popLast() {
        var ring = [start]
        var point = first
        while point != start {
          ring.append(point)
          guard let following = next[point]?.popLast() else { break }
          point = following
        }
        rings.append(withoutStraightCorners(ring))
      }
    }
    let outers = rings.filter { twiceArea($0) > 0 }
    return outers.map { outer in
      PlanPolygon(
        outer: outer,
        holes: rings.filter { twiceArea($0) < 0 && position(of: $0[0], in: outer) == .inside })
    }
  }

  private func withoutStraightCorners(_ ring: [PlanPoint]) -> [PlanPoint] {
    ring.indices.compactMap { index in
      let before = ring[(index + ring.count - 1) % ring.count]
      let after = ring[(index + 1) % ring.count]
      return orientation(before, ring[index], after) == 0 ? nil : ring[index]
    }
  }
}
