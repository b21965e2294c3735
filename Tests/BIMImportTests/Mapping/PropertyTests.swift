import BIMImport
import Testing
import TwinModel

@Suite("Properties and quantities")
struct PropertyTests {
  /// A proxy in metres, square metres and grams, with the definitions #50 (own) and #70 (its type's).
  private static let data =
    Snippet.frame.replacing(
      "IFCUNITASSIGNMENT((#3,#4))", with: "IFCUNITASSIGNMENT((#3,#4,#13,#14))") + """

      #13=IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.);#14=IFCSIUNIT(*,.MASSUNIT.,$,.GRAM.);
      #10=IFCBUILDINGELEMENTPROXY('0000000000000000000002',$,'x',$,$,#9,$,$,$);
      #11=IFCBUILDINGELEMENTPROXYTYPE('0000000000000000000003',$,'T',$,$,(#70,#73),$,$,$,.NOTDEFINED.);
      #12=IFCRELDEFINESBYTYPE('0000000000000000000004',$,$,$,(#10),#11);
      #50=IFCPROPERTYSET('0000000000000000000005',$,'P',$,(#51,#52,#53,#54,#55,#56,#57,#58));
      #51=IFCPROPERTYSINGLEVALUE('single',$,IFCLABEL('own'),$);
      #52=IFCPROPERTYENUMERATEDVALUE('enumerated',$,(IFCLABEL('NEW'),IFCLABEL('OLD')),$);
      #53=IFCPROPERTYLISTVALUE('list',$,(IFCLENGTHMEASURE(1.),IFCLENGTHMEASURE(2.5)),$);
      #54=IFCPROPERTYBOUNDEDVALUE('bounded',$,IFCMASSMEASURE(3000.),IFCMASSMEASURE(1000.),$,$);
      #55=IFCPROPERTYTABLEVALUE('table',$,(IFCREAL(0.),IFCREAL(1.)),
        (IFCLENGTHMEASURE(5.),IFCLENGTHMEASURE(6.)),$,$,$,$);
      #56=IFCPROPERTYREFERENCEVALUE('reference',$,$,#60);
      #57=IFCCOMPLEXPROPERTY('outer',$,'use',(#61));
      #58=IFCPROPERTYBOUNDEDVALUE('set',$,$,IFCREAL(1.),$,IFCREAL(2.));
      #59=IFCRELDEFINESBYPROPERTIES('0000000000000000000006',$,$,$,(#10),#50);
      #60=IFCMATERIAL('Beton',$,$);
      #61=IFCCOMPLEXPROPERTY('inner',$,'use',(#62));
      #62=IFCPROPERTYSINGLEVALUE('depth',$,IFCINTEGER(7),$);
      #63=IFCELEMENTQUANTITY('0000000000000000000007',$,'Q',$,$,(#64,#65,#67,#68));
      #64=IFCQUANTITYWEIGHT('weight',$,$,2500.,$);
      #65=IFCPHYSICALCOMPLEXQUANTITY('layer',$,(#66),'layer',$,$);
      #66=IFCQUANTITYAREA('net',$,$,4.,$);
      #67=IFCQUANTITYLENGTH('width',$,#69,120.,$);
      #68=IFCQUANTITYCOUNT('pieces',$,$,3.,$);
      #69=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);
      #74=IFCRELDEFINESBYPROPERTIES('0000000000000000000008',$,$,$,(#10),#63);
      #70=IFCPROPERTYSET('0000000000000000000009',$,'P',$,(#71,#72));
      #71=IFCPROPERTYSINGLEVALUE('single',$,IFCLABEL('of the type'),$);
      #72=IFCPROPERTYSINGLEVALUE('typed',$,IFCBOOLEAN(.F.),$);
      #73=IFCELEMENTQUANTITY('000000000000000000000A',$,'Q',$,$,(#75));
      #75=IFCQUANTITYLENGTH('height',$,$,2.,$);
      """

  private func element() throws -> Element {
    let model = try IFCImporter.read(text: Snippet.file(Self.data))
    return try #require(model.buildings.first?.storeys.first?.elements.first)
  }

  private func property(_ name: String, _ value: PropertyValue, _ unit: String = "") -> Property {
    Property(set: "P", name: name, value: value, unit: unit)
  }

  @Test("of every kind are read, the occurrence's before the type's")
  func kinds() throws {
    #expect(
      try element().properties == [
        property("bounded", .text("1.0…3.0"), "kg"),
        property("bounded.LowerBound", .number(1), "kg"),
        property("bounded.UpperBound", .number(3), "kg"),
        property("enumerated", .text("NEW, OLD")), property("list", .text("1.0, 2.5"), "m"),
        property("outer.inner.depth", .number(7)), property("reference", .text("Beton")),
        property("set", .number(2)), property("set.LowerBound", .number(1)),
        property("single", .text("own")), property("table", .text("0.0: 5.0; 1.0: 6.0"), "m"),
        property("typed", .flag(false)),
      ])
  }

  @Test("of quantity sets have their own units, and complex ones are taken apart")
  func quantities() throws {
    #expect(
      try element().declaredQuantities == [
        Property(set: "Q", name: "height", value: .number(2), unit: "m"),
        Property(set: "Q", name: "layer.net", value: .number(4), unit: "m²"),
        Property(set: "Q", name: "pieces", value: .number(3)),
        Property(set: "Q", name: "weight", value: .number(2.5), unit: "kg"),
        Property(set: "Q", name: "width", value: .number(0.12), unit: "m"),
      ])
  }
}
