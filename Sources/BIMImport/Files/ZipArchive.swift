import CZip

/// A model in a zip archive (.ifczip).
enum ZipArchive {
  /// Unpacks the archive's first `.ifc` file.
  ///
  /// - Throws: ``ImportError/unreadable(file:reason:)``; an archive without one says what is in it.
  static func model(in file: String, packedCount: Int) throws(ImportError) -> ModelBytes {
    var code: Int32 = 0
    guard let archive = zip_open(file, ZIP_RDONLY, &code) else {
      throw .unreadable(file: file, reason: "the zip archive is damaged (libzip error \(code))")
    }
    defer { zip_discard(archive) }
    var names: [String] = []
    var models: [(name: String, index: UInt64, size: UInt64)] = []
    for index in 0..<UInt64(max(zip_get_num_entries(archive, 0), 0)) {
      var entry = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &entry) == 0, let text = entry.name else { continue }
      let name = String(cString: text)
      names.append(name)
      // What macOS keeps of its own beside a file has the file's name too.
      if name.lowercased().hasSuffix(".ifc"), !name.hasPrefix("__MACOSX/") {
        models.append((name, index, entry.size))
      }
    }
    guard let first = models.first else {
      let found = names.isEmpty ? "nothing" : names.prefix(5).joined(separator: ", ")
      throw .unreadable(file: file, reason: "the archive has no .ifc file in it, but \(found)")
    }
    var model = try unpack(
      archive, first.index, size: first.size, packedCount: packedCount, file: file)
    model.others = models.dropFirst().map(\.name)
    return model
  }

  private static func unpack(
    _ archive: OpaquePointer, _ index: UInt64, size: UInt64, packedCount: Int, file: String
  ) throws(ImportError) -> ModelBytes {
    // The size is what the archive says; the packed size is that of the file, which cannot lie.
    guard size <= UInt64(ModelBytes.mostBytes),
      Int(size) / ModelBytes.mostGrowth <= packedCount
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
    // libzip compares length and checksum when it is asked for what is behind the end.
    if damage == nil, zip_fread(entry, unpacked.room(for: 1), 1) != 0 {
      damage = "its checksum or length is not what the archive says"
    }
    return ModelBytes(unpacked.mapped(), damage: damage)
  }
}
