import CLibXML2

/// Goes through an XML text element by element, without network, without external entities, and within
/// libxml2's limits on depth and on the growth by entities.
///
/// One part of the tree is in memory at a time: the element that was expanded last.
final class XMLStream {
  private let reader: xmlTextReaderPtr
  private let source: ByteSource

  /// Hands out bytes to libxml2, which takes no more than 2 GB at a time by itself.
  private final class ByteSource {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
  }

  /// Starts before the first element; nil when libxml2 has no memory.
  ///
  /// `bytes` must outlive the stream.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    source = ByteSource(bytes)
    // Entities stay references, and no DTD is loaded: nothing outside of the file is ever read.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_COMPACT.rawValue
    xmlResetLastError()
    let reader = xmlReaderForIO(
      { context, buffer, size in
        guard let context, let buffer, size > 0 else { return -1 }
        let source = Unmanaged<ByteSource>.fromOpaque(context).takeUnretainedValue()
        let count = min(Int(size), source.bytes.count - source.position)
        guard count > 0, let base = source.bytes.baseAddress else { return 0 }
        UnsafeMutableRawPointer(buffer).copyMemory(from: base + source.position, byteCount: count)
        source.position += count
        return Int32(count)
      }, nil, Unmanaged.passUnretained(source).toOpaque(), nil, nil, Int32(options))
    guard let reader else { return nil }
    self.reader = reader
  }

  deinit { xmlFreeTextReader(reader) }

  /// How deep the stream stands: 0 on the root.
  var depth: Int { Int(xmlTextReaderDepth(reader)) }
  /// Name of the element it stands on, without prefix.
  var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }
  /// Namespace of the element it stands on.
  var namespace: String {
    xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } ?? ""
  }

  /// Goes on to the next element, into the one it stands on; false at the end.
  func next() throws(XMLSyntaxError) -> Bool { try advance { xmlTextReaderRead(reader) } }

  /// Goes on behind the element it stands on, to the next one; false at the end.
  func skip() throws(XMLSyntaxError) -> Bool { try advance { xmlTextReaderNext(reader) } }

  /// Reads the whole element that the stream stands on.
  func expand() throws(XMLSyntaxError) -> XMLElement? {
    guard let node = xmlTextReaderExpand(reader) else { throw failure }
    return XMLElement(node)
  }

  private func advance(_ first: () -> Int32) throws(XMLSyntaxError) -> Bool {
    var answer = first()
    while answer == 1 {
      if xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT.rawValue { return true }
      answer = xmlTextReaderRead(reader)
    }
    guard answer == 0 else { throw failure }
    return false
  }

  private var failure: XMLSyntaxError {
    guard let error = xmlGetLastError() else {
      return XMLSyntaxError(
        line: Int(xmlTextReaderGetParserLineNumber(reader)),
        column: Int(xmlTextReaderGetParserColumnNumber(reader)),
        reason: "the XML is not well-formed")
    }
    let message = error.pointee.message.map { String(cString: $0) } ?? ""
    return XMLSyntaxError(
      line: Int(error.pointee.line), column: Int(error.pointee.int2),
      reason: message.split(separator: "\n").joined(separator: " "))
  }
}

/// A place where a text breaks the rules of XML; line and column from 1.
struct XMLSyntaxError: Error, Hashable {
  let line: Int
  let column: Int
  /// libxml2's own words.
  let reason: String
}
