@testable import Page

/// An interview as somebody types it: two people, one of them without an address.
enum TypedInterview {
    static let library: [(String, String)] = [
        ("organisation", "City Library"), ("role", "Data Analyst"), ("date", "2026-12-03"), ("time", "15:00"),
        ("zone", "Europe/London"), ("medium", "in-person"), ("people", "2"),
        ("person-0-name", "Jane Okafor"), ("person-0-email", "jane.okafor@example.org"),
        ("person-0-greeting", ""), ("person-0-topic", "the open-data portal"), ("person-0-sentence", ""),
        ("person-1-name", "Tom Ó Briain"), ("person-1-email", ""), ("person-1-greeting", ""),
        ("person-1-topic", "the on-call week"), ("person-1-sentence", ""),
        ("asked", "0"), ("contact-name", ""), ("contact-email", ""), ("decision-by", ""),
    ]

    /// The same with other values in some fields.
    static func library(with changes: [String: String]) -> [(String, String)] {
        library.map { ($0, changes[$0] ?? $1) }
            + changes.filter { change in
                !library.contains { $0.0 == change.key }
            }.map { ($0.key, $0.value) }
    }
}

extension Desktop {
    /// Types it and records it.
    @discardableResult
    func record(_ interview: [(String, String)] = TypedInterview.library) -> PageResponse {
        post("/interviews/new", interview + [("step", "show")])
    }

    /// Sends a form of a page as it stands, by one of its buttons.
    func press(
        _ step: String, on page: PageResponse, form: String, with changes: [String: String] = [:],
        adding: [(String, String)] = []
    ) -> PageResponse {
        let fields = Markup(page.text).fields(ofForm: form).map { ($0, changes[$0] ?? $1) }
        return post(form, fields + adding + [("step", step)])
    }
}
