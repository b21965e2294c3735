import TwinModel

/// Chooses the schema table for what a file's header says.
struct SchemaChoice: Hashable, Sendable {
  /// The table's name.
  var table: String
  /// A remark when the header's schema is not exactly the table's.
  var finding: Finding?

  /// Chooses by the names in FILE_SCHEMA; drafts and older releases get the nearest table.
  init(schemas: [String]) {
    let name = schemas.first?.uppercased().trimmingPrefix(" ").description ?? ""
    switch name {
    case "IFC2X3": table = "IFC2X3"
    case "IFC4": table = "IFC4"
    case "IFC4X3", "IFC4X3_ADD1", "IFC4X3_ADD2", "IFC4X3_TC1": table = "IFC4X3_ADD2"
    case let other where other.hasPrefix("IFC4X"): table = "IFC4X3_ADD2"
    case let other where other.hasPrefix("IFC4"): table = "IFC4"
    case let other where other.hasPrefix("IFC2"): table = "IFC2X3"
    default: table = "IFC4"
    }
    guard name != table, !name.hasPrefix("IFC4X3") || name.hasPrefix("IFC4X3_RC") else { return }
    finding = Finding(
      .warning, code: "ifc.schema.nearest",
      message: name.isEmpty
        ? "the header names no schema; the file is read as \(table)"
        : "the schema \(name) is read as \(table)",
      suggestion: "export as IFC4 or IFC4X3 when the program can")
  }
}
