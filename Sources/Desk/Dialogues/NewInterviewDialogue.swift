import Composer
import Etiquette
import Foundation
import Text

/// An interview from nothing, one question after the other: where and for what, when it ended, who was there, what was
/// talked about with each, over what it was held, when they will say, and whether to record it. Nothing is on record before
/// that is answered. Of an agency it is asked only where there is a sign of one (`NewInterviewAgency`).
package struct NewInterviewDialogue: Dialogue {
    /// One thing that is asked. People are counted from 0, in the order of the panel.
    package enum Question: Hashable, Sendable {
        case organisation
        /// Whose interview it was, where the organisation that was named looks like an agency, with the employer that was named
        /// beside it.
        case employer(agency: String, usual: String?)
        case role
        case ended
        /// Which of several times was meant by what was typed.
        case whichTime(InputProblem)
        /// Whether it came through the contact at the agency through whom the interview before it came.
        case asBefore(Person)
        /// The contact at the agency.
        case consultant
        case consultantAddress(name: String)
        /// What comes after "Dear".
        case consultantGreeting(name: String)
        /// Somebody on the panel; nobody ends it. That there is an agency may be said here, too.
        case name(Int)
        /// How they write their name, where it can't stand in a letter as it was typed; nil for the contact at the agency.
        case spelling(Int?, name: String, NameForm)
        case address(Int, name: String)
        /// Whether somebody whose address looks like an agency's stands for the one that arranged it.
        case isAgency(Int, name: String)
        /// What comes after "Dear".
        case greeting(Int, name: String)
        /// What was talked about.
        case topic(Int, name: String)
        /// What the user would like to say about it.
        case ownSentence(Int, name: String)
        case medium
        /// The day by which they promised a decision.
        case decisionBy
        /// Which of several days was meant by what was typed.
        case whichDay(InputProblem)
        /// The role as it stands in "the ___ role", with what it would be.
        case roleInSentence(usual: String)
        /// The organisation as it stands in "work at ___", with what it would be.
        case organisationInSentence(usual: String)
        /// Whether to record it as it is now.
        case record
    }

    package enum Answer: Equatable, Sendable {
        case text(String)
        case time(ZonedTime)
        /// What was typed may be any of several times.
        case unclearTime(InputProblem)
        case person(NameAndAddress)
        /// An agency arranged it.
        case agency
        case address(EmailAddress)
        case medium(Interview.Medium)
        case day(Day)
        /// What was typed may be any of several days.
        case unclearDay(InputProblem)
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

        package init() {}
    }

    /// What is on record that answers are read by.
    struct OnRecord: Sendable {
        /// By the keys of their addresses.
        let people: [String: Person]
        /// Those that have not ended.
        let recruitments: [Recruitment]
        /// The contacts at agencies through whom the last interviews of some of them came.
        let consultants: [Recruitment.ID: Person]
    }

    let told: Told
    let onRecord: OnRecord
    /// Reads when it ended.
    let times: TimeReader
    /// Reads what is still to come.
    let days: TimeReader
    let own: EmailAddress?
    let language: ProofLanguage
    /// In which the letters are written where no other was told.
    let usualVoice: Voice?

    init(
        told: Told, onRecord: OnRecord, zone: TimeZone, at now: Date, own: EmailAddress?,
        language: ProofLanguage, usualVoice: Voice?
    ) {
        self.told = told
        self.onRecord = onRecord
        times = TimeReader(at: now, in: zone, .past)
        days = TimeReader(at: now, in: zone, .future)
        self.own = own
        (self.language, self.usualVoice) = (language, usualVoice)
    }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        questions(after: answers).first { answers[$0] == nil }
    }

    /// All that is to be asked as far as the answers tell, in order.
    private func questions(after answers: Answers<Question, Answer>) -> [Question] {
        var all: [Question] = []
        if told.organisation == nil { all += [.organisation] + employerQuestion(after: answers) }
        if told.role == nil { all.append(.role) }
        if told.ended == nil { all.append(.ended) }
        if case .unclearTime(let problem)? = answers[.ended] { all.append(.whichTime(problem)) }
        all += agencyQuestions(after: answers)
        if told.panel.isEmpty { all += panelQuestions(after: answers) }
        all += conversationQuestions(after: answers)
        if told.medium == nil { all.append(.medium) }
        if told.decisionBy == nil { all.append(.decisionBy) }
        if case .unclearDay(let problem)? = answers[.decisionBy] { all.append(.whichDay(problem)) }
        return all + sentenceQuestions(after: answers) + [.record]
    }

    private func panelQuestions(after answers: Answers<Question, Answer>) -> [Question] {
        var all: [Question] = []
        for index in 0... {
            all.append(.name(index))
            switch answers[.name(index)] {
            case .agency?: all += consultantQuestions(after: answers)
            case .person(let who)?:
                // Who is not written to needs neither.
                guard !isThroughAgency(beforeMember: index, after: answers) else { continue }
                all += spellingQuestion(index, who)
                let name = spelt(index, who, after: answers).name
                if who.address == nil { all.append(.address(index, name: name)) }
                let addressed = member(index, after: answers)
                all += isAgencyQuestion(index, addressed, after: answers)
                if isToBeGreeted(addressed) { all.append(.greeting(index, name: name)) }
            default: return all
            }
        }
        return all
    }

    /// Who is on record under that name has been asked about.
    func spellingQuestion(_ index: Int?, _ who: NameAndAddress) -> [Question] {
        guard let form = NameForm(of: who.name), known(who)?.name != who.name, isToBeGreeted(who) else {
            return []
        }
        return [.spelling(index, name: who.name, form)]
    }

    /// The name as they write it.
    func spelt(
        _ index: Int?, _ who: NameAndAddress, after answers: Answers<Question, Answer>
    ) -> NameAndAddress {
        guard let question = spellingQuestion(index, who).first, let name = answers[question]?.text else {
            return who
        }
        return NameAndAddress(checkedName: name, address: who.address)
    }

    /// Nothing is known yet of how somebody is greeted.
    func isToBeGreeted(_ who: NameAndAddress?) -> Bool {
        guard let who else { return true }
        return told.remarks.about(who).greeting == nil && known(who)?.salutation == nil
    }

    private func conversationQuestions(after answers: Answers<Question, Answer>) -> [Question] {
        guard !isThroughAgency(after: answers) else { return [] }
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
        let open = try meetings().filter { $0.recruitment.standing == .open }
        let recruitments = open.map(\.recruitment)
        let onRecord = NewInterviewDialogue.OnRecord(
            people: Dictionary(
                people.compactMap { person in person.address.map { ($0.key, person) } },
                uniquingKeysWith: { $1 }),
            recruitments: recruitments.reduce(into: []) { all, one in
                if !all.contains(where: { $0.id == one.id }) { all.append(one) }
            },
            consultants: open.reduce(into: [:]) { all, one in
                all[one.recruitment.id] = one.interview.consultant
            })
        return NewInterviewDialogue(
            told: told, onRecord: onRecord, zone: zone, at: now, own: sender.address,
            language: try language(), usualVoice: try templates().usualVoice)
    }
}
