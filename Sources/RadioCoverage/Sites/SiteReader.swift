import TwinModel

/// Makes transmitters of devices.
struct SiteReader {
  /// What counts where a device says nothing.
  let link: NRLink
  /// Patterns of the seeds, by name.
  let patterns: [String: AntennaPattern]

  /// The transmitter of a device; nil without a place.
  ///
  /// Properties that cannot be used are reported.
  func site(_ device: Device, _ findings: inout [Finding]) -> RadioSite? {
    guard let place = device.position, place.x.isFinite, place.y.isFinite, place.z.isFinite else {
      findings.append(
        Finding(
          .warning, code: "radio.site.no_position", subject: device.id.value,
          message: "the site \(device.id) has no place and is left out",
          suggestion: "give the device a placement in the model"))
      return nil
    }
    var site = RadioSite(
      id: device.id, place: place,
      power: DecibelMilliwatts(number(.power, device, &findings) ?? link.power.value),
      cableLoss: Decibels(number(.cableLoss, device, &findings) ?? link.cableLoss.value),
      gain: Decibels(number(.gain, device, &findings) ?? link.antennaGain.value))
    let turn = number(.azimuth, device, &findings)
    let tilt = number(.tilt, device, &findings)
    guard let name = value(.pattern, device) else { return site }
    guard case .text(let word) = name, let pattern = patterns[word] else {
      findings.append(
        refusal(
          .pattern, device, expected: "one of \(patterns.keys.sorted().joined(separator: ", "))"))
      return site
    }
    site.antenna = MountedAntenna(
      pattern: pattern, azimuth: Degrees(turn ?? 0), tilt: Degrees(tilt ?? 0))
    return site
  }

  private func value(_ property: SiteProperty, _ device: Device) -> PropertyValue? {
    device.properties.first { $0.name == property.rawValue }?.value
  }

  private func number(
    _ property: SiteProperty, _ device: Device, _ findings: inout [Finding]
  ) -> Double? {
    guard let value = value(property, device), let range = property.range else { return nil }
    if case .number(let number) = value, range.contains(number) { return number }
    findings.append(
      refusal(
        property, device, expected: "a number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  private func refusal(
    _ property: SiteProperty, _ device: Device, expected: String
  ) -> Finding {
    Finding(
      .warning, code: "radio.site.property", subject: device.id.value,
      message: "the site \(device.id) has a \(property.rawValue) that cannot be used; expected "
        + "\(expected). The seeds' value counts",
      suggestion: "correct the property in the model or the file of sites")
  }
}
