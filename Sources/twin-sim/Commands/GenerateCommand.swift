import ArgumentParser
import CampusGenerator
import Foundation

/// `twin-sim generate`: schools and districts that do not exist, for trying things out and for
/// schools that are only planned.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Generate made-up schools and districts.",
    subcommands: [GenerateDistrictCommand.self])
}

/// `twin-sim generate district`: building models, a register, enrolment and births.
struct GenerateDistrictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "district",
    abstract: "Generate a district: IFC models, a register of schools, enrolment and births.",
    discussion: """
      The same seed gives the same bytes; another number of schools leaves the others as they are.

      EXAMPLE
        twin-sim generate district --schools 12 --seed 2026 --out district
      """)

  @Option(help: "How many schools.")
  var schools: Int
  @Option(help: "Where random streams start.")
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("The folder to write into.", valueName: "folder"))
  var out: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    let design = try DistrictDesign(schools: schools, seed: seed)
    let folder = try OutputFolder(out)
    var manifest: DistrictFile?
    var written: [String] = []
    for file in design.files {
      written.append(folder.url.appendingPathComponent(file.path).path)
      guard file.path != "manifest.json" else {
        manifest = file
        continue
      }
      try folder.write(Data(file.bytes), to: file.path)
    }
    // The manifest is written last: where it stands, the rest is complete.
    if let manifest { try folder.write(Data(manifest.bytes), to: manifest.path) }
    try output.show(written) { written.map { "\($0)\n" }.joined() }
  }
}
