import TwinModel

/// The schools of the district on a bare map, marked by their standing.
struct SchoolMap {
  let schools: [ReportInput.School]

  /// The picture; empty when fewer than two schools are placed.
  func svg() -> String {
    let placed = schools.compactMap { school in school.place.map { (school, $0) } }
    guard placed.count > 1, let box = Box3(around: placed.map { Point3($0.1.x, $0.1.y, 0) }) else {
      return ""
    }
    let span = max(box.max.x - box.min.x, (box.max.y - box.min.y) * 1.6, 500)
    let (width, margin) = (760.0, 60.0)
    let scale = (width - 2 * margin) / span
    let height = (box.max.y - box.min.y) * scale + 2 * margin
    var svg = SVG(width: width, height: height, label: "Map of the schools", style: "map")
    svg.rectangle(0, 0, width, height, "fill=\"#f3f6f8\" rx=\"6\"")
    for (school, place) in placed {
      let x = margin + (place.x - box.min.x) * scale
      let y = height - margin - (place.y - box.min.y) * scale
      svg.circle(
        x, y, 11, "fill=\"\(Palette.outcome(school.overall))\" stroke=\"#fff\" stroke-width=\"2\"",
        title: "\(school.name): \(ReportWords.outcome(school.overall))")
      svg.words(
        ReportWords.symbol(school.overall), x, y + 4.5,
        "text-anchor=\"middle\" font-size=\"13\" fill=\"#fff\" font-weight=\"700\"")
      svg.words(school.name, x, y + 26, "text-anchor=\"middle\" font-size=\"12\"")
    }
    // A scale bar of a round length near a fifth of the picture.
    let length = BalanceChart.ticks(0, span / 4).last ?? span / 5
    svg.line(
      20, height - 18, 20 + length * scale, height - 18,
      "stroke=\"\(Palette.ink)\" stroke-width=\"2\"")
    svg.words(
      "\(ReportWords.grouped(length)) m", 26 + length * scale, height - 14, "font-size=\"11\"")
    return svg.closed
  }
}
