import Mail

/// Finds the address that failed in the words of a notice. Systems put it in their own place each, so that every
/// address is judged by what stands around it, and the best are taken.
struct NoticeAddresses {
    private struct Candidate {
        let address: String
        let rank: Int
    }

    private let phrases: Phrases
    /// The writer of the notice and whoever sent the message: not those who did not get it.
    private let bystanders: Set<String>

    init(_ mail: IncomingMail, phrases: Phrases) {
        self.phrases = phrases
        let headers = mail.headers
        let writers = headers.from + headers.replyTo + headers.sender + mail.enclosed.prefix(1).flatMap(\.from)
        bystanders = Set((writers + headers.to).map(\.address))
    }

    /// The most lines that are looked at.
    static let most = 600

    /// Who did not get it, in the order of the notice.
    func failed(in text: String) -> [String] {
        var candidates: [Candidate] = []
        var label = ""
        for line in text.split(separator: "\n").prefix(Self.most) {
            let found = Self.addresses(in: line.prefix(1_000))
            for (address, before, behind) in found where Self.canFail(address) {
                let rank = rank(of: address, before: label + before, behind: behind)
                if rank > 0 { candidates.append(Candidate(address: address, rank: rank)) }
            }
            // A label may stand alone on the line above: "The following address failed:".
            label = found.isEmpty && line.count < 200 ? String(line) + "\n" : ""
        }
        return best(of: candidates)
    }

    private func best(of candidates: [Candidate]) -> [String] {
        let others = candidates.filter { !bystanders.contains($0.address) }
        let pool = others.isEmpty ? candidates : others
        guard let top = pool.map(\.rank).max() else { return [] }
        let chosen = top >= 5 ? pool.filter { $0.rank >= 5 } : pool.filter { $0.rank == top }.prefix(1).map { $0 }
        var seen: Set<String> = []
        return chosen.map(\.address).filter { seen.insert($0).inserted }
    }

    /// 0 for an address that stands for somebody else.
    private func rank(of address: String, before: String, behind: Substring) -> Int {
        let ownLine = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let lead = ownLine.lowercased().filter { !" <>\"'*-[(\t|=".contains($0) }
        if Self.others.contains(where: lead.hasPrefix) { return 0 }
        if lead.contains("rcptto:") || lead.hasSuffix("rfc822;") { return 8 }
        let near = phrases.index.matches(in: NormalText(before.suffix(200)))
        if near[.recipient] != nil { return 7 }
        if lead.isEmpty {
            let next = behind.drop { $0 == ">" || $0 == "\"" || $0 == " " }.first
            return next == nil || next == ":" ? 6 : 5
        }
        let around = phrases.index.matches(in: NormalText(ownLine + " " + behind))
        return Phrases.Label.reasons.contains { around[$0] != nil } || around[.bounce] != nil ? 5 : 2
    }

    private static func canFail(_ address: String) -> Bool {
        !MailSystem.isLocalPart(String(address.prefix { $0 != "@" })) && address.utf8.count <= 254
    }

    /// What begins a line that names somebody else.
    private static let others = [
        "message-id", "messageid", "references", "in-reply-to", "inreplyto", "from:", "return-path", "returnpath", "mailfrom", "sender:",
        "envelope-from", "originalsender", "reply-to", "replyto", "cc:", "from", "contact", "von:", "de:", "x-",
        "errors-to", "received:", "envelopesender", "help", "support",
    ]

    /// Each address of a line, with what stands before and behind it.
    static func addresses(in line: Substring) -> [(address: String, before: Substring, behind: Substring)] {
        line.matches(of: /[A-Za-z0-9._%+=&'\/!#$~^-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])/).prefix(20).map {
            let address = $0.output.lowercased().drop { "'=./".contains($0) }
            return (String(address), line[..<$0.range.lowerBound], line[$0.range.upperBound...])
        }
    }
}
