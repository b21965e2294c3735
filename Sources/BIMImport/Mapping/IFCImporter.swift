import TwinModel

/// Reads IFC files into the values of the model.
public enum IFCImporter {
  /// Reads a file: structure, bodies, properties, quantities, materials and devices.
  ///
  /// What is broken or not supported is left out with a finding; elements that no storey contains
  /// are put into the nearest one.
  ///
  /// - Parameter path: An IFC file in STEP format (IFC2X3, IFC4 or IFC4X3; others as the nearest).
  /// - Returns: The buildings and what goes with them; never empty-handed without a finding.
  /// - Throws: ``ImportError`` when the file cannot be read or is not STEP.
  public static func read(file path: String) throws(ImportError) -> ImportedModel {
    read(try IFCModel(file: path))
  }

  /// Reads a model from the text of a STEP file.
  package static func read(text: String) throws(ImportError) -> ImportedModel {
    read(try IFCModel(text: text))
  }

  private static func read(_ model: IFCModel) -> ImportedModel {
    let reading = IFCReading(model)
    var buildings: [Building] = []
    reading.forEachBuilding { buildings.append($0) }
    var result = reading.summary
    result.buildings = buildings
    return result
  }
}
