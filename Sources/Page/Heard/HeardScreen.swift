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
            return try page(typed, faults: [FieldProblem("news", AnswerProblem.notAChoice)], status: 422)
        }
        do {
            guard visit.form["step"] == "save" else {
                return try page(typed, outcome: try outcome(of: news, typed))
            }
            try save(news, typed)
            return .seeOther("/recruitments/\(recruitment.id.rawValue)")
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

        init(_ form: FormFields) {
            news = form["news"].flatMap(HeardNews.init(rawValue:))
            (from, day) = (form["from"]?.trimmed ?? "", form["day"] ?? "")
            mail = form["mail"].flatMap { Int64($0) }.map(MailFact.ID.init(rawValue:))
        }
    }

    private func save(_ news: HeardNews, _ typed: Typed) throws {
        let desk = try visit.desk
        if let word = try news.word(day: typed.day) {
            _ = try desk.hear(
                word, in: recruitment.id, from: typed.from.told, mail: typed.mail, at: visit.now)
        } else if news == .undo {
            _ = try desk.unhear(in: recruitment.id, at: visit.now)
        } else {
            _ = try desk.dismiss(typed.mail, in: recruitment.id, at: visit.now)
        }
    }

    /// What would be so afterwards.
    private func outcome(of news: HeardNews, _ typed: Typed) throws -> Outcome {
        let desk = try visit.desk
        if let word = try news.word(day: typed.day) {
            let heard = try desk.rehearse(
                word, in: recruitment.id, from: typed.from.told, mail: typed.mail, at: visit.now)
            return Outcome(
                heard.existing ? Wording.onRecordAlready : Wording.sentence(heard.contact), heard.changed)
        }
        if news == .undo {
            let heard = try desk.rehearseUnhearing(in: recruitment.id, at: visit.now)
            return Outcome(Wording.sentence(heard.contact), heard.changed)
        }
        let dismissed = try desk.rehearseDismissing(typed.mail, in: recruitment.id, at: visit.now)
        return Outcome(
            Wording.setAside(dismissed.mail), dismissed.changed)
    }

    private func page(_ typed: Typed, outcome: Outcome? = nil, faults: [FieldProblem] = [], status: Int = 200)
        throws -> PageResponse
    {
        let errors = FieldErrors(faults)
        let options = HeardNews.allCases.filter { $0 != .notThem || typed.mail != nil }
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
                    "A name, or “Jane Okafor <jane@example.org>” for somebody new. Empty: whom you would have asked.",
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

        init(_ sentence: String, _ changed: [Message]) {
            self.sentence = Said(sentence + ".")
            changes = changed.map { Said(Wording.becomes($0)) }
            changesNothing = changed.isEmpty
        }
    }
}
