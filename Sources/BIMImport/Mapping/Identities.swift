import TwinModel

/// The identity of each object: its GlobalId, made unique where the file is not.
///
/// Only what is wrong is kept; a GlobalId is read when it is asked for.
struct Identities {
  /// Objects without a GlobalId, in order of the file.
  private(set) var missing: [STEPInstance] = []
  /// Objects whose GlobalId is not 22 characters of the IFC alphabet, in order of the file.
  private(set) var invalid: [STEPInstance] = []
  /// Objects with the GlobalId of an earlier one, in order of the file.
  private(set) var duplicates: [STEPInstance] = []
  private var repeated: Set<STEPInstance> = []
  private let model: IFCModel

  init(_ model: IFCModel) {
    self.model = model
    var keys: [Key] = []
    var odd: [String: STEPInstance] = [:]
    for object in model.instances(of: .root) {
      guard case .text(let slice) = model.value(object, .globalId), slice.end > slice.start else {
        missing.append(object)
        continue
      }
      if let number = Identities.number(model.file.raw(slice)) {
        keys.append(Key(number: number, object: object))
        continue
      }
      invalid.append(object)
      let id = model.file.text(slice)
      if odd[id] == nil { odd[id] = object } else { duplicates.append(object) }
    }
    keys.sort { ($0.number, $0.object) < ($1.number, $1.object) }
    for (place, key) in keys.enumerated().dropFirst() where keys[place - 1].number == key.number {
      duplicates.append(key.object)
    }
    duplicates.sort()
    repeated = Set(duplicates)
  }

  private struct Key {
    var number: UInt128
    var object: STEPInstance
  }

  /// The identity of an object.
  ///
  /// The first bearer keeps a GlobalId; others, and those without, are told apart by number.
  subscript(object: STEPInstance) -> GlobalID {
    let id = model.text(object, .globalId) ?? ""
    guard id.isEmpty || repeated.contains(object) else { return GlobalID(id) }
    return GlobalID("\(id)#\(model.number(object))")
  }

  /// The 128 bits that 22 characters of `0-9A-Za-z_$` stand for, the first one 0 to 3; nil for all
  /// other texts.
  static func number(_ id: some Collection<UInt8>) -> UInt128? {
    guard id.count == 22, let first = id.first, (48...51).contains(first) else { return nil }
    var result: UInt128 = 0
    for byte in id {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...90: digit = byte - 65 + 10
      case 97...122: digit = byte - 97 + 36
      case UInt8(ascii: "_"): digit = 62
      case UInt8(ascii: "$"): digit = 63
      default: return nil
      }
      result = result << 6 | UInt128(digit)
    }
    return result
  }
}
