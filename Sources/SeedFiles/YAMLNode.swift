import Foundation
import Yams

/// One value of a YAML file that knows its file and line, and refuses what is not expected.
///
/// Every accessor throws ``SeedError`` with file, line and what was expected, so that a wrong key,
/// type or name in a hand-written file stops with a place to look at.
public struct YAMLNode: Sendable {
  /// The file that the value stands in, as messages name it.
  public let file: String
  /// The line it starts on, from 1.
  public let line: Int
  /// The dotted path of keys to it; empty at the top.
  public let path: String
  private let content: Content

  private indirect enum Content: Sendable {
    case scalar(String, isQuoted: Bool)
    case list([YAMLNode])
    case map([(key: String, line: Int, value: YAMLNode)])
  }

  /// Reads a file.
  ///
  /// - Throws: ``SeedError`` when it cannot be read or is not YAML.
  public static func read(file: String) throws(SeedError) -> YAMLNode {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw SeedError(file: file, line: 0, reason: "the file cannot be read")
    }
    return try parse(String(decoding: data, as: UTF8.self), file: file)
  }

  /// Parses a text; `file` is its name in messages.
  ///
  /// - Throws: ``SeedError`` when it is not YAML.
  public static func parse(_ text: String, file: String) throws(SeedError) -> YAMLNode {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw SeedError(file: file, line: line(of: error), reason: "not valid YAML: \(error)")
    } catch {
      throw SeedError(file: file, line: 0, reason: "not valid YAML: \(error)")
    }
    guard let node else { throw SeedError(file: file, line: 0, reason: "the file is empty") }
    return try YAMLNode(node, file: file, path: "")
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 0
    }
  }

  private init(_ node: Node, file: String, path: String) throws(SeedError) {
    self.file = file
    self.path = path
    line = node.mark?.line ?? 0
    switch node {
    case .scalar(let scalar):
      content = .scalar(
        scalar.string, isQuoted: scalar.style == .singleQuoted || scalar.style == .doubleQuoted)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for (index, item) in sequence.enumerated() {
        items.append(try YAMLNode(item, file: file, path: "\(path)[\(index)]"))
      }
      content = .list(items)
    case .mapping(let mapping):
      var entries: [(key: String, line: Int, value: YAMLNode)] = []
      for (key, value) in mapping {
        let line = key.mark?.line ?? line
        guard let name = key.scalar?.string else {
          throw SeedError(file: file, line: line, reason: "a key must be a plain word")
        }
        guard !entries.contains(where: { $0.key == name }) else {
          throw SeedError(file: file, line: line, reason: "the key “\(name)” stands here twice")
        }
        let child = try YAMLNode(value, file: file, path: path.isEmpty ? name : "\(path).\(name)")
        entries.append((name, line, child))
      }
      content = .map(entries)
    case .alias:
      throw SeedError(file: file, line: line, reason: "aliases are not read here")
    }
  }

  /// An error at this value.
  public func error(_ reason: String) -> SeedError {
    SeedError(file: file, line: line, reason: path.isEmpty ? reason : "\(path): \(reason)")
  }
}

// MARK: - Scalars

extension YAMLNode {
  /// Whether the value is left empty or is `null` or `~`.
  public var isNull: Bool {
    if case .scalar(let text, isQuoted: false) = content {
      ["", "~", "null"].contains(text)
    } else {
      false
    }
  }

  /// The value as text.
  public func string() throws(SeedError) -> String {
    guard case .scalar(let text, _) = content else { throw error("expected a text") }
    return text
  }

  /// The value as a finite number.
  public func number() throws(SeedError) -> Double {
    guard case .scalar(let text, isQuoted: false) = content, let value = Double(text),
      value.isFinite
    else { throw error("expected a number\(found)") }
    return value
  }

  /// The value as a whole number.
  public func integer() throws(SeedError) -> Int {
    guard case .scalar(let text, isQuoted: false) = content, let value = Int(text) else {
      throw error("expected a whole number\(found)")
    }
    return value
  }

  /// The value as `true` or `false`.
  public func flag() throws(SeedError) -> Bool {
    guard case .scalar(let text, isQuoted: false) = content, text == "true" || text == "false"
    else { throw error("expected true or false\(found)") }
    return text == "true"
  }

  /// The value as one of the raw values of an enumeration.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type = Choice.self
  ) throws(SeedError) -> Choice where Choice.RawValue == String {
    guard let value = Choice(rawValue: try string()) else {
      let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error("expected one of \(allowed)\(found)")
    }
    return value
  }

  private var found: String {
    switch content {
    case .scalar(let text, _): ", found “\(text)”"
    case .list: ", found a list"
    case .map: ", found a map"
    }
  }
}

// MARK: - Lists and maps

extension YAMLNode {
  /// The items of a list, in order.
  public func list() throws(SeedError) -> [YAMLNode] {
    guard case .list(let items) = content else { throw error("expected a list\(found)") }
    return items
  }

  /// The entries of a map, in order of the file.
  public func entries() throws(SeedError) -> [(key: String, value: YAMLNode)] {
    guard case .map(let entries) = content else { throw error("expected a map\(found)") }
    return entries.map { ($0.key, $0.value) }
  }

  /// Stops at any key that is not in `allowed`, naming the nearest that is.
  public func allowKeys(_ allowed: [String]) throws(SeedError) {
    guard case .map(let entries) = content else { throw error("expected a map\(found)") }
    for entry in entries where !allowed.contains(entry.key) {
      throw SeedError(
        file: file, line: entry.line,
        reason: "unknown key “\(entry.key)”; expected one of \(allowed.joined(separator: ", "))")
    }
  }

  /// The value of a key that must be there.
  public func value(_ key: String) throws(SeedError) -> YAMLNode {
    guard let value = try optional(key) else { throw error("the key “\(key)” is missing") }
    return value
  }

  /// The value of a key; nil when it is absent or null.
  public func optional(_ key: String) throws(SeedError) -> YAMLNode? {
    guard case .map(let entries) = content else { throw error("expected a map\(found)") }
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else {
      return nil
    }
    return value
  }
}
