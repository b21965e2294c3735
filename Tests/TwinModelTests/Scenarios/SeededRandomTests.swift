import Testing
import TwinModel

@Suite("A random stream")
struct SeededRandomTests {
  @Test("is SplitMix64")
  func reference() {
    // Published outputs of SplitMix64 for the state 1234567 (Rosetta Code, “Pseudo-random
    // numbers/Splitmix64”), of which the stream skips the first. The hash of the empty name,
    // 0xcbf29ce484222325, is taken out of the seed again.
    var random = SeededRandom(1_234_567 ^ 0xcbf2_9ce4_8422_2325, stream: "")
    let expected: [UInt64] = [
      3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect((0..<4).map { _ in random.next() } == expected)
  }

  @Test("depends on its seed and its name, and on nothing else")
  func names() {
    func first(_ seed: UInt64, _ name: String) -> UInt64 {
      var random = SeededRandom(seed, stream: name)
      return random.next()
    }
    #expect(first(1, "lingzhi") == first(1, "lingzhi"))
    #expect(first(1, "lingzhi") != first(2, "lingzhi"))
    #expect(first(1, "lingzhi") != first(1, "haiyun"))
    #expect(first(1, "ab") != first(1, "ba"))
  }

  @Test("gives numbers from 0 to below 1 with the right mean and spread")
  func unit() {
    var random = SeededRandom(7, stream: "unit")
    let numbers = (0..<10_000).map { _ in random.unit() }
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = numbers.reduce(0, +) / 10_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 10_000
    // Four standard errors: 4 · √(1/12) / 100 = 0.0115 for the mean, 0.003 for the variance.
    #expect(abs(mean - 0.5) < 0.0115)
    #expect(abs(variance - 1.0 / 12) < 0.003)
  }
}
