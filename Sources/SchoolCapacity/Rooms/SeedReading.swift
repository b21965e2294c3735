import SeedFiles
import TwinModel

extension YAMLNode {
  /// Stops unless the file says that it is what is read here.
  func expectFormat(_ format: String) throws(SeedError) {
    let value = try value("format")
    guard try value.string() == format else {
      throw value.error("expected the format \(format), found “\(try value.string())”")
    }
  }

  /// The value as a whole number of at least one.
  func count() throws(SeedError) -> Int {
    let value = try integer()
    guard value >= 1 else { throw error("expected a whole number of at least 1, found \(value)") }
    return value
  }

  /// The value as a number above zero.
  func positive() throws(SeedError) -> Double {
    let value = try number()
    guard value > 0 else { throw error("expected a number above 0, found \(value)") }
    return value
  }

  /// The value as a number of at least zero.
  func notNegative() throws(SeedError) -> Double {
    let value = try number()
    guard value >= 0 else { throw error("expected a number of at least 0, found \(value)") }
    return value
  }
}

/// A stable hash of a text (FNV-1a), for parameters only: never for identity.
func fnv1a(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
