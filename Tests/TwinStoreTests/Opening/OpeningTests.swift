import Foundation
import Testing
import TwinModel
import TwinStore

@Suite("Opening a store")
struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func makeStore() throws {
    let store = try TwinStore.open(folder.city, mode: .create)
    try store.importCampus(try SampleCampus.campus(), version: SampleCampus.version)
    try store.close()
  }

  /// Writes `bytes` over the file, from `offset`.
  private func overwrite(_ bytes: [UInt8], at offset: UInt64) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.city))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  private func refusal(_ mode: TwinStore.Mode, srs: Int? = nil) -> StoreError? {
    #expect(throws: StoreError.self) { try TwinStore.open(folder.city, mode: mode, srs: srs) }
  }

  @Test("leaves one file behind, also when it was never closed")
  func oneFile() throws {
    try makeStore()
    #expect(try folder.files() == ["city.sqlite"])
    do {
      let store = try TwinStore.open(folder.city, mode: .readWrite)
      try store.setDeclarations([], of: CampusID("bao-an-1"))
      #expect(try folder.files().contains("city.sqlite-wal"))
    }
    #expect(try folder.files() == ["city.sqlite"])
    let store = try TwinStore.open(folder.city, mode: .readOnly)
    try store.close()
    try store.close()
    #expect(try folder.files() == ["city.sqlite"])
  }

  @Test("does not change a file that it only reads")
  func unchanged() throws {
    try makeStore()
    let before = FileManager.default.contents(atPath: folder.city)
    _ = try TwinStore.open(folder.city, mode: .readOnly).campuses()
    #expect(FileManager.default.contents(atPath: folder.city) == before)
  }

  @Test("finds no file", arguments: [TwinStore.Mode.readWrite, .readOnly])
  func missing(_ mode: TwinStore.Mode) throws {
    #expect(refusal(mode) == .missing(path: folder.city))
    #expect(try folder.files().isEmpty)
  }

  @Test("refuses what is no store, and leaves it as it is")
  func foreign() throws {
    let text = Data("ISO-10303-21;\nHEADER;\n".utf8 + [UInt8](repeating: 32, count: 4000))
    try text.write(to: URL(fileURLWithPath: folder.city))
    for mode in [TwinStore.Mode.create, .readWrite, .readOnly] {
      #expect(refusal(mode) == .notAStore(path: folder.city, reason: "it is not an SQLite file"))
    }
    #expect(FileManager.default.contents(atPath: folder.city) == text)
    #expect(try folder.files() == ["city.sqlite"])
    #expect(throws: StoreError.notAStore(path: folder.url.path, reason: "it is a folder")) {
      try TwinStore.open(folder.url.path, mode: .create)
    }
  }

  @Test("refuses the database of another program, and leaves it as it is")
  func foreignDatabase() throws {
    try makeStore()
    try overwrite([0, 0, 0, 0], at: 68)  // application_id of the SQLite header
    let before = FileManager.default.contents(atPath: folder.city)
    for mode in [TwinStore.Mode.create, .readOnly] {
      #expect(refusal(mode) == .notAStore(path: folder.city, reason: "another program made it"))
    }
    #expect(FileManager.default.contents(atPath: folder.city) == before)
  }

  @Test("refuses a file of a later version")
  func tooNew() throws {
    try makeStore()
    try overwrite([0, 0, 0, 99], at: 60)  // user_version of the SQLite header
    #expect(refusal(.readWrite) == .tooNew(path: folder.city, found: 99, known: 7))
  }

  @Test("refuses a damaged file with a sentence that says so")
  func damaged() throws {
    try makeStore()
    // Every page after the first hundred; the header and the schema stay.
    let size = try #require(FileManager.default.contents(atPath: folder.city)?.count)
    let page = 4096
    for number in stride(from: 100, to: size / page, by: 1) {
      try overwrite([UInt8](repeating: 0xA5, count: page), at: UInt64(number * page))
    }
    for mode in [TwinStore.Mode.readWrite, .readOnly] {
      let error = try #require(refusal(mode) as StoreError?)
      guard case .damaged = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(error.description.contains("is damaged"))
    }
  }

  @Test("resumes a creation that broke off before the first table")
  func brokenCreation() throws {
    try Data().write(to: URL(fileURLWithPath: folder.city))
    #expect(refusal(.readOnly) == .notAStore(path: folder.city, reason: "it is empty"))
    try makeStore()
    #expect(try TwinStore.open(folder.city, mode: .readOnly).campuses().count == 1)
  }

  @Test("says when another program is writing")
  func locked() throws {
    try makeStore()
    let first = try TwinStore.open(folder.city, mode: .readWrite)
    let second = try TwinStore.open(folder.city, mode: .readWrite)
    let campus = try SampleCampus.campus()
    try first.importCampus(campus, version: SampleCampus.version) { () throws in
      // Reading goes on meanwhile.
      #expect(try second.campuses().count == 1)
      #expect(throws: StoreError.locked(path: folder.city)) {
        try second.setDeclarations([], of: campus.id)
      }
    }
    try second.setDeclarations([], of: campus.id)
    try first.close()
    try second.close()
    #expect(try folder.files() == ["city.sqlite"])
  }

  @Test("does not write to a store that was opened for reading")
  func readOnly() throws {
    try makeStore()
    let store = try TwinStore.open(folder.city, mode: .readOnly)
    #expect(
      throws: StoreError.cannotWrite(path: folder.city, reason: "it was opened for reading only")
    ) { try store.setDeclarations([], of: CampusID("bao-an-1")) }
    #expect(throws: StoreError.self) {
      try TwinStore.open(folder.path("no/such/folder/city.sqlite"), mode: .create)
    }
  }

  @Test("has one reference system, in metres, that the first opening decides")
  func referenceSystem() throws {
    #expect(
      refusal(.create, srs: 4490)
        == .unusableReferenceSystem(epsg: 4490, reason: "it is not in metres on a plane"))
    #expect(
      refusal(.create, srs: 123_456)
        == .unusableReferenceSystem(epsg: 123_456, reason: "SpatiaLite does not know it"))
    #expect(try folder.files().isEmpty)
    let store = try TwinStore.open(folder.city, mode: .create, srs: 4526)
    #expect(store.srs == 4526)
    try store.close()
    #expect(
      refusal(.readWrite, srs: 4547)
        == .otherReferenceSystem(path: folder.city, stored: 4526, asked: 4547))
    #expect(try TwinStore.open(folder.city, mode: .create).srs == 4526)
  }

  @Test("explains every refusal in a sentence")
  func sentences() {
    let error = StoreError.tooOld(path: "city.sqlite", found: 1, known: 4)
    #expect(
      error.description
        == "The database city.sqlite has schema 1, but 4 is needed. Any command that writes to it, such as import, brings it up to date."
    )
  }
}
