import SeatForecast
import Testing

@Suite("A series of births")
struct BirthSeriesTests {
  private func numbers(
    _ series: BirthSeries, _ unit: Int, _ years: ClosedRange<Int>, known: Int
  ) -> [Double] {
    years.map { series.births(unit, in: $0, known: known) }
  }

  @Test("fills a gap by the line between its neighbours, once the later one is known")
  func gaps() {
    let series = BirthSeries([[2000: 10, 2003: 40]])
    #expect(numbers(series, 0, 2000...2003, known: 2003) == [10, 20, 30, 40])
    #expect(numbers(series, 0, 2000...2003, known: 2002) == [10, 10, 10, 10])
  }

  @Test("goes on as the others do where it ends before them, from what was known in each year")
  func continues() {
    // 30 of the others in 2001 become 15 and then 45.
    let series = BirthSeries([
      [2000: 8, 2001: 10], [2000: 9, 2001: 20, 2002: 10, 2003: 30],
      [2001: 10, 2002: 5, 2003: 15],
    ]).continued
    #expect(numbers(series, 0, 2000...2004, known: 2010) == [8, 10, 5, 15, 15])
    #expect(numbers(series, 0, 2000...2004, known: 2002) == [8, 10, 5, 5, 5])
    #expect(series.lastYear(0, known: 2010) == 2003)
    #expect(numbers(series, 1, 2000...2003, known: 2010) == [9, 20, 10, 30])
  }

  @Test("is the sum of all for a unit without births, and one birth a year where nobody has any")
  func missing() {
    let areas = BirthSeries([nil, [2000: 1, 2001: 2], [2001: 30, 2002: 60]]).continued
    let series = areas.units([0, 1], else: areas.summed)
    // From 2001 on both are known; the first goes on as the second, which doubles.
    #expect(numbers(series, 0, 2001...2002, known: 2002) == [32, 64])
    #expect(numbers(series, 1, 2000...2002, known: 2002) == [1, 2, 4])
    let none = BirthSeries([nil, nil]).continued
    #expect(numbers(none.units([1], else: none.summed), 0, 2000...2001, known: 2005) == [1, 1])
  }

  @Test("sums units, and takes a gap of one as known when its neighbour is")
  func sums() {
    let sum = BirthSeries([nil, [2000: 10, 2002: 30], [2000: 1, 2001: 2, 2002: 3]]).summed
    #expect(numbers(sum, 0, 2000...2002, known: 2002) == [11, 22, 33])
    #expect(numbers(sum, 0, 2000...2001, known: 2001) == [11, 12])
    #expect(numbers(BirthSeries([nil]).summed, 0, 2000...2000, known: 2001) == [1])
  }
}
