/// The name of a quantity, such as `room.usable_area`; see ``QuantityCatalogue``.
public struct QuantityName: Hashable, Sendable, Comparable, Codable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The name itself.
  public let value: String

  /// Creates a name from its text.
  public init(_ value: String) { self.value = value }
  /// Creates a name from a literal.
  public init(stringLiteral value: String) { self.value = value }

  /// Decodes from a bare string.
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes as a bare string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  /// Orders by the bytes of the text.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  /// The name itself.
  public var description: String { value }
}

/// The documented list of quantities that facts may carry and clauses may ask for
/// (`twin-sim quantities` prints it).
public enum QuantityCatalogue {
  /// One quantity.
  public struct Entry: Hashable, Sendable {
    /// Its name.
    public let name: QuantityName
    /// Unit symbol; empty for counts, words and flags.
    public let unit: String
    /// What it is measured of; a district or the programme may carry a campus' quantity as a sum.
    public let subject: Subject.Kind
    /// Its name in Chinese.
    public let chinese: String
    /// What exactly is measured.
    public let meaning: String

    init(
      _ name: QuantityName, unit: String, subject: Subject.Kind, chinese: String, meaning: String
    ) {
      self.name = name
      self.unit = unit
      self.subject = subject
      self.chinese = chinese
      self.meaning = meaning
    }
  }

