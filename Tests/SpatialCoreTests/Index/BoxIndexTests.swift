import SpatialCore
import Testing
import TwinModel

@Suite("An index of boxes")
struct BoxIndexTests {
  @Test("answers as a search through all boxes does", arguments: [0, 1, 7, 8, 9, 64, 65, 1000])
  func agreesWithBruteForce(_ count: Int) {
    var random = SeededRandom(7, stream: "boxes")
    func box() -> Box2 {
      let low = Point2(
        Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random))
      return Box2(
        min: low,
        max: Point2(
          low.x + Double.random(in: 0...9, using: &random),
          low.y + Double.random(in: 0...9, using: &random)))
    }
    let boxes = (0..<count).map { _ in box() }
    let index = BoxIndex(boxes)
    for _ in 0..<50 {
      let query = box()
      #expect(
        index.indices(intersecting: query)
          == boxes.indices.filter { boxes[$0].intersects(query) })
      let distance = { (item: Int) in boxes[item].squaredDistance(to: query.min).squareRoot() }
      let nearest = boxes.indices.min { (distance($0), $0) < (distance($1), $1) }
      #expect(index.nearest(to: query.min, distance: distance)?.index == nearest)
    }
  }

  @Test("finds nothing near when all lies beyond the limit")
  func limit() {
    let index = BoxIndex([Box2(min: Point2(10, 0), max: Point2(11, 1))])
    #expect(index.nearest(to: Point2(0, 0), within: 9.9) { _ in 10 } == nil)
    #expect(index.nearest(to: Point2(0, 0), within: 10) { _ in 10 }?.distance == 10)
  }
}
