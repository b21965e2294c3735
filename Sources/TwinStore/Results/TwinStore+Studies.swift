import Foundation
import GRDB
public import TwinModel

extension TwinStore {
  /// Keeps the result of a study under the hash of its inputs, and makes it the current one of its
  /// name for the campus.
  ///
  /// The same source and hash saved again replace what was there.
  ///
  /// - Parameters:
  ///   - campus: The campus that was studied; it must have been imported.
  ///   - source: Name and version of the study, such as `capacity/1`.
  ///   - inputsHash: Hash of all that the result depends on.
  ///   - output: What was found.
  ///   - time: When it was computed, ISO 8601 UTC.
  /// - Throws: ``StoreError/unknownCampus(_:)``, ``StoreError/locked(path:)`` and the cases about
  ///   files.
  public func saveStudy(
    campus: CampusID, source: String, inputsHash: String, output: StudyOutput, at time: String
  ) throws(StoreError) {
    try write { db in
      try requireCampus(campus, in: db)
      try db.execute(
        sql: "DELETE FROM study WHERE campus = ? AND source = ? AND inputs_hash = ?",
        arguments: [campus.value, source, inputsHash])
      let name = Self.name(of: source)
      try db.execute(
        sql: "UPDATE study SET is_current = 0 WHERE campus = ? AND name = ?",
        arguments: [campus.value, name])
      let insertion = try Insertion(
        db, into: "study",
        ["campus", "name", "source", "inputs_hash", "computed_at", "is_current", "occupancy"])
      let key = try insertion(
        .text(campus.value), .text(name), .text(source), .text(inputsHash), .text(time),
        .flag(true), .text(try output.occupancy.map { try JSONText.encode($0) }))
      try insertFacts(output.facts, .study(key), in: db)
      try insertFindings(output.findings, .study(key), in: db)
      try insertDevices(output.devices, of: campus, study: key, in: db)
      try insertGrids(output.grids, study: key, in: db)
    }
  }

  /// The kept result of a study for these very inputs; nil when there is none.
  public func study(
    campus: CampusID, source: String, inputsHash: String
  ) throws(StoreError) -> StudyOutput? {
    try read { db in
      try studies(
        in: db, where: "campus = ? AND source = ? AND inputs_hash = ?",
        [campus.value, source, inputsHash]
      ).first?.output
    }
  }

  /// Makes a kept result the current one again, as when a model went back to an earlier state.
  ///
  /// - Returns: Whether there is such a result.
  /// - Throws: ``StoreError/locked(path:)`` and the cases about files.
  @discardableResult
  public func makeCurrent(
    campus: CampusID, source: String, inputsHash: String
  ) throws(StoreError) -> Bool {
    try write { db in
      let sql = "SELECT id FROM study WHERE campus = ? AND source = ? AND inputs_hash = ?"
      let key = try Int64.fetchOne(
        db, sql: sql, arguments: [campus.value, source, inputsHash])
      guard let key else { return false }
      try db.execute(
        sql: "UPDATE study SET is_current = (id = ?) WHERE campus = ? AND name = ?",
        arguments: [key, campus.value, Self.name(of: source)])
      return true
    }
  }

  /// The current result of each study of a campus, ordered by source.
  public func latestStudies(campus: CampusID) throws(StoreError) -> [StoredStudy] {
    try read { try studies(in: $0, where: "campus = ? AND is_current", [campus.value]) }
  }

  private static func name(of source: String) -> String {
    source.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? source
  }

  // MARK: - Rows

  private func studies(
    in db: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [StoredStudy] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, source, inputs_hash, computed_at, occupancy FROM study WHERE \(condition)
        ORDER BY source
        """, arguments: arguments)
    return try rows.map { row in
      let key: Int64 = row[0]
      let occupancy = try (row[4] as String?).map {
        try JSONText.decode(Occupancy.self, $0, path: path)
      }
      return StoredStudy(
        source: row[1], inputsHash: row[2], computedAt: row[3],
        output: StudyOutput(
          facts: try facts(.study(key), in: db), findings: try findings(.study(key), in: db),
          devices: try ModelReader(db, study: key, path: path).looseDevices(),
          grids: try grids(ofStudy: key, in: db), occupancy: occupancy))
    }
  }

  private func insertDevices(
    _ devices: [Device], of campus: CampusID, study: Int64, in db: Database
  ) throws {
    guard !devices.isEmpty else { return }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT id, campus, is_current, epsg, eastings, northings, height, abscissa, ordinate, scale,
          georeference_source
        FROM import_version WHERE campus = ? AND is_current AND epsg IS NOT NULL
        ORDER BY id DESC LIMIT 1
        """, arguments: [campus.value])
    let placement = try Placement(row.flatMap { try georeference($0) }, srs: srs, in: db)
    let writer = try ModelWriter(db, owner: .study(study), placement: placement)
    for device in devices { try writer.write(device, in: nil) }
  }

  private func insertGrids(_ grids: [GridFact], study: Int64, in db: Database) throws {
    guard !grids.isEmpty else { return }
    let insertion = try Insertion(
      db, into: "grid",
      [
        "study", "storey", "quantity", "unit", "origin_x", "origin_y", "cell", "source", "cells",
      ])
    for grid in grids {
      let blob = GridBlob(columns: grid.columns, rows: grid.rows, values: grid.values)
      guard let cells = blob.encode() else {
        throw StoreError.notStorable(
          what: "The map of \(grid.quantity) on storey \(grid.storey)",
          reason: "it does not have columns × rows values")
      }
      try insertion(
        .key(study), .text(grid.storey.value), .text(grid.quantity.value), .text(grid.unit),
        .real(grid.origin.x), .real(grid.origin.y), .real(grid.cell.value), .text(grid.source),
        .blob(cells))
    }
  }

  private func grids(ofStudy study: Int64, in db: Database) throws -> [GridFact] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT storey, quantity, unit, origin_x, origin_y, cell, source, cells
        FROM grid WHERE study = ? ORDER BY id
        """, arguments: [study])
    return try rows.map { row in
      guard let blob = GridBlob(row[7]) else {
        throw StoreError.damaged(path: path, reason: "a map's cells are not what was saved")
      }
      var grid = GridFact(
        storey: GlobalID(row[0]), quantity: QuantityName(row[1]), origin: Point2(row[3], row[4]),
        cell: Metres(row[5]), columns: blob.columns, rows: blob.rows, values: blob.values,
        source: row[6])
      grid.unit = row[2]
      return grid
    }
  }
}
