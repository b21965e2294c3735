import ArgumentParser
import Foundation
import TwinModel
import TwinStore

/// `twin-sim import`: building models into the database.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import building models (IFC) into a database.",
    discussion: """
      Each file is one version of its campus; a file that has not changed is not imported again. What
      could not be read is reported and kept with the version; the rest is imported. Many schools are
      imported by a register (CSV: campus,name,kind,stages,ifc and what is declared of them).

      EXAMPLES
        twin-sim import school.ifc --db city.sqlite --campus P01 --kind new --stage primary
        twin-sim import --register district/schools.csv --db city.sqlite
      """)

  @Argument(help: ArgumentHelp("Building models (IFC) of one campus.", valueName: "files"))
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
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (register == nil) != files.isEmpty else {
      throw ValidationError("Name either files with --campus, or a --register.")
    }
    guard files.isEmpty || campus != nil else {
      throw ValidationError("Name the campus of the files with --campus.")
    }
  }

  func run() async throws {
    let opened = try store.open(.create)
    let jobs = try register.map(jobs(register:)) ?? self.jobs()
    let progress = Progress("import", total: jobs.count)
    var outcomes: [ImportOutcome] = []
    for job in jobs {
      let outcome = job.run(into: opened, at: Clock.now)
      await progress.advance(failed: outcome.refusal != nil)
      outcomes.append(outcome)
    }
    try opened.close()
    try output.show(outcomes) { outcomes.map(\.text).joined() }
    let refused = outcomes.filter { $0.refusal != nil }
    if let first = refused.first, let failure = first.failure {
      throw refused.count == outcomes.count ? failure : CommandFailure(.partial, failure.message)
    }
  }

  private func jobs() throws -> [ImportJob] {
    let id = try CampusID(campus ?? "")
    return files.map {
      ImportJob(
        path: $0, campus: id, name: name, kind: kind, stages: stage.isEmpty ? nil : stage,
        declarations: nil)
    }
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
