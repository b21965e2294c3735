import CampusGenerator
import Testing

@Suite("A text in a STEP file")
struct STEPStringTests {
  @Test(
    "is escaped as ISO 10303-21 wants it",
    arguments: [
      ("Room 2-03", "'Room 2-03'"),
      ("it's", "'it''s'"),
      (#"a\b"#, #"'a\\b'"#),
      // U+666E U+901A U+6559 U+5BA4
      ("普通教室", #"'\X2\666E901A65595BA4\X0\'"#),
      ("5G 室", #"'5G \X2\5BA4\X0\'"#),
      // 𠮷 is U+20BB7, beyond the Basic Multilingual Plane.
      ("吉𠮷", #"'\X2\5409\X0\\X4\00020BB7\X0\'"#),
      ("", "''"),
    ])
  func escapes(_ text: String, _ written: String) {
    var bytes: [UInt8] = []
    appendSTEPString(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == written)
  }
}

@Suite("An instance in a STEP file")
struct STEPBufferTests {
  @Test("is written with numbers that are exact decimals")
  func numbers() {
    var step = STEPBuffer()
    let point = step.add(
      "IFCCARTESIANPOINT",
      [
        .list([
          .fixed(9200, decimals: 3), .fixed(-150, decimals: 3), .fixed(0, decimals: 3),
          .fixed(1, decimals: 5), .fixed(9000, decimals: 0),
        ])
      ])
    _ = step.add(
      "X", [point, .missing, .derived, .word("AREA"), .flag(true), .integer(-7), .text("a")])
    _ = step.add("Y", [.typed("IFCBOOLEAN", .flag(false))])
    #expect(
      String(decoding: step.bytes, as: UTF8.self) == """
        #1=IFCCARTESIANPOINT((9.2,-0.15,0.,0.00001,9000.));
        #2=X(#1,$,*,.AREA.,.T.,-7,'a');
        #3=Y(IFCBOOLEAN(.F.));

        """)
  }
}
