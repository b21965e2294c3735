import BIMImport

/// Rooms, walls and doors as boxes, in a file with a building of two storeys at 0 and 3 m.
///
/// Instance numbers: 20 the building, 21 and 22 its storeys; each thing takes ten from its own on.
struct RoomSnippet {
  private var lines = [
    Snippet.frame,
    """
    #20=IFCBUILDING('\(guid("building"))',$,'B',$,$,#9,$,$,.ELEMENT.,$,$,$);
    #21=IFCBUILDINGSTOREY('\(guid("storey1"))',$,'1F',$,$,#9,$,$,.ELEMENT.,0.);
    #22=IFCBUILDINGSTOREY('\(guid("storey2"))',$,'2F',$,$,#23,$,$,.ELEMENT.,3.);
    #23=IFCLOCALPLACEMENT(#9,#24);#24=IFCAXIS2PLACEMENT3D(#25,$,$);
    #25=IFCCARTESIANPOINT((0.,0.,3.));
    #26=IFCRELAGGREGATES('\(guid("rel1"))',$,$,$,#1,(#20));
    #27=IFCRELAGGREGATES('\(guid("rel2"))',$,$,$,#20,(#21,#22));
    """,
  ]

  /// A valid GlobalId that starts with a name.
  static func guid(_ name: String) -> String {
    "0" + name + String(repeating: "0", count: max(0, 21 - name.count))
  }

  /// The whole file.
  var text: String { Snippet.file(lines.joined(separator: "\n")) }

  /// Adds lines as they are.
  mutating func add(_ text: String) { lines.append(text) }

  /// A box with the body representation `number + 1`, from `low` to `high` in metres.
  mutating func box(
    _ number: Int, _ low: (Double, Double, Double), _ high: (Double, Double, Double)
  ) {
    lines.append(
      """
      #\(number + 1)=IFCPRODUCTDEFINITIONSHAPE($,$,(#\(number + 2)));
      #\(number + 2)=IFCSHAPEREPRESENTATION(#5,'Body','SweptSolid',(#\(number + 3)));
      #\(number + 3)=IFCEXTRUDEDAREASOLID(#\(number + 4),#\(number + 5),#8,\(high.2 - low.2));
      #\(number + 4)=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,\(high.0 - low.0),\(high.1 - low.1));
      #\(number + 5)=IFCAXIS2PLACEMENT3D(#\(number + 6),$,$);
      #\(number + 6)=IFCCARTESIANPOINT((\((low.0 + high.0) / 2),\((low.1 + high.1) / 2),\(low.2)));
      """)
  }

  /// A room in a storey (21 or 22; nil for none).
  mutating func room(
    _ number: Int, _ name: String, _ low: (Double, Double, Double),
    _ high: (Double, Double, Double), in storey: Int? = 21
  ) {
    box(number, low, high)
    lines.append(
      """
      #\(number)=IFCSPACE('\(RoomSnippet.guid(name))',$,'\(name)',$,$,#9,#\(number + 1),$,.ELEMENT.,
        .INTERNAL.,$);
      """)
    if let storey {
      lines.append(
        "#\(number + 7)=IFCRELAGGREGATES('\(RoomSnippet.guid("in" + name))',$,$,$,#\(storey),(#\(number)));"
      )
    }
  }

  /// A product of a class with a body; `rest` is what follows the representation.
  mutating func product(
    _ number: Int, _ keyword: String, _ name: String, _ low: (Double, Double, Double),
    _ high: (Double, Double, Double), rest: String, in place: Int? = 21
  ) {
    box(number, low, high)
    lines.append(
      "#\(number)=\(keyword)('\(RoomSnippet.guid(name))',$,'\(name)',$,$,#9,#\(number + 1)\(rest));"
    )
    if let place {
      lines.append(
        """
        #\(number + 7)=IFCRELCONTAINEDINSPATIALSTRUCTURE('\(RoomSnippet.guid("in" + name))',$,$,$,
          (#\(number)),#\(place));
        """)
    }
  }

  /// A wall from x = 4 to 4.2 between two rooms of 4 × 3 m, with a door 0.9 m wide in it.
  static func twoRooms() -> RoomSnippet {
    var snippet = RoomSnippet()
    snippet.room(100, "a", (0, 0, 0), (4, 3, 2.8))
    snippet.room(110, "b", (4.2, 0, 0), (8, 3, 2.8))
    snippet.product(120, "IFCWALL", "wall", (4, 0, 0), (4.2, 3, 2.8), rest: ",$,.STANDARD.")
    snippet.product(
      130, "IFCOPENINGELEMENT", "hole", (4, 1, 0), (4.2, 1.9, 2.1), rest: ",$,.OPENING.", in: nil)
    snippet.product(
      140, "IFCDOOR", "door", (4.05, 1, 0), (4.1, 1.9, 2.1), rest: ",$,2.1,0.9,.DOOR.,$,$")
    snippet.add(
      """
      #150=IFCRELVOIDSELEMENT('\(guid("voids"))',$,$,$,#120,#130);
      #151=IFCRELFILLSELEMENT('\(guid("fills"))',$,$,$,#130,#140);
      """)
    return snippet
  }
}
