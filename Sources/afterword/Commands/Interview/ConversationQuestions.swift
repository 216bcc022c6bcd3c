import Desk
import Etiquette
import Ledger

/// Asks what letters are worded from and nobody has told yet: what was talked about with each person (rule `personal`), and
/// what the user would like to say to them; how they are greeted; how role and organisation are said; over what the
/// interview was held. It is on record by then, so that an answer is never lost with a mistake elsewhere.
struct ConversationQuestions {
    let application: Application

    /// The same with what was answered; its drafts are worded with it. Nobody asks about an interview that was known, or
    /// is planned.
    func complete(_ recorded: Recorded) throws -> Recorded {
        let (interview, recruitment) = try application.ledger.read { transaction in
            let interview = try transaction.interview(recorded.interview)
            return (interview, try transaction.recruitment(interview.recruitment))
        }
        guard !recorded.existing, interview.ended.instant <= application.now else { return recorded }
        var changes = InterviewChanges()
        do {
            let thanked = interview.thanked.filter { !recorded.sharesThankYou(to: $0.person) }
            try ask(about: thanked, &changes)
            try greet(thanked.map(\.person), &changes)
            try ask(about: recruitment, &changes)
            if interview.medium == nil {
                changes.medium = try application.ask(Wording.howWasItHeld) { typed in
                    typed.isEmpty ? nil : try Interview.Medium(answer: typed)
                }
            }
        } catch is Unsettled {
            Output.line()
        }
        guard changes != InterviewChanges() else { return recorded }
        var completed = recorded
        completed.notices.removeAll { if case .saidAs = $0 { true } else { false } }
        completed.notices += try application.desk.edit(interview.id, changes, at: application.now).notices
        return completed
    }

    // MARK: - People

    private func ask(about thanked: [PanelMember], _ changes: inout InterviewChanges) throws {
        let silent = thanked.filter { $0.talkingPoint == nil && $0.ownSentence == nil }
        guard !silent.isEmpty else { return }
        Output.line(Wording.conversationsWanted)
        for person in silent.map(\.person) {
            let key = person.address?.text ?? person.name
            let topic = try application.ask("  \(Wording.shown(person.name)): ") { typed in
                typed.isEmpty ? nil : try Field.talkingPoint.admit(typed)
            }
            if let topic { changes.remarks[key, default: Remark()].talkingPoint = topic }
            if try topic.map(application.desk.isSentence) != true {
                let sentence = try application.ask(Wording.whatToSay) { typed in
                    typed.isEmpty ? nil : try Field.ownSentence.admit(typed)
                }
                if let sentence { changes.remarks[key, default: Remark()].ownSentence = sentence }
            }
        }
    }

    private func greet(_ people: [Person], _ changes: inout InterviewChanges) throws {
        for person in people where person.salutation == nil {
            let greeting = try application.ask(Wording.howToGreet(person)) { typed in
                typed.isEmpty ? nil : try Field.salutation.admit(typed)
            }
            if let greeting {
                changes.remarks[person.address?.text ?? person.name, default: Remark()].greeting = greeting
            }
        }
    }

    // MARK: - Role and organisation

    private func ask(about recruitment: Recruitment, _ changes: inout InterviewChanges) throws {
        let awkward = try application.desk.proposal(for: recruitment)
        if recruitment.roleShort == nil, let usual = awkward.role {
            changes.saying.role = try application.ask(Wording.howIsTheRoleSaid(usual)) { typed in
                try Field.roleShort.admit(typed.isEmpty ? usual : typed)
            }
        }
        if recruitment.organisationAs == nil, let usual = awkward.organisation {
            changes.saying.organisation = try application.ask(Wording.howIsTheOrganisationSaid(usual)) {
                typed in
                try Field.organisationAs.admit(typed.isEmpty ? usual : typed)
            }
        }
    }
}

extension Recorded {
    /// An earlier interview thanks this person already.
    fileprivate func sharesThankYou(to person: Person) -> Bool {
        notices.contains { if case .sharesThankYou(person, _) = $0 { true } else { false } }
    }
}

extension Interview.Medium {
    /// What somebody types who is asked: the first letter will do.
    fileprivate init(answer: String) throws(InputProblem) {
        switch answer.lowercased() {
        case "p", "i": self = .inPerson
        case "v": self = .video
        case "t": self = .telephone
        default: try self.init(told: answer)
        }
    }
}
