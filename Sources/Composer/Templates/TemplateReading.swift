import Synchronization

/// Reads each template of a language when it is first wanted, and keeps it: a start that words three messages waits for
/// a dozen of them instead of a hundred.
final class TemplateReading: Sendable {
    private let language: Language
    private let known = Mutex<[String: Template]>([:])

    init(_ language: Language) { self.language = language }

    func template(_ entry: TemplateShelf.Entry) throws(TemplateProblem) -> Template {
        if let template = known.withLock({ $0[entry.name] }) { return template }
        let template = try Template(entry, language: language)
        known.withLock { $0[entry.name] = template }
        return template
    }
}
