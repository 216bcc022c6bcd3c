import Composer
import Etiquette
import Foundation
import Text

/// An interview from nothing, one question after the other: where and for what, when it ended, who was there, what was
/// talked about with each, over what it was held, and whether to record it. Nothing is on record before that is answered.
package struct NewInterviewDialogue: Dialogue {
    /// One thing that is asked. People are counted from 0, in the order of the panel.
    package enum Question: Hashable, Sendable {
        case organisation
        case role
        case ended
        /// Which of several times was meant by what was typed.
        case whichTime(InputProblem)
        /// Somebody on the panel; nobody ends it.
        case name(Int)
        case address(Int, name: String)
        /// What comes after "Dear".
        case greeting(Int, name: String)
        /// What was talked about.
        case topic(Int, name: String)
        /// What the user would like to say about it.
        case ownSentence(Int, name: String)
        case medium
        /// The role as it stands in "the ___ role", with what it would be.
        case roleInSentence(usual: String)
        /// The organisation as it stands in "work at ___", with what it would be.
        case organisationInSentence(usual: String)
        /// Whether to record it as it is now.
        case record
    }

    /// What answers one.
    package enum Answer: Equatable, Sendable {
        case text(String)
        case time(ZonedTime)
        /// What was typed may be any of several times.
        case unclearTime(InputProblem)
        case person(NameAndAddress)
        case address(EmailAddress)
        case medium(Interview.Medium)
        case yes
        /// No, nobody, nothing, or as usual.
        case none
    }

    /// What was told before anything is asked, by options or in a form; nil and empty for what nobody said.
    package struct Told: Sendable {
        package var organisation: String?
        package var role: String?
        package var ended: ZonedTime?
        package var panel: [InterviewRecord.Member] = []
        package var contact: NameAndAddress?
        package var contactRemark = Remark()
        /// What was told of people whose names are asked, by their address or exact name.
        package var remarks: [String: Remark] = [:]
        package var decisionBy: Day?
        package var viaAgency = false
        package var voice: Voice?
        package var saying = InterviewRecord.Saying()
        package var medium: Interview.Medium?

        /// Nothing was told.
        package init() {}
    }

    /// What is on record that answers are read by.
    struct OnRecord: Sendable {
        /// By the keys of their addresses.
        let people: [String: Person]
        /// Those that have not ended.
        let recruitments: [Recruitment]
    }

    let told: Told
    let onRecord: OnRecord
    /// Reads when it ended.
    let times: TimeReader
    let own: EmailAddress?
    let language: ProofLanguage

    init(told: Told, onRecord: OnRecord, times: TimeReader, own: EmailAddress?, language: ProofLanguage) {
        self.told = told
        self.onRecord = onRecord
        self.times = times
        self.own = own
        self.language = language
    }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        questions(after: answers).first { answers[$0] == nil }
    }

    /// All that is to be asked as far as the answers tell, in order.
    private func questions(after answers: Answers<Question, Answer>) -> [Question] {
        var all: [Question] = []
        if told.organisation == nil { all.append(.organisation) }
        if told.role == nil { all.append(.role) }
        if told.ended == nil { all.append(.ended) }
        if case .unclearTime(let problem)? = answers[.ended] { all.append(.whichTime(problem)) }
        if told.panel.isEmpty { all += panelQuestions(after: answers) }
        all += conversationQuestions(after: answers)
        if told.medium == nil { all.append(.medium) }
        return all + sentenceQuestions(after: answers) + [.record]
    }

    private func panelQuestions(after answers: Answers<Question, Answer>) -> [Question] {
        var all: [Question] = []
        for index in 0... {
            all.append(.name(index))
            let name: String
            switch answers[.name(index)] {
            case .person(let who)?:
                name = who.name
                if who.address == nil { all.append(.address(index, name: name)) }
            default: return all
            }
            let who = member(index, after: answers)
            let isGreeted = who.map { told.remarks.about($0).greeting != nil } ?? false
            if !isGreeted, who.flatMap(known)?.salutation == nil { all.append(.greeting(index, name: name)) }
        }
        return all
    }

    private func conversationQuestions(after answers: Answers<Question, Answer>) -> [Question] {
        guard !told.viaAgency else { return [] }
        return panel(after: answers).enumerated().flatMap { index, member -> [Question] in
            let remark = told.panel.isEmpty ? told.remarks.about(member.who) : told.panel[index].remark
            guard remark.talkingPoint == nil, remark.ownSentence == nil else { return [] }
            let topic = Question.topic(index, name: member.who.name)
            if case .text(let text)? = answers[topic], Topic(text, in: language).sentence != nil {
                return [topic]
            }
            return [topic, .ownSentence(index, name: member.who.name)]
        }
    }

    /// How role and organisation are said, where they fit no sentence as they are written.
    private func sentenceQuestions(after answers: Answers<Question, Answer>) -> [Question] {
        guard let organisation = organisation(after: answers), let role = role(after: answers) else {
            return []
        }
        let known = onRecord.recruitments.first {
            $0.isSame(organisation: organisation, role: role)
        }
        let usual = SaidAs(role: role, organisation: organisation, in: language)
        var all: [Question] = []
        if told.saying.role == nil, known?.roleShort == nil, let usual = usual.role {
            all.append(.roleInSentence(usual: usual))
        }
        if told.saying.organisation == nil, known?.organisationAs == nil, let usual = usual.organisation {
            all.append(.organisationInSentence(usual: usual))
        }
        return all
    }
}

extension Desk {
    /// What is asked to record an interview.
    ///
    /// - Parameters:
    ///   - told: what was said before.
    ///   - zone: in which it ended.
    package func newInterview(_ told: NewInterviewDialogue.Told, in zone: TimeZone, at now: Date) throws
        -> NewInterviewDialogue
    {
        let people = try people().filter { !$0.isForgotten }
        let recruitments = try meetings().map(\.recruitment).filter { $0.standing == .open }
        let onRecord = NewInterviewDialogue.OnRecord(
            people: Dictionary(
                people.compactMap { person in person.address.map { ($0.key, person) } },
                uniquingKeysWith: { $1 }),
            recruitments: recruitments.reduce(into: []) { all, one in
                if !all.contains(where: { $0.id == one.id }) { all.append(one) }
            })
        return NewInterviewDialogue(
            told: told, onRecord: onRecord, times: TimeReader(at: now, in: zone, .past), own: sender.address,
            language: try language())
    }
}

extension Recruitment {
    fileprivate func isSame(organisation other: String, role: String) -> Bool {
        Sameness.form(of: organisation) == Sameness.form(of: other)
            && Sameness.form(of: self.role) == Sameness.form(of: role)
    }
}
