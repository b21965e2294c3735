import Foundation
import TwinTestSupport

/// One run of the built `twin-sim`: what it printed and how it ended.
struct TwinSimRun {
  let status: Int32
  let stdout: String
  let stderr: String

  /// Runs the program with `arguments` and waits for it.
  init(_ arguments: String...) throws { try self.init(arguments) }

  /// Runs the program with `arguments`, on the seeds of this checkout.
  init(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["TWIN_SIM_SEEDS": Checkout.seeds]
    ) { _, ours in ours }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // stderr is read on another thread, so that neither pipe can fill up and block the program.
    let collected = Collected()
    let reader = Thread {
      collected.set(errors.fileHandleForReading.readDataToEndOfFile())
    }
    reader.start()
    stdout = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    stderr = String(decoding: collected.wait(), as: UTF8.self)
    status = process.terminationStatus
  }

  /// The program beside the test bundle.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("twin-sim")

  /// The bytes of stderr, handed from its reader to the test; a lock guards every access.
  private final class Collected: @unchecked Sendable {
    private let condition = NSCondition()
    private var data: Data?

    func set(_ value: Data) {
      condition.lock()
      data = value
      condition.signal()
      condition.unlock()
    }

    func wait() -> Data {
      condition.lock()
      defer { condition.unlock() }
      while data == nil { condition.wait() }
      return data ?? Data()
    }
  }
}

/// One run of a shell command: everything it printed, and how it ended.
struct ShellRun {
  let status: Int32
  let output: String

  init(_ command: String) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = ["-c", command]
    let pipe = Pipe()
    shell.standardOutput = pipe
    shell.standardError = pipe
    try shell.run()
    output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    status = shell.terminationStatus
  }
}

/// A folder for one test, removed with it.
final class Workspace {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "twin-sim-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file and returns its path.
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
    return path(name)
  }
}
