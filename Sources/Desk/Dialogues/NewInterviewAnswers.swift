import Etiquette
import Foundation
import Text

// MARK: - What was answered

extension NewInterviewDialogue {
    /// What nothing typed means, as it is shown beside the question; nil where it means nothing that could be shown.
    package func usual(_ question: Question, after answers: Answers<Question, Answer>) -> Answer? {
        switch question {
        case .role:
            let organisation = organisation(after: answers).map(Sameness.form)
            let roles = onRecord.recruitments.filter { Sameness.form(of: $0.organisation) == organisation }
                .map(\.role)
            return roles.count == 1 ? roles.first.map(Answer.text) : nil
        case .spelling(_, let name, _): return NameForm.usualWriting(of: name).map(Answer.text)
        case .employer(_, let usual): return usual.map(Answer.text)
        case .ended: return (try? times.moment("now")).map { .time($0.time) }
        case .address(_, let name), .consultantAddress(let name):
            return knownAddress(of: name).map(Answer.address)
        case .greeting(_, let name), .consultantGreeting(let name):
            return language.language.offeredName(for: name, in: told.voice ?? usualVoice).map(Answer.text)
        case .roleInSentence(let usual), .organisationInSentence(let usual): return .text(usual)
        default: return nil
        }
    }

    /// What stands behind the at sign in the address of whoever was named last and has one: most of a panel share it, so that
    /// the rest of an address is enough for the others.
    package func domain(before index: Int, after answers: Answers<Question, Answer>) -> String? {
        let named = (0..<index).reversed().lazy.compactMap { member($0, after: answers)?.address }.first
        return named?.domain
    }

    private func completed(_ text: String, _ domain: String?) -> String {
        guard let domain,
            text.split(separator: "@", omittingEmptySubsequences: false).dropFirst()
                .allSatisfy(\.isEmpty)
        else { return text }
        return "\(text.prefix { $0 != "@" })@\(domain)"
    }

    /// What somebody is called of whom nobody says how they are greeted.
    package func called(_ name: String) -> String { language.language.called(name) }

