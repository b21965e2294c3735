/// What a designed room is for.
package enum RoomUse: String, Hashable, Sendable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case classroom = "普通教室"
  case science = "科学教室"
  case physics = "物理实验室"
  case chemistry = "化学实验室"
  case biology = "生物实验室"
  case preparation = "实验准备室"
  case computer = "计算机教室"
  case geography = "史地教室"
  case music = "音乐教室"
  case art = "美术教室"
  case calligraphy = "书法教室"
  case workshop = "劳动教室"
  case combined = "合班教室"
  case reading = "学生阅览室"
  case club = "社团活动室"
  case teachersOffice = "教师办公室"
  case administration = "行政办公室"
  case meeting = "会议室"
  case health = "卫生保健室"
  case counselling = "心理咨询室"
  case broadcast = "广播室"
  case network = "网络机房"
  case store = "储藏室"
  case toiletBoys = "男卫生间"
  case toiletGirls = "女卫生间"
  case stairs = "楼梯间"
  case corridor = "走道"
  case entrance = "门厅"
  case hall = "风雨操场"
  case equipment = "器材室"
  case changing = "更衣室"
  case dining = "学生餐厅"
  case kitchen = "厨房"

  /// The name on the plan (中文).
  package var chinese: String { rawValue }

  /// Whether classes are taught here, which asks for two doors and daylight.
  package var isTaughtIn: Bool {
    switch self {
    case .classroom, .science, .physics, .chemistry, .biology, .computer, .geography, .music, .art,
      .calligraphy, .workshop, .combined, .reading, .club:
      true
    default: false
    }
  }

  /// Window area that the designer gives for each unit of floor area, in hundredths.
  ///
  /// Taught rooms get a little more than the 1:5 of GB 50099-2011 §9.2.1.
  var windowShare: Int {
    switch self {
    case .store, .network, .broadcast, .equipment, .changing: 8
    case .toiletBoys, .toiletGirls, .stairs: 10
    case .hall: 10
    default: isTaughtIn ? 21 : 16
    }
  }

  /// Doors towards the corridor.
  func doorCount(area: Int) -> Int { isTaughtIn || area > 75_000_000 ? 2 : 1 }
}
