import TwinModel

/// Makes faces, lines and points of nested vertex indices.
struct BoundaryBuilder {
  let raw: RawGeometry
  let boundaries: NestedIndices
  let vertices: [Point3]
  /// Indices that lead to no vertex.
  private(set) var badIndices = 0
  /// Places where an array was expected and none is, or the other way round.
  private(set) var badNesting = 0

  private var surfaces: [CitySurface] = []

  init(raw: RawGeometry, boundaries: NestedIndices, vertices: [Point3]) {
    self.raw = raw
    self.boundaries = boundaries
    self.vertices = vertices
  }

  /// The geometry; what is not in place is left out and counted.
  mutating func build(_ kind: CityGeometry.Kind) -> CityGeometry {
    var geometry = CityGeometry(kind, lod: raw.lod)
    switch kind {
    case .multiPoint: geometry.points = ring(at: 0) ?? []
    case .multiLineString: geometry.lines = arrays(at: 0).compactMap { ring(at: $0) }
    case .multiSurface, .compositeSurface: readShell(at: 0, values: 0, solid: 0, shell: 0)
    case .solid: readSolid(at: 0, values: 0, number: 0)
    case .multiSolid, .compositeSolid:
      let values = raw.values?.items(at: 0)
      for (number, solid) in arrays(at: 0).enumerated() {
        readSolid(at: solid, values: item(values, number), number: number)
      }
    }
    geometry.surfaces = surfaces
    return geometry
  }

  private mutating func readSolid(at token: Int, values: Int?, number: Int) {
    let words = values.flatMap { raw.values?.items(at: $0) }
    for (shell, place) in arrays(at: token).enumerated() {
      readShell(at: place, values: item(words, shell), solid: number, shell: shell)
    }
  }

  private mutating func readShell(at token: Int, values: Int?, solid: Int, shell: Int) {
    let words = values.flatMap { raw.values?.items(at: $0) }
    for (number, surface) in arrays(at: token).enumerated() {
      var rings: [[Point3]] = []
      var isWhole = true
      for place in arrays(at: surface) {
        if let ring = ring(at: place) { rings.append(ring) } else { isWhole = false }
      }
      guard isWhole, !rings.isEmpty else { continue }
      let value = item(words, number).flatMap { raw.values?.number(at: $0) }
      let word = value.flatMap { raw.semantics.indices.contains($0) ? raw.semantics[$0] : nil }
      surfaces.append(CitySurface(rings: rings, semantic: word, solid: solid, shell: shell))
    }
  }

  private func item(_ items: [Int]?, _ number: Int) -> Int? {
    items.flatMap { $0.indices.contains(number) ? $0[number] : nil }
  }

  private mutating func arrays(at token: Int) -> [Int] {
    guard let items = boundaries.items(at: token) else {
      badNesting += 1
      return []
    }
    return items
  }

  /// The points of the array of indices at `token`; nil when one leads nowhere.
  private mutating func ring(at token: Int) -> [Point3]? {
    var points: [Point3] = []
    let tokens = boundaries.tokens
    guard tokens.indices.contains(token), tokens[token] == NestedIndices.opening else {
      badNesting += 1
      return nil
    }
    var at = token + 1
    var isWhole = true
    while at < tokens.count, tokens[at] != NestedIndices.closing {
      let index = tokens[at]
      guard index != NestedIndices.opening else {
        badNesting += 1
        return nil
      }
      if vertices.indices.contains(index), !vertices[index].x.isNaN {
        points.append(vertices[index])
      } else {
        badIndices += 1
        isWhole = false
      }
      at += 1
    }
    return isWhole ? points : nil
  }
}