    private func knownAddress(of name: String) -> EmailAddress? {
        let known = onRecord.people.values.filter { $0.name == name }.compactMap(\.address)
        return known.count == 1 ? known.first : nil
    }

    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        if text.isEmpty, let usual = usual(question, after: answers) { return usual }
        switch question {
        case .organisation: return .text(try Field.organisation.admit(text))
        case .employer, .asBefore, .consultant, .consultantAddress, .consultantGreeting, .isAgency:
            return try agencyAnswer(to: question, typed: text)
        case .role: return .text(try Field.role.admit(text))
        case .ended: return try time(text)
        case .whichTime(let problem): return try problem.meant(by: text).map(Answer.time) ?? time(text)
        case .name(let index): return try person(text, index, after: answers)
        case .spelling:
            guard !YesOrNo.isYes(text), !YesOrNo.isNo(text) else { throw AnswerProblem.notAChoice }
            return text.isEmpty ? .none : .text(try Field.name.admit(text))
        case .address(let index, let name):
            guard !text.isEmpty else { return .none }
            let address = try EmailAddress(completed(text, domain(before: index, after: answers)))
            try check(NameAndAddress(checkedName: name, address: address), index, after: answers)
            return .address(address)
        case .greeting: return text.isEmpty ? .none : .text(try Field.salutation.admit(text))
        case .topic: return text.isEmpty ? .none : .text(try Field.talkingPoint.admit(text))
        case .ownSentence: return text.isEmpty ? .none : .text(try Field.ownSentence.admit(text))
        case .medium: return text.isEmpty ? .none : .medium(try Interview.Medium(answer: text))
        case .decisionBy:
            return text.isEmpty || YesOrNo.isNo(text) ? .none : try day(text, after: answers)
        case .whichDay(let problem):
            return try problem.meantDay(by: text).map { try promised($0, after: answers) }
                ?? day(text, after: answers)
        case .roleInSentence: return .text(try Field.roleShort.admit(text))
        case .organisationInSentence: return .text(try Field.organisationAs.admit(text))
        case .record: return try yesOrNo(text, usual: .yes)
        }
    }

    func yesOrNo(_ text: String, usual: Answer) throws -> Answer {
        if text.isEmpty { return usual }
        guard YesOrNo.isYes(text) || YesOrNo.isNo(text) else { throw AnswerProblem.notAChoice }
        return YesOrNo.isYes(text) ? .yes : .none
    }

    /// The interview as it is now; nil where something is open, or it is not to be recorded.
    package func record(after answers: Answers<Question, Answer>) throws -> InterviewRecord? {
        guard let organisation = organisation(after: answers), let role = role(after: answers),
            let ended = ended(after: answers)
        else { return nil }
        var saying = told.saying
        for case (.roleInSentence, .text(let text)) in answers.all.map({ ($0.question, $0.answer) }) {
            saying.role = text
        }
        for case (.organisationInSentence, .text(let text)) in answers.all.map({ ($0.question, $0.answer) }) {
            saying.organisation = text
        }
        var medium = told.medium
        if case .medium(let answer)? = answers[.medium] { medium = answer }
        let (panel, contact) = (panel(after: answers), contact(after: answers))
        try told.remarks.check(panel.map(\.who) + [contact].compactMap(\.self))
        return try InterviewRecord(
            organisation: organisation, role: role, ended: ended, panel: panel,
            contact: contact, decisionBy: told.decisionBy ?? decisionBy(after: answers),
            viaAgency: isThroughAgency(after: answers), voice: told.voice,
            contactRemark: contactRemark(after: answers), saying: saying, medium: medium)
    }

    func organisation(after answers: Answers<Question, Answer>) -> String? {
        told.organisation ?? employer(after: answers) ?? answers[.organisation]?.text
    }

    func role(after answers: Answers<Question, Answer>) -> String? { told.role ?? answers[.role]?.text }

    func ended(after answers: Answers<Question, Answer>) -> ZonedTime? {
        if let ended = told.ended { return ended }
        switch answers[.ended] {
        case .time(let time)?: return time
        case .unclearTime(let problem)?:
            if case .time(let time)? = answers[.whichTime(problem)] { return time }
            return nil
        default: return nil
        }
    }

    func panel(after answers: Answers<Question, Answer>) -> [InterviewRecord.Member] {
        let people =
            told.panel.isEmpty
            ? sequence(first: 0) { $0 + 1 }.lazy.prefix { isNamed($0, after: answers) }
                .compactMap { member($0, after: answers) }.map {
                    InterviewRecord.Member(checked: $0, remark: told.remarks.about($0))
                }
            : told.panel
        return people.enumerated().map { index, member in
            let name = member.who.name
            let asked = Remark(
                talkingPoint: answers[.topic(index, name: name)]?.text,
                ownSentence: answers[.ownSentence(index, name: name)]?.text,
                greeting: answers[.greeting(index, name: name)]?.text)
            return InterviewRecord.Member(checked: member.who, remark: member.remark.amended(by: asked))
        }
    }

    /// Whether somebody, or that there is an agency, is answered under that number.
    func isNamed(_ index: Int, after answers: Answers<Question, Answer>) -> Bool {
        answers[.name(index)] == .agency || member(index, after: answers) != nil
    }

    /// Nil where nobody is answered under that number.
    func member(_ index: Int, after answers: Answers<Question, Answer>) -> NameAndAddress? {
        guard case .person(let typed)? = answers[.name(index)] else { return nil }
        let who = spelt(index, typed, after: answers)
        guard who.address == nil, case .address(let address)? = answers[.address(index, name: who.name)]
        else { return who }
        return NameAndAddress(checkedName: who.name, address: address)
    }

    func known(_ who: NameAndAddress) -> Person? { who.address.flatMap { onRecord.people[$0.key] } }

    /// - Throws: `InputProblem` where it can't be read, or has not come yet and nothing else may be meant.
    private func time(_ text: String) throws(InputProblem) -> Answer {
        do throws(InputProblem) {
            let time = try times.moment(text).time
            guard time.instant <= times.now else { throw .notYet(text, time, instead: []) }
            return .time(time)
        } catch {
            guard error.isChoice else { throw error }
            return .unclearTime(error)
        }
    }

    private func person(_ text: String, _ index: Int, after answers: Answers<Question, Answer>) throws
        -> Answer
    {
        guard !text.isEmpty else {
            guard !panel(after: answers).isEmpty else { throw RecordProblem.noPanel }
            return .none
        }
        guard !AgencyWords.isMeant(by: text) else { return .agency }
        let who = try NameAndAddress(text)
        try check(who, index, after: answers)
        return .person(who)
    }

    /// - Throws: `RecordProblem` for the user, and for whom the panel has already.
    private func check(_ who: NameAndAddress, _ index: Int, after answers: Answers<Question, Answer>)
        throws(RecordProblem)
    {
        try refuseOwn(who)
        for other in (0..<index).compactMap({ member($0, after: answers) }) where other.isSame(as: who) {
            throw .twiceOnPanel(who, as: other)
        }
    }
}

extension NewInterviewDialogue {
    /// - Throws: `RecordProblem.yourself`.
    func refuseOwn(_ who: NameAndAddress) throws(RecordProblem) {
        if let own, who.address?.mailbox == own.mailbox { throw .yourself(who) }
    }

    /// The day that they promised; nil where they promised none.
    private func decisionBy(after answers: Answers<Question, Answer>) -> Day? {
        switch answers[.decisionBy] {
        case .day(let day)?: return day
        case .unclearDay(let problem)?:
            if case .day(let day)? = answers[.whichDay(problem)] { return day }
            return nil
        default: return nil
        }
    }

    /// - Throws: `InputProblem` where it can't be read, `RecordProblem` where it lies before the interview.
    private func day(_ text: String, after answers: Answers<Question, Answer>) throws -> Answer {
        do {
            return try promised(days.day(text), after: answers)
        } catch let problem as InputProblem where problem.isChoice {
            return .unclearDay(problem)
        }
    }

    private func promised(_ day: Day, after answers: Answers<Question, Answer>) throws -> Answer {
        if let ended = ended(after: answers)?.wall.day, day < ended {
            throw RecordProblem.decisionBeforeInterview(day, ended: ended)
        }
        return .day(day)
    }
}

extension NameAndAddress {
    /// One address is one person; without one, the name.
    fileprivate func isSame(as other: NameAndAddress) -> Bool {
        (address?.key ?? name) == (other.address?.key ?? other.name)
    }
}

extension NewInterviewDialogue.Answer {
    var text: String? { if case .text(let text) = self { text } else { nil } }
}
