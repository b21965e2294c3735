public import ArgumentParser
public import SeatForecast
public import SensorPlacement
public import TwinModel

extension ProjectKind: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension MapLayer.Role: ExpressibleByArgument {}
extension DevicePlacement.Doors: ExpressibleByArgument {}
extension AttendanceMatrix.Home: ExpressibleByArgument {}
extension WalkLimits.Measure: ExpressibleByArgument {}
