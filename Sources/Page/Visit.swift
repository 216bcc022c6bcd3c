import Application
import Desk
import Etiquette
import Foundation
import Wording

/// One request with all that answers it.
struct Visit {
    let request: PageRequest
    let application: Application
    /// The present, the same for the whole answer.
    let now: Date
    /// What stands in the path in the place of the pattern's names.
    private var parameters: [String: String] = [:]

    init(request: PageRequest, application: Application) {
        self.request = request
        self.application = application
        now = application.now
    }

    func with(_ parameters: [String: String]) -> Visit {
        var visit = self
        visit.parameters = parameters
        return visit
    }

    var form: FormFields { request.form }
    var query: FormFields { request.query }

    var desk: Desk { get throws { try application.desk } }

    /// The zone in which the page reads times that have none beside them.
    var zone: TimeZone { get throws { try application.configuration.me.timeZone } }

    /// The text in the path in the place of a name.
    ///
    /// - Throws: `PageProblem.notFound` where the pattern has no such name.
    func text(_ name: String) throws -> String {
        guard let text = parameters[name] else { throw PageProblem.notFound }
        return text
    }

    /// The number of something on record in the place of a name.
    ///
    /// - Throws: `PageProblem.notFound` where no number stands there.
    func id<Subject>(_ name: String) throws -> Identifier<Subject> {
        let text = try text(name)
        guard let number = Int64(text), String(number) == text else { throw PageProblem.notFound }
        return Identifier(rawValue: number)
    }

    /// A moment in the zone of its interview, which is named where it is another than that of the page.
    func text(_ moment: Date, _ zone: TimeZone) throws -> String {
        try zone == self.zone ? TimeWording.plain(moment, zone) : TimeWording.text(moment, zone)
    }

    /// A screen out of a template, in the frame that all have.
    ///
    /// - Parameters:
    ///   - template: the name of a file in Screens, without its ending.
    ///   - title: stands above it as its one heading.
    ///   - content: what the template names below `page`.
    func page(_ template: String, title: String, status: Int = 200, _ content: Any) throws -> PageResponse {
        let frame = try FrameView(title: title, visit: self)
        return .html(
            try PageTemplates.render(template, FramedView(frame: frame, page: content)), status: status)
    }
}
