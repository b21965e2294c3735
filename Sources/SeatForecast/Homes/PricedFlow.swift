import Optimisation

/// Transportation over all pairs with a price for a unit without a place that any chain of longer ways is
/// worth less than.
enum PricedFlow {
  static func solve(
    demand: [Int64], capacity: [Int64], costs: [[(destination: Int, cost: Int64)]]
  ) throws(ForecastError) -> PricedTransportation.Answer {
    let greatest = costs.joined().map(\.cost).max() ?? 0
    do {
      return try PricedTransportation(
        demand: demand, capacity: capacity,
        unplacedCost: (greatest + 1) * Int64(capacity.count + 1)
      ).solve { costs[$0] }
    } catch { throw ForecastError(reason: "pupils cannot be assigned: \(error)") }
  }
}
