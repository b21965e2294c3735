extension Migration {
  /// Step 7: elements that share triangles differ in where they stand.
  static let places = Migration(
    name: "places of shapes",
    tables: """
      -- Sources/TwinStore/Blobs/PlaceBlob.swift; NULL: where the mesh itself says.
      ALTER TABLE element ADD COLUMN place BLOB;
      """)
}
