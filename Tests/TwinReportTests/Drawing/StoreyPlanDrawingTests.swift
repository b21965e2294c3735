import Testing
import TwinModel
import TwinReport
import TwinTestSupport

@Suite("The drawing of a storey")
struct StoreyPlanDrawingTests {
  private let plan = FloorPlan(
    """
    #########
    #AAA#BBB#
    #AAA+BBB#
    ##=###=##
    """, cell: 1
  ).storeyPlan(longNames: ["A": "普通教室 <1>", "B": "实验室"])

  @Test("shows rooms with names and areas, and escapes what authors write")
  func names() throws {
    let svg = try #require(StoreyPlanDrawing(plan)).svg()
    #expect(svg.contains("普通教室 &lt;1&gt;"))
    #expect(svg.contains("6 m²"))
    #expect(svg.hasPrefix("<svg viewBox=\"0 0 1020 580\""))  // 9 × 4 m in centimetres plus margins
  }

  @Test("colours a room by its use and marks devices of the model and proposed ones apart")
  func layers() throws {
    let model = Device(
      id: GlobalID("d1"), kind: "smoke_detector", position: Point3(2.5, 2, 3), origin: .model)
    var proposed = model
    proposed.id = GlobalID("d2")
    proposed.origin = .proposed
    let layers = StoreyPlanDrawing.Layers(
      uses: [GlobalID("room-A"): "ordinary_classroom"], devices: [model, proposed])
    let svg = try #require(StoreyPlanDrawing(plan, layers: layers)).svg()
    #expect(svg.contains("fill=\"#d6e8f5\""))
    #expect(svg.contains("<circle cx=\"310\" cy=\"260\" r=\"16\" fill=\"#d55e00\""))
    #expect(svg.contains("<circle cx=\"310\" cy=\"260\" r=\"16\" fill=\"#ffffff\""))
  }

  @Test("lays a map under the walls, one path for each class that occurs")
  func grid() throws {
    let grid = GridFact(
      storey: plan.storey, quantity: "grid.ss_rsrp", origin: Point2(1, 1), cell: 1, columns: 3,
      rows: 1, values: [-120, -75, .nan], source: "coverage/1")
    let svg = try #require(
      StoreyPlanDrawing(plan, layers: StoreyPlanDrawing.Layers(grid: grid))
    ).svg()
    #expect(svg.ranges(of: "opacity=\"0.75\"").count == 2)
    #expect(svg.contains("M160 260h100v100h-100z"))
  }

  @Test("is nil for a plan without anything to draw")
  func empty() {
    let empty = StoreyPlan(
      storey: GlobalID("s"), building: GlobalID("b"), name: "", number: 1, elevation: 0, height: 3)
    #expect(StoreyPlanDrawing(empty) == nil)
  }
}
