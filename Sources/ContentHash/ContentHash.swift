import Crypto
public import Foundation

/// SHA-256 of inputs: what a file, a plan or a task is known by.
public struct ContentHash: Sendable {
  private var hasher = SHA256()

  /// Starts a hash.
  public init() {}

  /// Adds a text with its length, so that ("ab", "c") and ("a", "bc") differ.
  public mutating func add(_ text: String) {
    hasher.update(data: Data("\(text.utf8.count):".utf8))
    hasher.update(data: Data(text.utf8))
  }

  /// The hash of all that was added, in 64 lower-case hex digits.
  public var hex: String { Self.hex(hasher.finalize()) }

  /// The SHA-256 of bytes, as `sha256sum` prints it.
  public static func sha256(_ bytes: Data) -> String { hex(SHA256.hash(data: bytes)) }

  /// The hash of several texts in order.
  public static func of(_ texts: [String]) -> String {
    var hash = ContentHash()
    for text in texts { hash.add(text) }
    return hash.hex
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
