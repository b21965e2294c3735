import CZip

/// A model in a zip archive (.ifczip).
enum ZipArchive {
  /// Unpacks the archive's first `.ifc` file.
  ///
  /// - Throws: ``ImportError/unreadable(file:reason:)``; an archive without one says what is in it.
  static func model(in file: String) throws(ImportError) -> ModelBytes {
    var code: Int32 = 0
    guard let archive = zip_open(file, ZIP_RDONLY, &code) else {
      throw .unreadable(file: file, reason: "the zip archive is damaged (libzip error \(code))")
    }
    defer { zip_discard(archive) }
    var names: [String] = []
    for index in 0..<UInt64(max(zip_get_num_entries(archive, 0), 0)) {
      var entry = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &entry) == 0, let name = entry.name else { continue }
      names.append(String(cString: name))
      guard names[names.count - 1].lowercased().hasSuffix(".ifc") else { continue }
      return try unpack(archive, index, size: entry.size, packed: entry.comp_size, file: file)
    }
    let found = names.isEmpty ? "nothing" : names.prefix(5).joined(separator: ", ")
    throw .unreadable(
      file: file, reason: "the archive has no .ifc file in it, but \(found)")
  }

  private static func unpack(
    _ archive: OpaquePointer, _ index: UInt64, size: UInt64, packed: UInt64, file: String
  ) throws(ImportError) -> ModelBytes {
    guard size <= UInt64(ModelBytes.mostBytes),
      size / UInt64(ModelBytes.mostGrowth) <= packed + 1024
    else {
      throw .unreadable(file: file, reason: "it unpacks to more than a building model can be")
    }
    guard let entry = zip_fopen_index(archive, index, 0) else {
      let reason = zip_strerror(archive).map { String(cString: $0) } ?? "unknown error"
      throw .unreadable(file: file, reason: "the archive cannot be unpacked: \(reason)")
    }
    defer { zip_fclose(entry) }
    var unpacked = UnpackedBytes(expecting: Int(size))
    var damage: String?
    while unpacked.count < Int(size) {
      let chunk = min(Int(size) - unpacked.count, 1 << 20)
      let got = zip_fread(entry, unpacked.room(for: chunk), UInt64(chunk))
      guard got > 0 else {
        damage = "the archive is damaged after \(unpacked.count) of \(size) bytes"
        break
      }
      unpacked.fill(Int(got))
    }
    return ModelBytes(unpacked.mapped(), damage: damage)
  }
}
