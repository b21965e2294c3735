import Dispatch
import Foundation
import SpatialCore
import Synchronization
import TwinModel

/// Meshes many products on several threads.
///
/// Each thread reads the file for itself; meshes and findings come back in the order of the products,
/// so that the number of threads changes nothing but the time.
struct ShapeCrew {
  private let model: IFCModel
  private let units: ProjectUnits
  private let openings: RelationTable
  private let threads: Int
  private let members: [Member]

  /// How many products are meshed in one go: enough to keep all threads busy, and few enough for their
  /// meshes to take little memory.
  private static let portion = 1024
  /// Products that a thread takes at a time.
  private static let batch = 32

  /// Gathers as many readers as there are processors.
  init(
    _ model: IFCModel, _ units: ProjectUnits, openings: RelationTable,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) {
    self.model = model
    self.units = units
    self.openings = openings
    self.threads = max(threads, 1)
    let view = model.view
    members = (0..<self.threads).map { _ in Member(view, units, openings) }
  }

  /// One thread's reader.
  ///
  /// `@unchecked Sendable`: a member is used by one thread at a time, which `shapes(of:)` sees to by
  /// giving each iteration its own and waiting for all of them.
  private final class Member: @unchecked Sendable {
    let model: IFCModel
    let shapes: ProductShapes

    init(_ view: IFCModel.View, _ units: ProjectUnits, _ openings: RelationTable) {
      model = IFCModel(view)
      shapes = ProductShapes(model, units, openings: openings)
    }
  }

  /// Calls `body` with each product and its body, nil for those without one, in order; what went wrong
  /// is in the model's log.
  ///
  /// With several threads the next products are meshed while `body` works on the last ones.
  func forEachShape(of products: [STEPInstance], _ body: (STEPInstance, ProductShape?) -> Void) {
    let portions = products.parts(of: ShapeCrew.portion)
    func use(_ portion: [STEPInstance], _ batches: [Batch]) {
      for batch in batches { model.log.add(batch.log) }
      for (product, shape) in zip(portion, batches.lazy.flatMap(\.shapes)) { body(product, shape) }
    }
    if threads == 1 || products.count <= ShapeCrew.portion {
      for portion in portions { use(portion, batches(of: portion)) }
    } else {
      OneAhead.each { (hand) throws(OneAhead.Unwanted) in
        for portion in portions { try hand((portion, batches(of: portion))) }
      } use: { (portion, batches) in
        use(portion, batches)
      }
    }
  }

  /// The bodies of some products, a batch after the other.
  private func batches(of products: [STEPInstance]) -> [Batch] {
    let count = (products.count + ShapeCrew.batch - 1) / ShapeCrew.batch
    let next = Atomic(0)
    let members = members
    // Each batch has a place of its own, which one thread writes and nobody reads before all are done.
    nonisolated(unsafe) let done = UnsafeMutablePointer<Batch>.allocate(capacity: count)
    done.initialize(repeating: Batch(), count: count)
    defer {
      done.deinitialize(count: count)
      done.deallocate()
    }
    let work = { @Sendable (thread: Int) in
      let member = members[thread]
      while true {
        let batch = next.add(1, ordering: .relaxed).oldValue
        guard batch < count else { return }
        let start = batch * ShapeCrew.batch
        done[batch].shapes = products[start..<min(start + ShapeCrew.batch, products.count)].map {
          member.shapes.shape(of: $0)
        }
        done[batch].log = member.model.log.drain()
      }
    }
    // A few products are not worth waking another thread.
    if count == 1 || threads == 1 {
      work(0)
    } else {
      DispatchQueue.concurrentPerform(iterations: min(threads, count), execute: work)
    }
    return Array(UnsafeBufferPointer(start: done, count: count))
  }

  /// What came of one batch.
  private struct Batch {
    var shapes: [ProductShape?] = []
    var log = FindingLog.Entries()
  }
}

extension Array {
  /// The elements in runs of `count`; the last one may be shorter.
  func parts(of count: Int) -> some Sequence<[Element]> {
    stride(from: 0, to: self.count, by: count).lazy.map {
      Array(self[$0..<Swift.min($0 + count, self.count)])
    }
  }
}
