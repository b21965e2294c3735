import SpatialCore
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
    let units = ProjectUnits(model)
    let relations = ModelRelations(model)
    let ids = Identities(model)
    ModelDiagnosis(model, relations, ids).run()
    let georeferencing = Georeferencing(model, units)
    let mapper = ModelMapper(model, units, relations, ids)
    let buildings = mapper.buildings()
    RoomDiagnosis(model, relations, ids).run(buildings)
    let project = model.instances(of: .project).first
    let name = project.flatMap { project in
      [model.text(project, .longName), model.text(project, .name)].compactMap { $0 }
        .first { !$0.isEmpty }
    }
    return ImportedModel(
      projectName: name ?? "", buildings: buildings, zones: mapper.groups.zones(),
      groups: mapper.groups.groups(),
      georeference: georeferencing.georeference, site: georeferencing.site,
      schema: model.file.header.schemas.first ?? "",
      authoringTool: model.file.header.originatingSystem, byteCount: model.file.byteCount,
      counts: model.counts(), findings: model.log.all())
  }
}
