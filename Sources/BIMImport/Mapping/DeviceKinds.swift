import TwinModel

/// Decides which products are devices and how the equipment catalogue calls them.
struct DeviceKinds {
  let model: IFCModel
  let relations: ModelRelations

  /// Whether a product is a device: a control or communications device, or the end of a service.
  func isDevice(_ product: STEPInstance) -> Bool {
    model.isKind(product, of: .distributionControlElement)
      || model.isKind(product, of: .flowTerminal)
      || model.known(product) == .communicationsAppliance
  }

  /// The catalogue's name for a device; the source's class where the catalogue has none.
  func kind(_ product: STEPInstance) -> String {
    let type = relations.type[product]
    let predefined = [product, type].compactMap { $0 }
      .compactMap { model.word($0, .predefinedType) }
      .first { $0 != "NOTDEFINED" }
    if predefined == "USERDEFINED" || predefined == nil,
      let own = model.text(product, .objectType), !own.isEmpty, own.allSatisfy(isCatalogueLetter)
    {
      return own
    }
    // IFC2X3 has only types of sensors; their occurrences are bare control elements.
    let typeName = type.map { model.className($0) }
    let className =
      typeName.map { $0.hasSuffix("Type") ? String($0.dropLast(4)) : $0 }
      ?? model.className(product)
    return DeviceKinds.catalogue["\(className).\(predefined ?? "")"] ?? className
  }

  private func isCatalogueLetter(_ letter: Character) -> Bool {
    letter.isASCII && (letter.isLowercase || letter.isNumber || letter == "_")
  }

  /// Names of `seeds/equipment` by class and predefined type.
  private static let catalogue: [String: String] = [
    "IfcSensor.SMOKESENSOR": "smoke_detector", "IfcSensor.HEATSENSOR": "heat_detector",
    "IfcSensor.FIRESENSOR": "flame_detector", "IfcSensor.GASSENSOR": "gas_detector",
    "IfcSensor.CO2SENSOR": "co2_sensor", "IfcSensor.COSENSOR": "co_sensor",
    "IfcSensor.TEMPERATURESENSOR": "temperature_sensor",
    "IfcSensor.HUMIDITYSENSOR": "humidity_sensor", "IfcSensor.MOVEMENTSENSOR": "motion_sensor",
    "IfcSensor.LIGHTSENSOR": "light_sensor", "IfcSensor.SOUNDSENSOR": "sound_sensor",
    "IfcAlarm.MANUALPULLBOX": "manual_call_point", "IfcAlarm.BREAKGLASSBUTTON": "manual_call_point",
    "IfcAlarm.SIREN": "siren", "IfcAlarm.BELL": "bell", "IfcAlarm.LIGHT": "alarm_light",
    "IfcCommunicationsAppliance.ANTENNA": "nr_small_cell",
    "IfcCommunicationsAppliance.NETWORKAPPLIANCE": "access_point",
    "IfcCommunicationsAppliance.ROUTER": "access_point",
    "IfcAirTerminal.DIFFUSER": "air_diffuser", "IfcAirTerminal.GRILLE": "air_grille",
    "IfcAirTerminal.REGISTER": "air_register", "IfcAirTerminal.LOUVRE": "air_louvre",
    "IfcAudioVisualAppliance.CAMERA": "camera", "IfcAudioVisualAppliance.DISPLAY": "display",
    "IfcAudioVisualAppliance.SPEAKER": "speaker",
  ]
}
