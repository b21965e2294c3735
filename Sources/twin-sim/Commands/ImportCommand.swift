import ArgumentParser
import Foundation
import TwinModel
import TwinStore

/// `twin-sim import`: building models into the database.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import building models (IFC), city models and map layers into a database.",
    discussion: """
      Each file is one version of its campus; a file that has not changed is not imported again. What
      could not be read is reported and kept with the version; the rest is imported. Many schools are
      imported by a register (CSV: campus,name,kind,stages,ifc and what is declared of them).

      City models (CityJSON, CityGML) and map layers (GeoJSON, GeoPackage) belong to no campus; they are
      told by their content. Devices come as a register (CSV: id,campus,kind and x,y or lon,lat, z,
      storey, status).

      EXAMPLES
        twin-sim import school.ifc --db city.sqlite --campus P01 --kind new --stage primary
        twin-sim import --register district/schools.csv --db city.sqlite
        twin-sim import city.json --db city.sqlite
        twin-sim import catchments.geojson --role catchments --db city.sqlite
        twin-sim import plan.gpkg --layer roads --role roads --db city.sqlite
        twin-sim import --devices devices.csv --db city.sqlite
      """)

  @Argument(
    help: ArgumentHelp(
      "Building models (IFC) of one campus, city models, map layers.", valueName: "files"))
  var files: [String] = []
  @OptionGroup var store: StoreOptions
  @Option(help: ArgumentHelp("The campus that the files belong to.", valueName: "id"))
  var campus: String?
  @Option(
    help: ArgumentHelp(
      "The school's name; the stored one, else the campus id, when absent.", valueName: "name"))
  var name: String?
  @Option(
    help: "new, renovated, expanded or existing; the stored kind, else existing, when absent.")
  var kind: ProjectKind?
  @Option(help: "A stage taught: primary, junior or senior; may be repeated.")
  var stage: [Stage] = []
  @Option(help: ArgumentHelp("A register of schools (CSV) instead of files.", valueName: "file"))
  var register: String?
  @OptionGroup var city: CityOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (register == nil) != files.isEmpty || (files.isEmpty && city.devices != nil) else {
      throw ValidationError("Name either files, or a --register, or --devices.")
    }
    guard campus != nil || files.allSatisfy(CityImportJob.reads) else {
      throw ValidationError("Name the campus of the files with --campus.")
    }
  }

  func run() async throws {
    let opened = try TwinStore.open(store.db, mode: .create, srs: city.databaseSystem)
    let work = try self.work
    let progress = Progress("import", total: work.count)
    var outcomes: [AnyImportOutcome] = []
    for job in work {
      let outcome = try job(opened)
      await progress.advance(failed: outcome.failure != nil)
      outcomes.append(outcome)
    }
    try opened.close()
    try output.show(outcomes) { outcomes.map(\.text).joined() }
    let refused = outcomes.filter { $0.failure != nil }
    if let first = refused.first, let failure = first.failure {
      throw refused.count == outcomes.count ? failure : CommandFailure(.partial, failure.message)
    }
  }

  /// What is to be done, in order: files as they were named, then the registers.
  private var work: [(TwinStore) throws -> AnyImportOutcome] {
    get throws {
      var work: [(TwinStore) throws -> AnyImportOutcome] = []
      let system = try city.system
      for file in files {
        if CityImportJob.reads(file) {
          let job = CityImportJob(
            path: file, system: system, layer: city.layer, role: city.role, name: name)
          work.append { .city(job.run(into: $0, at: Clock.now)) }
        } else {
          let job = try self.job(file)
          work.append { .campus(job.run(into: $0, at: Clock.now)) }
        }
      }
      for job in try register.map(jobs(register:)) ?? [] {
        work.append { .campus(job.run(into: $0, at: Clock.now)) }
      }
      if let devices = city.devices {
        work.append {
          .city(DeviceRegister.run(devices, system: system, into: $0, at: Clock.now))
        }
      }
      return work
    }
  }

  private func job(_ file: String) throws -> ImportJob {
    ImportJob(
      path: file, campus: try CampusID(campus ?? ""), name: name, kind: kind,
      stages: stage.isEmpty ? nil : stage, declarations: nil)
  }

  private func jobs(register path: String) throws -> [ImportJob] {
    let register = try SchoolRegister(InputFile(path))
    for school in register.schools where school.files.isEmpty {
      Console.note("twin-sim: the register names no model of \(school.id); it is not imported")
    }
    return register.schools.flatMap { school in
      school.files.map { file in
        ImportJob(
          path: file.hasPrefix("/") ? file : "\(register.folder)/\(file)", campus: school.id,
          name: school.name, kind: school.kind, stages: school.stages,
          declarations: school.declarations)
      }
    }
  }
}
