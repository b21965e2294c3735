import SpatialCore
import TwinModel

/// The stages of reading an IFC file one by one, so that each can be measured, or tried on anything,
/// alone.
public final class ReadingStages {
  private let model: IFCModel

  /// Maps the file, finds its instances and chooses the schema: the first stage.
  ///
  /// - Throws: ``ImportError`` when the file cannot be read or is not STEP.
  public init(file path: String) throws(ImportError) { model = try IFCModel(file: path) }

  /// Reads the bytes of a STEP file in memory.
  ///
  /// - Throws: ``ImportError`` when they are not STEP.
  public init(bytes: [UInt8]) throws(ImportError) { model = try IFCModel(bytes: bytes) }

  /// Size of the text that was read, in bytes; of a compressed file, when unpacked.
  public var byteCount: Int { model.file.byteCount }

  /// How many instances the file has.
  public var instanceCount: Int { model.file.index.count }

  /// Decodes each attribute of each instance, those in lists too.
  ///
  /// - Returns: How many values there are.
  public func decodeAll() -> Int {
    var count = 0
    for row in 0..<model.file.index.count {
      decode(model.file.parameters(STEPInstance(row: Int32(row))), &count)
    }
    return count
  }

  private func decode(_ cursor: STEPCursor, _ count: inout Int) {
    for value in cursor {
      count += 1
      switch value {
      case .list(let inside), .typed(_, let inside): decode(model.file.cursor(inside), &count)
      case .text(let slice): count += model.file.text(slice).isEmpty ? 1 : 0
      default: break
      }
    }
  }

  /// Meshes each product that has a body, openings cut out.
  ///
  /// - Parameter threads: How many threads work on it.
  /// - Returns: How many products have a mesh, and how many triangles they have together.
  public func meshAll(threads: Int) -> (products: Int, triangles: Int) {
    let crew = ShapeCrew(
      model, ProjectUnits(model), openings: ModelRelations(model).openings, threads: threads)
    var products = 0
    var triangles = 0
    crew.forEachShape(of: model.instances(of: .product)) { _, shape in
      guard let shape else { return }
      products += 1
      triangles += shape.local.triangleCount
    }
    return (products, triangles)
  }
}
