import CGEOS

/// One GEOS session: the handle that every reentrant call takes, and the messages it left.
///
/// A context belongs to the task that made it (GEOS handles are not thread-safe), which is why it is
/// not `Sendable`. Making one costs less than any operation, so each operation makes its own.
final class GEOSContext {
  let handle: GEOSContextHandle_t
  private let log = GEOSLog()

  init() throws(GeometryError) {
    guard let handle = GEOS_init_r() else {
      throw .operationFailed("start GEOS", reason: "out of memory")
    }
    self.handle = handle
    // GEOS calls back only while `handle` lives, and `log` lives at least as long.
    GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, log in
        guard let message, let log else { return }
        Unmanaged<GEOSLog>.fromOpaque(log).takeUnretainedValue()
          .messages.append(String(cString: message))
      }, Unmanaged.passUnretained(log).toOpaque())
  }

  deinit { GEOS_finish_r(handle) }

  /// Runs one C call and turns its null result into a ``GeometryError``.
  func geometry(
    _ operation: StaticString, _ call: (GEOSContextHandle_t) -> OpaquePointer?
  ) throws(GeometryError) -> GEOSHandle {
    log.messages.removeAll(keepingCapacity: true)
    guard let pointer = call(handle) else { throw failure(operation) }
    return GEOSHandle(pointer, in: self)
  }

  /// Runs one C predicate and turns its exceptional result into a ``GeometryError``.
  func predicate(
    _ operation: StaticString, _ call: (GEOSContextHandle_t) -> CChar
  ) throws(GeometryError) -> Bool {
    log.messages.removeAll(keepingCapacity: true)
    let answer = call(handle)
    // GEOS answers 0, 1, or 2 for an exception.
    guard answer != 2 else { throw failure(operation) }
    return answer == 1
  }

  private func failure(_ operation: StaticString) -> GeometryError {
    .operationFailed("\(operation)", reason: log.messages.joined(separator: "; "))
  }
}

/// What GEOS said since the last call.
private final class GEOSLog {
  var messages: [String] = []
}

/// Sole owner of one GEOS geometry; destroyed with its last use, never copied.
struct GEOSHandle: ~Copyable {
  let pointer: OpaquePointer
  let context: GEOSContext

  init(_ pointer: OpaquePointer, in context: GEOSContext) {
    self.pointer = pointer
    self.context = context
  }

  deinit { GEOSGeom_destroy_r(context.handle, pointer) }
}
