/// A geometry object as its members stand in the file, before it is known what they mean.
struct RawGeometry {
  private(set) var type: String?
  private(set) var lod: String?
  private(set) var boundaries: NestedIndices?
  /// Words of the semantic surfaces; nil for one that has none.
  private(set) var semantics: [String?] = []
  /// For each face the number of its semantic surface.
  private(set) var values: NestedIndices?
  private(set) var template: Int?
  private(set) var matrix: [Double]?

  /// Reads the object at the cursor.
  init(_ cursor: inout JSONCursor) throws(JSONSyntaxError) {
    guard cursor.isAtObject() else {
      try cursor.skip()
      return
    }
    var isFirst = true
    while let name = try cursor.nextMember(&isFirst) {
      switch name {
      case "type": type = try cursor.stringIfAny()
      case "lod": lod = try Self.lod(&cursor)
      case "boundaries": boundaries = try NestedIndices(&cursor)
      case "semantics": try readSemantics(&cursor)
      case "template": template = try cursor.numberIfAny().flatMap { Int(exactly: $0) }
      case "transformationMatrix": matrix = try cursor.numbersIfAny()
      default: try cursor.skip()
      }
    }
  }

  /// A number in 1.0, a text later.
  private static func lod(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> String? {
    if cursor.peek() == UInt8(ascii: "\"") { return try cursor.string() }
    let range = try cursor.skip()
    let text = JSONExtract.compact(cursor.bytes, range)
    return Double(text) == nil ? nil : text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private mutating func readSemantics(_ cursor: inout JSONCursor) throws(JSONSyntaxError) {
    guard cursor.isAtObject() else {
      try cursor.skip()
      return
    }
    var isFirst = true
    while let name = try cursor.nextMember(&isFirst) {
      switch name {
      case "values": values = try NestedIndices(&cursor)
      case "surfaces" where cursor.isAtArray():
        var isFirstSurface = true
        while try cursor.nextItem(&isFirstSurface) { semantics.append(try Self.word(&cursor)) }
      default: try cursor.skip()
      }
    }
  }

  private static func word(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> String? {
    guard cursor.isAtObject() else {
      try cursor.skip()
      return nil
    }
    var word: String?
    var isFirst = true
    while let name = try cursor.nextMember(&isFirst) {
      if name == "type" { word = try cursor.stringIfAny() } else { try cursor.skip() }
    }
    return word
  }
}
