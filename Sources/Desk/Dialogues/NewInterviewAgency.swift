import Etiquette
import Text

// MARK: - Whether a recruitment agency stands between

extension NewInterviewDialogue {
    /// Asked where the organisation looks like an agency: the letters name the employer, and go to the agency.
    func employerQuestion(after answers: Answers<Question, Answer>) -> [Question] {
        guard let named = answers[.organisation]?.text else { return [] }
        if let (employer, agency) = AgencyWords.referral(in: named) {
            return [.employer(agency: agency, usual: employer)]
        }
        return AgencyWords.areIn(organisation: named) ? [.employer(agency: named, usual: nil)] : []
    }

    /// What is asked of an agency before anybody of the panel is.
    func agencyQuestions(after answers: Answers<Question, Answer>) -> [Question] {
        guard told.contact == nil else { return [] }
        if told.viaAgency || employer(after: answers) != nil { return consultantQuestions(after: answers) }
        return consultantBefore(after: answers).map { [.asBefore($0)] } ?? []
    }

    /// Who the contact at the agency is; each is asked once, wherever it came up.
    func consultantQuestions(after answers: Answers<Question, Answer>) -> [Question] {
        guard told.contact == nil else { return [] }
        var all = [Question.consultant]
        guard case .person(let typed)? = answers[.consultant] else { return all }
        all += spellingQuestion(nil, typed)
        let who = spelt(nil, typed, after: answers)
        if who.address == nil { all.append(.consultantAddress(name: who.name)) }
        if isToBeGreeted(consultant(after: answers)) { all.append(.consultantGreeting(name: who.name)) }
        return all
    }

    /// Asked once of each domain that looks like an agency's, where nothing is known of one.
    func isAgencyQuestion(
        _ index: Int, _ who: NameAndAddress?, after answers: Answers<Question, Answer>
    ) -> [Question] {
        guard let who, let domain = who.address?.domain, told.contact == nil, !isOfAgency(answers),
            AgencyWords.areIn(domain: domain),
            !(0..<index).contains(where: { member($0, after: answers)?.address?.domain == domain })
        else { return [] }
        return [.isAgency(index, name: who.name)]
    }

    /// The organisation that was named looks like one itself, and what it is was asked.
    private func isOfAgency(_ answers: Answers<Question, Answer>) -> Bool {
        answers[.organisation]?.text.map { AgencyWords.areIn(organisation: $0) } ?? false
    }

    /// - Throws: `InputProblem`, `RecordProblem`, `AnswerProblem`.
    func agencyAnswer(to question: Question, typed text: String) throws -> Answer {
        switch question {
        case .employer(let agency, _):
            let isAgency = Sameness.form(of: text) == Sameness.form(of: agency)
            return text.isEmpty || YesOrNo.isNo(text) || isAgency
                ? .none : .text(try Field.organisation.admit(YesOrNo.isYes(text) ? "" : text))
        case .asBefore: return try yesOrNo(text, usual: .yes)
        case .isAgency: return try yesOrNo(text, usual: .none)
        case .consultantAddress(let name):
            guard !text.isEmpty else { return .none }
            let address = try EmailAddress(text)
            try refuseOwn(NameAndAddress(checkedName: name, address: address))
            return .address(address)
        case .consultantGreeting: return text.isEmpty ? .none : .text(try Field.salutation.admit(text))
        default:
            let who = try NameAndAddress(text)
            try refuseOwn(who)
            return .person(who)
        }
    }
}

// MARK: - What was answered

extension NewInterviewDialogue {
    /// Whose interview it was, where an agency was named in its place.
    func employer(after answers: Answers<Question, Answer>) -> String? {
        employerQuestion(after: answers).first.flatMap { answers[$0] }?.text
    }

    /// The agency, where its name is known.
    package func agency(after answers: Answers<Question, Answer>) -> String? {
        guard employer(after: answers) != nil,
            case .employer(let agency, _)? = employerQuestion(after: answers).first
        else { return nil }
        return agency
    }

    /// Nobody on the panel is written to.
    package func isThroughAgency(after answers: Answers<Question, Answer>) -> Bool {
        isThroughAgency(beforeMember: .max, after: answers)
    }

    /// The same as far as it was known when somebody on the panel was named.
    func isThroughAgency(beforeMember index: Int, after answers: Answers<Question, Answer>) -> Bool {
        told.viaAgency
            || answers.all.contains { question, answer in
                switch (question, answer) {
                case (.employer, .text), (.asBefore, .yes): true
                case (.name(let one), .agency), (.isAgency(let one, _), .yes): one < index
                default: false
                }
            }
    }

    /// Whom to ask, and, where an agency stands between, alone to thank.
    func contact(after answers: Answers<Question, Answer>) -> NameAndAddress? {
        if let contact = told.contact ?? consultant(after: answers) { return contact }
        for (question, answer) in answers.all where answer == .yes {
            switch question {
            case .asBefore(let person): return NameAndAddress(recorded: person)
            case .isAgency(let index, _): return member(index, after: answers)
            default: continue
            }
        }
        return nil
    }

    /// Somebody on the panel was named before a number.
    package func isAnybodyNamed(before index: Int, in answers: Answers<Question, Answer>) -> Bool {
        (0..<index).contains { member($0, after: answers) != nil }
    }

    func contactRemark(after answers: Answers<Question, Answer>) -> Remark {
        guard told.contact == nil, let who = consultant(after: answers) else { return told.contactRemark }
        return told.remarks.about(who).amended(
            by: Remark(greeting: answers[.consultantGreeting(name: who.name)]?.text))
    }

    private func consultant(after answers: Answers<Question, Answer>) -> NameAndAddress? {
        guard case .person(let typed)? = answers[.consultant] else { return nil }
        let who = spelt(nil, typed, after: answers)
        guard who.address == nil, case .address(let address)? = answers[.consultantAddress(name: who.name)]
        else { return who }
        return NameAndAddress(checkedName: who.name, address: address)
    }

    /// Through whom the last interview for this role came.
    private func consultantBefore(after answers: Answers<Question, Answer>) -> Person? {
        guard let organisation = organisation(after: answers), let role = role(after: answers) else {
            return nil
        }
        return onRecord.recruitments.first { $0.isSame(organisation: organisation, role: role) }
            .flatMap { onRecord.consultants[$0.id] }
    }
}

extension Interview {
    /// The contact at the agency through which it came; nil where none stood between.
    var consultant: Person? {
        guard viaAgency, let contact, !contact.isForgotten else { return nil }
        return contact
    }
}
