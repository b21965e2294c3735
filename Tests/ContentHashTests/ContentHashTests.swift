import ContentHash
import Foundation
import Testing

@Suite("A content hash")
struct ContentHashTests {
  @Test("is SHA-256 (FIPS 180-2, appendix B.1)")
  func knownDigest() {
    #expect(
      ContentHash.sha256(Data("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("tells apart texts that only join to the same")
  func boundaries() {
    #expect(ContentHash.of(["ab", "c"]) != ContentHash.of(["a", "bc"]))
    #expect(ContentHash.of(["ab", "c"]) == ContentHash.of(["ab", "c"]))
  }
}
