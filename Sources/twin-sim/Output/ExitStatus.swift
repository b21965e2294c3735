/// The exit statuses of `twin-sim`; they stand in the README and in tests.
enum ExitStatus: Int32 {
  /// Done, and every requirement that was asked about is met.
  case done = 0
  /// The check worked and found requirements that are not met.
  case notMet = 1
  /// Some tasks failed; the result is partial.
  case partial = 2
  /// The command line was wrong (sysexits EX_USAGE).
  case usage = 64
  /// The input was read and cannot be used (EX_DATAERR).
  case badInput = 65
  /// There is no such input (EX_NOINPUT).
  case noInput = 66
  /// A fault of the program itself (EX_SOFTWARE).
  case ownFault = 70
  /// The output cannot be written (EX_CANTCREAT).
  case cannotWrite = 73
  /// Something is busy: try again (EX_TEMPFAIL).
  case tryAgain = 75
  /// Interrupted by the user.
  case interrupted = 130
}

/// Why a command stopped: a status for the machine, a sentence for the person.
struct CommandFailure: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
