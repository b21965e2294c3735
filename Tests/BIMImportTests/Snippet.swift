import BIMImport

/// Small STEP files written in a test.
enum Snippet {
  /// A whole file around the lines of its DATA section.
  static func file(_ data: String, schema: String = "IFC4") -> String {
    """
    ISO-10303-21;
    HEADER;
    FILE_DESCRIPTION(('ViewDefinition [ReferenceView]'),'2;1');
    FILE_NAME('a.ifc','2026-01-01T00:00:00',('A'),('B'),'writer','author 1.0','');
    FILE_SCHEMA(('\(schema)'));
    ENDSEC;
    DATA;
    \(data)
    ENDSEC;
    END-ISO-10303-21;
    """
  }

  /// Metres, radians, a context, the point #7 at the origin, and the frame #6 there.
  static let frame = """
    #1=IFCPROJECT('0000000000000000000001',$,'P',$,$,$,$,(#5),#2);
    #2=IFCUNITASSIGNMENT((#3,#4));
    #3=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);
    #4=IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.);
    #5=IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,#6,$);
    #6=IFCAXIS2PLACEMENT3D(#7,$,$);
    #7=IFCCARTESIANPOINT((0.,0.,0.));
    #8=IFCDIRECTION((0.,0.,1.));
    #9=IFCLOCALPLACEMENT($,#6);
    """

  /// What the importer makes of one product whose body is the item #100.
  static func inspect(_ lines: String, schema: String = "IFC4") throws -> ModelInspection {
    try ModelInspection.inspect(
      text: file(
        frame + """

          #10=IFCBUILDINGELEMENTPROXY('0000000000000000000002',$,'x',$,$,#9,#11,$,$);
          #11=IFCPRODUCTDEFINITIONSHAPE($,$,(#12));
          #12=IFCSHAPEREPRESENTATION(#5,'Body','Solid',(#100));

          """ + lines, schema: schema))
  }
}
