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
        case .ended: return (try? times.moment("now")).map { .time($0.time) }
        case .address(_, let name):
            let known = onRecord.people.values.filter { $0.name == name }.compactMap(\.address)
            return known.count == 1 ? known.first.map(Answer.address) : nil
        case .roleInSentence(let usual), .organisationInSentence(let usual): return .text(usual)
        default: return nil
        }
    }

    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        if text.isEmpty, let usual = usual(question, after: answers) { return usual }
        switch question {
        case .organisation: return .text(try Field.organisation.admit(text))
        case .role: return .text(try Field.role.admit(text))
        case .ended: return try time(text)
        case .whichTime(let problem): return try problem.meant(by: text).map(Answer.time) ?? time(text)
        case .name(let index): return try person(text, index, after: answers)
        case .address(let index, let name):
            guard !text.isEmpty else { return .none }
            let address = try EmailAddress(text)
            try check(NameAndAddress(checkedName: name, address: address), index, after: answers)
            return .address(address)
        case .greeting: return text.isEmpty ? .none : .text(try Field.salutation.admit(text))
        case .topic: return text.isEmpty ? .none : .text(try Field.talkingPoint.admit(text))
        case .ownSentence: return text.isEmpty ? .none : .text(try Field.ownSentence.admit(text))
        case .medium: return text.isEmpty ? .none : .medium(try Interview.Medium(answer: text))
        case .roleInSentence: return .text(try Field.roleShort.admit(text))
        case .organisationInSentence: return .text(try Field.organisationAs.admit(text))
        case .record:
            if text.isEmpty || YesOrNo.isYes(text) { return .yes }
            guard YesOrNo.isNo(text) else { throw AnswerProblem.notAChoice }
            return .none
        }
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
        let panel = panel(after: answers)
        try told.remarks.check(panel.map(\.who) + [told.contact].compactMap(\.self))
        return try InterviewRecord(
            organisation: organisation, role: role, ended: ended, panel: panel,
            contact: told.contact, decisionBy: told.decisionBy, viaAgency: told.viaAgency, voice: told.voice,
            contactRemark: told.contactRemark, saying: saying, medium: medium)
    }

    func organisation(after answers: Answers<Question, Answer>) -> String? {
        told.organisation ?? answers[.organisation]?.text
    }

    func role(after answers: Answers<Question, Answer>) -> String? { told.role ?? answers[.role]?.text }

    private func ended(after answers: Answers<Question, Answer>) -> ZonedTime? {
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
            ? sequence(first: 0) { $0 + 1 }.lazy.map { member($0, after: answers) }.prefix { $0 != nil }
                .compactMap { $0 }.map { InterviewRecord.Member(checked: $0, remark: told.remarks.about($0)) }
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

    /// Nil where nobody is answered under that number.
    func member(_ index: Int, after answers: Answers<Question, Answer>) -> NameAndAddress? {
        guard case .person(let who)? = answers[.name(index)] else { return nil }
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
            guard index > 0 else { throw RecordProblem.noPanel }
            return .none
        }
        let who = try NameAndAddress(text)
        try check(who, index, after: answers)
        return .person(who)
    }

    /// - Throws: `RecordProblem` for the user, and for whom the panel has already.
    private func check(_ who: NameAndAddress, _ index: Int, after answers: Answers<Question, Answer>)
        throws(RecordProblem)
    {
        if let own, who.address?.mailbox == own.mailbox { throw .yourself(who) }
        for other in (0..<index).compactMap({ member($0, after: answers) }) where other.isSame(as: who) {
            throw .twiceOnPanel(who)
        }
    }
}

extension NameAndAddress {
    /// One address is one person; without one, the name.
    fileprivate func isSame(as other: NameAndAddress) -> Bool {
        (address?.key ?? name) == (other.address?.key ?? other.name)
    }
}

extension NewInterviewDialogue.Answer {
    fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
