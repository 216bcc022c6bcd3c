import Etiquette
import Foundation
import Ledger
import Mail
import Text

extension MailFact {
    /// A fact as it is kept; nil for what nobody needs to hear of.
    ///
    /// - Parameter received: when the mail came into the mailbox.
    init?(
        _ fact: Fact, in found: IncomingMail, received: Date?, at now: Date, _ suggestions: Suggestions
    ) {
        self.init(
            mail: Mail(found.headers, received: received, at: now), meaning: .possibleReply,
            recruitments: fact.recruitments, person: fact.person, message: fact.message,
            evidence: fact.evidence.map(\.kept))
        switch fact.meaning {
        case .nothing: return nil
        case .reply: meaning = .reply
        case .possibleReply: meaning = .possibleReply
        case .automaticAnswer(let answer):
            // News for everybody that nobody of the recruitment sent.
            if answer.sort == .list, fact.person == nil, fact.message == nil { return nil }
            meaning = answer.sort == .challenge ? .challenge : .automatic
            sort = answer.sort.rawValue
            returns = answer.returns?.day
            words =
                answer.sort == .left ? found.beginning : answer.returns?.sentence.shortened(to: 400)
        case .bounce(let bounce): take(bounce, naming: fact.returnedID)
        }
        if meaning == .reply || meaning == .possibleReply {
            self.suggestions = suggestions.find(in: found.newText).map {
                Suggestion(kind: $0.kind.rawValue, sentence: $0.sentence.inOneLine)
            }
        }
        if meaning == .possibleReply { words = found.beginning }
    }

    private mutating func take(_ bounce: Bounce, naming returned: String?) {
        meaning = .bounce
        guard let recipient = bounce.recipients.first(where: \.isPermanent) ?? bounce.recipients.first else {
            return
        }
        sort = recipient.reason.rawValue
        words = recipient.words?.shortened(to: 400)
        failure = Failure(
            address: recipient.address, reason: recipient.reason.rawValue, isPermanent: recipient.isPermanent,
            words: words, returnedID: returned)
    }
}

extension Fact {
    /// The Message-ID of ours that a notice names.
    fileprivate var returnedID: String? {
        evidence.lazy.compactMap { if case .returnedMessageID(let id) = $0 { id } else { nil } }.first
    }
}

extension MailFact.Mail {
    /// Days between the date that a mail bears and its arrival that are still believed.
    private static let plausible = 10.0

    init(_ headers: IncomingHeaders, received: Date?, at now: Date) {
        self.init(
            key: headers.key, time: min(now, Self.time(headers.date, received) ?? now),
            fromName: (headers.from.first?.name ?? "").shortened(to: 200),
            fromAddress: (headers.from.first?.address ?? "").shortened(to: 320),
            subject: headers.subject.shortened(to: 200), messageID: headers.messageID.flatMap(Self.nameable),
            thread: Self.thread(headers.references.compactMap(Self.nameable)))
    }

    /// When it was written; when it came, where the writer's clock is wrong.
    private static func time(_ written: Date?, _ received: Date?) -> Date? {
        guard let written, let received else { return written ?? received }
        return abs(received.timeIntervalSince(written)) <= plausible * 86_400 ? written : received
    }

    /// A Message-ID that may stand in a header of ours.
    private static func nameable(_ id: String) -> String? {
        let isFit = id.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }
        return isFit && id.contains("@") && id.utf8.count <= 200 ? id : nil
    }

    /// The first and the last few, which are what readers go by (RFC 5322 3.6.4 has no limit, lines have).
    private static func thread(_ ids: [String]) -> [String] {
        ids.count <= 8 ? ids : Array(ids.prefix(1)) + ids.suffix(7)
    }
}

extension IncomingMail {
    /// What it begins with, fit to be shown; nil where it says nothing new.
    fileprivate var beginning: String? {
        let text = newText.prefix(2_000).singleSpaced
        return text.isEmpty ? nil : text.shortened(to: 400)
    }
}

extension FactEvidence {
    /// As a word and a text, to be kept.
    var kept: MailFact.Evidence {
        let (code, text): (String, String) =
            switch self {
            case .answersMessageID(let id): ("answers-message-id", id)
            case .address(let address): ("address", address)
            case .replyTo(let address): ("reply-to", address)
            case .domain(let domain): ("domain", domain)
            case .trackingSystem(let domain): ("tracking-system", domain)
            case .named(let name): ("named", name)
            case .unknownSender(let address): ("unknown-sender", address)
            case .doubtfulSender: ("doubtful-sender", "")
            case .deliveryReport: ("delivery-report", "")
            case .header(let name): ("header", name)
            case .subject(let phrase): ("subject", phrase)
            case .phrase(let phrase): ("phrase", phrase)
            case .returnedMessageID(let id): ("returned-message-id", id)
            case .returnedTo(let address): ("returned-to", address)
            }
        return MailFact.Evidence(code: code, text: text.inOneLine.shortened(to: 300))
    }
}

extension String {
    fileprivate var inOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

    fileprivate func shortened(to length: Int) -> String { String(prefix(length)) }
}
