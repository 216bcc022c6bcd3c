import Etiquette
import Ledger
import Text

/// What a text means of what is on record: a number is a number, and anything else words of names, best fit first.
struct Lookup {
    private let transaction: LedgerTransaction

    init(_ transaction: LedgerTransaction) {
        self.transaction = transaction
    }

    /// Everything that is named best by a text. Of several, those that are preferred, where there are any.
    func found(_ text: String, as wanted: Wanted, preferring isLikely: (Called) -> Bool) throws -> [Called] {
        guard let query = NameQuery(text) else { return [] }
        let found = try best(query, text, among: all(wanted, query))
        let likely = found.filter(isLikely)
        return likely.isEmpty ? found : likely
    }

    /// The people of a recruitment that a text may mean, whoever else it may mean.
    func people(called text: String, among known: Set<Person.ID>) throws -> [Called] {
        guard let query = NameQuery(text), !known.isEmpty else { return [] }
        let near = try people(query).filter { known.contains(Person.ID(rawValue: $0.number)) }
        return try best(query, text, among: near)
    }

    /// - Throws: `DeskProblem.severalCalled`, be it of one alone, where nothing but the beginning of a word fits: somebody else
    ///   may be meant, who is not on record, so that the user has to say.
    private func best(_ query: NameQuery, _ text: String, among all: [Called]) throws -> [Called] {
        guard let best = try query.best(among: all, names: names) else { return [] }
        guard best.fit > .begins else { throw DeskProblem.severalCalled(text, best.items) }
        return best.items
    }

    private func all(_ wanted: Wanted, _ query: NameQuery) throws -> [Called] {
        switch wanted {
        case .message: try messages()
        case .recruitment: try recruitments()
        case .interview: try called(transaction.interviews())
        case .deletedInterview: try called(transaction.deletedInterviews())
        case .person: try people(query)
        }
    }

    private func messages() throws -> [Called] {
        let messages = try transaction.messages(in: MessageState.allCases)
        let recruitments = try transaction.recruitments(Set(messages.map(\.followUp.recruitment)))
        return messages.compactMap { message in
            recruitments[message.followUp.recruitment].map { .message(message, $0) }
        }
    }

    private func recruitments() throws -> [Called] {
        try transaction.recruitmentsWithInterviews().map { .recruitment($0) }
    }

    private func called(_ interviews: [Interview]) throws -> [Called] {
        try interviews.map { .interview($0, try transaction.recruitment($0.recruitment)) }
    }

    private func people(_ query: NameQuery) throws -> [Called] {
        try transaction.people(writtenAs: query.writings).filter { !$0.isForgotten }.map { .person($0) }
    }

    /// Who is meant by a text that stands in nobody's name or address: of one plain word that is known of all plain names.
    func people(calledOtherwise text: String) throws -> [Called] {
        guard let query = NameQuery(text) else { return [] }
        let isOneWord = query.writings == [[text.lowercased()]]
        let people = try transaction.people(writtenAs: query.writings, onlyIfSpelt: isOneWord)
        return try best(query, text, among: people.filter { !$0.isForgotten }.map { .person($0) })
    }

    private func names(of called: Called) throws -> [String] {
        switch called {
        case .message(let message, let recruitment):
            recruitment.names + names(of: message.recipient) + message.sorts
        case .recruitment(let recruitment): recruitment.names + (try transaction.ownNames(of: recruitment.id))
        case .interview(let interview, let recruitment):
            recruitment.names + interview.people.flatMap(names)
        case .person(let person): names(of: person)
        }
    }

    private func names(of person: Person) -> [String] {
        [person.name] + [person.salutation, person.address?.localPart].compactMap(\.self)
    }
}

extension Message {
    /// What it is, in the words in which lists have it and people say it.
    fileprivate var sorts: [String] {
        switch followUp.kind {
        case .thankYou: channel == .post ? ["thank-you card", "thank you"] : ["thank-you note", "thank you"]
        case .decisionStatus: ["question about the decision", FollowUp.Kind.decisionStatus.rawValue]
        case .feedbackRequest: ["feedback request", FollowUp.Kind.feedbackRequest.rawValue]
        }
    }
}

extension Recruitment {
    fileprivate var names: [String] {
        [organisation, role] + [organisationAs, roleShort].compactMap(\.self)
    }
}

extension Desk {
    /// The number of what a text means: a number as it stands, an address or a name.
    ///
    /// - Parameter isLikely: which of several that fit equally well are meant, where there are such.
    /// - Throws: `DeskProblem.nothingCalled` and `.severalCalled`.
    package func number(
        of text: String, as wanted: Wanted, preferring isLikely: (Called) -> Bool = { _ in false }
    ) throws -> Int64 {
        if let number = Int64(text) { return number }
        return try ledger.read { transaction in
            if wanted == .person { return try PersonLookup(transaction).person(meant: text).id.rawValue }
            let found = try Lookup(transaction).found(text, as: wanted, preferring: isLikely)
            guard let first = found.first else { throw DeskProblem.nothingCalled(wanted, text) }
            guard found.count == 1 else { throw DeskProblem.severalCalled(text, found) }
            return first.number
        }
    }
}
