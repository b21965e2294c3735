import Foundation

/// The bytes of a file, mapped into memory for as long as this object lives.
///
/// `@unchecked Sendable`: the memory is never written after `init`, so any thread may read it.
final class MappedBytes: @unchecked Sendable {
  /// All bytes; valid while `self` lives.
  let bytes: UnsafeBufferPointer<UInt8>
  private let isMapped: Bool

  /// Maps a file.
  ///
  /// - Throws: ``ImportError/unreadable(file:reason:)``.
  init(file: String) throws(ImportError) {
    func failure() -> ImportError {
      .unreadable(file: file, reason: String(cString: strerror(errno)))
    }
    let descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(file: file, reason: "it is not a file")
    }
    let count = Int(status.st_size)
    // Nothing can be mapped of an empty file.
    guard count > 0 else {
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      isMapped = false
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw failure() }
    bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
    isMapped = true
  }

  /// Copies bytes, for text that is in memory already.
  init(copying content: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
    _ = copy.initialize(from: content)
    bytes = UnsafeBufferPointer(copy)
    isMapped = false
  }

  /// Takes over bytes that were allocated with `UnsafeMutablePointer.allocate`.
  init(taking content: UnsafeBufferPointer<UInt8>) {
    bytes = content
    isMapped = false
  }

  /// Lets the pages of a file go that were read; what is used again is mapped again, from the kernel's
  /// cache as long as it has room.
  func forgetPages() {
    if isMapped {
      madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED)
    }
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
