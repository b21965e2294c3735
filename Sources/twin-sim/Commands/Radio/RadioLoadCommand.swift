import ArgumentParser
import Foundation
import RadioCoverage
import SeatForecast
import TwinModel

/// `twin-sim radio load`: how busy 5G sites are when traffic and interference decide one another.
struct RadioLoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Find the load of each 5G site, where traffic and interference decide one another.",
    discussion: """
      Places are CSV with x, y, z (metres) and demand_mbit_s; the strongest site serves. The answer is
      each site's load at the fixed point and its demand over what it carries (above 1 where it cannot).
      Carrier, power, gain and noise are those of seeds/radio/nr-indoor.yaml.

      EXAMPLE
        twin-sim radio load --walls walls.csv --sites sites.csv --places desks.csv
      """)

  @OptionGroup var network: BareNetworkOptions
  @Option(help: ArgumentHelp("Sites (CSV: x, y, z).", valueName: "file"))
  var sites: String
  @Option(help: ArgumentHelp("Places with traffic (CSV).", valueName: "file"))
  var places: String
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  private struct Document: Encodable {
    struct Site: Encodable {
      let site: Int
      let load: Double
      /// Nil where a place asks for something that it cannot receive.
      let demand: Double?
      let places: Int
    }
    let schema_version = 1
    let is_settled: Bool
    let steps: Int
    let sites: [Site]
    let sinr_db: [Double]
  }

  func run() throws {
    let folder = try seeds.folder()
    let parameters = try CoverageParameters(seeds: folder)
    let frequency = network.frequencyGhz.map { Gigahertz($0) } ?? parameters.frequency
    let scene = try RadioFiles.walls(network.walls)
    let antennas = try RadioFiles.sites(sites)
    let file = try RadioTable(places)
    let demand = try file.column(["demand_mbit_s"])
    let points = try RadioFiles.sites(places)
    let radiated = parameters.link.radiatedPerElement
    let asked = try zip(file.table.records, points).map { record, point in
      CellLoad.Place(
        levels: antennas.map { antenna in
          radiated
            - Decibels(
              BareNetworkOptions.pathLoss(from: antenna, to: point, through: scene, at: frequency))
        }, demand: MegabitsPerSecond(try file.number(record, demand, in: 0...1e6)))
    }
    let load = CellLoad(
      places: asked, noise: parameters.link.noisePerElement,
      capacity: try NRThroughput(seeds: folder).downlinkCapacity(of: parameters.link))
    let document = Document(
      is_settled: load.isSettled, steps: load.steps,
      sites: antennas.indices.map { site in
        Document.Site(
          site: site, load: load.load[site],
          demand: load.demand[site].isFinite ? load.demand[site] : nil,
          places: load.server.count { $0 == site })
      }, sinr_db: load.sinr)
    try output.show(document) {
      var table = TextTable("site", "places", "load", "demand over capacity")
      for site in document.sites {
        table.add(
          "\(site.site)", "\(site.places)", FixedPoint.text(site.load, decimals: 3),
          site.demand.map { FixedPoint.text($0, decimals: 3) } ?? "not received")
      }
      return table.text
    }
    if !load.isSettled { Console.note("the loads have not settled after \(load.steps) steps") }
  }
}
