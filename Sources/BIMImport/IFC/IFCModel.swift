import TwinModel

/// A STEP file seen through an IFC schema: classes, and attributes by name.
///
/// Nothing is kept of what is read; a reference that leads nowhere or a value of the wrong kind is
/// nil, and the log says so once.
final class IFCModel {
  let log = FindingLog()
  /// The file and what the schema says of its keywords, for other readers of the same file.
  let view: View
  private var dangling: Set<Int> = []

  /// A file with what a schema says of its keywords.
  struct View: Sendable {
    let file: STEPFile
    let schema: IFCSchema
    /// Entity of each keyword; −1 for words that the schema does not have.
    fileprivate let entities: [Int16]
    fileprivate let classes: [IFCClass?]
    /// Places of all attributes, for one keyword after the other; 255 where there is none.
    fileprivate let places: [UInt8]

    fileprivate init(_ file: STEPFile, _ schema: IFCSchema) {
      self.file = file
      self.schema = schema
      entities = file.keywords.map { Int16(schema.entity(keyword: $0) ?? -1) }
      classes = entities.map { $0 < 0 ? nil : schema.known(Int($0)) }
      let none = [UInt8](repeating: 255, count: IFCAttribute.allCases.count)
      places = entities.flatMap { $0 < 0 ? none : schema.places(of: Int($0)) }
    }
  }

  var file: STEPFile { view.file }
  var schema: IFCSchema { view.schema }
  private var entities: [Int16] { view.entities }
  private var classes: [IFCClass?] { view.classes }
  private var places: [UInt8] { view.places }

  /// Opens a file and chooses the schema by its header.
  ///
  /// - Throws: ``ImportError``.
  convenience init(file path: String) throws(ImportError) {
    let bytes = try ModelBytes(file: path)
    let file: STEPFile
    do { file = try STEPFile(bytes.mapped) } catch { throw .notSTEP(file: path, error) }
    try self.init(file)
    if !bytes.others.isEmpty {
      log.note(
        Finding(
          .warning, code: "ifc.archive.several",
          message: "the archive has more models, which were not read: "
            + bytes.others.prefix(5).joined(separator: ", "),
          suggestion: "import them one by one"))
    }
    if let damage = bytes.damage {
      log.note(
        Finding(
          .error, code: "ifc.archive.damaged", message: "the packed file is damaged: \(damage)",
          suggestion: "what could be unpacked was read; get the file again"))
    }
  }

  /// Opens the text of a file.
  convenience init(text: String) throws(ImportError) { try self.init(bytes: Array(text.utf8)) }

  /// Opens the bytes of a file.
  convenience init(bytes: [UInt8]) throws(ImportError) {
    let file: STEPFile
    do { file = try STEPFile(MappedBytes(copying: bytes)) } catch {
      throw .notSTEP(file: "text", error)
    }
    try self.init(file)
  }

  /// Looks at a file through the schema its header names.
  init(_ file: STEPFile) throws(ImportError) {
    let choice = SchemaChoice(schemas: file.header.schemas)
    view = View(file, try IFCSchema(name: choice.table))
    for finding in file.findings { log.note(finding) }
    if let finding = choice.finding { log.note(finding) }
  }

  /// Another reader of the same file, for another thread, with a log of its own.
  init(_ view: View) { self.view = view }

  // MARK: - Classes

  private func entity(_ instance: STEPInstance) -> Int? {
    let entity = entities[Int(file.index.keywords[Int(instance.row)])]
    return entity < 0 ? nil : Int(entity)
  }

  /// The class, when the importer knows it by name; supertypes do not count.
  func known(_ instance: STEPInstance) -> IFCClass? {
    classes[Int(file.index.keywords[Int(instance.row)])]
  }

  /// Whether the schema has the class of an instance.
  func isInSchema(_ instance: STEPInstance) -> Bool { entity(instance) != nil }

  /// Whether an instance is of a class or one of its subtypes.
  func isKind(_ instance: STEPInstance, of wanted: IFCClass) -> Bool {
    entity(instance).map { schema.isKind($0, of: wanted) } ?? false
  }

  /// A value for each keyword of the file, from what classes it is of; asked once, for all instances.
  func byKeyword<Value>(_ value: ((IFCClass) -> Bool) -> Value) -> [Value] {
    entities.map { entity in
      value { wanted in entity >= 0 && schema.isKind(Int(entity), of: wanted) }
    }
  }

  /// The class as the schema spells it; as the file does where the schema does not know it.
  func className(_ instance: STEPInstance) -> String {
    name(ofKeyword: Int(file.index.keywords[Int(instance.row)]))
  }

  /// The number behind `#`.
  func number(_ instance: STEPInstance) -> Int { Int(file.index.numbers[Int(instance.row)]) }

  private func name(ofKeyword keyword: Int) -> String {
    let entity = entities[keyword]
    return entity < 0 ? file.keywords[keyword] : schema.spelling(of: Int(entity))
  }

  /// The instances of a class and its subtypes, in order of the file.
  func instances(of wanted: IFCClass) -> [STEPInstance] {
    let matches = entities.map { $0 >= 0 && schema.isKind(Int($0), of: wanted) }
    guard matches.contains(true) else { return [] }
    var result: [STEPInstance] = []
    for (row, keyword) in file.index.keywords.enumerated() where matches[Int(keyword)] {
      result.append(STEPInstance(row: Int32(row)))
    }
    return result
  }

