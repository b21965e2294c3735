import SchoolCapacity
import SeedFiles
import Testing
import TwinModel

@Suite("The use of a room")
struct RoomUsesTests {
  private static func space(_ longName: String, name: String = "", type: String = "") -> Space {
    Space(id: GlobalID("room"), name: name, longName: longName, objectType: type)
  }

  @Test(
    "is read from what its author called it",
    arguments: [
      ("普通教室", "ordinary_classroom"), ("课室", "ordinary_classroom"),
      ("一年级（3）班", "ordinary_classroom"), ("Classrooms", "ordinary_classroom"),
      ("ＣＬＡＳＳＲＯＯＭ　１０１", "ordinary_classroom"), ("Klassenzimmer 7a", "ordinary_classroom"),
      ("音乐教室", "music_room"), ("化学实验室（一）", "laboratory"), ("综合实验室", "comprehensive_lab"),
      ("实验准备室", "preparation_room"), ("计算机教室", "computer_room"), ("合班教室", "combined_room"),
      ("教师阅览室", "teacher_reading_room"), ("Büro", "office"), ("Buero", "office"),
      ("Flur", "corridor"), ("UF_Corridor3", "corridor"), ("Treppenhaus", "stair"),
      ("WC4", "toilet"),
      ("小学普通教室", "ordinary_classroom"), ("风雨操场", "gym"), ("卫生保健室", "medical"),
      ("行政办公室", "office"), ("网络机房", "technical"), ("学生餐厅", "canteen"), ("器材室", "storage"),
      ("男厕", "toilet"), ("电梯厅", "lobby"), ("值班室", "guard"), ("Living Room", "residential"),
      ("Room", "unassigned"), ("", "unassigned"), ("Labour union", "unassigned"),
    ])
  func byName(_ words: String, _ use: String) throws {
    #expect(try SchoolSeeds.uses().classify(Self.space(words)).use.id == use)
  }

  @Test("is the last word of several, and what is outside brackets")
  func head() throws {
    let uses = try SchoolSeeds.uses()
    #expect(uses.classify(Self.space("舞蹈教室储藏室")).use.id == "storage")
    #expect(uses.classify(Self.space("办公室（原教室）")).use.id == "office")
    #expect(uses.classify(Self.space("Gym storage")).use.id == "storage")
  }

  @Test("is left open when two stand side by side")
  func ambiguous() throws {
    let found = try SchoolSeeds.uses().classify(Self.space("教室/办公室"))
    #expect(found.isAmbiguous)
    #expect(found.use.id == "unassigned")
    #expect(found.rivals == ["ordinary_classroom", "office"])
    #expect(try !SchoolSeeds.uses().classify(Self.space("教室/Classroom")).isAmbiguous)
  }

  @Test("comes from the long name before the name and the object type")
  func fields() throws {
    let uses = try SchoolSeeds.uses()
    #expect(uses.classify(Self.space("", name: "A101", type: "教室")).use.id == "ordinary_classroom")
    let found = uses.classify(Self.space("教室", type: "Office"))
    #expect(found.use.id == "ordinary_classroom")
    #expect(found.rivals == ["office"])
  }

  @Test(
    "comes with the stage that the name says",
    arguments: [
      ("三年级（1）班", Stage.primary), ("七年级教室", .junior), ("高一（2）班", .senior),
      ("十一年级教室", .senior), ("Grade 1 classroom", .primary), ("Grade 10 classroom", .senior),
      ("Junior high school classroom", .junior),
    ] as [(String, Stage)])
  func stage(_ words: String, _ stage: Stage) throws {
    #expect(try SchoolSeeds.uses().classify(Self.space(words)).stage == stage)
  }

  @Test("has no stage when the name says none or two")
  func noStage() throws {
    #expect(try SchoolSeeds.uses().classify(Self.space("教室")).stage == nil)
    #expect(try SchoolSeeds.uses().classify(Self.space("小学初中共用教室")).stage == nil)
  }

  @Test("stops at a synonym that stands for two uses, with file and line")
  func twice() throws {
    let text = """
      format: room-uses/1
      uses:
        - {id: a, zh: 甲, en: A, teaching: true, role: home, synonyms: [Room]}
        - {id: unassigned, zh: 未, en: none, teaching: false, role: other, synonyms: [ＲＯＯＭ]}
      stage_hints: []
      """
    #expect(
      throws: SeedError(
        file: "uses.yaml", line: 4,
        reason: "uses[1].synonyms[0]: “ＲＯＯＭ” stands here already, as “Room”")
    ) {
      try RoomUses.load(from: YAMLNode.parse(text, file: "uses.yaml"))
    }
  }
}
