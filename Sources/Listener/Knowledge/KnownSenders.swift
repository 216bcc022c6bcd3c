import Etiquette
import Foundation
import Ledger
import Mail
import Text

/// What the ledger knows of those who may write, as the listener needs it.
package struct KnownSenders: Sendable {
    /// Each once, in any order.
    package let sent: [Departure]
    /// Open and ended ones; nothing from before the first interview of each answers anything.
    package let circles: [RecruitmentPeople]
    /// The user's addresses: mail from there is the user's own.
    package let own: [EmailAddress]
}

/// The same, made ready to be asked about thousands of mails.
struct SenderIndex: Sendable {
    struct Member: Sendable {
        let person: Person.ID
        let recruitments: [Recruitment.ID]
    }

    /// What stands in a mail, and of whom or what it is the name.
    struct Named: Sendable {
        let name: String
        /// Where it is a person's.
        let person: Person.ID?
        let recruitments: [Recruitment.ID]
    }

    private enum Bearer: Hashable, Sendable {
        case person(Person.ID)
        case recruitment(Recruitment.ID)
    }

    private let messages: [String: Departure]
    private let members: [String: Member]
    /// The user's mailboxes, each under one spelling.
    private let own: Set<String>
    /// Of open recruitments only, by registered domain.
    private let domains: [String: [Recruitment.ID]]
    /// The roles of all recruitments, by the places of these, the open ones first.
    private let roles: PhraseIndex<Int>
    private let recruitments: [Recruitment]
    /// Organisations, roles and people of open recruitments.
    private let names: PhraseIndex<Bearer>
    /// Open recruitments, with those who belong to each.
    private let open: [RecruitmentPeople]
    private let byRecipient: [String: [Departure]]
    private let hosts: Hosts

    init(_ known: KnownSenders, hosts: Hosts) {
        self.hosts = hosts
        own = Set(known.own.map(\.mailbox))
        messages = Dictionary(
            known.sent.flatMap { sent in sent.messageIDs.map { (MessageID.key($0), sent) } },
            uniquingKeysWith: { first, _ in first })
        byRecipient = Dictionary(grouping: known.sent) { $0.recipient.address?.key ?? "" }
        // Open recruitments first: of several, the open one is the one that an answer is about.
        let ordered =
            known.circles.filter { $0.recruitment.standing == .open }
            + known.circles.filter { $0.recruitment.standing != .open }
        members = Self.members(ordered)
        open = ordered.filter { $0.recruitment.standing == .open }
        domains = Self.domains(open, hosts: hosts, own: own)
        recruitments = ordered.map(\.recruitment)
        roles = PhraseIndex(recruitments.enumerated().map { ($0.offset, [$0.element.role]) })
        names = PhraseIndex(
            open.map { (.recruitment($0.recruitment.id), $0.recruitment.names) }
                + open.flatMap(\.people).map { (.person($0.id), $0.names) })
    }

    func isOwn(_ address: String) -> Bool { own.contains(EmailAddress.mailbox(of: address)) }

    func sent(as id: String) -> Departure? { messages[MessageID.key(id)] }

    func member(_ address: String) -> Member? { members[address] }

    func sent(to address: String) -> [Departure] { byRecipient[address] ?? [] }

    /// The open recruitments whose people write from that domain, or from one of the same owner.
    func recruitments(atDomain domain: String) -> [Recruitment.ID] { domains[hosts.registered(domain)] ?? [] }

    func isTrackingSystem(_ domain: String) -> Bool { hosts.isTrackingSystem(domain) }

    /// What of the open recruitments a sender's name or a subject names: a person whose name the sender bears, else the
    /// organisation or the role in either.
    func named(by sender: String, in subject: String) -> Named? {
        let found = names.matches(in: NormalText(subject + " | " + sender))
        let senders = names.matches(in: NormalText(sender))
        let recruitments = open.map(\.recruitment.id).filter { found[.recruitment($0)] != nil }
        let people = open.flatMap(\.people).map(\.id).filter { senders[.person($0)] != nil }
        if let person = people.first, let match = senders[.person(person)] {
            let theirs = open.filter { $0.people.contains { $0.id == person } }.map(\.recruitment.id)
            return Named(name: match.phrase, person: person, recruitments: recruitments + theirs)
        }
        guard let first = recruitments.first, let match = found[.recruitment(first)] else { return nil }
        return Named(name: match.phrase, person: nil, recruitments: recruitments)
    }

    func isOpen(_ id: Recruitment.ID) -> Bool { open.contains { $0.recruitment.id == id } }

    /// The recruitments whose role stands in a text; of "Data Analyst" in "Senior Data Analyst" the longer one.
    func recruitments(withRoleIn text: NormalText) -> [Recruitment.ID] {
        let found = roles.matches(in: text)
        let named = recruitments.indices.filter { found[$0] != nil }
            .map { (id: recruitments[$0].id, role: NormalText(recruitments[$0].role)) }
        return named.filter { one in
            !named.contains { $0.role.bytes.count > one.role.bytes.count && $0.role.holds(one.role) }
        }.map(\.id)
    }

    private static func members(_ circles: [RecruitmentPeople]) -> [String: Member] {
        var members: [String: Member] = [:]
        for circle in circles {
            for person in circle.people {
                // From where nobody reads a system writes, perhaps for many.
                guard let address = person.address?.key,
                    !IncomingAddress.isUnread(address.prefix { $0 != "@" })
                else { continue }
                let known = members[address]
                let recruitments = (known?.recruitments ?? []).filter { $0 != circle.recruitment.id }
                members[address] = Member(
                    person: known?.person ?? person.id, recruitments: recruitments + [circle.recruitment.id])
            }
        }
        return members
    }

    private static func domains(
        _ circles: [RecruitmentPeople], hosts: Hosts, own: Set<String>
    ) -> [String: [Recruitment.ID]] {
        let ownDomains = Set(
            own.compactMap { $0.split(separator: "@").last.map { hosts.registered(String($0)) } })
        var domains: [String: [Recruitment.ID]] = [:]
        for circle in circles {
            for person in circle.people {
                guard let domain = person.address?.domain, !hosts.isPublicMail(domain),
                    !hosts.isTrackingSystem(domain)
                else { continue }
                let registered = hosts.registered(domain)
                // Who is interviewed by colleagues of today gets mail from there all day.
                guard !ownDomains.contains(registered) else { continue }
                if domains[registered]?.contains(circle.recruitment.id) != true {
                    domains[registered, default: []].append(circle.recruitment.id)
                }
            }
        }
        return domains
    }
}
