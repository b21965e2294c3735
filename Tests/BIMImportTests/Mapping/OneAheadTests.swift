import BIMImport
import Synchronization
import Testing

/// Values made on another thread: all of them, in order, one ahead and no more.
struct OneAheadTests {
  @Test func valuesComeInOrder() {
    var taken: [Int] = []
    OneAhead.each { (hand) throws(OneAhead.Unwanted) in
      for number in 0..<1000 { try hand(number) }
    } use: {
      taken.append($0)
    }
    #expect(taken == Array(0..<1000))
  }

  @Test func noneIsFine() {
    OneAhead.each { (_: (Int) throws(OneAhead.Unwanted) -> Void) in
    } use: { (_: Int) in
      Issue.record("nothing was handed over")
    }
  }

  /// While one is used, the next may be made, and not the one after it.
  @Test func atMostOneIsAhead() {
    let made = Atomic(0)
    var used = 0
    OneAhead.each { (hand) throws(OneAhead.Unwanted) in
      for number in 0..<100 {
        made.add(1, ordering: .sequentiallyConsistent)
        try hand(number)
      }
    } use: { (_: Int) in
      used += 1
      #expect(made.load(ordering: .sequentiallyConsistent) <= used + 1)
    }
    #expect(used == 100)
  }

  @Test func aFailureEndsTheMaker() {
    struct Refused: Error, Equatable { let number: Int }
    let made = Atomic(0)
    #expect(throws: Refused(number: 7)) {
      try OneAhead.each { (hand) throws(OneAhead.Unwanted) in
        for number in 0..<100 {
          made.add(1, ordering: .sequentiallyConsistent)
          try hand(number)
        }
      } use: { (number) throws(Refused) in
        if number == 7 { throw Refused(number: number) }
      }
    }
    // 0 to 7 were taken; 8 may have been made, and the thread has ended.
    #expect((8...9).contains(made.load(ordering: .sequentiallyConsistent)))
  }
}
