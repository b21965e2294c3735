import BIMImport
import CZip
import CZlib
import Foundation
import Testing
import TwinModel

@Suite("A packed model")
struct PackedModelTests {
  private let folder: URL
  private let text: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("packed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Long enough that a cut-off archive still has whole instances in it.
    let points = (1...5000).map { "#\($0)=IFCCARTESIANPOINT((\($0).,\($0 * $0).,0.));" }
    text =
      "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('','',(''),(''),'','','');\n"
      + "FILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\n" + points.joined(separator: "\n")
      + "\nENDSEC;\nEND-ISO-10303-21;\n"
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func zip(_ name: String, _ entries: [(name: String, text: String)]) throws {
    var code: Int32 = 0
    let archive = try #require(zip_open(path(name), ZIP_CREATE | ZIP_TRUNCATE, &code))
    for entry in entries {
      let bytes = Array(entry.text.utf8)
      // libzip reads the buffer on closing and frees it.
      let copy = malloc(bytes.count)
      memcpy(try #require(copy), bytes, bytes.count)
      let source = try #require(zip_source_buffer(archive, copy, UInt64(bytes.count), 1))
      #expect(zip_file_add(archive, entry.name, source, 0) >= 0)
    }
    #expect(zip_close(archive) == 0)
  }

  private func gzip(_ name: String) throws {
    let stream = try #require(gzopen(path(name), "wb"))
    let bytes = Array(text.utf8)
    #expect(gzwrite(stream, bytes, UInt32(bytes.count)) == Int32(bytes.count))
    gzclose(stream)
  }

  private func cut(_ name: String, to share: Double) throws {
    let url = URL(fileURLWithPath: path(name))
    let data = try Data(contentsOf: url)
    try data.prefix(Int(Double(data.count) * share)).write(to: url)
  }

  @Test("in a zip archive is the first .ifc file, whatever the archive is called")
  func zipped() throws {
    try zip("school.bin", [("read.me", "hello"), ("school.ifc", text)])
    let found = try ModelInspection.inspect(file: path("school.bin"))
    #expect(found.entityTotal == 5000)
    #expect(!found.findings.contains { $0.code == "ifc.archive.damaged" })
  }

  @Test("with others in its archive is read, and they are named")
  func several() throws {
    try zip(
      "two.ifczip", [("__MACOSX/._a.ifc", "x"), ("a.ifc", text), ("b.ifc", text)])
    let found = try ModelInspection.inspect(file: path("two.ifczip"))
    #expect(found.entityTotal == 5000)
    let finding = try #require(found.findings.first { $0.code == "ifc.archive.several" })
    #expect(finding.message.hasSuffix(": b.ifc"))
  }

  @Test("whose bytes are not those that were packed has a finding")
  func wrongChecksum() throws {
    let points = text.replacingOccurrences(of: "\n", with: "")
    try zip("school.ifczip", [("school.ifc", points)])
    var data = try Data(contentsOf: URL(fileURLWithPath: path("school.ifczip")))
    // The checksum in the central directory: the entry's header starts with PK\u{1}\u{2}.
    let header = try #require(data.range(of: Data([0x50, 0x4B, 0x01, 0x02])))
    data[header.lowerBound + 16] ^= 0xFF
    try data.write(to: URL(fileURLWithPath: path("school.ifczip")))
    let found = try ModelInspection.inspect(file: path("school.ifczip"))
    #expect(found.findings.contains { $0.code == "ifc.archive.damaged" })
  }

  @Test("in gzip is read as the file it was")
  func gzipped() throws {
    try gzip("school.ifc.gz")
    #expect(try ModelInspection.inspect(file: path("school.ifc.gz")).entityTotal == 5000)
  }

  @Test("that is cut off is read as far as it goes, with a finding")
  func damaged() throws {
    try gzip("school.ifc.gz")
    try cut("school.ifc.gz", to: 0.5)
    let found = try ModelInspection.inspect(file: path("school.ifc.gz"))
    #expect(found.entityTotal > 1000)
    #expect(found.entityTotal < 5000)
    #expect(found.findings.contains { $0.code == "ifc.archive.damaged" })
  }

  @Test("without an .ifc file is refused with the names of what there is")
  func empty() throws {
    try zip("plans.ifczip", [("plan.dwg", "x")])
    let error = #expect(throws: ImportError.self) {
      try ModelInspection.inspect(file: path("plans.ifczip"))
    }
    #expect(error?.description.contains("plan.dwg") == true)
  }

  @Test("whose archive is damaged is refused with a sentence")
  func broken() throws {
    try zip("school.ifczip", [("school.ifc", text)])
    try cut("school.ifczip", to: 0.5)
    let error = #expect(throws: ImportError.self) {
      try ModelInspection.inspect(file: path("school.ifczip"))
    }
    #expect(error?.description.contains("damaged") == true)
  }
}
