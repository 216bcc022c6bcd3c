import Etiquette
import Ledger
import Mail
import Text

/// What ties a mail to what was sent, in the order in which it counts: it answers a message, it comes from a person,
/// it comes from the organisation.
struct Relation {
    let message: Message.ID?
    let person: Person.ID?
    let recruitments: [Recruitment.ID]
    let evidence: [FactEvidence]
    /// The sender belongs to the recruitment, as far as a From header can say so.
    let isCertain: Bool
    let nearness: Nearness

    var isAny: Bool { !evidence.isEmpty }

    init(of headers: IncomingHeaders, from sender: IncomingAddress, in register: SenderIndex) {
        var evidence: [FactEvidence] = []
        var recruitments: [Recruitment.ID] = []
        let answered = Self.answered(by: headers, in: register)
        if let (id, sent) = answered {
            evidence.append(.answersMessageID(id))
            recruitments.append(sent.recruitment)
        }
        let member = register.member(sender.address)
        if let member {
            evidence.append(.address(sender.address))
            recruitments += member.recruitments
        }
        let behind = member == nil ? headers.replyTo.first.flatMap { register.member($0.address) } : nil
        if let behind {
            evidence.append(.replyTo(headers.replyTo.first?.address ?? ""))
            recruitments += behind.recruitments
        }
        let application = register.recruitments(atDomain: sender.domain)
        if !application.isEmpty {
            if member == nil { evidence.append(.domain(sender.domain)) }
            recruitments += application
        }
        let named = member == nil && application.isEmpty ? Self.named(headers, by: sender, in: register) : nil
        if let named, answered == nil {
            evidence += [.trackingSystem(sender.domain), .named(named.name)]
            recruitments += named.recruitments
        }
        let isKnown =
            member != nil
            || (answered != nil && answered.map { application.contains($0.1.recruitment) } == true)
        if answered != nil, !isKnown, behind == nil { evidence.append(.unknownSender(sender.address)) }
        if headers.isSenderDoubtful { evidence.append(.doubtfulSender) }
        self.message = answered?.1.message
        self.person = member?.person ?? behind?.person ?? (answered == nil ? named?.person : nil)
        self.recruitments = Self.decided(
            among: recruitments.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            by: member ?? behind, headers.subject, answered?.1.recruitment, in: register)
        self.evidence = evidence == [.doubtfulSender] ? [] : evidence
        isCertain = isKnown && !headers.isSenderDoubtful
        nearness =
            if member != nil {
                .person
            } else if answered != nil || behind != nil {
                .thread
            } else { named == nil ? .application : .trackingSystem }
    }

    /// Of several recruitments at one place: the exact address decides, then the role in the subject, then the thread.
    /// What has ended is not asked about beside what has not.
    private static func decided(
        among recruitments: [Recruitment.ID], by member: SenderIndex.Member?, _ subject: String,
        _ thread: Recruitment.ID?, in register: SenderIndex
    ) -> [Recruitment.ID] {
        var left = recruitments
        func keep(_ some: [Recruitment.ID]) {
            let both = left.filter(some.contains)
            if !both.isEmpty { left = both }
        }
        guard left.count > 1 else { return left }
        // Who is known from what has ended may well write about what has not.
        if let open = member?.recruitments.filter(register.isOpen), !open.isEmpty {
            keep(open + [thread].compactMap(\.self).filter { member?.recruitments.contains($0) == true })
        }
        if left.count > 1 { keep(register.recruitments(withRoleIn: NormalText(subject))) }
        if left.count > 1, let thread { keep([thread]) }
        if left.count > 1 { keep(left.filter(register.isOpen)) }
        return left
    }

    /// The message of ours that it answers: the one named last is the nearest.
    private static func answered(
        by headers: IncomingHeaders, in register: SenderIndex
    ) -> (String, Departure)? {
        for id in headers.inReplyTo + headers.references.reversed() {
            if let sent = register.sent(as: id) { return (id, sent) }
        }
        return nil
    }

    /// The system of an employer writes for many: the organisation, the role or a person has to be named where one
    /// looks first.
    private static func named(
        _ headers: IncomingHeaders, by sender: IncomingAddress, in register: SenderIndex
    ) -> SenderIndex.Named? {
        guard register.isTrackingSystem(sender.domain) else { return nil }
        return register.named(by: sender.name, in: headers.subject)
    }
}
