import BIMImport
import Testing
import TwinModel

@Suite("Units of a project")
struct UnitsTests {
  /// A proxy with one property set of the given properties, which are #60, #61 and so on.
  private func properties(_ lines: String, units: String, count: Int = 1) throws -> [Property] {
    let frame = Snippet.frame.replacing(
      "IFCUNITASSIGNMENT((#3,#4))", with: "IFCUNITASSIGNMENT((#3,#4,\(units)))")
    let list = (0..<count).map { "#\(60 + $0)" }.joined(separator: ",")
    let model = try IFCImporter.read(
      text: Snippet.file(
        frame + """

          #10=IFCBUILDINGELEMENTPROXY('0000000000000000000002',$,'x',$,$,#9,$,$,$);
          #50=IFCPROPERTYSET('0000000000000000000003',$,'P',$,(\(list)));
          #51=IFCRELDEFINESBYPROPERTIES('0000000000000000000004',$,$,$,(#10),#50);

          """ + lines))
    return model.buildings.flatMap(\.storeys).flatMap(\.elements).flatMap(\.properties)
  }

  private func value(_ property: Property?) -> Double? {
    if case .number(let number) = property?.value { number } else { nil }
  }

  @Test(
    "with any SI prefix count in powers of ten",
    arguments: [
      (".EXA.", 1e18), (".DECA.", 10), (".DECI.", 0.1), (".MICRO.", 1e-6), (".ATTO.", 1e-18),
    ])
  func prefixes(prefix: String, factor: Double) throws {
    let found = try properties(
      """
      #40=IFCSIUNIT(*,.POWERUNIT.,\(prefix),.WATT.);
      #60=IFCPROPERTYSINGLEVALUE('p',$,IFCPOWERMEASURE(2.),$);
      """, units: "#40")
    #expect(found.first?.unit == "W")
    #expect(abs((value(found.first) ?? 0) / (2 * factor) - 1) < 1e-12)
  }

  @Test("of area and volume raise the prefix of the metre to their power")
  func powers() throws {
    let found = try properties(
      """
      #40=IFCSIUNIT(*,.AREAUNIT.,.CENTI.,.SQUARE_METRE.);
      #41=IFCSIUNIT(*,.VOLUMEUNIT.,.DECI.,.CUBIC_METRE.);
      #60=IFCPROPERTYSINGLEVALUE('a',$,IFCAREAMEASURE(10000.),$);
      #61=IFCPROPERTYSINGLEVALUE('v',$,IFCVOLUMEMEASURE(1000.),$);
      """, units: "#40,#41", count: 2)
    #expect(abs((value(found[0]) ?? 0) - 1) < 1e-12)
    #expect(abs((value(found[1]) ?? 0) - 1) < 1e-12)
  }

  @Test("of temperature are in degrees Celsius, from kelvins and from degrees Fahrenheit")
  func temperature() throws {
    let kelvin = "#40=IFCSIUNIT(*,.THERMODYNAMICTEMPERATUREUNIT.,$,.KELVIN.);"
    let measure = "IFCTHERMODYNAMICTEMPERATUREMEASURE"
    let warm = try properties(
      kelvin + "#60=IFCPROPERTYSINGLEVALUE('t',$,\(measure)(293.15),$);", units: "#40")
    #expect(warm.first?.unit == "°C")
    #expect(abs((value(warm.first) ?? 0) - 20) < 1e-9)
    // 68 °F are 20 °C; the offset is written as the −459.67 °F of absolute zero.
    let fahrenheit = try properties(
      """
      \(kelvin)#41=IFCCONVERSIONBASEDUNITWITHOFFSET(#42,.THERMODYNAMICTEMPERATUREUNIT.,'F',#43,-459.67);
      #42=IFCDIMENSIONALEXPONENTS(0,0,0,0,1,0,0);
      #43=IFCMEASUREWITHUNIT(IFCRATIOMEASURE(0.555555555555556),#40);
      #60=IFCPROPERTYSINGLEVALUE('t',$,\(measure)(68.),$);
      """, units: "#41")
    #expect(abs((value(fahrenheit.first) ?? 0) - 20) < 1e-6)
  }

