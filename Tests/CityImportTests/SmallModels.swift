import CityImport
import Foundation

/// Hand-written city models of one unit cube and the like.
enum SmallModels {
  /// The corners of a cube of 10 units, as CityJSON lists them.
  static let corners =
    "[[0,0,0],[10,0,0],[10,10,0],[0,10,0],[0,0,10],[10,0,10],[10,10,10],[0,10,10]]"
  /// Its faces, all looking outward: floor, roof, four walls.
  static let faces =
    "[[[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]"
  /// What the faces are.
  static let semantics = """
    {"surfaces":[{"type":"GroundSurface"},{"type":"RoofSurface"},{"type":"WallSurface"}],
     "values":[[0,1,2,2,2,null]]}
    """

  /// A CityJSON 2.0 file whose cube has edges of 1 m at (500000, 2500000, 7).
  static func cube(
    version: String = "\"2.0\"", type: String = "Building", faces: String = faces,
    metadata: String = #"{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/4547"}"#,
    lod: String = "\"2.2\"", more: String = ""
  ) -> String {
    """
    {"type":"CityJSON","version":\(version),
     "transform":{"scale":[0.1,0.1,0.1],"translate":[500000,2500000,7]},
     "metadata":\(metadata),
     "CityObjects":{"b1":{"type":"\(type)","attributes":{"name":"校舍 A","storeys": 3},
       "geometry":[{"type":"Solid","lod":\(lod),"boundaries":[\(faces)],"semantics":\(semantics)}]}\(more)},
     "vertices":\(corners)}
    """
  }

  /// A CityGML 2.0 building: a solid whose floor stands in a GroundSurface, referred to by its id.
  static let gml = """
    <?xml version="1.0"?>
    <core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0"
      xmlns:bldg="http://www.opengis.net/citygml/building/2.0"
      xmlns:gen="http://www.opengis.net/citygml/generics/2.0"
      xmlns:gml="http://www.opengis.net/gml" xmlns:xlink="http://www.w3.org/1999/xlink">
     <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4547" srsDimension="3">
       <gml:lowerCorner>0 0 0</gml:lowerCorner><gml:upperCorner>1 1 1</gml:upperCorner>
     </gml:Envelope></gml:boundedBy>
     <core:cityObjectMember><bldg:Building gml:id="b1">
      <gml:name>校舍</gml:name><bldg:measuredHeight uom="m">1</bldg:measuredHeight>
      <gen:stringAttribute name="owner"><gen:value>city</gen:value></gen:stringAttribute>
      <bldg:lod2Solid><gml:Solid><gml:exterior><gml:CompositeSurface>
       <gml:surfaceMember xlink:href="#floor"/>
       <gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing>
         <gml:pos>0 0 1</gml:pos><gml:pos>1 0 1</gml:pos><gml:pos>1 1 1</gml:pos>
         <gml:pos>0 1 1</gml:pos><gml:pos>0 0 1</gml:pos></gml:LinearRing></gml:exterior></gml:Polygon>
       </gml:surfaceMember>
       <gml:surfaceMember><gml:OrientableSurface orientation="-"><gml:baseSurface>
         <gml:Polygon><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">
         0 0 0 0 0 1 1 0 1 1 0 0 0 0 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>
         </gml:baseSurface></gml:OrientableSurface></gml:surfaceMember>
       <gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing>
         <gml:coordinates>1,0,0 1,1,0 1,1,1 1,0,1 1,0,0</gml:coordinates></gml:LinearRing></gml:exterior>
         </gml:Polygon></gml:surfaceMember>
       <gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>
         1 1 0 0 1 0 0 1 1 1 1 1 1 1 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>
         </gml:surfaceMember>
       <gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>
         0 1 0 0 0 0 0 0 1 0 1 1 0 1 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>
         </gml:surfaceMember>
      </gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod2Solid>
      <bldg:boundedBy><bldg:GroundSurface gml:id="g"><bldg:lod2MultiSurface><gml:MultiSurface>
        <gml:surfaceMember><gml:Polygon gml:id="floor"><gml:exterior><gml:LinearRing>
        <gml:posList>0 0 0 0 1 0 1 1 0 1 0 0 0 0 0</gml:posList></gml:LinearRing></gml:exterior>
        </gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>
      </bldg:GroundSurface></bldg:boundedBy>
     </bldg:Building></core:cityObjectMember>
    </core:CityModel>
    """

  /// A catchment, a road and a site in degrees near Shenzhen.
  static let geoJSON = """
    {"type":"FeatureCollection","name":"plan","features":[
     {"type":"Feature","id":"c1","properties":{"name":"学区 1","seats":900},"geometry":{"type":"Polygon",
      "coordinates":[[[113.88,22.55],[113.89,22.55],[113.89,22.56],[113.88,22.56],[113.88,22.55]],
       [[113.884,22.554],[113.884,22.556],[113.886,22.556],[113.886,22.554],[113.884,22.554]]]}},
     {"type":"Feature","properties":null,"geometry":{"type":"LineString",
      "coordinates":[[113.88,22.55,3],[113.89,22.56,4]]}},
     {"type":"Feature","id":7,"properties":{},"geometry":{"type":"Point","coordinates":[113.88,22.55]}}]}
    """

  /// Reads a model from text.
  static func read(
    _ text: String
  ) throws -> (header: CityModelHeader, objects: [CityFileObject]) {
    var objects: [CityFileObject] = []
    let header = try CityModelFile.read(Data(text.utf8), file: "small") { object, _ in
      objects.append(object)
    }
    return (header, objects)
  }
}
