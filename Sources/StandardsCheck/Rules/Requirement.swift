public import TwinModel

/// What a clause asks of a value.
public struct Requirement: Hashable, Sendable {
  /// How the value is compared.
  public let comparison: Comparison
  /// What it is compared with.
  public let limit: Limit
  /// Unit of both, as the catalogue prints it; empty for counts, words and flags.
  public let unit: String

  /// How a value is compared with its limit.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// Not below the limit.
    case atLeast = ">="
    /// Not above the limit.
    case atMost = "<="
    /// The same number, word or flag.
    case equal = "="
    /// Not outside two limits.
    case within = "in"
    /// A flag that must be true.
    case required
  }

  /// What a value is compared with.
  public enum Limit: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// A lower and an upper number.
    case range(Double, Double)
    /// A word.
    case word(String)
    /// Yes or no.
    case flag(Bool)
    /// Another quantity of the same subject.
    case quantity(QuantityName)
  }

  /// Creates a requirement.
  public init(_ comparison: Comparison, _ limit: Limit, unit: String = "") {
    self.comparison = comparison
    self.limit = limit
    self.unit = unit
  }

  /// The same requirement with the value of the other quantity put in.
  func resolved(_ number: Double) -> Requirement {
    guard case .quantity = limit else { return self }
    return Requirement(comparison, .number(number), unit: unit)
  }

  /// Whether a value is as asked; nil when it is of another sort than the limit, or not a number at
  /// all.
  ///
  /// Numbers within a billionth of the limit are taken as equal to it, so that 61.2 m² ÷ 45 is not
  /// below 1.36 by a rounding of the last digit.
  public func isMet(by value: FactValue) -> Bool? {
    switch (value, limit) {
    case (.number(let value), .number(let limit)) where value.isFinite:
      let slack = 1e-9 * max(abs(limit), 1)
      return switch comparison {
      case .atLeast: value >= limit - slack
      case .atMost: value <= limit + slack
      case .equal: abs(value - limit) <= slack
      case .within, .required: nil
      }
    case (.number(let value), .range(let low, let high)) where value.isFinite:
      let slack = 1e-9 * max(abs(low), abs(high), 1)
      return value >= low - slack && value <= high + slack
    case (.text(let value), .word(let word)): return value == word
    case (.flag(let value), .flag(let flag)): return value == flag
    default: return nil
    }
  }
}

// MARK: - In words

extension Requirement {
  /// The requirement in words and figures, such as `≥ 1.36 m²/seat`.
  public var text: String {
    let sign = comparison == .atLeast ? "≥ " : comparison == .atMost ? "≤ " : "= "
    return switch limit {
    case .number(let number): sign + withUnit(Self.figure(number))
    case .range(let low, let high): withUnit("\(Self.figure(low)) … \(Self.figure(high))")
    case .word(let word): sign + word
    case .flag(let flag): comparison == .required ? "required" : "\(sign)\(flag ? "yes" : "no")"
    case .quantity(let name): sign + name.value
    }
  }

  /// A value in words and figures, with as many decimals as it takes not to look as if it were on
  /// the other side of the limit.
  public func text(of value: FactValue) -> String {
    switch value {
    case .text(let word): return word
    case .flag(let flag): return flag ? "yes" : "no"
    case .number(let number):
      let answer = isMet(by: value)
      for decimals in 3...9 {
        let rounded = Self.rounded(number, decimals)
        if isMet(by: .number(rounded)) == answer { return withUnit(Self.figure(rounded)) }
      }
      return withUnit(Self.figure(number))
    }
  }

  private func withUnit(_ figure: String) -> String {
    switch unit {
    case "": figure
    case "%": "\(figure) %"
    default: "\(figure) \(unit)"
    }
  }

  private static func rounded(_ number: Double, _ decimals: Int) -> Double {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = (number * scale).rounded() / scale
    return rounded.isFinite ? rounded : number
  }

  /// A number without a needless “.0”.
  static func figure(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
