public import ArgumentParser
public import TwinModel

extension ProjectKind: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
