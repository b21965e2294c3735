import Foundation
import Mustache

/// The report of a district as self-contained pages: complete without JavaScript, printable, in
/// Chinese and English, the same bytes for the same input.
public struct Report: Sendable {
  /// A page of the report.
  public struct Page: Hashable, Sendable {
    /// Its path in the report's folder, such as `index.html`.
    public let path: String
    /// The whole page, UTF-8.
    public let html: String
  }

  /// Up to this many schools stand in the overview's page with all their storeys; beyond it each
  /// has its own page, so that the overview stays small enough to mail.
  public static let schoolsOnOnePage = 30

  private let library: MustacheLibrary

  /// Loads the templates.
  ///
  /// - Throws: ``ReportError`` when a template of the installation is missing or broken.
  public init() throws(ReportError) {
    var library = MustacheLibrary()
    for name in ["page", "overview", "outlook", "plans", "school", "style"] {
      guard
        let file = Bundle.module.url(forResource: "Templates/\(name)", withExtension: "mustache"),
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { throw ReportError("the report's template “\(name)” is missing; install again") }
      do { try library.register(text, named: name) } catch {
        throw ReportError("the report's template “\(name)” is broken: \(error)")
      }
    }
    self.library = library
  }

  /// Renders the pages: `index.html` first, then the schools' own pages if there are any.
  ///
  /// - Parameter input: What to show.
  /// - Returns: The pages, in a fixed order.
  /// - Throws: ``ReportError`` when a template cannot be rendered.
  public func pages(_ input: ReportInput) throws(ReportError) -> [Page] {
    let isOnePage = input.schools.count <= Self.schoolsOnOnePage
    let overview = OverviewView(input) {
      isOnePage ? "#school-\($0)" : "schools/\($0).html"
    }
    let views = input.schools.map { SchoolView($0, in: input) }
    struct Whole {
      let title: String
      let overview: OverviewView?
      let schools: [SchoolView]
    }
    var pages = [
      Page(
        path: "index.html",
        html: try render(
          Whole(title: input.district, overview: overview, schools: isOnePage ? views : [])))
    ]
    guard !isOnePage else { return pages }
    for view in views {
      pages.append(
        Page(
          path: "schools/\(view.id).html",
          html: try render(Whole(title: view.name, overview: nil, schools: [view]))))
    }
    return pages
  }

  private func render(_ view: some Any) throws(ReportError) -> String {
    guard let html = library.render(view, withTemplate: "page") else {
      throw ReportError("the report's template “page” is missing; install again")
    }
    return html
  }
}