  /// How many instances each class has, sorted by class name.
  func counts() -> [ImportVersion.ClassCount] {
    var counts = Array(repeating: 0, count: file.keywords.count)
    for keyword in file.index.keywords { counts[Int(keyword)] += 1 }
    return counts.indices.filter { counts[$0] > 0 }
      .map { ImportVersion.ClassCount(name: name(ofKeyword: $0), count: counts[$0]) }
      .sorted { $0.name < $1.name }
  }

  /// Classes that the schema does not have, with their counts.
  var unknownClasses: [ImportVersion.ClassCount] {
    counts().filter { schema.entity(keyword: $0.name) == nil }
  }

  /// The attributes of each class of the file, by number of the class' keyword; none for classes that
  /// the schema does not have.
  func attributeTypes() -> [[IFCAttributeType]] {
    entities.map { $0 < 0 ? [] : schema.attributes(of: Int($0)) }
  }

  // MARK: - Attributes

  /// The value of an attribute; null when the class has no such attribute or the file ends before it.
  func value(_ instance: STEPInstance, _ attribute: IFCAttribute) -> STEPValue {
    let keyword = Int(file.index.keywords[Int(instance.row)])
    let place = places[keyword * IFCAttribute.allCases.count + attribute.rawValue]
    guard place < 255 else { return .null }
    var cursor = file.parameters(instance)
    guard cursor.skip(Int(place)), let value = cursor.next() else { return .null }
    if case .invalid = value {
      log.count(
        .error, code: "ifc.step.value",
        what: "the attribute \(attribute.spelling) of \(className(instance)) cannot be read",
        subject: "#\(number(instance))")
    }
    return value
  }

  /// What a reference leads to; nil, and a finding, when there is nothing.
  func resolve(_ number: Int, from instance: STEPInstance) -> STEPInstance? {
    if let found = file.index.instance(number) { return found }
    if dangling.insert(number).inserted {
      log.count(
        .error, code: "ifc.reference.dangling",
        what: "a reference leads to an instance that the file does not have",
        subject: "#\(number)", suggestion: "what hangs on it is missing; export the file again")
    }
    return nil
  }

  /// The instance that an attribute refers to.
  func instance(_ instance: STEPInstance, _ attribute: IFCAttribute) -> STEPInstance? {
    guard case .reference(let number) = value(instance, attribute) else { return nil }
    return resolve(number, from: instance)
  }

  /// The instances that an attribute lists; one alone counts as a list.
  func instances(_ instance: STEPInstance, _ attribute: IFCAttribute) -> [STEPInstance] {
    switch value(instance, attribute) {
    case .list(let slice): references(slice, from: instance)
    case .reference(let number): resolve(number, from: instance).map { [$0] } ?? []
    // IFCPROPERTYSETDEFINITIONSET((#1,#2))
    case .typed(_, let slice):
      file.cursor(slice).flatMap { value -> [STEPInstance] in
        if case .list(let inner) = value { references(inner, from: instance) } else { [] }
      }
    default: []
    }
  }

  private func references(_ slice: STEPSlice, from instance: STEPInstance) -> [STEPInstance] {
    var result: [STEPInstance] = []
    for value in file.cursor(slice) {
      if case .reference(let number) = value, let found = resolve(number, from: instance) {
        result.append(found)
      }
    }
    return result
  }

  /// A text; nil when it is not set.
  func text(_ instance: STEPInstance, _ attribute: IFCAttribute) -> String? {
    text(ofMeasure: value(instance, attribute))
  }

  /// The text of a value, bare or wrapped in a type.
  func text(ofMeasure value: STEPValue) -> String? {
    guard case .text(let slice) = unwrapped(value) else { return nil }
    return file.text(slice)
  }

  /// What is within the types around a value; files have one, or none, and a broken one may have
  /// thousands.
  private func unwrapped(_ value: STEPValue) -> STEPValue {
    var value = value
    for _ in 0..<8 {
      guard case .typed(_, let slice) = value else { return value }
      var cursor = file.cursor(slice)
      value = cursor.next() ?? .null
    }
    return .null
  }

  /// The word of an enumeration, such as `SMOKESENSOR`; nil when it is not set.
  func word(_ instance: STEPInstance, _ attribute: IFCAttribute) -> String? {
    guard case .enumeration(let slice) = value(instance, attribute) else { return nil }
    return file.word(slice).uppercased()
  }

  /// A truth value; nil when it is unknown or not set.
  func flag(_ instance: STEPInstance, _ attribute: IFCAttribute) -> Bool? {
    switch word(instance, attribute) {
    case "T", "TRUE": true
    case "F", "FALSE": false
    default: nil
    }
  }

  /// A number, bare or wrapped in a measure; nil when it is not set.
  func real(_ instance: STEPInstance, _ attribute: IFCAttribute) -> Double? {
    real(of: value(instance, attribute))
  }

  func real(of value: STEPValue) -> Double? {
    switch value {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .typed:
      switch unwrapped(value) {
      case .real(let number): number
      case .integer(let number): Double(number)
      default: nil
      }
    default: nil
    }
  }

  /// A list of numbers; empty when it is not set.
  func reals(_ instance: STEPInstance, _ attribute: IFCAttribute) -> [Double] {
    guard case .list(let slice) = value(instance, attribute) else { return [] }
    return file.cursor(slice).compactMap { real(of: $0) }
  }

  /// A whole number; nil when it is not set.
  func integer(_ instance: STEPInstance, _ attribute: IFCAttribute) -> Int? {
    switch value(instance, attribute) {
    case .integer(let number): number
    case .real(let number): Int(exactly: number)
    default: nil
    }
  }
}
