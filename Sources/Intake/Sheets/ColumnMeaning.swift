/// What a column of a spreadsheet says of an interview.
package indirect enum ColumnMeaning: Hashable, Sendable {
    case organisation
    case role
    /// The day of the interview, perhaps with the time at which it begins, or both times.
    case date
    /// Day and time at which it ended.
    case ended
    case startTime
    case endTime
    /// How long it took.
    case length
    case timeZone
    /// Who interviewed; which of several columns, from 1, or nil where one column names everybody.
    case interviewer(Int?)
    /// The first name alone; the last name stands in another column.
    case interviewerGiven(Int?)
    case interviewerFamily(Int?)
    case interviewerEmail(Int?)
    /// What was told of the conversation with one of them, likewise.
    case told(Telling, Int?)
    /// Whom to ask for the decision.
    case contact
    /// What was told of the conversation with the contact at an agency.
    case contactTold(Telling)
    /// How role and organisation are said in a sentence.
    case roleShort
    case organisationAs
    /// In which voice the letters are worded.
    case voice
    /// How the interview was held.
    case medium
    /// The first name alone; the last name stands in another column.
    case contactGiven
    case contactFamily
    case contactEmail
    /// The day by which a decision was promised.
    case decisionBy
    /// Whether, or by which agency, the interview came about.
    case agency
    case status
    /// What this program, or another copy of its ledger, had written and sent when it exported the row.
    case messages
    /// The number that an interview had when this program, or another copy of its ledger, exported the row.
    case interview
    /// The same, of one interview where a row tells of several; which, from 1.
    case round(Int, ColumnMeaning)
    /// Nothing that matters here.
    case ignored

    /// What a column tells of the conversation with one person.
    package enum Telling: String, CaseIterable, Sendable {
        case talkingPoint = "talking point"
        /// What the user would like to say to them, in a sentence of their own.
        case say
        case greeting
    }

    static func talkingPoint(_ number: Int?) -> ColumnMeaning { .told(.talkingPoint, number) }

    /// As the user writes it behind `--map`, and `export` its columns: `interviewer 2 email`, `round 2 date`.
    package init?(_ text: String) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        if words.first == "round", words.count > 2, let number = Int(words[1]), number > 0 {
            let inner = ColumnMeaning(words[2...].joined(separator: " "))
            guard let inner, inner.canBeOfRound else { return nil }
            self = .round(number, inner)
            return
        }
        let number = words.compactMap { Int($0) }.first
        guard words.count(where: { Int($0) != nil }) <= 1, number ?? 1 > 0 else { return nil }
        let name = words.filter { Int($0) == nil }.joined(separator: " ")
        self.init(name: name == "talking points" ? "talking point" : name, number: number)
    }

    init?(name: String, number: Int?) {
        switch name {
        case "interviewer": self = .interviewer(number)
        case "interviewer first name": self = .interviewerGiven(number)
        case "interviewer last name": self = .interviewerFamily(number)
        case "interviewer email": self = .interviewerEmail(number)
        default:
            let own = name.hasPrefix("interviewer ") ? String(name.dropFirst("interviewer ".count)) : name
            if let telling = Telling(rawValue: own) {
                self = .told(telling, number)
                return
            }
            guard number == nil, let found = Self.single[name] else { return nil }
            self = found
        }
    }

    private static let single: [String: ColumnMeaning] = [
        "organisation": .organisation, "role": .role, "date": .date, "ended": .ended,
        "start time": .startTime, "end time": .endTime, "length": .length, "time zone": .timeZone,
        "contact": .contact, "contact first name": .contactGiven, "contact last name": .contactFamily,
        "contact email": .contactEmail, "contact talking point": .contactTold(.talkingPoint),
        "contact say": .contactTold(.say), "contact greeting": .contactTold(.greeting),
        "role short": .roleShort, "organisation as": .organisationAs, "by": .medium, "voice": .voice,
        "decision by": .decisionBy, "agency": .agency, "status": .status,
        "afterword messages": .messages, "afterword interview": .interview,
        "ignore": .ignored,
    ]

    /// Every name that `--map` takes, without numbers but for an example of a round.
    package static let names: [String] =
        single.keys.sorted() + [
            "interviewer", "interviewer first name", "interviewer last name", "interviewer email",
            "talking point", "say", "greeting", "round 2 date",
        ]

    /// As `init(_:)` reads it.
    package var name: String {
        func numbered(_ number: Int?, _ rest: String) -> String {
            "interviewer" + (number.map { " \($0)" } ?? "") + rest
        }
        return switch self {
        case .interviewer(let number): numbered(number, "")
        case .interviewerGiven(let number): numbered(number, " first name")
        case .interviewerFamily(let number): numbered(number, " last name")
        case .interviewerEmail(let number): numbered(number, " email")
        case .round(let number, let inner): "round \(number) \(inner.name)"
        case .told(let telling, let number):
            number == nil ? telling.rawValue : numbered(number, " " + telling.rawValue)
        case let other: Self.single.first { $0.value == other }?.key ?? "ignore"
        }
    }

    /// Several columns may say it, and none contradicts another.
    var mayStandTwice: Bool { self == .status || self == .ignored }

    /// What a column of a round says of its interview.
    var withoutRound: ColumnMeaning {
        if case .round(_, let inner) = self { inner } else { self }
    }
}
