import Etiquette
import Foundation

/// Text of an invitation and where it stands.
struct PlacedText {
    let text: String
    let place: CalendarPlace
}

/// Which role at which organisation an invitation is about, as far as it tells. Nothing is made up: what is found
/// stands in the text letter by letter, and is nil where another reading is as good.
struct SubjectReading {
    private(set) var organisation: QuotedValue<String>?
    private(set) var role: QuotedValue<String>?
    private let known: Acquaintance
    /// Only then do the words `at` and `for` say where and as what: there are meetings about budgets at town halls.
    private var isInterview = false

    init(summary: PlacedText?, description: PlacedText?, knowing known: Acquaintance) {
        self.known = known
        isInterview = InterviewWords.has(
            InterviewWords.plainly, in: description?.text.prefix(2000).description ?? "")
        if let description { read(description: description) }
        if let summary { read(summary: summary) }
    }

    // MARK: - The summary

    private mutating func read(summary: PlacedText) {
        let text = SummaryShape.withoutPrefix(summary.text)
        isInterview = isInterview || InterviewWords.has(InterviewWords.ofInterviews, in: text)
        let shape = SummaryShape(text, known: known)
        guard isInterview || shape.isBetweenTwo || InterviewWords.has(InterviewWords.ofMeetings, in: text)
        else { return }
        var open: [String] = []
        for segment in shape.segments { open += read(segment, of: summary) }
        guard organisation == nil, let only = open.first, open.count == 1 else { return }
        if known.isEmployer(only) {
            setOrganisation(only, from: summary, .told)
        } else if Self.endsLikeOrganisation(only) || shape.isBetweenTwo {
            setOrganisation(only, from: summary, .likely)
        }
    }

    /// Takes what one segment tells; gives back what may still be an organisation.
    private mutating func read(_ segment: String, of summary: PlacedText) -> [String] {
        var parts = SegmentParts(segment)
        if let at = parts.at, isInterview, isOrganisationLike(at) {
            setOrganisation(InterviewWords.withoutMeeting(at), from: summary, .told)
        }
        if let role = parts.about, isInterview || Self.isRole(role) { setRole(role, from: summary, .told) }
        if let with = parts.with { parts.rest.append(with) }
        var open: [String] = []
        for rest in parts.rest {
            let text = InterviewWords.withoutMeeting(rest)
            if text.isEmpty || known.isPerson(text) || Self.isAlone(text) { continue }
            if known.isEmployer(text) || Self.endsLikeOrganisation(text) {
                open.append(text)
            } else if Self.isRole(text) || (isInterview && parts.at != nil && rest != parts.with) {
                setRole(text, from: summary, parts.at == nil ? .likely : .told)
            } else {
                open.append(text)
            }
        }
        return open
    }

    private func isOrganisationLike(_ text: String) -> Bool {
        guard let first = text.first, first.isUppercase || first.isNumber, text.count <= 80 else {
            return false
        }
        // `at 3pm`, `at 10:00`.
        return !known.isPerson(text)
            && text.prefixMatch(of: /\d{1,2}([:.]\d\d)?\s*(am|pm|h|$)/.ignoresCase()) == nil
    }

    static func isRole(_ text: String) -> Bool {
        let words = InterviewWords.tokens(String(text.prefix { $0 != "(" }))
        return (1...10).contains(words.count) && !isAlone(text)
            && words.contains {
                InterviewWords.roles.contains($0) || InterviewWords.roles.contains(String($0.dropLast()))
            }
    }

    private static func isAlone(_ text: String) -> Bool {
        InterviewWords.alone.contains(text.lowercased())
    }

    private static func endsLikeOrganisation(_ text: String) -> Bool {
        InterviewWords.tokens(text).last.map(InterviewWords.organisations.contains) ?? false
    }

    // MARK: - The description

    private mutating func read(description: PlacedText) {
        let text = DescriptionShape.plain(description.text)
        for line in text.split(separator: "\n") {
            guard let (label, value) = DescriptionShape.labelled(line) else { continue }
            if InterviewWords.roleLabels.contains(label) {
                setRole(value, from: description, .told, quote: line)
            }
            if InterviewWords.organisationLabels.contains(label) {
                setOrganisation(value, from: description, .told, quote: line)
            }
        }
        guard role == nil, let sentence = DescriptionShape.sentence(in: text) else { return }
        if sentence.isNamed || Self.isRole(sentence.role) {
            setRole(sentence.role, from: description, .told, quote: sentence.quote)
            if let employer = sentence.organisation, isOrganisationLike(employer) {
                setOrganisation(employer, from: description, .told, quote: sentence.quote)
            }
        }
    }

    // MARK: - What was found

    private mutating func setRole(
        _ text: String, from source: PlacedText, _ sureness: Sureness, quote: Substring? = nil
    ) {
        guard role == nil else { return }
        role = finding(.role, SegmentParts.bareRole(text), source, sureness, quote)
    }

    private mutating func setOrganisation(
        _ text: String, from source: PlacedText, _ sureness: Sureness, quote: Substring? = nil
    ) {
        guard organisation == nil else { return }
        organisation = finding(.organisation, text, source, sureness, quote)
    }

    /// Nil for what the door refuses, and for the name of somebody who takes part.
    private func finding(
        _ field: Field, _ text: String, _ source: PlacedText, _ sureness: Sureness, _ quote: Substring?
    ) -> QuotedValue<String>? {
        guard let value = try? field.admit(text), value.contains(where: \.isLetter), !known.isPerson(value),
            !value.contains("://"), !value.contains("@"), value.count <= 120
        else { return nil }
        let quote = (quote.map(String.init) ?? source.text).trimmingCharacters(in: .whitespacesAndNewlines)
        return QuotedValue(
            value: value, quote: String(quote.prefix(200)), place: source.place, sureness: sureness)
    }
}
