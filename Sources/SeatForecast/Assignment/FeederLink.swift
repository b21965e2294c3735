/// A school that another's leavers have a right to go on to (对口直升).
public struct FeederLink: Hashable, Sendable {
  /// The school that pupils leave.
  public var from: String
  /// The school of the next stage.
  public var to: String
  /// The most of the leavers that go by this link, over 0 and up to 1; all when nil.
  public var share: Double?
  /// Whose right comes first, 1 to 9; 1 before all others.
  public var priority: Int

  /// Creates a link.
  public init(from: String, to: String, share: Double? = nil, priority: Int = 1) {
    self.from = from
    self.to = to
    self.share = share
    self.priority = priority
  }

  /// How many of so many leavers go by the link at most.
  ///
  /// Rounded up, so that shares that add up to 1 leave out nobody; what floating point adds to a whole
  /// number does not count.
  func most(of leavers: Int) -> Int {
    guard let share else { return leavers }
    return min(leavers, Int((share * Double(leavers) - 1e-9).rounded(.up)))
  }

  /// What is wrong with links, each by itself and together, and with which; nil when nothing is.
  static func fault(in links: [FeederLink]) -> (index: Int, reason: String)? {
    var known = Set<[String]>()
    var shares: [String: Double] = [:]
    for (index, link) in links.enumerated() {
      if link.from == link.to {
        return (index, "school \(link.from) keeps its own pupils without a link to itself")
      }
      guard known.insert([link.from, link.to]).inserted else {
        return (index, "the link from \(link.from) to \(link.to) stands there twice")
      }
      guard (1...9).contains(link.priority) else {
        return (index, "the priority is \(link.priority); expected 1 to 9")
      }
      guard let share = link.share else { continue }
      guard share > 0, share <= 1 else {
        return (index, "the share is \(share); expected a number over 0 and up to 1, as 0.4")
      }
      shares[link.from, default: 0] += share
      if let sum = shares[link.from], sum > 1 + 1e-9 {
        return (index, "the shares of school \(link.from) add up to \(sum); expected up to 1")
      }
    }
    return nil
  }

  /// Reads links from CSV `from,to[,share][,priority]`; an empty share is all, an empty priority 1.
  ///
  /// - Parameters:
  ///   - csv: The file's UTF-8 bytes.
  ///   - file: Its name, as messages say it.
  /// - Returns: The links in the order of the file.
  /// - Throws: ``ForecastError`` with line and column at the first field that is not as expected, for a
  ///   link that stands there twice and shares of a school that add up to more than 1.
  public static func links(csv: [UInt8], file: String) throws(ForecastError) -> [FeederLink] {
    let reader = CSVColumns(table: try CSVTable(bytes: csv, file: file))
    let (from, to) = (
      try reader.place("from"), try reader.place("to")
    )
    let (share, priority) = (reader.optionalPlace("share"), reader.optionalPlace("priority"))
    try reader.refuseOthers(than: ["from", "to", "share", "priority"])
    var links: [FeederLink] = []
    for record in reader.table.records {
      var link = FeederLink(
        from: try reader.text(record, from), to: try reader.text(record, to))
      if let share, !record.fields[share].isEmpty {
        guard let value = Double(record.fields[share]), value.isFinite else {
          throw reader.error(
            record, share,
            "found “\(record.fields[share])”; expected a number over 0 and up to 1, as 0.4")
        }
        link.share = value
      }
      if let priority, !record.fields[priority].isEmpty {
        guard let value = Int(record.fields[priority]) else {
          throw reader.error(
            record, priority, "found “\(record.fields[priority])”; expected 1 to 9")
        }
        link.priority = value
      }
      links.append(link)
    }
    if let fault = fault(in: links) {
      throw ForecastError(
        file: file, line: reader.table.records[fault.index].line, reason: fault.reason)
    }
    return links
  }
}
