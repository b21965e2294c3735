import ArgumentParser
import RadioCoverage
import TwinModel

/// `twin-sim radio channels`: a channel for each Wi-Fi access point, and the rates at its foot.
struct RadioChannelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channels",
    abstract: "Give each Wi-Fi access point a channel, so that those that hear one another differ.",
    discussion: """
      Levels, channels and the level at which an access point waits for another are those of
      seeds/radio/wifi-indoor.yaml. The answer is each access point's channel, how many it still hears on
      it and the share of the air that it has.

      EXAMPLE
        twin-sim radio channels --walls walls.csv --sites access-points.csv
      """)

  @OptionGroup var network: BareNetworkOptions
  @Option(help: ArgumentHelp("Access points (CSV: x, y, z).", valueName: "file"))
  var sites: String
  @OptionGroup var seeds: SeedOptions
  @OptionGroup var output: OutputOptions

  private struct Document: Encodable {
    struct Point: Encodable {
      let access_point: Int
      let channel: Int
      let heard: Int
      let air_time: Double
    }
    let schema_version = 1
    let conflict_db: Double
    let access_points: [Point]
  }

  func run() throws {
    let wifi = try WiFiParameters(seeds: seeds.folder())
    let frequency = network.frequencyGhz.map { Gigahertz($0) } ?? wifi.frequency
    let scene = try RadioFiles.walls(network.walls)
    let points = try RadioFiles.sites(sites)
    let sent = wifi.power + wifi.antennaGain - wifi.cableLoss + wifi.antennaGain
    let plan = WiFiAirPlan(
      levels: points.map { here in
        points.map { there in
          (sent
            - Decibels(
              BareNetworkOptions.pathLoss(from: there, to: here, through: scene, at: frequency)))
            .value
        }
      }, wifi: wifi)
    let document = Document(
      conflict_db: plan.conflict,
      access_points: points.indices.map {
        Document.Point(
          access_point: $0, channel: wifi.channels[plan.channels[$0]], heard: plan.heard[$0].count,
          air_time: plan.airTime[$0])
      })
    try output.show(document) {
      var table = TextTable("access point", "channel", "hears", "air")
      for point in document.access_points {
        table.add(
          "\(point.access_point)", "\(point.channel)", "\(point.heard)",
          FixedPoint.text(100 * point.air_time, decimals: 1) + " %")
      }
      return table.text
    }
  }
}
