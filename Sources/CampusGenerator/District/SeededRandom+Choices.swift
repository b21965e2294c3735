import TwinModel

extension SeededRandom {
  /// Whether an event of probability `probability` happens.
  mutating func happens(_ probability: Double) -> Bool { unit() < probability }

  /// One of `choices`, each as likely; nil when there are none.
  mutating func choose<Choice>(_ choices: [Choice]) -> Choice? {
    choices.isEmpty ? nil : choices[Int(unit() * Double(choices.count))]
  }

  /// `count` of `choices` (all, when there are no more), each as likely, in the order of drawing.
  mutating func choose<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
    var rest = choices
    return (0..<min(count, choices.count)).map { _ in
      rest.remove(at: Int(unit() * Double(rest.count)))
    }
  }

  /// A number between the bounds.
  mutating func number(in bounds: ClosedRange<Double>) -> Double {
    bounds.lowerBound + unit() * (bounds.upperBound - bounds.lowerBound)
  }

  /// A whole number between the bounds, each as likely.
  mutating func integer(in bounds: ClosedRange<Int>) -> Int {
    bounds.lowerBound + Int(unit() * Double(bounds.count))
  }
}
