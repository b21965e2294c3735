public import ArgumentParser
public import TwinModel

extension ProjectKind: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension MapLayer.Role: ExpressibleByArgument {}
