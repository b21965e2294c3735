/// Builds an inline SVG picture, escaping what it is given.
struct SVG {
  private(set) var text: String

  /// Starts a picture of `width` × `height` user units, described by `label` for those who cannot
  /// see it.
  init(width: Double, height: Double, label: String, style: String = "") {
    text =
      "<svg viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\" role=\"img\" "
      + "aria-label=\"\(Self.escape(label))\" class=\"\(style)\">"
  }

  /// The whole picture.
  var closed: String { text + "</svg>" }

  /// The whole picture as a file of its own, on white.
  var standalone: String { Self.standalone(closed) }

  /// A picture of a page as a file of its own: with fonts, and on white also where the viewer is dark.
  static func standalone(_ picture: String) -> String {
    let head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Noto Sans, Noto Sans CJK SC, "
      + "Helvetica, Arial, sans-serif\" "
    guard let body = picture.firstIndex(of: ">") else { return picture }
    return head + picture[..<body].dropFirst("<svg ".count)
      + "><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
      + picture[body...].dropFirst() + "\n"
  }

  mutating func path(_ data: String, _ attributes: String) {
    guard !data.isEmpty else { return }
    text += "<path d=\"\(data)\" \(attributes)/>"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ attributes: String) {
    path("M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) \(Self.number(y2))", attributes)
  }

  mutating func circle(
    _ x: Double, _ y: Double, _ radius: Double, _ attributes: String, title: String = ""
  ) {
    let head =
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" "
    text += head + attributes
    text += title.isEmpty ? "/>" : "><title>\(Self.escape(title))</title></circle>"
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ attributes: String
  ) {
    text +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
      + "height=\"\(Self.number(height))\" \(attributes)/>"
  }

  mutating func words(_ words: String, _ x: Double, _ y: Double, _ attributes: String) {
    text +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" \(attributes)>"
      + "\(Self.escape(words))</text>"
  }

  /// At most two decimals, none when they are zero; independent of any locale.
  static func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    guard hundredths.isFinite, abs(hundredths) < 9e15 else { return "0" }
    let whole = Int(hundredths)
    let (quotient, rest) = (abs(whole) / 100, abs(whole) % 100)
    let sign = whole < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(quotient)" }
    if rest % 10 == 0 { return "\(sign)\(quotient).\(rest / 10)" }
    return "\(sign)\(quotient).\(rest < 10 ? "0" : "")\(rest)"
  }

  static func escape(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