  /// The entry of a name; nil for a name that is not in the list.
  public static func entry(_ name: QuantityName) -> Entry? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// All quantities, from the campus down.
  public static let all: [Entry] = [
    Entry(
      "campus.floor_area", unit: "m²", subject: .campus, chinese: "建筑面积",
      meaning: "Sum of the floor areas of all spaces, from the model"),
    Entry(
      "campus.seats", unit: "", subject: .campus, chinese: "学位",
      meaning:
        "Seats: class size times the classes that the rooms can hold (by stage, and the campus' total without one)"
    ),
    Entry(
      "campus.classes", unit: "", subject: .campus, chinese: "班数",
      meaning: "Ordinary classes that the rooms can hold, by stage"),
    Entry(
      "campus.class_size", unit: "pupils/class", subject: .campus, chinese: "班额",
      meaning:
        "Pupils in a class, the parameter that the capacity was computed with, by stage"),
    Entry(
      "campus.bim_level", unit: "", subject: .campus, chinese: "BIM/CIM 管理等级",
      meaning: "BIM/CIM management level of the model, 0 to 7"),
    Entry(
      "building.floor_area", unit: "m²", subject: .building, chinese: "单体建筑面积",
      meaning: "Sum of the floor areas of a building's spaces"),
    Entry(
      "building.storeys_above_ground", unit: "", subject: .building, chinese: "地上层数",
      meaning: "Storeys above ground"),
    Entry(
      "storey.number", unit: "", subject: .storey, chinese: "楼层",
      meaning: "Number of the storey counted from the ground; 1 is the first above it"),
    Entry(
      "storey.pupils", unit: "pupils", subject: .storey, chinese: "本层学生数",
      meaning: "Pupils on the storey when every ordinary classroom is full"),
    Entry(
      "storey.escape_width", unit: "m", subject: .storey, chinese: "疏散净宽",
      meaning:
        "Sum of the clear widths of doors into stairs, and out of the building on storey 1"),
    Entry(
      "storey.escape_width_per_100", unit: "m/100 pupils", subject: .storey, chinese: "每百人疏散净宽",
      meaning: "Escape width for 100 pupils of the storey"),
    Entry(
      "room.use", unit: "", subject: .space, chinese: "用房类型",
      meaning: "What the room is used for, a name of seeds/rooms/uses.yaml"),
    Entry(
      "room.usable_area", unit: "m²", subject: .space, chinese: "使用面积",
      meaning: "Floor area inside the finished walls"),
    Entry(
      "room.seats", unit: "", subject: .space, chinese: "座位数",
      meaning: "Seats by area and class size"),
    Entry(
      "room.area_per_seat", unit: "m²/seat", subject: .space, chinese: "生均使用面积",
      meaning: "Usable area divided by the pupils of one class"),
    Entry(
      "room.clear_height", unit: "m", subject: .space, chinese: "净高",
      meaning: "Clear height of the room"),
    Entry(
      "room.storey_number", unit: "", subject: .space, chinese: "所在楼层",
      meaning: "Number of the storey that the room lies on"),
    Entry(
      "room.exit_doors", unit: "", subject: .space, chinese: "疏散门数",
      meaning: "Doors of the room"),
    Entry(
      "room.exit_door_width", unit: "m", subject: .space, chinese: "疏散门净宽",
      meaning: "Least clear width among the room's doors"),
    Entry(
      "room.corridor_width", unit: "m", subject: .space, chinese: "走道净宽",
      meaning: "Clear width of a corridor at its narrowest, between walls that face each other"),
    Entry(
      "room.corridor_sides", unit: "", subject: .space, chinese: "走道布房侧数",
      meaning: "Sides of a corridor that rooms open into: 2 for an inner corridor, 1 for a gallery"),
    Entry(
      "room.window_floor_ratio", unit: "", subject: .space, chinese: "窗地面积比",
      meaning: "Window area divided by floor area"),
    Entry(
      "room.smoke_detectors_required", unit: "", subject: .space, chinese: "应设感烟探测器",
      meaning: "Smoke detectors that the room needs at least, by area and radius"),
    Entry(
      "room.smoke_detectors_present", unit: "", subject: .space, chinese: "已设感烟探测器",
      meaning: "Smoke detectors of the model in the room"),
    Entry(
      "room.smoke_coverage", unit: "%", subject: .space, chinese: "感烟覆盖率",
      meaning:
        "Share of the room's floor within the radius of a smoke detector of the model"),
    Entry(
      "storey.smoke_detectors_required", unit: "", subject: .storey, chinese: "应设感烟探测器",
      meaning: "Smoke detectors that the storey needs, the placed number"),
    Entry(
      "storey.smoke_detectors_bound", unit: "", subject: .storey, chinese: "感烟探测器下界",
      meaning:
        "No fewer smoke detectors can serve the storey (lower bound of the placement)"),
    Entry(
      "storey.smoke_placement_proven", unit: "", subject: .storey, chinese: "布点最优已证",
      meaning: "Whether the placed number equals its lower bound"),
    Entry(
      "campus.smoke_detectors_required", unit: "", subject: .campus, chinese: "应设感烟探测器",
      meaning: "Smoke detectors that the campus needs"),
    Entry(
      "campus.smoke_detectors_present", unit: "", subject: .campus, chinese: "已设感烟探测器",
      meaning: "Smoke detectors of the model"),
    Entry(
      "room.heat_detectors_required", unit: "", subject: .space, chinese: "应设感温探测器",
      meaning: "Heat detectors that the room needs at least, by area and radius"),
    Entry(
      "room.heat_detectors_present", unit: "", subject: .space, chinese: "已设感温探测器",
      meaning: "Heat detectors of the model in the room"),
    Entry(
      "room.heat_coverage", unit: "%", subject: .space, chinese: "感温覆盖率",
      meaning:
        "Share of the room's floor within the radius of a heat detector of the model"),
    Entry(
      "storey.heat_detectors_required", unit: "", subject: .storey, chinese: "应设感温探测器",
      meaning: "Heat detectors that the storey needs, the placed number"),
    Entry(
      "storey.heat_detectors_bound", unit: "", subject: .storey, chinese: "感温探测器下界",
      meaning:
        "No fewer heat detectors can serve the storey (lower bound of the placement)"),
    Entry(
      "storey.heat_placement_proven", unit: "", subject: .storey, chinese: "布点最优已证",
      meaning: "Whether the placed number equals its lower bound"),
    Entry(
      "campus.heat_detectors_required", unit: "", subject: .campus, chinese: "应设感温探测器",
      meaning: "Heat detectors that the campus needs"),
    Entry(
      "campus.heat_detectors_present", unit: "", subject: .campus, chinese: "已设感温探测器",
      meaning: "Heat detectors of the model"),
    Entry(
      "room.nr_coverage", unit: "%", subject: .space, chinese: "5G 覆盖率",
      meaning:
        "Share of the room's cells with SS-RSRP and SS-SINR at or above the thresholds"),
    Entry(
      "room.nr_rsrp_5th", unit: "dBm", subject: .space, chinese: "SS-RSRP 5% 分位",
      meaning: "SS-RSRP that 95 % of the room's cells reach"),
    Entry(
      "room.nr_coverage_probability", unit: "%", subject: .space, chinese: "5G 覆盖概率",
      meaning:
        "Mean probability over the room's cells that SS-RSRP is at or above the threshold"),
    Entry(
      "room.nr_rsrp_min", unit: "dBm", subject: .space, chinese: "SS-RSRP 最小值",
      meaning: "Least SS-RSRP among the room's cells"),
    Entry(
      "room.nr_rsrp_share", unit: "%", subject: .space, chinese: "SS-RSRP 达标率",
      meaning: "Share of the room's cells with SS-RSRP at or above the threshold"),
    Entry(
      "room.nr_downlink_rate", unit: "Mbit/s", subject: .space, chinese: "5G 下行速率",
      meaning:
        "Mean over the room's cells of the rate that one carrier sends there when it serves nobody else"
    ),
    Entry(
      "room.nr_uplink_rate", unit: "Mbit/s", subject: .space, chinese: "5G 上行速率",
      meaning: "Mean over the room's cells of the rate that one device alone can send from there"),
    Entry(
      "room.nr_busy_rate", unit: "Mbit/s", subject: .space, chinese: "最忙课时人均速率",
      meaning:
        "Rate of each pupil in the building's busiest lesson, at loads and interference that settled"
    ),
    Entry(
      "room.nr_busy_share", unit: "%", subject: .space, chinese: "最忙课时需求满足率",
      meaning: "Share of the pupils' demand that the sites carry in the building's busiest lesson"),
    Entry(
      "room.nr_vr_carriers", unit: "", subject: .space, chinese: "VR 课堂所需载波数",
      meaning:
        "Carriers of the room's downlink rate that all its pupils in virtual reality need at once"),
    Entry(
      "room.emf_exposure", unit: "%", subject: .space, chinese: "电磁曝露占限值比例",
      meaning:
        "Greatest power density of the 5G sites in the room as a share of the limit of GB 8702-2014"
    ),
    Entry(
      "storey.nr_coverage", unit: "%", subject: .storey, chinese: "5G 覆盖率",
      meaning:
        "Share of the storey's room cells with SS-RSRP and SS-SINR at or above the thresholds"),
    Entry(
      "building.nr_busiest_load", unit: "%", subject: .building, chinese: "最忙站点负荷",
      meaning: "Demand in the busiest lesson over what the site that is asked most can carry"),
    Entry(
      "campus.nr_coverage", unit: "%", subject: .campus, chinese: "5G 覆盖率",
      meaning:
        "Share of all room cells with SS-RSRP and SS-SINR at or above the thresholds"),
    Entry(
      "campus.nr_sites", unit: "", subject: .campus, chinese: "5G 室内站点数",
      meaning: "Indoor 5G sites that the coverage was computed with"),
    Entry(
      "campus.nr_outdoor_sites", unit: "", subject: .campus, chinese: "5G 室外站点数",
      meaning: "Outdoor 5G sites that the coverage was computed with"),
    Entry(
      "campus.nr_outdoor_coverage", unit: "%", subject: .campus, chinese: "室外 5G 覆盖率",
      meaning: "Share of the cells between the buildings with SS-RSRP at or above the threshold"),
    Entry(
      "room.wifi_coverage", unit: "%", subject: .space, chinese: "Wi-Fi 覆盖率",
      meaning: "Share of the room's cells with a Wi-Fi level at or above the threshold"),
    Entry(
      "room.wifi_rate", unit: "Mbit/s", subject: .space, chinese: "Wi-Fi 速率",
      meaning:
        "Mean over the room's cells of the Wi-Fi rate of one device, after overhead and shared air time"
    ),
    Entry(
      "campus.wifi_coverage", unit: "%", subject: .campus, chinese: "Wi-Fi 覆盖率",
      meaning: "Share of all room cells with a Wi-Fi level at or above the threshold"),
    Entry(
      "campus.wifi_access_points", unit: "", subject: .campus, chinese: "Wi-Fi 接入点数",
      meaning: "Access points that the Wi-Fi coverage was computed with"),
    Entry(
      "device.wifi_channel", unit: "", subject: .device, chinese: "Wi-Fi 信道",
      meaning: "Channel that the plan gives the access point"),
    Entry(
      "grid.ss_rsrp", unit: "dBm", subject: .storey, chinese: "SS-RSRP",
      meaning: "Strongest SS-RSRP in the cell"),
    Entry(
      "grid.ss_sinr", unit: "dB", subject: .storey, chinese: "SS-SINR",
      meaning: "SS-SINR of the strongest site in the cell"),
    Entry(
      "grid.busy_sinr", unit: "dB", subject: .storey, chinese: "最忙课时 SINR",
      meaning: "SINR of the strongest site in the cell at the loads of the busiest lesson"),
    Entry(
      "grid.outdoor_ss_rsrp", unit: "dBm", subject: .storey, chinese: "室外 SS-RSRP",
      meaning: "Strongest SS-RSRP in the cell between the buildings"),
    Entry(
      "grid.wifi_rssi", unit: "dBm", subject: .storey, chinese: "Wi-Fi 电平",
      meaning: "Strongest Wi-Fi level in the cell"),
    Entry(
      "network.uplink_rate", unit: "Mbit/s", subject: .campus, chinese: "出口带宽",
      meaning: "Rate of the school's link to the outside"),
    Entry(
      "network.wired_rate", unit: "Mbit/s", subject: .campus, chinese: "有线出口带宽",
      meaning: "Rate of the wired link to the outside"),
    Entry(
      "network.nr_rate", unit: "Mbit/s", subject: .campus, chinese: "5G 出口带宽",
      meaning: "Rate of the 5G link to the outside"),
    Entry(
      "network.backup_rate", unit: "Mbit/s", subject: .campus, chinese: "单链路失效后带宽",
      meaning: "Rate that is left when the stronger link to the outside fails"),
    Entry(
      "network.classroom_rate", unit: "Mbit/s", subject: .campus, chinese: "到班带宽",
      meaning: "Rate of the link to a classroom"),
    Entry(
      "network.wired_link", unit: "", subject: .campus, chinese: "有线链路",
      meaning: "Whether there is a wired link to the outside"),
    Entry(
      "network.nr_link", unit: "", subject: .campus, chinese: "5G 链路",
      meaning: "Whether there is a 5G link to the outside"),
    Entry(
      "network.dual_link", unit: "", subject: .campus, chinese: "双链路",
      meaning: "Whether a wired and a 5G link back each other up"),
    Entry(
      "network.indoor_system", unit: "", subject: .campus, chinese: "室内覆盖系统",
      meaning: "Whether indoor radio coverage infrastructure is built or designed"),
    Entry(
      "demand.pupils", unit: "pupils", subject: .campus, chinese: "需求学生数",
      meaning: "Pupils that want a seat, by stage and year (campus or district)"),
    Entry(
      "demand.grade_pupils", unit: "pupils", subject: .campus, chinese: "分年级学生数",
      meaning: "Pupils by grade and year (the note names the grade)"),
    Entry(
      "seats.supply", unit: "", subject: .campus, chinese: "学位供给",
      meaning: "Seats by stage and year, interventions included"),
    Entry(
      "seats.balance", unit: "", subject: .campus, chinese: "学位缺口",
      meaning: "Supply minus demand, by stage and year; negative when seats run short"),
    Entry(
      "seats.assigned", unit: "pupils", subject: .campus, chinese: "已分配学生",
      meaning: "Pupils seated by the assignment, by stage and year"),
    Entry(
      "seats.unplaced", unit: "pupils", subject: .district, chinese: "未安置学生",
      meaning: "Pupils without a seat after the assignment, by stage and year"),
    Entry(
      "seats.far_walk", unit: "pupils", subject: .campus, chinese: "超服务半径学生",
      meaning: "Pupils seated there who walk farther than is wanted, by stage and year"),
    Entry(
      "seats.long_walk", unit: "pupils", subject: .campus, chinese: "超步行时间学生",
      meaning: "Pupils seated there who walk longer than is wanted, by stage and year"),
    Entry(
      "seats.mean_walk", unit: "m", subject: .campus, chinese: "平均步行距离",
      meaning: "Mean walk from home of the pupils seated there, by stage and year"),
    Entry(
      "seats.mean_walk_time", unit: "min", subject: .campus, chinese: "平均步行时间",
      meaning: "Mean time on foot from home of the pupils seated there, by stage and year"),
    Entry(
      "seats.shortage_probability", unit: "%", subject: .campus, chinese: "缺位概率",
      meaning: "Probability that demand exceeds supply, by stage and year"),
    Entry(
      "seats.warning_level", unit: "", subject: .campus, chinese: "学位预警等级",
      meaning: "green, yellow or red, by stage and year"),
    Entry(
      "planned.opened_seats", unit: "", subject: .campus, chinese: "新建学位",
      meaning: "Seats of a stage with which a variant's changes open a school in a year"),
    Entry(
      "planned.added_seats", unit: "", subject: .campus, chinese: "扩建学位",
      meaning: "Seats of a stage that a variant's changes add to a school in a year"),
    Entry(
      "planned.closed", unit: "", subject: .campus, chinese: "撤销",
      meaning: "Whether a variant's changes close the school in a year"),
    Entry(
      "planned.merged_into", unit: "", subject: .campus, chinese: "并入学校",
      meaning: "The campus that a variant's changes merge the school into in a year"),
    Entry(
      "planned.dwellings", unit: "", subject: .district, chinese: "新增住房",
      meaning:
        "Dwellings of a variant's development that are still empty, in the first year with pupils (district, or the campus that takes them; the note names the development)"
    ),
    Entry(
      "planned.dwelling_pupils", unit: "pupils", subject: .district, chinese: "新增住房学生数",
      meaning: "Pupils that a variant's development brings, by year (the note names it)"),
    Entry(
      "moves.merged", unit: "pupils", subject: .campus, chinese: "合并转校学生",
      meaning:
        "Pupils of a merged school at the campus that the note names, by stage and year"),
    Entry(
      "moves.closed", unit: "pupils", subject: .campus, chinese: "撤销转校学生",
      meaning:
        "Pupils of a closed school at free seats of the campus that the note names, by stage and year"
    ),
    Entry(
      "moves.crowded", unit: "pupils", subject: .campus, chinese: "超额转校学生",
      meaning:
        "Pupils of a closed school at the campus that the note names, over its seats, by stage and year"
    ),
    Entry(
      "moves.relieved", unit: "pupils", subject: .campus, chinese: "分流学生",
      meaning:
        "Pupils of an overfull school at the new or grown campus that the note names, by stage and year"
    ),
  ]
}
