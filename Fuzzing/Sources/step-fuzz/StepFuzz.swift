import BIMImport

/// What libFuzzer calls with each input: the bytes are read as a STEP file, each attribute is decoded.
///
/// A refusal is fine; a crash, a hang or an access out of bounds is not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSTEP(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let stages = try? ReadingStages(bytes: bytes) { _ = stages.decodeAll() }
  return 0
}
