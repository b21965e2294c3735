import SeatForecast
import SeedFiles
import Testing
import TwinModel
import TwinTestSupport

@Suite("Limits of walks")
struct WalkLimitsTests {
  /// Primary pupils may walk 500 m and 10 min, 600 m at 1 m/s; junior ones 12 min.
  private let limits = WalkLimits(
    byStage: [.primary: 500], minutes: [.primary: 10, .junior: 12], speed: 1)

  private func load(_ text: String) throws -> WalkLimits {
    try WalkLimits.load(from: YAMLNode.parse(text, file: "walks.yaml"))
  }

  @Test("of the seeds are 500 and 1,000 m, 10 and 15 min, at a speed that was seen")
  func seeds() throws {
    let file = Checkout.seeds + "/seats/walks.yaml"
    let limits = try WalkLimits.load(from: YAMLNode.read(file: file))
    #expect(limits.byStage == [.primary: 500, .junior: 1000])
    #expect(limits.minutes == [.primary: 10, .junior: 15])
    // 3.5 feet of 0.3048 m a second.
    #expect(limits.speed == 1.07)
    #expect(abs(3.5 * 0.3048 - 1.07) < 0.005)
  }

  @Test("judge by metres and minutes, each for itself")
  func judges() {
    // 550 m take 9 min 10 s: too far, but not too long.
    #expect(limits.isFar(550, .primary) == true)
    #expect(limits.isLong(550, .primary) == false)
    #expect(limits.isLong(600, .primary) == false)
    #expect(limits.isLong(601, .primary) == true)
    #expect(limits.isFar(9000, .junior) == nil)
    #expect(limits.isLong(720.5, .junior) == true)
    #expect(limits.isLong(9000, .senior) == nil)
    #expect(limits.time(of: 90) == 1.5)
    let slow = WalkLimits(byStage: [:], minutes: [.primary: 10])
    #expect(slow.isLong(9000, .primary) == nil && slow.time(of: 90) == nil)
  }

  @Test("may judge by one of them only; the time is known all the same")
  func measures() {
    let metres = limits.judging(by: .metres)
    #expect(metres.isFar(550, .primary) == true && metres.isLong(700, .primary) == nil)
    let minutes = limits.judging(by: .minutes)
    #expect(minutes.isFar(550, .primary) == nil && minutes.isLong(700, .primary) == true)
    #expect(metres.time(of: 60) == 1 && minutes.time(of: 60) == 1)
    #expect(limits.judging(by: .both) == limits)
  }

  @Test("add up the ways of pupils")
  func tally() {
    var first = WalkTally(limits, .primary)
    #expect(first.mean == nil && first.meanTime == nil && first.far == 0 && first.long == 0)
    first.add(3, walking: 100)
    first.add(1, walking: 550)
    var second = WalkTally(limits, .primary)
    second.add(2, walking: 900)
    first.add(second)
    #expect(first.pupils == 6 && first.far == 3 && first.long == 2)
    // (3 × 100 + 550 + 2 × 900) / 6 m at 60 m a minute.
    #expect(first.mean == Metres(2650.0 / 6))
    #expect(abs((first.meanTime?.value ?? 0) - 2650.0 / 360) < 1e-9)
    var senior = WalkTally(limits, .senior)
    senior.add(1, walking: 9000)
    #expect(senior.far == nil && senior.long == nil && senior.mean == 9000)
  }

  @Test("may lack times and speed, as files before did")
  func metresOnly() throws {
    let text = "format: walks/1\nwalks: [{stage: primary, metres: 400, status: seen}]\n"
    #expect(try load(text) == WalkLimits(byStage: [.primary: 400]))
    #expect(try load(text).lines == ["primary 400.0"])
    #expect(limits.lines == ["primary 500.0", "primary 10.0 min", "junior 12.0 min", "1.0 m/s"])
  }

  @Test(
    "say what is wrong with a file and where",
    arguments: [
      ("times: [{stage: primary, minutes: 10, status: seen}]", "expected a speed"),
      ("speed: {metres_per_second: 0, status: seen}", "metres per second above 0 and up to 10"),
      (
        "speed: {metres_per_second: 1, status: seen}\ntimes: [{stage: primary, minutes: 900, status: seen}]",
        "minutes above 0"
      ),
      ("speed: {metres_per_second: 1, status: guessed}", "guessed"),
      (
        "speed: {metres_per_second: 1, status: seen}\ntimes: [{stage: primary, minutes: 9, status: seen}, "
          + "{stage: primary, minutes: 8, status: seen}]", "primary stands here twice"
      ),
      ("pace: 1", "pace"),
    ])
  func wrong(_ lines: String, _ words: String) {
    let error = #expect(throws: SeedError.self) {
      try load("format: walks/1\nwalks: []\n" + lines + "\n")
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }
}
