import CCrypto
public import Foundation

/// SHA-256 of inputs: what a file, a plan or a task is known by.
public struct ContentHash: Sendable {
  private var text: [UInt8] = []

  /// Starts a hash.
  public init() {}

  /// Adds a text with its length, so that ("ab", "c") and ("a", "bc") differ.
  public mutating func add(_ text: String) {
    self.text += "\(text.utf8.count):".utf8
    self.text += text.utf8
  }

  /// The hash of all that was added, in 64 lower-case hex digits.
  public var hex: String { text.withUnsafeBytes(Self.digest) }

  /// The SHA-256 of bytes, as `sha256sum` prints it.
  public static func sha256(_ bytes: Data) -> String { bytes.withUnsafeBytes(digest) }

  /// The hash of several texts in order.
  public static func of(_ texts: [String]) -> String {
    var hash = ContentHash()
    for text in texts { hash.add(text) }
    return hash.hex
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = SHA256(bytes.baseAddress, bytes.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