  @Test("derived from others multiply: litres per second, and kilograms in grams")
  func derived() throws {
    let found = try properties(
      """
      #40=IFCDERIVEDUNIT((#41,#42),.VOLUMETRICFLOWRATEUNIT.,$);
      #41=IFCDERIVEDUNITELEMENT(#43,3);#42=IFCDERIVEDUNITELEMENT(#44,-1);
      #43=IFCSIUNIT(*,.LENGTHUNIT.,.DECI.,.METRE.);#44=IFCSIUNIT(*,.TIMEUNIT.,$,.SECOND.);
      #45=IFCSIUNIT(*,.MASSUNIT.,$,.GRAM.);
      #60=IFCPROPERTYSINGLEVALUE('flow',$,IFCVOLUMETRICFLOWRATEMEASURE(50.),$);
      #61=IFCPROPERTYSINGLEVALUE('mass',$,IFCMASSMEASURE(1500.),$);
      """, units: "#40,#45", count: 2)
    #expect(found.map(\.unit) == ["m³/s", "kg"])
    #expect(abs((value(found[0]) ?? 0) - 0.05) < 1e-12)
    #expect(abs((value(found[1]) ?? 0) - 1.5) < 1e-12)
  }

  @Test("of one property go before those of the project")
  func own() throws {
    let found = try properties(
      """
      #40=IFCCONVERSIONBASEDUNIT(#41,.LENGTHUNIT.,'US SURVEY FOOT',#42);
      #41=IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0);
      #42=IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(0.3048006096012192),#3);
      #43=IFCCONVERSIONBASEDUNIT(#44,.PLANEANGLEUNIT.,'DEGREE',#45);
      #44=IFCDIMENSIONALEXPONENTS(0,0,0,0,0,0,0);
      #45=IFCMEASUREWITHUNIT(IFCPLANEANGLEMEASURE(0.0174532925199433),#4);
      #46=IFCDERIVEDUNIT((#47,#48),.USERDEFINED.,'per floor');
      #47=IFCDERIVEDUNITELEMENT(#3,-2);#48=IFCDERIVEDUNITELEMENT(#49,1);
      #49=IFCSIUNIT(*,.POWERUNIT.,.KILO.,.WATT.);
      #60=IFCPROPERTYSINGLEVALUE('a length',$,IFCLENGTHMEASURE(3937.),#40);
      #61=IFCPROPERTYSINGLEVALUE('an angle',$,IFCPLANEANGLEMEASURE(30.),#43);
      #62=IFCPROPERTYSINGLEVALUE('load',$,IFCREAL(0.2),#46);
      #63=IFCPROPERTYSINGLEVALUE('share',$,IFCPOSITIVERATIOMEASURE(0.5),$);
      """, units: "#49", count: 4)
    #expect(found.map(\.unit) == ["m", "°", "W/m²", ""])
    // 3937 US survey feet are 1200 m, by definition.
    #expect(abs((value(found[0]) ?? 0) - 1200) < 1e-9)
    #expect(abs((value(found[1]) ?? 0) - 30) < 1e-9)
    #expect(abs((value(found[2]) ?? 0) - 200) < 1e-9)
    #expect(value(found[3]) == 0.5)
  }

  @Test("that are missing or unreadable are told")
  func missing() throws {
    let text = Snippet.file(
      """
      #1=IFCPROJECT('0000000000000000000001',$,'P',$,$,$,$,$,#2);
      #2=IFCUNITASSIGNMENT((#3));#3=IFCSIUNIT(*,.LENGTHUNIT.,.DOZEN.,.METRE.);
      #4=IFCQUANTITYAREA('a',$,$,1.,$);
      """)
    let found = try IFCImporter.read(text: text).findings
    #expect(found.count { $0.code == "ifc.unit.missing" } == 2, "length and area")
    #expect(found.contains { $0.code == "ifc.unit.unknown" && $0.subject == "#3" })
  }
}
