import SpatialCore
import TwinModel

/// The vertices of one CityJSON document, and what its members are.
struct CityJSONDocument {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Bytes of the values of the top-level members.
  let members: [String: Range<Int>]
  /// Vertices in real coordinates; one that was no three numbers is NaN.
  private(set) var vertices: [Point3] = []
  /// How many vertices were no three numbers.
  private(set) var brokenVertices = 0

  /// Finds the members of the document at the cursor, checking all of its syntax.
  init(_ cursor: inout JSONCursor) throws(JSONSyntaxError) {
    bytes = cursor.bytes
    members = try cursor.members()
  }

  /// A cursor on the value of a member; nil when there is none.
  func cursor(_ name: String) -> JSONCursor? {
    members[name].map { JSONCursor(bytes, in: $0) }
  }

  /// The text of a member; nil when there is none or it is no text.
  func text(_ name: String) throws(JSONSyntaxError) -> String? {
    guard var cursor = cursor(name) else { return nil }
    return try cursor.stringIfAny()
  }

  /// Reads `vertices` through `transform`.
  mutating func readVertices(_ transform: VertexTransform?) throws(JSONSyntaxError) {
    guard var cursor = cursor("vertices"), cursor.isAtArray() else { return }
    (vertices, brokenVertices) = try Self.vertices(&cursor, transform)
  }

  /// The points of the array of coordinates at the cursor, and how many are none.
  static func vertices(
    _ cursor: inout JSONCursor, _ transform: VertexTransform?
  ) throws(JSONSyntaxError) -> ([Point3], broken: Int) {
    let scale = transform.map { Vector3($0.scale[0], $0.scale[1], $0.scale[2]) } ?? [1, 1, 1]
    let translate =
      transform.map { Vector3($0.translate[0], $0.translate[1], $0.translate[2]) } ?? .zero
    var points: [Point3] = []
    var broken = 0
    var isFirst = true
    while try cursor.nextItem(&isFirst) {
      var numbers = Vector3(repeating: .nan)
      var count = 0
      guard cursor.isAtArray() else {
        try cursor.skip()
        points.append(numbers.point)
        broken += 1
        continue
      }
      var isFirstNumber = true
      while try cursor.nextItem(&isFirstNumber) {
        let number = try cursor.numberIfAny() ?? .nan
        if count < 3 { numbers[count] = number }
        count += 1
      }
      let point = numbers * scale + translate
      let isWhole = count == 3 && (point.x + point.y + point.z).isFinite
      if !isWhole { broken += 1 }
      points.append(isWhole ? point.point : Vector3(repeating: .nan).point)
    }
    return (points, broken)
  }
}
