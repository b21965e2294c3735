import Foundation

/// The STEP text of a building model, of a plain file or of one that is packed.
struct ModelBytes {
  /// The text.
  let mapped: MappedBytes
  /// What was wrong with the packing, when some of the text may be missing.
  let damage: String?
  /// Names of other models in the archive, which are not read.
  var others: [String] = []

  /// Opens a file; what it is tells its first bytes, not its name.
  ///
  /// - Throws: ``ImportError``.
  init(file: String) throws(ImportError) {
    let mapped = try MappedBytes(file: file)
    if mapped.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = try ZipArchive.model(in: file, packedCount: mapped.bytes.count)
    } else if mapped.bytes.starts(with: [0x1F, 0x8B]) {
      self = try GzipFile.model(in: file, packedCount: mapped.bytes.count)
    } else {
      self.mapped = mapped
      damage = nil
    }
  }

  init(_ mapped: MappedBytes, damage: String? = nil) {
    self.mapped = mapped
    self.damage = damage
  }

  /// Most bytes that a packed file may unpack to; a building model of that size exists nowhere.
  static let mostBytes = 16 << 30
  /// How many times its packed size a file may unpack to: STEP text packs to a tenth, and deflate cannot
  /// make more of text than this.
  static let mostGrowth = 1100
}
