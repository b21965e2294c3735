import ArgumentParser
import TwinModel

/// Parameters that the studies of a campus share.
struct StudyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Pupils in a class of primary and secondary grades.", valueName: "p/s"))
  var classSize = ClassSizeArgument(size: ClassSizeArgument.usual)

  @Option(
    help: ArgumentHelp(
      "Propose one indoor 5G site every so many metres of corridor where the model has none.",
      valueName: "m"))
  var proposeSitesEvery: Double?

  func validate() throws {
    if let spacing = proposeSitesEvery, !(1...1000).contains(spacing) {
      throw ValidationError("--propose-sites-every must be 1 to 1000 metres.")
    }
  }

  /// Whether these are the parameters that the store's current results are made with.
  var areUsual: Bool {
    classSize.size == ClassSizeArgument.usual && proposeSitesEvery == nil
  }
}

/// Class sizes as `45/50`.
struct ClassSizeArgument: ExpressibleByArgument {
  let size: Assumptions.ClassSize

  /// 45 in primary and 50 in secondary classes.
  static let usual = Assumptions.ClassSize(primary: 45, secondary: 50)

  init(size: Assumptions.ClassSize) { self.size = size }

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let primary = parts[0], let secondary = parts[1],
      (1...100).contains(primary), (1...100).contains(secondary)
    else { return nil }
    size = .init(primary: primary, secondary: secondary)
  }

  var defaultValueDescription: String { "\(size.primary)/\(size.secondary)" }
}
