import BIMImport
import CampusGenerator
import CityImport
import Optimisation
import RadioCoverage
import SeatForecast
import SeedFiles
import SpatialCore
import StandardsCheck
import TwinModel
import TwinReport
import TwinStore

extension CommandFailure {
  /// The status and sentence of an error of the libraries; nil for one that is none of theirs.
  init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as StoreError: self.init(Self.status(of: error), "\(error)")
    case let error as SeedError: self.init(.badInput, "\(error)")
    case let error as ModelError: self.init(.badInput, "\(error)")
    case let error as ForecastError: self.init(.badInput, "\(error)")
    case let error as StudyError: self.init(.badInput, "\(error)")
    case let error as StandardsError: self.init(.badInput, "\(error)")
    case let error as GeneratorError: self.init(.badInput, "\(error)")
    case let error as RadioError: self.init(.badInput, "\(error)")
    case let error as GeometryError: self.init(.badInput, "\(error)")
    case let error as PolygonFileError: self.init(.badInput, "\(error)")
    case let error as OptimisationError: self.init(Self.status(of: error), "\(error)")
    case let error as ReportError: self.init(.ownFault, "\(error)")
    case let error as ImportError:
      self.init(Self.status(of: error), "\(error)")
    case let error as CityImportError: self.init(Self.status(of: error), "\(error)")
    default: return nil
    }
  }

  private static func status(of error: OptimisationError) -> ExitStatus {
    switch error {
    case .outOfRange, .malformed: .badInput
    case .solverFailed: .ownFault
    }
  }

  private static func status(of error: ImportError) -> ExitStatus {
    switch error {
    case .unreadable: .noInput
    case .notSTEP: .badInput
    case .incompleteInstallation: .ownFault
    }
  }

  private static func status(of error: CityImportError) -> ExitStatus {
    switch error {
    case .unreadable: .noInput
    case .syntax, .notSupported: .badInput
    case .layerChoice: .usage
    }
  }

  private static func status(of error: StoreError) -> ExitStatus {
    switch error {
    case .missing: .noInput
    case .locked: .tryAgain
    case .cannotWrite: .cannotWrite
    case .failed, .taskContradicts: .ownFault
    case .notAStore, .damaged, .tooNew, .tooOld, .otherReferenceSystem, .unusableReferenceSystem,
      .unknownCampus, .notStorable:
      .badInput
    }
  }
}
