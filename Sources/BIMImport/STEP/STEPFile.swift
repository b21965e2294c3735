import TwinModel

/// A STEP file: its bytes, its header, and where each instance stands.
///
/// Attributes are decoded when they are asked for.
final class STEPFile: Sendable {
  /// What the HEADER section says.
  let header: STEPHeader
  /// Where the instances stand.
  let index: STEPIndex
  /// Upper-case names by keyword number.
  let keywords: [String]
  /// What is wrong with the syntax, in order of the file.
  let findings: [Finding]
  /// How many bytes the file has.
  var byteCount: Int { mapped.bytes.count }
  private let mapped: MappedBytes

  /// Lets go of what was read of the file into memory.
  func forgetPages() { mapped.forgetPages() }

  /// Indexes the bytes of a file.
  ///
  /// - Throws: ``STEPSyntaxError`` when there is no DATA section to read.
  init(_ mapped: MappedBytes) throws(STEPSyntaxError) {
    self.mapped = mapped
    let bytes = mapped.bytes
    guard let base = bytes.baseAddress, bytes.count > 0 else {
      throw STEPSyntaxError(reason: "the file is empty", line: 1, column: 1)
    }
    var reader = STEPHeaderReader(bytes, base: base)
    let start = try reader.run()
    header = reader.header
    var indexer = STEPIndexer(bytes, from: start, base: base)
    indexer.run()
    var index = indexer.index
    let duplicates = index.finish()
    self.index = index
    keywords = indexer.keywords.names
    findings = STEPFile.findings(
      indexer.problems, duplicates.map { index.numbers[Int($0)] }, isComplete: indexer.isComplete,
      in: bytes)
  }

  /// The cursor on the parameters of an instance.
  func parameters(_ instance: STEPInstance) -> STEPCursor {
    cursor(index.parameters(Int(instance.row)))
  }

  /// The cursor on the inside of a list or typed value.
  func cursor(_ slice: STEPSlice) -> STEPCursor {
    // `init` refuses files without bytes, so the address is always there.
    guard let base = mapped.bytes.baseAddress else { preconditionFailure("a file has bytes") }
    return STEPCursor(slice, in: base)
  }

  /// The text that the inside of a string stands for.
  func text(_ slice: STEPSlice) -> String { STEPText.decode(raw(slice)) }

  /// The bytes of a word, such as an enumeration's, as they are.
  func word(_ slice: STEPSlice) -> String { String(decoding: raw(slice), as: UTF8.self) }

  /// The bytes of the inside of a string or word, as they are.
  func raw(_ slice: STEPSlice) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: mapped.bytes[slice.start..<slice.end])
  }

  // MARK: - Findings

  private static func findings(
    _ problems: [STEPIndexer.Problem], _ duplicates: [UInt32], isComplete: Bool,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Finding] {
    var findings = problems.map { problem in
      let error = STEPSyntaxError(problem.reason, at: problem.offset, in: bytes)
      return Finding(
        .error, code: problem.code,
        message: "line \(error.line), column \(error.column): \(error.reason)",
        suggestion: "export the file again; what is here was left out")
    }
    if !duplicates.isEmpty {
      let some = duplicates.prefix(5).map { "#\($0)" }.joined(separator: ", ")
      findings.append(
        Finding(
          .error, code: "ifc.step.duplicateNumber",
          message: "\(duplicates.count) instances have a number that an earlier one has: \(some)",
          suggestion: "the earlier ones are used; export the file again"))
    }
    if !isComplete {
      findings.append(
        Finding(
          .warning, code: "ifc.step.incomplete",
          message: "the DATA section does not end with ENDSEC",
          suggestion: "the file may have been cut off; compare its size with the original"))
    }
    return findings
  }
}
