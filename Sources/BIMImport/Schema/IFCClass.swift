/// The entities that the importer knows by name; all others are known through their supertypes.
///
/// A case is named as the entity, without `Ifc` and with a small first letter, and ``spelling`` relies on
/// that. `CodingKey` has the compiler write the names down; printing a case would look them up at run
/// time, which takes longer than reading a small file.
enum IFCClass: Int, CaseIterable, CodingKey {
  // Spatial structure and products
  case project, context, site, building
  case buildingStorey, space, product
  case spatialStructureElement, facility
  case spatialElement, element, object
  case wall, curtainWall, slab, roof
  case door, window, column, beam
  case member, stair, stairFlight, ramp
  case rampFlight, railing, covering
  case furnishingElement, openingElement
  case featureElement, featureElementSubtraction
  case virtualElement, annotation, grid
  case port, distributionPort, root
  case sensor, alarm, actuator, controller
  case communicationsAppliance
  case distributionElement
  case distributionControlElement
  case flowTerminal, flowController
  case typeObject, typeProduct
  case group, zone, system, spatialZone, externalSpatialElement
  // Relations
  case relAggregates, relNests
  case relContainedInSpatialStructure
  case relReferencedInSpatialStructure
  case relVoidsElement, relFillsElement
  case relDefinesByProperties, relDefinesByType
  case relAssociatesMaterial
  case relAssociatesClassification
  case relAssignsToGroup, relSpaceBoundary
  case relSpaceBoundary1stLevel, relSpaceBoundary2ndLevel
  case relServicesBuildings, relCoversBldgElements, relCoversSpaces
  // Properties, quantities, materials, classification
  case propertySet, elementQuantity

  case propertySingleValue
  case propertyEnumeratedValue
  case propertyListValue, propertyBoundedValue
  case propertyTableValue, propertyReferenceValue
  case complexProperty, physicalComplexQuantity
  case quantityNumber
  case quantityLength, quantityArea
  case quantityVolume, quantityCount
  case quantityWeight, quantityTime
  case physicalSimpleQuantity
  case material, materialLayerSetUsage
  case materialLayerSet, materialLayer
  case materialConstituentSet
  case materialConstituent, materialList
  case materialProfileSetUsage
  case materialProfileSet, materialProfile
  case classificationReference, classification
  case classificationNotation
  // Units
  case unitAssignment, sIUnit
  case conversionBasedUnit, measureWithUnit
  case namedUnit, derivedUnit, derivedUnitElement
  case conversionBasedUnitWithOffset
  case contextDependentUnit, monetaryUnit
  // Georeference
  case mapConversion, mapConversionScaled, coordinateOperation
  case rigidOperation, projectedCRS, geographicCRS
  case geometricRepresentationContext
  case geometricRepresentationSubContext
  // Placement
  case localPlacement, gridPlacement
  case linearPlacement, axis2Placement2D
  case axis2Placement3D, axis1Placement
  case cartesianTransformationOperator3D
  case cartesianTransformationOperator3DnonUniform
  case cartesianTransformationOperator2D
  case cartesianTransformationOperator2DnonUniform
  // Representation
  case shapeRepresentation, mappedItem
  case representationMap
  // Solids and surfaces
  case extrudedAreaSolid
  case extrudedAreaSolidTapered
  case revolvedAreaSolid, sweptDiskSolid
  case sweptDiskSolidPolygonal
  case facetedBrep, facetedBrepWithVoids
  case advancedBrep, shellBasedSurfaceModel
  case faceBasedSurfaceModel, connectedFaceSet
  case closedShell, openShell, face
  case faceOuterBound, faceBound, polyLoop
  case edgeLoop, advancedFace, faceSurface
  case orientedEdge, edgeCurve, edge
  case vertexPoint
  case triangulatedFaceSet, polygonalFaceSet
  case triangulatedIrregularNetwork
  case indexedPolygonalFaceWithVoids
  case booleanResult, booleanClippingResult
  case halfSpaceSolid, boxedHalfSpace
  case polygonalBoundedHalfSpace, csgSolid
  case block, boundingBox
  case rightCircularCylinder, plane
  case geometricSet, geometricCurveSet
  case curveBoundedPlane, curveBoundedSurface
  case rectangularTrimmedSurface
  case surfaceOfLinearExtrusion, surfaceOfRevolution
  case cylindricalSurface, conicalSurface, sphericalSurface, toroidalSurface
  case bSplineSurfaceWithKnots, rationalBSplineSurfaceWithKnots
  case advancedBrepWithVoids, vertexLoop, subedge
  case sphere, rightCircularCone, rectangularPyramid
  case surfaceCurveSweptAreaSolid, fixedReferenceSweptAreaSolid
  case directrixDerivedReferenceSweptAreaSolid
  case revolvedAreaSolidTapered, sectionedSpine
  case sectionedSolid, sectionedSolidHorizontal, sectionedSurface
  // Profiles
  case profileDef, parameterizedProfileDef
  case arbitraryClosedProfileDef
  case arbitraryProfileDefWithVoids, arbitraryOpenProfileDef
  case centerLineProfileDef, compositeProfileDef
  case derivedProfileDef, mirroredProfileDef
  case rectangleProfileDef, rectangleHollowProfileDef
  case roundedRectangleProfileDef, trapeziumProfileDef
  case circleProfileDef, circleHollowProfileDef
  case ellipseProfileDef, iShapeProfileDef
  case asymmetricIShapeProfileDef, lShapeProfileDef
  case tShapeProfileDef, uShapeProfileDef, cShapeProfileDef
  case zShapeProfileDef
  case craneRailAShapeProfileDef, craneRailFShapeProfileDef, openCrossProfileDef
  // Curves and points
  case cartesianPoint, direction, vector
  case polyline, indexedPolyCurve, line
  case compositeCurve, trimmedCurve
  case circle
  case ellipse, bSplineCurve
  case bSplineCurveWithKnots
  case rationalBSplineCurveWithKnots
  case compositeCurveSegment, curveSegment
  case offsetCurve2D, offsetCurve3D, pcurve
  case surfaceCurve, seamCurve, intersectionCurve
  case bezierCurve, rationalBezierCurve
  case gradientCurve, segmentedReferenceCurve, clothoid, polynomialCurve
  case pointByDistanceExpression, axis2PlacementLinear
  case virtualGridIntersection, gridAxis
  case cartesianPointList2D, cartesianPointList3D

  /// The entity's name in the schema's spelling.
  var spelling: String { "Ifc" + stringValue.withCapital }

  /// Hashes of the entities' names, in order of ``allCases``.
  static let hashes: [UInt64] = allCases.map { WordTable.hash("IFC" + $0.stringValue) }
}
