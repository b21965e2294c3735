/// A point of a profile, in millimetres of its plane.
struct ProfilePoint: Hashable {
  var x: Int
  var y: Int
}

extension IFCWriter {
  // MARK: - Points, directions, placements

  private mutating func direction(_ x: Int, _ y: Int, _ z: Int) -> STEPValue {
    once("direction \(x) \(y) \(z)") {
      $0.step.add(
        "IFCDIRECTION", [.list([.integerReal(x), .integerReal(y), .integerReal(z)])])
    }
  }

  mutating func point(_ x: Int, _ y: Int, _ z: Int) -> STEPValue {
    step.add("IFCCARTESIANPOINT", [.list([length(x), length(y), length(z)])])
  }

  mutating func point(_ x: Int, _ y: Int) -> STEPValue {
    step.add("IFCCARTESIANPOINT", [.list([length(x), length(y)])])
  }

  /// The zero of any frame.
  mutating func origin() -> STEPValue {
    once("origin") {
      let zero = $0.point(0, 0, 0)
      return $0.step.add("IFCAXIS2PLACEMENT3D", [zero, .missing, .missing])
    }
  }

  /// A frame at a point of `parent`, its x axis along a direction of the plan.
  mutating func placement(
    in parent: STEPValue, x: Int, y: Int, z: Int, along: WallDesign.Direction = .east
  ) -> STEPValue {
    let frame: STEPValue
    if x == 0, y == 0, z == 0, along == .east {
      frame = origin()
    } else {
      let corner = point(x, y, z)
      let axis: STEPValue = along == .east ? .missing : direction(0, 0, 1)
      let reference: STEPValue =
        switch along {
        case .east: .missing
        case .north: direction(0, 1, 0)
        case .west: direction(-1, 0, 0)
        case .south: direction(0, -1, 0)
        }
      frame = step.add("IFCAXIS2PLACEMENT3D", [corner, axis, reference])
    }
    return step.add("IFCLOCALPLACEMENT", [parent, frame])
  }

  // MARK: - Solids

  /// An upright box whose base is the rectangle (x0, y0) … (x1, y1) at height z.
  mutating func box(_ base: PlanRectangle, z: Int = 0, height: Int) -> STEPValue {
    let centre = point(0, 0)
    let middle = step.add("IFCAXIS2PLACEMENT2D", [centre, .missing])
    let profile = step.add(
      "IFCRECTANGLEPROFILEDEF",
      [.word("AREA"), .missing, middle, length(base.width), length(base.depth)])
    // The profile is centred, so its frame may stand on half a millimetre.
    let corner = step.add(
      "IFCCARTESIANPOINT",
      [.list([halfLength(base.x0 + base.x1), halfLength(base.y0 + base.y1), length(z)])])
    let frame = step.add("IFCAXIS2PLACEMENT3D", [corner, .missing, .missing])
    return step.add(
      "IFCEXTRUDEDAREASOLID", [profile, frame, direction(0, 0, 1), length(height)])
  }

  /// Half of a length.
  private func halfLength(_ millimetres: Int) -> STEPValue {
    .fixed(millimetres * 5, decimals: unit == .metre ? 4 : 1)
  }

  /// A closed line of the plane.
  mutating func polygon(_ points: [ProfilePoint]) -> STEPValue {
    var corners = points.map { point($0.x, $0.y) }
    if let first = corners.first { corners.append(first) }
    return step.add("IFCPOLYLINE", [.list(corners)])
  }

  /// A plate between `outline` and its `holes`, upright from height z.
  mutating func plate(
    _ outline: PlanRectangle, holes: [PlanRectangle], z: Int, height: Int
  ) -> STEPValue {
    let outer = polygon(outline.corners)
    let inner = holes.map { polygon($0.corners.reversed()) }
    let profile =
      inner.isEmpty
      ? step.add("IFCARBITRARYCLOSEDPROFILEDEF", [.word("AREA"), .missing, outer])
      : step.add(
        "IFCARBITRARYPROFILEDEFWITHVOIDS", [.word("AREA"), .missing, outer, .list(inner)])
    let corner = point(0, 0, z)
    let frame = step.add("IFCAXIS2PLACEMENT3D", [corner, .missing, .missing])
    return step.add(
      "IFCEXTRUDEDAREASOLID", [profile, frame, direction(0, 0, 1), length(height)])
  }

  /// A prism whose profile stands upright in the plane of y and z, extruded along x by `width`.
  mutating func uprightPrism(_ profile: [ProfilePoint], width: Int) -> STEPValue {
    let curve = polygon(profile)
    let area = step.add("IFCARBITRARYCLOSEDPROFILEDEF", [.word("AREA"), .missing, curve])
    let corner = point(0, 0, 0)
    // The frame's x is y, its y is z, and so its z is x.
    let frame = step.add(
      "IFCAXIS2PLACEMENT3D", [corner, direction(1, 0, 0), direction(0, 1, 0)])
    return step.add(
      "IFCEXTRUDEDAREASOLID", [area, frame, direction(0, 0, 1), length(width)])
  }

  // MARK: - Representations

  /// The shape of a product as solids.
  mutating func body(_ solids: [STEPValue]) -> STEPValue {
    definition([representation("Body", "SweptSolid", solids)])
  }

  mutating func definition(_ representations: [STEPValue]) -> STEPValue {
    step.add("IFCPRODUCTDEFINITIONSHAPE", [.missing, .missing, .list(representations)])
  }

  mutating func representation(
    _ name: String, _ kind: String, _ items: [STEPValue]
  ) -> STEPValue {
    step.add(
      "IFCSHAPEREPRESENTATION",
      [shared[name] ?? .missing, .text(name), .text(kind), .list(items)])
  }

  /// A shape that many products share, as a map of its solids.
  mutating func representationMap(_ solids: [STEPValue]) -> STEPValue {
    let shape = representation("Body", "SweptSolid", solids)
    return step.add("IFCREPRESENTATIONMAP", [origin(), shape])
  }

  /// The shape of a product as a copy of a map.
  mutating func copy(of map: STEPValue) -> STEPValue {
    let target = once("identity") {
      let zero = $0.point(0, 0, 0)
      return $0.step.add(
        "IFCCARTESIANTRANSFORMATIONOPERATOR3D", [.missing, .missing, zero, .missing, .missing])
    }
    let item = step.add("IFCMAPPEDITEM", [map, target])
    return definition([representation("Body", "MappedRepresentation", [item])])
  }
}

extension PlanRectangle {
  /// The corners, counter-clockwise from the lower left.
  var corners: [ProfilePoint] {
    [
      ProfilePoint(x: x0, y: y0), ProfilePoint(x: x1, y: y0), ProfilePoint(x: x1, y: y1),
      ProfilePoint(x: x0, y: y1),
    ]
  }
}
