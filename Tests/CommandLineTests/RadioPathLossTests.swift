import Foundation
import Testing

@Suite("radio path-loss")
struct RadioPathLossTests {
  private let link = [
    "radio", "path-loss", "--model", "umi", "--condition", "los", "--frequency-ghz", "3.5",
    "--bs-height-m", "10", "--ut-height-m", "1.5", "--distance-m",
  ]

  @Test("prints one loss with its range check, as text and as JSON")
  func single() throws {
    let text = try TwinSimRun(link + ["120"])
    #expect(text.status == 0, "\(text.stderr)")
    #expect(text.stdout.contains("loss     86.966989 dB"))
    #expect(text.stdout.contains("range    distance (m) 120 of 10 to 5000: holds"))
    let json = try TwinSimRun(link + ["120", "--format", "json"])
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any])
    #expect(document["loss_db"] as? Double == 86.96698947616153)
    #expect(document["shadow_sigma_db"] as? Double == 4)
  }

  @Test("refuses a value outside the range, and computes it when told to")
  func range() throws {
    let refused = try TwinSimRun(link + ["9000"])
    #expect(refused.status == 65)
    #expect(refused.stdout.isEmpty)
    #expect(
      refused.stderr.contains("umi: distance (m) is 9000, but the model holds for 10 to 5000"))
    let told = try TwinSimRun(link + ["9000", "--extrapolate"])
    #expect(told.status == 0)
    #expect(told.stdout.contains("note     extrapolated: distance (m) is 9000"))
    // Beyond its range a formula may have no value at all.
    let none = try TwinSimRun(
      "radio", "path-loss", "--model", "p1238", "--environment", "office", "--condition", "los",
      "--frequency-ghz", "3.5", "--distance-m", "0", "--extrapolate")
    #expect(none.status == 65)
    #expect(none.stderr.contains("distance (m) is 0"))
  }

  @Test("says which model there is none of, and which value is missing")
  func missing() throws {
    let unknown = try TwinSimRun("radio", "path-loss", "--model", "okumura")
    #expect(unknown.status == 65)
    #expect(unknown.stderr.contains("there is no model “okumura”; expected one of fspl, uma, umi"))
    let missing = try TwinSimRun(
      "radio", "path-loss", "--model", "p2108", "--frequency-ghz", "3.5", "--distance-m", "500")
    #expect(missing.status == 65)
    #expect(missing.stderr.contains("p2108 needs --percent"))
    #expect(try TwinSimRun("radio", "path-loss").status == 64)
    let release = try TwinSimRun(
      link + ["120", "--o2i", "low-a", "--release", "18", "--indoor-m", "2"])
    #expect(release.status == 65)
    #expect(release.stderr.contains("low-a of release 18"))
  }

  /// One line for each model that its own options reach.
  @Test(
    "knows every model",
    arguments: [
      "fspl --distance-m 100",
      "uma --condition nlos --distance-m 300 --bs-height-m 25 --ut-height-m 1.5",
      "rma --condition los --distance-m 300 --bs-height-m 35 --ut-height-m 1.5 --street-width-m 30",
      "sma --condition nlos --distance-m 300 --bs-height-m 30 --ut-height-m 1.5 --vegetation dense",
      "inh --condition nlos --distance-m 30 --bs-height-m 3 --ut-height-m 1",
      "inh-open --condition los --distance-m 30 --bs-height-m 3 --ut-height-m 1",
      "inf-sl --condition nlos --distance-m 30 --bs-height-m 3 --ut-height-m 1",
      "inf-dh --condition nlos --distance-m 30 --bs-height-m 8 --ut-height-m 1",
      "p1238 --environment office --condition nlos --distance-m 20",
      "p1238-power-law --environment office --floors 2 --distance-m 20",
      "p1411-street --environment high_rise --condition los --distance-m 100",
      "p1411-roof --environment high_rise --condition nlos --distance-m 400",
      "p1411-uhf --frequency-ghz 2.6 --distance-m 100 --bs-height-m 10 --ut-height-m 1.5 --line upper",
      "p2108 --distance-m 500 --percent 50", "p2109 --building traditional --percent 50",
      "p526 --nu 0.5", "p526 --edges 40:12,70:15 --distance-m 100 --bs-height-m 9 --ut-height-m 2",
      "cost231 --distance-m 20 --light-walls 2 --floors 1", "o2i-high --release 18 --indoor-m 3",
    ])
  func models(line: String) throws {
    var words = line.split(separator: " ").map(String.init)
    if !words.contains("--frequency-ghz") { words += ["--frequency-ghz", "3.5"] }
    let run = try TwinSimRun(["radio", "path-loss", "--model"] + words)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.hasPrefix("model    \(words[0])"))
  }
}

