import Etiquette

/// What a server has to look for, so that every mail that can matter is found by search and only those are fetched
/// (RFC 9051 6.4.4). Each group is to be joined by OR; a search finds substrings, so that more may be found than
/// matters, never less.
package struct SearchTerms: Equatable, Sendable {
    /// To be found in From.
    package let from: [String]
    /// To be found in Reply-To.
    package let replyTo: [String]
    /// Message-IDs, without angle brackets, to be found in In-Reply-To, References or anywhere in the text.
    package let messageIDs: [String]
    /// To be found in From: the names that mail systems write under.
    package let mailSystems: [String]
    /// To be found in Return-Path: what only notices bear.
    package let returnPaths: [String]
    /// A word of the name of everybody in open recruitments, to be found in From: applicant tracking systems write under
    /// people's names.
    package let people: [String]
    /// Organisations and roles of open recruitments, to be found in the subject or in From: applicant tracking systems
    /// count only if they name one. That is asked alone, since to look for every host of such a system in every mail
    /// costs a server more than all else.
    package let names: [String]
}

extension KnownSenders {
    /// What a search has to look for.
    package func searchTerms(phrases: MailPhrases) -> SearchTerms {
        let hosts = phrases.hosts
        var addresses: Set<String> = []
        var domains: Set<String> = []
        for circle in circles {
            for address in circle.people.compactMap(\.address) {
                let isAnybodys = hosts.isPublicMail(address.domain) || hosts.isTrackingSystem(address.domain)
                if isAnybodys || circle.recruitment.standing != .open {
                    addresses.insert(address.key)
                } else {
                    domains.insert(hosts.registered(address.domain))
                }
            }
        }
        // Who writes from a domain that is looked for is found by it.
        let rest = addresses.filter { address in !domains.contains { address.hasSuffix("@" + $0) } }
        let open = circles.filter { $0.recruitment.standing == .open }
        return SearchTerms(
            from: domains.sorted() + rest.sorted(), replyTo: domains.sorted() + rest.sorted(),
            messageIDs: sent.flatMap(\.messageIDs),
            mailSystems: [
                "mailer-daemon", "postmaster", "mail delivery", "mdaemon", "administrator",
                "microsoftexchange",
            ],
            // RFC 5321 4.5.5. Each further header that a server has to look at costs it as much as ten more names.
            returnPaths: ["<>", "mailer-daemon"],
            people: Set(open.flatMap(\.people).compactMap(\.sought)).sorted(),
            names: open.flatMap(\.recruitment.names).reduce(into: []) {
                if !$0.contains($1) { $0.append($1) }
            })
    }
}

extension Recruitment {
    /// What a mail about it names; two letters are a part of too much.
    var names: [String] { [organisation, role].filter { $0.utf8.count >= 3 } }
}

extension Person {
    /// How the From of a mail may name them: in the order of the name, and in that of lists. A single word names many.
    var names: [String] {
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last else { return [] }
        return [name, "\(last), \(words.dropLast().joined(separator: " "))"]
    }

    /// The word that each of these holds, to be searched for: the longest of plain letters, since each other one costs a
    /// question of its own on its way to some servers.
    fileprivate var sought: String? {
        guard !names.isEmpty else { return nil }
        let words = name.split(separator: " ").map(String.init)
        let plain = words.filter { $0.utf8.count >= 4 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
        return (plain.isEmpty ? words : plain).max { $0.utf8.count < $1.utf8.count }
    }
}
