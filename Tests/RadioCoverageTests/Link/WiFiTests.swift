import RadioCoverage
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("Wi-Fi 6")
struct WiFiTests {
  let rates: WiFiRates

  init() throws { rates = try WiFiRates(seeds: SeedFolder(path: Checkout.seeds)) }

  // 234·½/13.6 µs, and 980·10·5/6/13.6 µs.
  @Test("carries 8.6 Mbit/s at least and 600.5 Mbit/s a stream in 80 MHz")
  func known() throws {
    let least = try #require(rates.rate(scheme: 0, megahertz: 20, streams: 1))
    let most = try #require(rates.rate(scheme: 11, megahertz: 80, streams: 1))
    #expect(abs(least.value - 8.603) < 1e-3)
    #expect(abs(most.value - 600.49) < 1e-2)
    #expect(rates.rate(scheme: 12, megahertz: 80, streams: 1) == nil)
    #expect(rates.rate(scheme: 0, megahertz: 30, streams: 1) == nil)
  }

  // In 80 MHz each level is 6.02 dB higher; −70 dBm against −90.99 dBm of noise is 20.99 dB.
  @Test(
    "takes the scheme that level and noise allow",
    arguments: [
      (-82.0, 99.0, 20, 0), (-82.1, 99, 20, nil), (-76, 99, 80, nil), (-75.9, 99, 80, 0),
      (-52, 99, 20, 11), (-40, 20, 20, 3), (-40, 21, 20, 4), (-40, 99, 30, nil),
    ] as [(Double, Double, Int, Int?)])
  func schemes(level: Double, sinr: Double, width: Int, scheme: Int?) {
    #expect(
      rates.scheme(level: DecibelMilliwatts(level), sinr: Decibels(sinr), megahertz: width)
        == scheme)
  }
}

@Suite("The channels of access points")
struct ChannelPlanTests {
  private func ring(_ count: Int) -> [[Double]] {
    (0..<count).map { row in
      (0..<count).map { abs($0 - row) == 1 || abs($0 - row) == count - 1 ? 1 : 0 }
    }
  }

  @Test("keeps neighbours apart where there are channels enough")
  func apart() {
    #expect(ChannelPlan(conflicts: ring(6), channels: 2).conflict == 0)
    #expect(ChannelPlan(conflicts: ring(5), channels: 3).conflict == 0)
    let triangle = ChannelPlan(conflicts: ring(3), channels: 3)
    #expect(triangle.channels.sorted() == [0, 1, 2])
  }

  // An odd ring needs three channels: with two, one pair shares.
  @Test("leaves the least conflict where there are too few")
  func tooFew() {
    #expect(ChannelPlan(conflicts: ring(5), channels: 2).conflict == 1)
    let weighted = ChannelPlan(
      conflicts: [[0, 3, 2], [3, 0, 1], [2, 1, 0]], channels: 2)
    #expect(weighted.conflict == 1)
    #expect(weighted.channels[1] == weighted.channels[2])
    #expect(ChannelPlan(conflicts: [], channels: 1).channels.isEmpty)
  }
}

@Suite("A school's way out")
struct BackhaulTests {
  private func met(_ backhaul: Backhaul, _ target: MegabitsPerSecond) -> [Bool] {
    backhaul.meets(target).map(\.isMet)
  }

  // Both up, the wired one down, the 5G one down.
  @Test("meets 500 Mbit/s on either link, 1 Gbit/s on the wired one, 10 Gbit/s on both only")
  func failures() {
    let school = Backhaul(wired: 9500, nr: 600)
    #expect(school.isDual)
    #expect(met(school, 500) == [true, true, true])
    #expect(met(school, 1000) == [true, false, true])
    #expect(met(school, 10_000) == [true, false, false])
    let wired = Backhaul(wired: 1000, nr: 0)
    #expect(!wired.isDual)
    #expect(met(wired, 500) == [true, false, true])
  }
}
