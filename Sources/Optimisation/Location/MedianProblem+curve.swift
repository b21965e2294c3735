extension MedianProblem {
  /// The best choice for every number of places, up to `most`, each with its bound; places count one
  /// each, whatever ``costs`` say.
  ///
  /// Events that share no place, directly or through others, are parts of their own: their curves
  ///
  ///     f_c(k) = max { Σ_a α_a (penalty_a − min_{i ∈ S} d_ai) : |S| ≤ k }
  ///
  /// are what k places save against none, one p-median problem for each k, and ``BudgetCurve`` puts
  /// them together by the multiple-choice knapsack, so that one solve serves every number. Parts that are
  /// alike are solved once, and only those k are solved that the best choice by upper bounds asks for:
  /// f is submodular in S, so that f(k) ≤ f(s) k / s for k ≥ s, and no more than all places save.
  ///
  /// Source: Nemhauser, Wolsey, Fisher: An analysis of approximations for maximizing submodular set
  /// functions I, Mathematical Programming 14 (1978), for the bound.
  ///
  /// - Parameters:
  ///   - most: Greatest number of places of interest.
  ///   - nodeLimit: Nodes of search for each number in each part.
  /// - Returns: What is saved, by number of places, with bound and choice.
  /// - Throws: ``OptimisationError`` for numbers that are not sound.
  public func curve(
    upTo most: Int, nodeLimit: Int = 20_000
  ) throws(OptimisationError) -> BudgetCurve {
    if let event = events.first(where: { !$0.isSound(places: costs.count) }) {
      throw .outOfRange(
        field: "event of a median problem", value: "\(event)",
        allowed: "with a weight ≥ 0, finite costs, and places in 0 ..< \(costs.count)")
    }
    var index: [MedianProblem: Int] = [:]
    var searches: [MedianPartSearch] = []
    let parts = self.parts().map { part -> (search: Int, names: [Int]) in
      let (problem, names) = part.compressed()
      if let known = index[problem] { return (known, names) }
      index[problem] = searches.count
      searches.append(MedianPartSearch(problem))
      return (searches.count - 1, names)
    }
    while true {
      // A curve of upper bounds; its choices are the parts' indices and numbers of places.
      let length = 1 + (searches.map(\.problem.costs.count).max() ?? 0)
      let hopes = BudgetCurve(
        merging: parts.enumerated().map { number, part in
          searches[part.search].hopes(upTo: most, named: number * length)
        }, upTo: most)
      var asked: [Int: Set<Int>] = [:]
      for choice in hopes.points.flatMap(\.chosen) {
        let search = parts[choice / length].search
        if choice % length >= searches[search].points.count {
          asked[search, default: []].insert(choice % length)
        }
      }
      guard !asked.isEmpty else { break }
      for search in asked.keys.sorted() { try searches[search].solveNext(nodeLimit: nodeLimit) }
    }
    var curve = BudgetCurve(
      merging: parts.map { searches[$0.search].curve(upTo: most, naming: $0.names) }, upTo: most)
    curve.nodes = searches.reduce(0) { $0 + $1.nodes }
    return curve
  }

  /// What the events cost together when `chosen` answer them.
  public func cost(of chosen: [Int]) -> Double {
    let isChosen = Set(chosen)
    return events.reduce(0) { sum, event in
      sum + event.weight
        * event.answers.reduce(event.penalty) {
          isChosen.contains($1.place) ? min($0, $1.cost) : $0
        }
    }
  }

  /// Events that share places, as problems of their own with the same names of places.
  private func parts() -> [MedianProblem] {
    var group = Array(costs.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while group[place] != place { place = group[place] }
      return place
    }
    let useful = events.map { event in event.answers.filter { $0.cost < event.penalty } }
    for answers in useful {
      guard let first = answers.first else { continue }
      for answer in answers.dropFirst() {
        let (a, b) = (root(first.place), root(answer.place))
        group[max(a, b)] = min(a, b)
      }
    }
    var members: [Int: [Event]] = [:]
    for (event, answers) in zip(events, useful) {
      guard let first = answers.first, event.weight > 0 else { continue }
      members[root(first.place), default: []].append(
        Event(weight: event.weight, penalty: event.penalty, answers: answers))
    }
    return members.sorted { $0.key < $1.key }.map {
      MedianProblem(costs: costs, events: $0.value)
    }
  }

  /// The problem with its own places only, numbered in order, and their names here.
  private func compressed() -> (problem: MedianProblem, names: [Int]) {
    let names = Set(events.flatMap { $0.answers.map(\.place) }).sorted()
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let problem = MedianProblem(
      costs: [Double](repeating: 1, count: names.count),
      events: events.map { event in
        Event(
          weight: event.weight, penalty: event.penalty,
          answers: event.answers.compactMap { answer in
            index[answer.place].map { Answer(place: $0, cost: answer.cost) }
          })
      })
    return (problem, names)
  }
}

extension MedianProblem.Event {
  fileprivate func isSound(places: Int) -> Bool {
    weight >= 0 && weight.isFinite && penalty.isFinite
      && answers.allSatisfy { $0.cost.isFinite && (0..<places).contains($0.place) }
  }
}
