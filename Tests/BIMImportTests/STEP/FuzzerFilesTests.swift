import BIMImport
import Foundation
import Testing
import TwinTestSupport

@Suite("A STEP file of the fuzzer")
struct FuzzerFilesTests {
  static let files = ["Corpus", "Failures"].flatMap { folder -> [URL] in
    let url = Checkout.root.appendingPathComponent("Fuzzing/\(folder)")
    let found = try? FileManager.default.contentsOfDirectory(
      at: url, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }

  @Test("is there to be read")
  func corpus() {
    #expect(Self.files.count >= 4)
  }

  @Test("is read or refused with a sentence, and never ends the program", arguments: files)
  func read(file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    do {
      let stages = try ReadingStages(bytes: bytes)
      #expect(stages.decodeAll() >= 0)
      #expect(stages.byteCount == bytes.count)
    } catch {
      #expect(error.description.isEmpty == false)
    }
  }

  @Test("may have no value at all in its instances")
  func empty() throws {
    let text = "ISO-10303-21;HEADER;ENDSEC;DATA;#1=IFCX();ENDSEC;END-ISO-10303-21;"
    #expect(try ReadingStages(bytes: Array(text.utf8)).decodeAll() == 0)
  }
}
