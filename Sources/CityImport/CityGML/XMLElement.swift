import CLibXML2

/// One element of an expanded tree; valid as long as the reader stands on it.
struct XMLElement: Hashable {
  private let node: xmlNodePtr

  init?(_ node: xmlNodePtr?) {
    guard let node, node.pointee.type == XML_ELEMENT_NODE else { return nil }
    self.node = node
  }

  /// Its name without prefix.
  var name: String { node.pointee.name.map { Self.text($0) } ?? "" }

  /// The namespace that its prefix stands for; empty without.
  var namespace: String { node.pointee.ns?.pointee.href.map { Self.text($0) } ?? "" }

  /// The elements in it.
  var children: [XMLElement] {
    var children: [XMLElement] = []
    var next = node.pointee.children
    while let current = next {
      if let element = XMLElement(current) { children.append(element) }
      next = current.pointee.next
    }
    return children
  }

  /// The first element in it; nil when there is none.
  var firstChild: XMLElement? {
    var next = node.pointee.children
    while let current = next {
      if let element = XMLElement(current) { return element }
      next = current.pointee.next
    }
    return nil
  }

  /// The element that it is in.
  var parent: XMLElement? { XMLElement(node.pointee.parent) }

  /// The value of an attribute by its name without prefix; nil when it has none.
  func attribute(_ name: String) -> String? {
    var next = node.pointee.properties
    while let current = next {
      if let own = current.pointee.name, Self.text(own) == name {
        return current.pointee.children?.pointee.content.map { Self.text($0) } ?? ""
      }
      next = current.pointee.next
    }
    return nil
  }

  /// The id that others refer to it by.
  var id: String? { node.pointee.properties == nil ? nil : attribute("id") }

  /// Its own text, blanks around it left out.
  var text: String {
    var bytes: [UInt8] = []
    eachText { bytes += $0 }
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let trimmed = bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return String(decoding: trimmed, as: UTF8.self)
  }

  /// Gives each piece of its own text.
  func eachText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var next = node.pointee.children
    while let current = next {
      let type = current.pointee.type
      if type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE, let text = current.pointee.content
      {
        body(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
      }
      next = current.pointee.next
    }
  }

  /// Gives the element and all elements below it, in order of the document.
  func eachDescendant(_ body: (XMLElement) -> Void) {
    var current = node
    while true {
      if let element = XMLElement(current) { body(element) }
      if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
        current = child
        continue
      }
      while current != node, current.pointee.next == nil {
        guard let parent = current.pointee.parent else { return }
        current = parent
      }
      guard current != node, let next = current.pointee.next else { return }
      current = next
    }
  }

  private static func text(_ pointer: UnsafePointer<xmlChar>) -> String { String(cString: pointer) }
}
