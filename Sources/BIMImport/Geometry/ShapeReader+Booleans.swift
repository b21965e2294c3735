import SpatialCore
import TwinModel

extension ShapeReader {
  /// IfcBooleanResult and IfcBooleanClippingResult.
  ///
  /// What cannot be combined stays as its first operand, and a trouble says so. The operands'
  /// coordinates lie in `frame`; a tree that starts with a half space needs the `bounds` that matter.
  func booleanResult(
    _ item: STEPInstance, in frame: AffineTransform = .identity, within bounds: Bounds? = nil,
    depth: Int
  ) throws(ShapeProblem) -> SolidMesh {
    // Long chains of cuts lean to the left: they are walked, not recursed into.
    var steps: [(operation: String, operand: STEPInstance)] = []
    var at = item
    while model.isKind(at, of: .booleanResult) {
      guard let first = model.instance(at, .firstOperand),
        let second = model.instance(at, .secondOperand)
      else { throw .degenerate("IfcBooleanResult without two operands") }
      steps.append((model.word(at, .operator) ?? "DIFFERENCE", second))
      guard steps.count < 10_000 else {
        throw .degenerate("items refer to one another in a circle")
      }
      at = first
    }
    var body: SolidMesh
    if let bounds {
      body = try operand(at, in: frame, within: bounds, depth: depth + 1)
    } else {
      body = try mesh(at, depth: depth + 1)
      if frame != .identity { body = body.transformed(frame) }
    }
    for (operation, operand) in steps.reversed() {
      switch operation {
      case "DIFFERENCE":
        body = subtracting(
          operand, in: frame, from: body, because: model.className(operand), depth: depth + 1)
      case "UNION", "INTERSECTION":
        let solid: SolidOperation = operation == "UNION" ? .union : .intersection
        body = try combination(solid, body, operand, in: frame, within: bounds, depth: depth + 1)
      default: troubles.append(.uncut("IfcBooleanResult \(operation)"))
      }
    }
    return body
  }

  private func combination(
    _ operation: SolidOperation, _ body: SolidMesh, _ item: STEPInstance, in frame: AffineTransform,
    within bounds: Bounds?, depth: Int
  ) throws(ShapeProblem) -> SolidMesh {
    if operation == .intersection, let pieces = try? regions(item, in: frame, depth: depth),
      pieces.count == 1, let part = body.cut(.keep, pieces[0])
    {
      return part
    }
    guard let box = bounds ?? body.bounds else {
      return operation == .union ? try mesh(item, depth: depth).transformed(frame) : body
    }
    let name = "IfcBooleanResult \(operation == .union ? "UNION" : "INTERSECTION")"
    let solid: SolidMesh
    do { solid = try operand(item, in: frame, within: box, depth: depth) } catch {
      troubles.append(.uncut(name))
      return body
    }
    if let result = combined(operation, body, solid, because: name) { return result }
    guard operation == .union else { return body }
    // The parts may overlap, and then the volume counts twice.
    var both = body
    both.append(solid)
    both.isClosed = false
    return both
  }

  // MARK: - Cuts

  /// The body without an operand; what cannot be cut out stays in, with a trouble.
  ///
  /// Few convex pieces, as of most openings, are cut out plane by plane; all else is combined as
  /// solids.
  func subtracting(
    _ item: STEPInstance, in frame: AffineTransform, from body: SolidMesh, because name: String,
    depth: Int = 0
  ) -> SolidMesh {
    var pieces: [ConvexRegion]?
    do { pieces = try regions(item, in: frame, depth: depth) } catch {
      if case .degenerate(let reason) = error {
        troubles.append(.uncut("an operand: \(reason)"))
        return body
      }
    }
    if let pieces, pieces.count <= ShapeReader.mostPieces,
      let result = cutting(pieces, from: body)
    {
      return result
    }
    guard let bounds = body.bounds else { return body }
    do {
      let solid = try operand(item, in: frame, within: bounds, depth: depth)
      return combined(.difference, body, solid, because: name) ?? body
    } catch {
      switch error {
      case .unsupported(let name): troubles.append(.uncut(name))
      case .degenerate(let reason): troubles.append(.uncut("an operand: \(reason)"))
      }
      return body
    }
  }

  /// The body without convex regions; nil when one of them cannot be cut out.
  private func cutting(_ pieces: [ConvexRegion], from body: SolidMesh) -> SolidMesh? {
    var result = body
    for piece in pieces {
      work -= piece.planes.count * result.triangleCount
      guard work > 0, let next = result.cut(.remove, piece) else { return nil }
      result = next
    }
    return result
  }

  /// Two solids combined; nil, and a trouble, when that cannot be done.
  private func combined(
    _ operation: SolidOperation, _ body: SolidMesh, _ solid: SolidMesh, because name: String
  ) -> SolidMesh? {
    do {
      return try body.combined(operation, with: solid, work: &work)
    } catch {
      switch error {
      case .open: troubles.append(.uncut("\(name) (a solid is not closed)"))
      case .tooMuchWork: troubles.append(.uncut("\(name) (more work than an element may take)"))
      case .overlay(let reason): troubles.append(.uncut("\(name) (\(reason))"))
      }
      return nil
    }
  }
}
