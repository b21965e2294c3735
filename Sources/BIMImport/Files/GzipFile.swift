import CZlib

/// A model packed with gzip.
enum GzipFile {
  /// Unpacks a file; of a damaged one, as much as there is.
  ///
  /// - Throws: ``ImportError/unreadable(file:reason:)``.
  static func model(in file: String, packedCount: Int) throws(ImportError) -> ModelBytes {
    guard let stream = gzopen(file, "rb") else {
      throw .unreadable(file: file, reason: "the gzip file cannot be opened")
    }
    defer { gzclose(stream) }
    let chunk = 1 << 20
    let most = min(ModelBytes.mostBytes, packedCount * ModelBytes.mostGrowth + chunk)
    var unpacked = UnpackedBytes(expecting: packedCount * 8)
    var damage: String?
    while true {
      let got = Int(gzread(stream, unpacked.room(for: chunk), UInt32(chunk)))
      if got > 0 { unpacked.fill(got) }
      var code: Int32 = 0
      let message = gzerror(stream, &code).map { String(cString: $0) } ?? ""
      if code != Z_OK, code != Z_STREAM_END {
        damage = message
        break
      }
      guard got > 0 else { break }
      guard unpacked.count <= most else {
        throw .unreadable(file: file, reason: "it unpacks to more than a building model can be")
      }
    }
    return ModelBytes(unpacked.mapped(), damage: damage)
  }
}
