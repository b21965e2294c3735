import Foundation
public import TwinModel

/// A path over several sharp edges, such as the roofs between two antennas.
///
/// On a campus the earth is flat: its curve raises the middle of a kilometre by 15 mm. Losses are
/// beyond free space. The recommendation adds a term of about 10 dB that was fitted to hills; between
/// roofs it would make a step where one more edge comes in, so it is left out unless asked for.
///
/// Source: ITU-R P.526-15, §4.5.1 (Bullington) and §4.5.2 (Deygout, there “cascaded knife edge”).
public struct EdgeProfile: Hashable, Sendable {
  /// One edge.
  public struct Edge: Hashable, Sendable {
    /// Distance from the transmitter.
    public let distance: Metres
    /// Height in the same system as the antennas.
    public let height: Metres

    /// Creates an edge.
    public init(distance: Metres, height: Metres) {
      self.distance = distance
      self.height = height
    }
  }

  /// The edges, by distance.
  public let edges: [Edge]
  /// Distance of the two antennas in plan.
  public let length: Metres
  /// Height of the transmitter.
  public let transmitter: Metres
  /// Height of the receiver.
  public let receiver: Metres

  /// Creates a profile; edges at or beyond the antennas are refused.
  ///
  /// - Throws: ``RadioError/outOfRange(model:sentence:)``.
  public init(
    edges: [Edge], length: Metres, transmitter: Metres, receiver: Metres
  ) throws(RadioError) {
    for edge in edges where !(edge.distance > 0 && edge.distance < length) {
      throw .outOfRange(
        model: "p526",
        sentence: "an edge stands \(edge.distance) from the transmitter; expected between 0 and "
          + "\(length)")
    }
    self.edges = edges.sorted { $0.distance < $1.distance }
    self.length = length
    self.transmitter = transmitter
    self.receiver = receiver
  }

  /// How edges become one loss.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    case bullington, deygout
  }

  /// The loss; `overHills` adds the recommendation's term for terrain.
  public func loss(
    frequency: Gigahertz, by method: Method, overHills: Bool = false
  ) -> Decibels {
    switch method {
    case .bullington: bullington(frequency, overHills)
    case .deygout: deygout(frequency, overHills)
    }
  }

  // MARK: - Bullington

  /// One edge where the steepest lines of sight from both ends meet; in sight, the greatest ν.
  ///
  /// Over hills L = J + (1 − e^{−J/6})·(10 + 0.02·d), d in km.
  private func bullington(_ frequency: Gigahertz, _ overHills: Bool) -> Decibels {
    guard !edges.isEmpty else { return Decibels(0) }
    let (d, tx, rx) = (length.value, transmitter.value, receiver.value)
    let direct = (rx - tx) / d
    let fromTransmitter =
      edges.map { ($0.height.value - tx) / $0.distance.value }.max() ?? direct
    let single: Double
    if fromTransmitter <= direct {
      single =
        edges.map { KnifeEdge.loss(nu: nu($0, from: 0, tx, to: d, rx, frequency)).value }
        .max() ?? 0
    } else {
      let fromReceiver =
        edges.map { ($0.height.value - rx) / (d - $0.distance.value) }.max() ?? -direct
      let meeting = (rx - tx + fromReceiver * d) / (fromTransmitter + fromReceiver)
      let point = Edge(
        distance: Metres(meeting), height: Metres(tx + fromTransmitter * meeting))
      single = KnifeEdge.loss(nu: nu(point, from: 0, tx, to: d, rx, frequency)).value
    }
    let hills = overHills ? 10 + 0.02 * d / 1000 : 0
    return Decibels(single + (1 - exp(-single / 6)) * hills)
  }

  // MARK: - Deygout

  /// The edge with the greatest ν, then the greatest on either side of it, seen from its top.
  ///
  /// L = J(ν_p) + T·(J(ν_t) + J(ν_r) + C), T = 1 − e^{−J(ν_p)/6}, C = 0 or, over hills, 10 + 0.04·d, d
  /// in km; 0 when ν_p ≤ −0.78.
  private func deygout(_ frequency: Gigahertz, _ overHills: Bool) -> Decibels {
    let (d, tx, rx) = (length.value, transmitter.value, receiver.value)
    guard let main = greatest(edges[...], from: 0, tx, to: d, rx, frequency), main.nu > -0.78 else {
      return Decibels(0)
    }
    let top = edges[main.index]
    let loss = KnifeEdge.loss(nu: main.nu).value
    let before = greatest(
      edges[..<main.index], from: 0, tx, to: top.distance.value, top.height.value, frequency)
    let after = greatest(
      edges[(main.index + 1)...], from: top.distance.value, top.height.value, to: d, rx, frequency)
    let sides = [before, after].reduce(0) { $0 + ($1.map { KnifeEdge.loss(nu: $0.nu).value } ?? 0) }
    let hills = overHills ? 10 + 0.04 * d / 1000 : 0
    return Decibels(loss + (1 - exp(-loss / 6)) * (sides + hills))
  }

  private func greatest(
    _ some: ArraySlice<Edge>, from start: Double, _ startHeight: Double, to end: Double,
    _ endHeight: Double, _ frequency: Gigahertz
  ) -> (index: Int, nu: Double)? {
    some.indices.map { index in
      (index, nu(some[index], from: start, startHeight, to: end, endHeight, frequency))
    }.max { ($0.1, $1.0) < ($1.1, $0.0) }
  }

  /// ν of an edge over the line between two points.
  private func nu(
    _ edge: Edge, from start: Double, _ startHeight: Double, to end: Double, _ endHeight: Double,
    _ frequency: Gigahertz
  ) -> Double {
    let (near, far) = (edge.distance.value - start, end - edge.distance.value)
    let line = (startHeight * far + endHeight * near) / (near + far)
    return KnifeEdge.nu(
      height: Metres(edge.height.value - line), near: Metres(near), far: Metres(far),
      frequency: frequency)
  }
}
