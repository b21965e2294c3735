/// The entities of one IFC schema: supertypes, attribute names and their places.
///
/// A file uses a tenth of the entities, so attributes are read from the table when they are asked for.
struct IFCSchema: Sendable {
  /// The schema's name, such as `IFC4`.
  let name: String
  private let table: [UInt8]
  /// The lines of the table, supertypes before subtypes.
  private var entities: [Entity] = []
  private var words = WordTable()
  private var ranks: [Int16] = []
  private var lastDescendants: [Int16] = []
  private var classes: [IFCClass?] = []
  private var entityOfClass: [Int16] = []

  /// An entity as ranges of bytes of the table.
  private struct Entity {
    var name: Range<Int>
    /// Attributes of its own, as `name:kind`, with blanks between them.
    var attributes: Range<Int>
    /// Number of the supertype; −1 without one.
    var supertype: Int
  }

  /// Reads the table of a schema from the resources.
  ///
  /// - Throws: ``ImportError/incompleteInstallation(reason:)`` when the table is not there.
  init(name: String) throws(ImportError) {
    guard let table = SchemaTables.table(name) else {
      throw .incompleteInstallation(reason: "the table of the schema \(name) is missing")
    }
    self.init(name: name, table: Array(table.bytes))
  }

  /// Reads a table as `scripts/make-ifc-schema` writes it.
  init(name: String, table: [UInt8]) {
    self.name = name
    self.table = table
    entities.reserveCapacity(1024)
    table.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { readLines(base, bytes.count) }
    }
    rank()
    classes = Array(repeating: nil, count: entities.count)
    for (known, hash) in zip(IFCClass.allCases, IFCClass.hashes) {
      let entity = words.number(hash)
      entityOfClass.append(Int16(entity ?? -1))
      if let entity { classes[entity] = known }
    }
  }

  /// The entity with a keyword, in either case; nil when the schema has none.
  func entity(keyword: String) -> Int? { words.number(WordTable.hash(keyword)) }

  /// The entity's name in the schema's spelling.
  func spelling(of entity: Int) -> String {
    String(decoding: table[entities[entity].name], as: UTF8.self)
  }

  /// Whether `entity` is `ancestor` or a subtype of it.
  func isKind(_ entity: Int, of ancestor: IFCClass) -> Bool {
    let wanted = Int(entityOfClass[ancestor.rawValue])
    guard wanted >= 0 else { return false }
    return ranks[wanted] <= ranks[entity] && ranks[entity] <= lastDescendants[wanted]
  }

  /// The entity as a class that the importer knows by name; nil for all others.
  func known(_ entity: Int) -> IFCClass? { classes[entity] }

  /// The place of each ``IFCAttribute`` in the parameters of an entity, inherited ones first; 255 for
  /// those it does not have.
  func places(of entity: Int) -> [UInt8] {
    var places = [UInt8](repeating: 255, count: IFCAttribute.allCases.count)
    for (place, attribute) in declarations(of: entity).enumerated() where place < 255 {
      let name = attribute.prefix { $0 != UInt8(ascii: ":") }
      let hash = table.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { WordTable.hash($0, name.startIndex, name.endIndex) } ?? 0
      }
      if let known = IFCAttribute.words.number(hash) { places[known] = UInt8(place) }
    }
    return places
  }

  /// The attributes of an entity with their types, in STEP order, inherited ones first.
  func attributes(of entity: Int) -> [IFCAttributeType] {
    declarations(of: entity).map { attribute in
      let parts = attribute.split(separator: UInt8(ascii: ":"))
      return IFCAttributeType(
        name: String(decoding: parts.first ?? [], as: UTF8.self),
        kind: parts.count > 1 ? parts[1].first ?? 0 : 0)
    }
  }

  /// The attributes of an entity as the table has them, inherited ones first.
  private func declarations(of entity: Int) -> [ArraySlice<UInt8>] {
    var chain: [Int] = []
    var at = entity
    while at >= 0 {
      chain.append(at)
      at = entities[at].supertype
    }
    return chain.reversed().flatMap {
      table[entities[$0].attributes].split(separator: UInt8(ascii: " "))
    }
  }

  // MARK: - Reading the table

  private mutating func readLines(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    var start = 0
    while start < count {
      // entity | A for abstract | supertype | own attributes | derived ones
      var bars: [4 of Int] = .init(repeating: 0)
      var found = 0
      var end = start
      while end < count, bytes[end] != UInt8(ascii: "\n") {
        if bytes[end] == UInt8(ascii: "|"), found < 4 {
          bars[found] = end
          found += 1
        }
        end += 1
      }
      if found == 4 {
        let supertype = words.number(WordTable.hash(bytes, bars[1] + 1, bars[2]))
        if words.add(WordTable.hash(bytes, start, bars[0])) {
          entities.append(
            Entity(
              name: start..<bars[0], attributes: (bars[2] + 1)..<bars[3],
              supertype: supertype ?? -1))
        }
      }
      start = end + 1
    }
  }

  /// Numbers the entities in depth-first order, so that subtypes of an entity are a range.
  private mutating func rank() {
    var descendants = [Int16](repeating: 1, count: entities.count)
    for entity in entities.indices.reversed() where entities[entity].supertype >= 0 {
      descendants[entities[entity].supertype] += descendants[entity]
    }
    ranks = Array(repeating: 0, count: entities.count)
    lastDescendants = ranks
    // The first rank that is free below each entity; supertypes come first in the table.
    var free = ranks
    var root: Int16 = 0
    for entity in entities.indices {
      let parent = entities[entity].supertype
      ranks[entity] = parent < 0 ? root : free[parent]
      lastDescendants[entity] = ranks[entity] + descendants[entity] - 1
      free[entity] = ranks[entity] + 1
      if parent < 0 { root += descendants[entity] } else { free[parent] += descendants[entity] }
    }
  }
}
