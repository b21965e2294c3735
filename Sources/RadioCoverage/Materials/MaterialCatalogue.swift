import TwinModel

/// The materials, names and defaults of `seeds/radio/materials.yaml`.
public struct MaterialCatalogue: Hashable, Sendable {
  /// Rows of materials, in order of the file.
  public let materials: [RadioMaterial]
  /// Limits of every loss.
  public let limits: LossCurve.Limits
  let thicknesses: [String: Metres]
  let synonyms: [Synonym]
  let assemblies: [String: LayeredSlab]
  let defaults: [Role: LayeredSlab]
  /// Words in the names of parts around a leaf or pane, lower case.
  let frameWords: [String]
  /// Stands in for a layer whose material is not understood.
  let unknownLayer: RadioMaterial
  /// Every row as text, for the hash of a study's parameters.
  let fingerprint: String

  /// What a default build-up stands in for.
  enum Role: String, Hashable, Sendable, CaseIterable {
    case wall
    case curtainWall = "curtain_wall"
    case door, window, floor
  }

  /// A word that authors use, and what it means.
  struct Synonym: Hashable, Sendable {
    let word: String
    let meaning: Meaning
    /// The word's bytes, which are what is compared.
    let bytes: [UInt8]
    /// How many characters the word has: the longest match wins.
    let length: Int
    /// Whether it must begin a word to match.
    let beginsWord: Bool

    init(word: String, meaning: Meaning) {
      self.word = word
      self.meaning = meaning
      bytes = Array(word.utf8)
      length = word.count
      beginsWord = length <= 4 && word.allSatisfy(\.isASCII)
    }
  }

  /// What a name stands for.
  enum Meaning: Hashable, Sendable {
    case material(RadioMaterial)
    case assembly(LayeredSlab)
  }

  /// The material of a row's name.
  ///
  /// - Throws: ``RadioError/unknownMaterial(_:)``.
  public func material(named name: String) throws(RadioError) -> RadioMaterial {
    guard let material = materials.first(where: { $0.name == name }) else {
      throw .unknownMaterial(name)
    }
    return material
  }

  /// The layers of an assembly's name, such as `low_e_glass`.
  ///
  /// - Throws: ``RadioError/unknownName(kind:name:known:)``.
  public func assembly(named name: String) throws(RadioError) -> LayeredSlab {
    guard let assembly = assemblies[name] else {
      throw .unknownName(kind: "assembly", name: name, known: assemblies.keys.sorted())
    }
    return assembly
  }

  /// The row of the table that an author's name for a material means; nil when it means none, or an
  /// assembly of several.
  public func material(for authorsName: String) -> RadioMaterial? {
    if case .material(let material) = meaning(of: authorsName) { material } else { nil }
  }

  /// The longest synonym that stands in `name`, wherever it stands; of equals the first of the file.
  ///
  /// A Latin synonym of up to four letters must begin a word: “Air” is not in “Stair”.
  func meaning(of name: String) -> Meaning? {
    let text = Array(name.lowercased().utf8)
    var best: Synonym?
    for synonym in synonyms
    where synonym.length > best?.length ?? 0 && stands(synonym, in: text) {
      best = synonym
    }
    return best?.meaning
  }

  private func stands(_ synonym: Synonym, in text: [UInt8]) -> Bool {
    let word = synonym.bytes
    guard let first = word.first, word.count <= text.count else { return false }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return (0...(text.count - word.count)).contains { start in
      text[start] == first && text[start..<(start + word.count)].elementsEqual(word)
        && !(synonym.beginsWord && start > 0 && letters ~= text[start - 1])
    }
  }
}
