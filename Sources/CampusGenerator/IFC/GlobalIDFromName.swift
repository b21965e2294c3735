package import TwinModel

extension GlobalID {
  /// The GlobalId that belongs to a name: the same name gives the same 22 characters, on every
  /// machine, so that a school written twice keeps its identities.
  ///
  /// The 128 bits are two streams of ``SeededRandom`` over the name, marked as a name-based UUID
  /// (version 5, variant 1) and written in IFC's base 64, the first character holding two bits.
  ///
  /// Source: IFC4 IfcGloballyUniqueId; RFC 9562 §5.5 for the marks (the hash is not SHA-1).
  package init(fromName name: String) {
    var first = SeededRandom(0x6361_6d70_7573_0001, stream: name)
    var second = SeededRandom(0x6361_6d70_7573_0002, stream: name)
    let high = first.next() & 0xffff_ffff_ffff_0fff | 0x5000
    let low = second.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    self.init(base64(high: high, low: low))
  }
}

private let alphabet = Array(
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$".utf8)

private func base64(high: UInt64, low: UInt64) -> String {
  var characters: [UInt8] = []
  // 22 groups from the top: one of two bits, then 21 of six.
  for group in (0..<22).reversed() {
    let shift = 6 * group
    let bits: UInt64
    if shift >= 64 {
      bits = high >> UInt64(shift - 64)
    } else if shift > 58 {
      bits = low >> UInt64(shift) | high << UInt64(64 - shift)
    } else {
      bits = low >> UInt64(shift)
    }
    characters.append(alphabet[Int(bits & 0x3f)])
  }
  return String(decoding: characters, as: UTF8.self)
}
