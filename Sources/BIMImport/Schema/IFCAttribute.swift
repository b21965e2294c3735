/// The attributes that the importer reads by name.
///
/// A case is named as the attribute, with a small first letter, and ``spelling`` relies on that; for
/// `CodingKey` see ``IFCClass``.
enum IFCAttribute: Int, CaseIterable, CodingKey {
  // Objects
  case globalId, name, description, objectType, objectPlacement, representation, longName
  case predefinedType, elevation, compositionType, overallWidth, overallHeight
  case refLatitude, refLongitude, refElevation, unitsInContext, representationContexts
  // Relations
  case relatingObject, relatedObjects, relatingStructure, relatedElements, relatingBuildingElement
  case relatedOpeningElement, relatingOpeningElement, relatedBuildingElement
  case relatingPropertyDefinition, relatingType, relatingMaterial, relatingClassification
  case relatingGroup, relatingSpace, hasPropertySets, representationMaps, relatedSpace
  case relatedCoverings, relatingSystem, relatedBuildings, connectionGeometry, parentBoundary
  case physicalOrVirtualBoundary, internalOrExternalBoundary, correspondingBoundary
  case surfaceOnRelatingElement
  // Properties and quantities
  case hasProperties, nominalValue, unit, enumerationValues, listValues, upperBoundValue
  case lowerBoundValue, setPointValue, quantities, definingValues, definedValues, definingUnit
  case definedUnit, propertyReference, usageName, hasQuantities, discrimination, notationFacets
  case notationValue
  case itemReference, identification, referencedSource
  // Materials
  case forLayerSet, materialLayers, material, layerThickness, materialConstituents, materials
  case forProfileSet, materialProfiles, category
  // Units
  case units, unitType, prefix, conversionFactor, valueComponent, unitComponent, conversionOffset
  case exponent, currency, userDefinedType
  // Georeference
  case sourceCRS, targetCRS, eastings, northings, orthogonalHeight, xAxisAbscissa, xAxisOrdinate
  case scale, mapUnit, trueNorth, worldCoordinateSystem, contextType, firstCoordinate
  case secondCoordinate, height, factorX, factorY, factorZ
  // Placement
  case placementRelTo, relativePlacement, cartesianPosition, location, axis, refDirection
  case directionRatios, localOrigin, axis1, axis2, axis3, scale2, scale3
  // Representation
  case representations, representationIdentifier, representationType, items, contextOfItems
  case mappingSource, mappingTarget, mappingOrigin, mappedRepresentation
  // Solids and surfaces
  case sweptArea, position, extrudedDirection, depth, endSweptArea, angle, directrix, radius
  case innerRadius, startParam, endParam, filletRadius, outer, voids, sbsmBoundary, fbsmFaces
  case cfsFaces, bounds, bound, orientation, polygon, edgeList, edgeElement, edgeStart, edgeEnd
  case edgeGeometry, sameSense, vertexGeometry, coordinates, closed, coordIndex, faces, pnIndex
  case coordList, innerCoordIndices, firstOperand, secondOperand, baseSurface
  case agreementFlag, polygonalBoundary, enclosure, treeRootExpression, corner, xDim, yDim, zDim
  case xLength, yLength, zLength, basisSurface, outerBoundary, innerBoundaries
  case boundaries, implicitOuter, faceSurface, sweptCurve, axisPosition, majorRadius, minorRadius
  case uDegree, vDegree, uMultiplicities, vMultiplicities, uKnots, vKnots, uClosed, vClosed
  case u1, v1, u2, v2, usense, vsense, curve3D, associatedGeometry, loopVertex, parentEdge
  case bottomRadius, referenceSurface, fixedReference, spineCurve, crossSections
  case crossSectionPositions, elements
  // Profiles
  case profileType, profileName, outerCurve, innerCurves, curve, thickness, profiles, parentProfile
  case wallThickness, innerFilletRadius, outerFilletRadius, roundingRadius, bottomXDim, topXDim
  case topXOffset, semiAxis1, semiAxis2, overallDepth, webThickness, flangeThickness
  case bottomFlangeWidth, bottomFlangeThickness, topFlangeWidth, topFlangeThickness, width
  case bottomFlangeFilletRadius, topFlangeFilletRadius, flangeEdgeRadius, webEdgeRadius
  case edgeRadius, legSlope, flangeWidth, flangeSlope, girth, internalFilletRadius, `operator`
  case webSlope, bottomFlangeEdgeRadius, bottomFlangeSlope, topFlangeEdgeRadius
  case topFlangeSlope, horizontalWidths, widths, slopes, offsetPoint, headWidth, headDepth2
  case headDepth3, baseWidth2, baseWidth4, baseDepth1, baseDepth2, baseDepth3
  // Curves
  case points, segments, basisCurve, trim1, trim2, senseAgreement, masterRepresentation, pnt, dir
  case magnitude, transition, parentCurve, degree, controlPointsList, knotMultiplicities, knots
  case weightsData, distance
  case referenceCurve, baseCurve, endPoint, placement, segmentStart, segmentLength, clothoidConstant
  case coefficientsX, coefficientsY, coefficientsZ
  case distanceAlong, offsetLateral, offsetVertical, offsetLongitudinal
  // Grids
  case placementLocation, placementRefDirection, intersectingAxes, offsetDistances, axisCurve
  case uAxes, vAxes, wAxes

  /// The attribute's name in the schema's spelling.
  var spelling: String { stringValue.withCapital }

  /// The attributes' names as words; the number of a word is the attribute's raw value.
  static let words: WordTable = {
    var words = WordTable(slots: 1024)
    for attribute in allCases { _ = words.add(WordTable.hash(attribute.stringValue)) }
    return words
  }()
}

extension String {
  /// The same word with a capital first letter.
  var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
