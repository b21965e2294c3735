import TwinModel

/// What stages a school of a made-up district has.
enum SchoolType: Hashable, Sendable {
  case primary, nineYear, junior, senior

  /// What the school's name ends with.
  var chinese: String {
    switch self {
    case .primary: "小学"
    case .nineYear: "学校"
    case .junior: "初级中学"
    case .senior: "高级中学"
    }
  }

  /// What the campus' name ends with.
  var word: String {
    switch self {
    case .primary: "primary"
    case .nineYear: "nine-year"
    case .junior: "junior"
    case .senior: "senior"
    }
  }

  /// The sizes it is built in; every grade of a stage has the same number of classes.
  var sizes: [[StageClasses]] {
    func sizes(_ stage: Stage, _ counts: [Int]) -> [[StageClasses]] {
      counts.map { [StageClasses(stage: stage, classes: $0)] }
    }
    return switch self {
    case .primary: sizes(.primary, [18, 24, 30, 36])
    case .junior: sizes(.junior, [18, 24, 30])
    case .senior: sizes(.senior, [24, 30, 36])
    case .nineYear:
      [(12, 6), (18, 12), (24, 12)].map { primary, junior in
        [
          StageClasses(stage: .primary, classes: primary),
          StageClasses(stage: .junior, classes: junior),
        ]
      }
    }
  }
}

/// Names of schools that do not exist, in the manner of Bao'an, Shenzhen.
enum SchoolNames {
  /// The district that all of them lie in.
  static let district = "宝安区"

  /// The school's name and its campus' name for the school number `index`, from 0.
  ///
  /// - Throws: Never for the names of the list; ``TwinModel/CampusID`` checks them.
  static func name(_ index: Int, _ type: SchoolType) throws(ModelError) -> (String, CampusID) {
    let root = roots[index % roots.count]
    let round = index / roots.count + 1
    let ordinal = round == 1 ? "" : "第\(round)"
    let suffix = round == 1 ? "" : "-\(round)"
    return (
      "\(district)\(root.chinese)\(ordinal)\(type.chinese)",
      try CampusID("\(root.pinyin)-\(type.word)\(suffix)")
    )
  }

  private static let roots: [(chinese: String, pinyin: String)] = [
    ("青云", "qingyun"), ("海棠", "haitang"), ("云帆", "yunfan"), ("翠湖", "cuihu"),
    ("文澜", "wenlan"), ("星河", "xinghe"), ("紫荆", "zijing"), ("松涛", "songtao"),
    ("晨曦", "chenxi"), ("银杏", "yinxing"), ("知远", "zhiyuan"), ("鹿鸣", "luming"),
    ("兰溪", "lanxi"), ("望海", "wanghai"), ("博雅", "boya"), ("启明", "qiming"),
    ("凌云", "lingyun"), ("清荷", "qinghe"), ("听潮", "tingchao"), ("木棉", "mumian"),
    ("百川", "baichuan"), ("南星", "nanxing"), ("石榴", "shiliu"), ("丹枫", "danfeng"),
    ("白鹭", "bailu"), ("长虹", "changhong"), ("秋实", "qiushi"), ("竹韵", "zhuyun"),
    ("锦绣", "jinxiu"), ("沁园", "qinyuan"), ("静思", "jingsi"), ("乐学", "lexue"),
    ("雅风", "yafeng"), ("朝晖", "zhaohui"), ("梧桐", "wutong"), ("书香", "shuxiang"),
  ]
}
