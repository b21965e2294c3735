import TwinModel

extension CoverageRun {
  /// Adds what the declared links to the outside carry together and when one fails.
  ///
  /// Nothing is said where the campus declares neither rate; a declared sum is not said again.
  func addBackhaul(_ output: inout StudyOutput) {
    func declared(_ quantity: QuantityName) -> Double? {
      input.campus.declarations.first { $0.quantity == quantity }?.value.number
    }
    let (wired, nr) = (declared("network.wired_rate"), declared("network.nr_rate"))
    guard wired != nil || nr != nil else { return }
    let link = Backhaul(
      wired: MegabitsPerSecond(wired ?? 0), nr: MegabitsPerSecond(nr ?? 0))
    let subject = Subject.campus(input.campus.id)
    let left = min(link.rate(after: .wired), link.rate(after: .nr))
    output.facts.append(
      fact(
        subject, "network.backup_rate", .number(left.value), [],
        "wired \(link.wired), 5G \(link.nr)"))
    let known = Set(input.campus.declarations.map(\.quantity))
    if !known.contains("network.uplink_rate") {
      output.facts.append(
        fact(
          subject, "network.uplink_rate", .number(link.rate(after: .none).value), [],
          "both links up"))
    }
    if !known.contains("network.dual_link") {
      output.facts.append(fact(subject, "network.dual_link", .flag(link.isDual), [], ""))
    }
    for target in study.backhaulTargets where link.rate(after: .none) >= target.rate {
      guard left < target.rate else { continue }
      output.findings.append(
        Finding(
          .warning, code: "radio.backhaul.failure", subject: input.campus.id.value,
          message: "the links to the outside carry \(link.rate(after: .none)) together and meet "
            + "“\(target.name)” (\(target.rate)), but only \(left) when the stronger one fails",
          suggestion: "raise the weaker link to \(target.rate)"))
    }
  }
}
