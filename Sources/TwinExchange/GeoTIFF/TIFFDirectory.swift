import Foundation

/// The one directory of a TIFF file with one picture in one strip.
///
/// Source: TIFF 6.0, section 2 (header, directory, fields, little-endian).
struct TIFFDirectory {
  /// What a field is.
  enum Tag: UInt16 {
    case imageWidth = 256
    case imageLength = 257
    case bitsPerSample = 258
    case compression = 259
    case photometricInterpretation = 262
    case imageDescription = 270
    case stripOffsets = 273
    case samplesPerPixel = 277
    case rowsPerStrip = 278
    case stripByteCounts = 279
    case planarConfiguration = 284
    case sampleFormat = 339
    case modelTransformation = 34264
    case geoKeyDirectory = 34735
    case geoASCIIParams = 34737
    case gdalMetadata = 42112
    case gdalNoData = 42113
  }

  /// Values of a field.
  enum Value {
    case ascii(String)
    case short([UInt16])
    case long([UInt32])
    case double([Double])

    var type: UInt16 {
      switch self {
      case .ascii: 2
      case .short: 3
      case .long: 4
      case .double: 12
      }
    }

    var count: Int {
      switch self {
      case .ascii(let text): text.utf8.count + 1
      case .short(let values): values.count
      case .long(let values): values.count
      case .double(let values): values.count
      }
    }

    var bytes: Data {
      var data = Data()
      switch self {
      case .ascii(let text): data.append(contentsOf: Array(text.utf8) + [0])
      case .short(let values): for value in values { data.append(littleEndian: value) }
      case .long(let values): for value in values { data.append(littleEndian: value) }
      case .double(let values):
        for value in values { data.append(littleEndian: value.bitPattern) }
      }
      return data
    }
  }

  private var fields: [(tag: Tag, value: Value)] = []

  mutating func add(_ tag: Tag, _ value: Value) { fields.append((tag, value)) }

  /// The whole file: header, directory, values that do not fit into it, picture.
  func file(image: Data) -> Data {
    var all = fields
    all.append((.stripByteCounts, .long([UInt32(image.count)])))
    // The offset takes as much room whatever it is, so that it can be filled in once the rest is laid out.
    all.append((.stripOffsets, .long([0])))
    all.sort { $0.tag.rawValue < $1.tag.rawValue }
    let start = 8 + 2 + 12 * all.count + 4
    let values = all.map { $0.value.bytes.count > 4 ? $0.value.bytes : Data() }
    let imageStart = start + values.reduce(0) { $0 + $1.count + $1.count % 2 }

    var header = Data([0x49, 0x49, 42, 0])
    header.append(littleEndian: UInt32(8))
    header.append(littleEndian: UInt16(all.count))
    var rest = Data()
    for (field, value) in zip(all, values) {
      header.append(littleEndian: field.tag.rawValue)
      header.append(littleEndian: field.value.type)
      header.append(littleEndian: UInt32(field.value.count))
      if field.tag == .stripOffsets {
        header.append(littleEndian: UInt32(imageStart))
      } else if value.isEmpty {
        let short = field.value.bytes
        header.append(short + Data(repeating: 0, count: 4 - short.count))
      } else {
        header.append(littleEndian: UInt32(start + rest.count))
        rest.append(value)
        // Values begin on even bytes.
        if value.count % 2 == 1 { rest.append(0) }
      }
    }
    header.append(littleEndian: UInt32(0))
    return header + rest + image
  }
}
