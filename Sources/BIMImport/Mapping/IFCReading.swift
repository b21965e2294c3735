import SpatialCore
public import TwinModel

/// An IFC file that is read building by building, so that large files need little memory.
public final class IFCReading {
  private let model: IFCModel
  private let relations: ModelRelations
  private let ids: Identities
  private let mapper: ModelMapper
  /// What the file says of the campus, still without ``ImportedModel/buildings``; its findings are
  /// complete when all buildings were read.
  public private(set) var summary: ImportedModel

  /// Opens a file and reads what is not in a building.
  ///
  /// - Parameter path: An IFC file in STEP format, plain or packed.
  /// - Throws: ``ImportError`` when the file cannot be read or is not STEP.
  public convenience init(file path: String) throws(ImportError) {
    self.init(try IFCModel(file: path))
  }

  init(_ model: IFCModel) {
    self.model = model
    let units = ProjectUnits(model)
    relations = ModelRelations(model)
    ids = Identities(model)
    ModelDiagnosis(model, relations, ids).run()
    let georeferencing = Georeferencing(model, units)
    mapper = ModelMapper(model, units, relations, ids)
    let project = model.instances(of: .project).first
    let name = project.flatMap { project in
      [model.text(project, .longName), model.text(project, .name)].compactMap { $0 }
        .first { !$0.isEmpty }
    }
    summary = ImportedModel(
      projectName: name ?? "", buildings: [], zones: mapper.groups.zones(),
      groups: mapper.groups.groups(),
      georeference: georeferencing.georeference, site: georeferencing.site,
      schema: model.file.header.schemas.first ?? "",
      authoringTool: model.file.header.originatingSystem, byteCount: model.file.byteCount,
      counts: model.counts(), findings: model.log.all())
    model.file.forgetPages()
  }

  /// Reads the buildings, in order of GlobalId, and completes the findings.
  ///
  /// The next building is read, on another thread, while `body` works on the last one.
  ///
  /// - Parameter body: Is called with each building, on this thread; nothing is kept of it.
  /// - Throws: What `body` throws, which ends the reading.
  public func forEachBuilding<Failure: Error>(
    _ body: (Building) throws(Failure) -> Void
  ) throws(Failure) {
    let rooms = RoomDiagnosis(model, relations, ids)
    try OneAhead.each { (hand) throws(OneAhead.Unwanted) in
      try mapper.forEachBuilding { (building) throws(OneAhead.Unwanted) in
        rooms.run([building])
        model.file.forgetPages()
        try hand(building)
      }
    } use: { (building: Building) throws(Failure) in
      try body(building)
    }
    summary.findings = model.log.all()
  }
}