@Suite("radio path-loss --batch")
struct RadioPathLossBatchTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func batch(_ text: String, _ options: String...) throws -> TwinSimRun {
    try TwinSimRun(
      ["radio", "path-loss", "--batch", workspace.write("links.csv", text)] + options)
  }

  @Test("takes columns in any order, quoted, after a byte order mark, with CR LF")
  func formats() throws {
    let expected = """
      d2d_m,id,h_ut_m,h_bs_m,fc_hz,condition,scenario,computed_db,computed_note
      120,"a, b",1.5,10,3500000000,LOS,UMi-StreetCanyon,86.966989476,

      """
    let plain = try batch(
      """
      d2d_m,id,h_ut_m,h_bs_m,fc_hz,condition,scenario
      120,"a, b",1.5,10,3500000000,LOS,UMi-StreetCanyon
      """)
    #expect(plain.status == 0, "\(plain.stderr)")
    #expect(plain.stdout == expected)
    let windows = try batch(
      "\u{FEFF}d2d_m,id,h_ut_m,h_bs_m,fc_hz,condition,scenario\r\n"
        + "\"120\",\"a, b\",1.5,10,3500000000,LOS,UMi-StreetCanyon\r\n")
    #expect(windows.stdout == expected)
    // Its own answer is a question too: the computed columns are replaced.
    #expect(try batch(expected).stdout == expected)
  }

  @Test("answers every row it can, and says of the others what is wrong with them")
  func rows() throws {
    let run = try batch(
      """
      scenario,condition,fc_hz,h_bs_m,h_ut_m,d2d_m
      UMa,NLOS,3.5e9,25,1.5,100
      UMa,NLOS,3.5e9,25,1.5,20000
      UMx,NLOS,3.5e9,25,1.5,100
      UMa,maybe,3.5e9,25,1.5,100
      UMa,NLOS,,25,1.5,100
      UMa,NLOS,3.5e9,25,tall,100
      UMa,NLOS,nan,25,1.5,100
      ,,,,,
      InF-DH,nlos,3.5e9,8,1.5,100
      UMa,NLOS,3.5e9,18,1.5,100
      """)
    #expect(run.status == 2)
    let lines = run.stdout.split(separator: "\n").map(String.init)
    #expect(lines.count == 11)
    #expect(lines[1].contains(",102.") || lines[1].contains(",103."), "\(lines[1])")
    #expect(lines[1].hasSuffix(","))
    for (line, note) in [
      (2, ",,\"out of range: distance (m) is 20000, but the model holds for 10 to 5000\""),
      (3, "scenario is “UMx”; expected UMa, UMi-StreetCanyon"),
      (4, ",,condition is “maybe”; expected LOS or NLOS"), (5, ",,fc_hz is empty"),
      (6, ",,h_ut_m is “tall”; expected a number"), (7, ",,fc_hz is “nan”; expected a number"),
      (8, ",,scenario is empty"), (9, "the line of sight counts with clutter"),
      (10, "base station height (m) is 18; the scenario of the standard has 25"),
    ] {
      #expect(lines[line].contains(note), "\(lines[line])")
    }
    #expect(run.stderr.contains("7 of 10 rows have no value"))
    #expect(run.stderr.contains("the first, line 3: out of range"))
    let told = try batch(
      "scenario,condition,fc_hz,h_bs_m,h_ut_m,d2d_m\nUMa,LOS,3.5e9,25,1.5,20000\n",
      "--extrapolate")
    #expect(told.status == 0)
    #expect(told.stdout.contains("extrapolated: distance (m) is 20000"))
  }

  @Test("names the columns that are missing, and files that are no table")
  func columns() throws {
    let missing = try batch("scenario,condition,fc_mhz,h_bs_m,h_ut_m,d2d_m\nUMa,LOS,1,2,3,4\n")
    #expect(missing.status == 65)
    #expect(missing.stderr.contains("links.csv:1: there is no column “fc_hz”"))
    #expect(missing.stderr.contains("not used: “fc_mhz”"))
    let strange = try batch("a,b\n1,2\n")
    #expect(strange.status == 65)
    #expect(strange.stderr.contains("the columns are “a”, “b”, none of which is known"))
    let empty = try batch("")
    #expect(empty.status == 65)
    #expect(empty.stderr.contains("the file is empty"))
    let ragged = try batch("nu\n1\n2,3\n")
    #expect(ragged.status == 65)
    #expect(ragged.stderr.contains("links.csv:3: found 2 fields; the header has 1"))
    #expect(try TwinSimRun("radio", "path-loss", "--batch", "/nowhere.csv").status == 66)
    #expect(try batch("nu\n").stdout == "nu,computed_db,computed_exact_db,computed_note\n")
  }

  @Test("knows the other layouts by their columns")
  func layouts() throws {
    for (text, expected) in [
      ("nu\n0\n", 6.032852), ("scenario,h_bs_m,h_ut_m,d2d_m\nUma,25,1.5,50\n", 0.64940219),
      (
        "model,freq_ghz,d_m,env,path\nSiteGeneralOverRoofTops,3.5,400,URBAN_HIGH_RISE,NLOS\n",
        120.473999
      ),
      (
        "environment,path,f_ghz,d_m,source_edition,x\noffice,LOS,3.5,10,P.1238-11 T2,\n", 60.264581
      ),
      ("freq_ghz,distance_km,location_percent\n3.5,0.5,50\n", 26.926666),
      (
        "freq_ghz,probability_percent,building_type,elevation_deg\n3.5,50,TRADITIONAL,20\n",
        19.495456
      ),
    ] {
      let run = try batch(text)
      #expect(run.status == 0, "\(run.stderr)")
      let lines = run.stdout.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let place = try #require(lines[0].firstIndex { $0.hasPrefix("computed_") })
      let value = try #require(Double(lines[1][place]))
      #expect(abs(value - expected) <= 1e-5, "\(run.stdout)")
    }
  }
}
