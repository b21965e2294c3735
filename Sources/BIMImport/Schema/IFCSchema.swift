import Foundation

/// The entities of one IFC schema: supertypes, attribute names and their places.
struct IFCSchema: Sendable {
  /// The schema's name, such as `IFC4`.
  let name: String
  /// Entity names in the schema's spelling; supertypes come before subtypes.
  private(set) var entities: [String] = []
  private var supertypes: [Int16] = []
  private var lastDescendants: [Int16] = []
  private var ranks: [Int16] = []
  private var attributeNames: [[String]] = []
  private var byKeyword: [String: Int16] = [:]
  private var places: [UInt8] = []
  private var classes: [IFCClass?] = []
  private var entityOfClass: [Int16] = []

  /// The schemas there are tables for.
  static let names = ["IFC2X3", "IFC4", "IFC4X3_ADD2"]

  /// Reads the table of a schema from the resources.
  ///
  /// - Throws: ``ImportError/incompleteInstallation(reason:)`` when the table is not there.
  init(name: String) throws(ImportError) {
    guard
      let url = Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "schema"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { throw .incompleteInstallation(reason: "the table of the schema \(name) is missing") }
    self.init(name: name, table: text)
  }

  /// Reads a table as `scripts/make-ifc-schema` writes it.
  init(name: String, table: String) {
    self.name = name
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      guard fields.count >= 4 else { continue }
      let entity = String(fields[0]) ?? ""
      let parent = byKeyword[(String(fields[2]) ?? "").uppercased()] ?? -1
      var names = parent < 0 ? [] : attributeNames[Int(parent)]
      for attribute in fields[3].split(separator: UInt8(ascii: " ")) {
        names.append(String(attribute.prefix { $0 != UInt8(ascii: ":") }) ?? "")
      }
      byKeyword[entity.uppercased()] = Int16(entities.count)
      entities.append(entity)
      supertypes.append(parent)
      attributeNames.append(names)
    }
    number()
    resolve()
  }

  /// The entity with an upper-case keyword; nil when the schema has none.
  func entity(keyword: String) -> Int? { byKeyword[keyword].map(Int.init) }

  /// The attribute names of an entity, in STEP order, inherited ones first.
  func attributes(of entity: Int) -> [String] { attributeNames[entity] }

  /// Whether `entity` is `ancestor` or a subtype of it.
  func isKind(_ entity: Int, of ancestor: IFCClass) -> Bool {
    let wanted = Int(entityOfClass[ancestor.rawValue])
    guard wanted >= 0 else { return false }
    return ranks[wanted] <= ranks[entity] && ranks[entity] <= lastDescendants[wanted]
  }

  /// The entity as a class that the importer knows by name; nil for all others.
  func known(_ entity: Int) -> IFCClass? { classes[entity] }

  /// Where an attribute stands in an entity's parameters; nil when the entity has no such attribute.
  func place(of attribute: IFCAttribute, in entity: Int) -> Int? {
    let place = places[entity * IFCAttribute.allCases.count + attribute.rawValue]
    return place == 255 ? nil : Int(place)
  }

  // MARK: - Tables made once

  /// Numbers the entities in depth-first order, so that subtypes of an entity are a range.
  private mutating func number() {
    var children: [[Int]] = Array(repeating: [], count: entities.count)
    var roots: [Int] = []
    for entity in entities.indices {
      if supertypes[entity] < 0 {
        roots.append(entity)
      } else {
        children[Int(supertypes[entity])].append(entity)
      }
    }
    ranks = Array(repeating: 0, count: entities.count)
    lastDescendants = ranks
    var next: Int16 = 0
    func visit(_ entity: Int, _ ranks: inout [Int16], _ last: inout [Int16]) {
      ranks[entity] = next
      next += 1
      for child in children[entity] { visit(child, &ranks, &last) }
      last[entity] = next - 1
    }
    for root in roots { visit(root, &ranks, &lastDescendants) }
  }

  private mutating func resolve() {
    classes = Array(repeating: nil, count: entities.count)
    for known in IFCClass.allCases {
      let entity = byKeyword[known.spelling.uppercased()] ?? -1
      entityOfClass.append(entity)
      if entity >= 0 { classes[Int(entity)] = known }
    }
    var wanted: [String: Int] = [:]
    for attribute in IFCAttribute.allCases { wanted[attribute.spelling] = attribute.rawValue }
    let width = IFCAttribute.allCases.count
    places = Array(repeating: 255, count: entities.count * width)
    for entity in entities.indices {
      for (place, name) in attributeNames[entity].enumerated() {
        if let attribute = wanted[name] { places[entity * width + attribute] = UInt8(place) }
      }
    }
  }
}
