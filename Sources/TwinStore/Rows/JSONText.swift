import Foundation
import TwinModel

/// Values that are kept as JSON text in one column.
enum JSONText {
  /// GlobalIds as a JSON array.
  static func encode(_ ids: [GlobalID]) throws -> String {
    // Real GlobalIds need no escapes; a coder for each row would cost more than the row.
    let isPlain = ids.allSatisfy { id in
      id.value.utf8.allSatisfy {
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
    }
    guard isPlain else { return try encode(ids.map(\.value)) }
    return "[" + ids.map { "\"\($0.value)\"" }.joined(separator: ",") + "]"
  }

  /// Anything as JSON with sorted keys, so that equal values have equal text.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw StoreError.notStorable(what: "A value", reason: "it has no form in JSON (\(error))")
    }
  }

  /// The value in `text`.
  static func decode<Value: Decodable>(
    _ type: Value.Type, _ text: String, path: String
  ) throws -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw StoreError.damaged(path: path, reason: "“\(text.prefix(40))” is not what was saved")
    }
  }

  /// The GlobalIds in `text`.
  static func decodeIDs(_ text: String, path: String) throws -> [GlobalID] {
    guard !text.utf8.contains(UInt8(ascii: "\\")) else {
      return try decode([String].self, text, path: path).map { GlobalID($0) }
    }
    // Without escapes a quote always is a border: every second piece is an id.
    let pieces = text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return stride(from: 1, to: pieces.count, by: 2).map { GlobalID(String(pieces[$0]) ?? "") }
  }
}
