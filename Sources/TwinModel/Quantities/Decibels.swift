/// A ratio of powers on the logarithmic scale (dB); adding two multiplies the ratios.
public struct Decibels: Hashable, Sendable, Comparable, Codable {
  /// The ratio, in dB.
  public var value: Double

  /// Creates a ratio from its value in dB.
  public init(_ value: Double) { self.value = value }

  /// Orders by ratio.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  /// Applies both ratios, one after the other.
  public static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }
}

/// A power against one milliwatt on the logarithmic scale (dBm); two of them cannot be added.
public struct DecibelMilliwatts: Hashable, Sendable, Comparable, Codable {
  /// The level, in dBm.
  public var value: Double

  /// Creates a level from its value in dBm.
  public init(_ value: Double) { self.value = value }

  /// Orders by power.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  /// Amplifies a level.
  public static func + (left: Self, right: Decibels) -> Self { Self(left.value + right.value) }
  /// Attenuates a level.
  public static func - (left: Self, right: Decibels) -> Self { Self(left.value - right.value) }
}
