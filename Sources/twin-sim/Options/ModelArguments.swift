public import ArgumentParser
public import SensorPlacement
public import TwinModel

extension ProjectKind: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension MapLayer.Role: ExpressibleByArgument {}
extension DevicePlacement.Doors: ExpressibleByArgument {}
