import Desk
import Etiquette
import Ledger
import Wording

/// What was heard about a role: what it will change is said before it is saved.
struct HeardScreen: Screen {
    static let path: PathPattern = "heard/:recruitment"

    private let visit: Visit
    private let recruitment: Recruitment

    init(_ visit: Visit) throws {
        self.visit = visit
        let id: Recruitment.ID = try visit.id("recruitment")
        guard let found = try visit.desk.recruitments([id])[id] else { throw PageProblem.notFound }
        recruitment = found
    }

    func view() throws -> PageResponse { try page(Typed(visit.query)) }

    func act() throws -> PageResponse {
        let typed = Typed(visit.form)
        guard let news = typed.news else {
            return try page(typed, faults: [FieldProblem("news", NotChosen())], status: 422)
        }
        do {
            // Nothing is taken back that was not shown before.
            guard visit.form["step"] == "save", news != .undo || typed.undoes != nil else {
                return try page(typed, outcome: try outcome(of: news, typed))
            }
            try save(news, typed)
            return .seeOther("/recruitments/\(recruitment.id.rawValue)")
        } catch let problem as InputProblem
            where typed.day.isBlank && news == .decisionBy && problem.isAboutADay
        {
            return try page(typed, faults: [FieldProblem("day", NoDay())], status: 422)
        } catch let problem as InputProblem {
            let isDay = if case .notADay = problem { true } else { false }
            return try page(typed, faults: [FieldProblem(isDay ? "day" : "from", problem)], status: 422)
        } catch let problem as RecordProblem {
            return try page(typed, faults: [FieldProblem("day", problem)], status: 422)
        } catch let problem as DeskProblem {
            return try page(
                typed, faults: [FieldProblem(typed.from.isEmpty ? nil : "from", problem)], status: 422)
        }
    }

    /// What was typed, as it was typed.
    private struct Typed {
        let news: HeardNews?
        let from: String
        let day: String
        let mail: MailFact.ID?
        /// The word that was shown as the one to be taken back.
        let undoes: Contact.ID?

        init(_ form: FormFields) {
            news = form["news"].flatMap(HeardNews.init(rawValue:))
            (from, day) = (form["from"]?.trimmed ?? "", form["day"] ?? "")
            mail = form["mail"].flatMap { Int64($0) }.map(MailFact.ID.init(rawValue:))
            undoes = form["undoes"].flatMap { Int64($0) }.map(Contact.ID.init(rawValue:))
        }
    }

    private func save(_ news: HeardNews, _ typed: Typed) throws {
        let (desk, id, now) = (try visit.desk, recruitment.id, visit.now)
        if let word = try news.word(day: typed.day) {
            _ = try desk.hear(word, in: id, from: typed.from.told, mail: typed.mail, at: now)
        } else {
            switch news {
            case .undo: _ = try desk.unhear(typed.undoes, in: id, at: now)
            case .nothing: _ = try desk.heardNothing(in: id, at: now)
            default: _ = try desk.dismiss(typed.mail, in: id, at: now)
            }
        }
    }

    private func outcome(of news: HeardNews, _ typed: Typed) throws -> Outcome {
        let desk = try visit.desk
        if let word = try news.word(day: typed.day) {
            let heard = try desk.rehearse(
                word, in: recruitment.id, from: typed.from.told, mail: typed.mail, at: visit.now)
            return Outcome(
                heard.existing ? Wording.onRecordAlready : Wording.sentence(heard.contact), heard.changed)
        }
        switch news {
        case .undo:
            let heard = try desk.rehearseUnhearing(in: recruitment.id, at: visit.now)
            return Outcome(
                Wording.sentence(heard.contact), heard.changed,
                undoes: try desk.lastWord(in: recruitment.id)?.id)
        case .nothing:
            let question = try desk.rehearseHeardNothing(in: recruitment.id, at: visit.now)
            return Outcome(Wording.heardNothing(from: recruitment), [question])
        default:
            let dismissed = try desk.rehearseDismissing(typed.mail, in: recruitment.id, at: visit.now)
            return Outcome(Wording.setAside(dismissed.mail), dismissed.changed)
        }
    }

    private func page(_ typed: Typed, outcome: Outcome? = nil, faults: [FieldProblem] = [], status: Int = 200)
        throws -> PageResponse
    {
        let errors = FieldErrors(faults)
        let isAsked = try typed.news == .nothing || visit.desk.asksForNews(in: recruitment.id, at: visit.now)
        let canUndo = try typed.news == .undo || visit.desk.lastWord(in: recruitment.id) != nil
        let options = HeardNews.allCases.filter { news in
            switch news {
            case .notThem: typed.mail != nil
            case .nothing: isAsked
            case .undo: canUndo
            default: true
            }
        }
        let view = View(
            problems: errors.summary, address: "/heard/\(recruitment.id.rawValue)",
            mail: typed.mail.map { String($0.rawValue) } ?? "", outcome: outcome, hasOutcome: outcome != nil,
            news: FormChoice(
                "news", "What did you hear?", options: options.map { ($0.rawValue, $0.label) },
                chosen: typed.news?.rawValue, error: errors["news"]),
            day: FormInput(
                "day", "They decide by", value: typed.day, kind: .date, hint: "Only if they named a day.",
                error: errors["day"]),
            from: FormInput(
                "from", "From whom?", value: typed.from,
                hint:
                    "A name, or “Jane Okafor <jane@example.org>” for somebody new. Empty: whom you would have asked for the decision.",
                error: errors["from"]),
            back: "/recruitments/\(recruitment.id.rawValue)")
        return try visit.page(
            "heard",
            title:
                "\(Wording.shown(recruitment.role)) at \(Wording.shown(recruitment.organisation)): what did you hear?",
            status: status, view)
    }

    private struct View {
        let problems: ProblemSummary?
        let address: String
        let mail: String
        let outcome: Outcome?
        let hasOutcome: Bool
        let news: FormChoice
        let day: FormInput
        let from: FormInput
        let back: String
    }

    /// What it would change, before it is saved.
    private struct Outcome {
        let sentence: Said
        let changes: [Said]
        let changesNothing: Bool
        /// The entry that is taken back, for the press of the button; empty where none is.
        let undoes: String

        init(_ sentence: String, _ changed: [Message], undoes: Contact.ID? = nil) {
            self.sentence = Said(sentence + ".")
            changes = changed.map { Said(Wording.becomes($0)) }
            changesNothing = changed.isEmpty
            self.undoes = undoes.map { "\($0.rawValue)" } ?? ""
        }
    }
}

extension InputProblem {
    fileprivate var isAboutADay: Bool { if case .notADay = self { true } else { false } }
}
