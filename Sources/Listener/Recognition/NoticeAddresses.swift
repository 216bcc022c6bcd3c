import Mail
import Text

/// Finds the address that failed in the words of a notice. Systems put it in their own place each, so that every
/// address is judged by what stands around it, and the best are taken.
struct NoticeAddresses {
    private struct Candidate {
        let address: String
        let rank: Int
    }

    private let phrases: MailPhrases
    /// Whoever sent the message, and gets the notice.
    let sender: Set<String>
    /// They and the writer of the notice: not those who did not get it.
    private let bystanders: Set<String>

    init(_ mail: IncomingMail, phrases: MailPhrases) {
        self.phrases = phrases
        let headers = mail.headers
        sender = Set((headers.to + mail.enclosed.prefix(1).flatMap(\.from)).map(\.address))
        bystanders = sender.union((headers.from + headers.replyTo + headers.sender).map(\.address))
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

    /// The addresses that others were made of, on a list or by an alias: `(expanded from: <jane@example.org>)`. Each
    /// with the address that it stands behind, which is empty where it stands alone.
    func origins(in text: String) -> [(failed: String, origin: String)] {
        var origins: [(String, String)] = []
        var failed = ""
        for line in text.split(separator: "\n").prefix(Self.most) {
            for (address, before, _) in Self.addresses(in: line.prefix(1_000)) where Self.canFail(address) {
                if Self.namesOrigin(before) {
                    origins.append((failed, address))
                } else if !bystanders.contains(address) {
                    failed = address
                }
            }
        }
        return origins
    }

    /// As sendmail and Postfix, Exim, and those that forward have it.
    private static func namesOrigin(_ before: Substring) -> Bool {
        let lead = before.lowercased().filter { !" <>\"':".contains($0) }
        return ["expandedfrom", "generatedfrom", "generatedby", "forwardedfrom", "forwardedby", "aliasof"]
            .contains(where: lead.hasSuffix)
    }

    private func best(of candidates: [Candidate]) -> [String] {
        let others = candidates.filter { !bystanders.contains($0.address) }
        let pool = others.isEmpty ? candidates : others
        guard let top = pool.map(\.rank).max() else { return [] }
        let chosen =
            top >= 5 ? pool.filter { $0.rank >= 5 } : pool.filter { $0.rank == top }.prefix(1).map { $0 }
        var seen: Set<String> = []
        return chosen.map(\.address).filter { seen.insert($0).inserted }
    }

    /// 0 for an address that stands for somebody else.
    private func rank(of address: String, before: String, behind: Substring) -> Int {
        let ownLine = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let lead = ownLine.lowercased().filter { !" <>\"'*-[(\t|=".contains($0) }
        if Self.others.contains(where: lead.hasPrefix) { return 0 }
        if lead.contains("rcptto:") || lead.hasSuffix("rfc822;") { return 8 }
        if Self.namesOrigin(ownLine) { return 1 }
        let near = phrases.index.matches(in: NormalText(before.suffix(200)))
        if near[.recipient] != nil { return 7 }
        if lead.isEmpty {
            let next = behind.drop { $0 == ">" || $0 == "\"" || $0 == " " }.first
            return next == nil || next == ":" ? 6 : 5
        }
        let around = phrases.index.matches(in: NormalText(ownLine + " " + behind))
        return MailPhrases.Label.hints.contains { around[$0] != nil } || around[.bounce] != nil ? 5 : 2
    }

    private static func canFail(_ address: String) -> Bool {
        !MailSystem.isLocalPart(String(address.prefix { $0 != "@" })) && address.utf8.count <= 254
    }

    /// What begins a line that names somebody else.
    private static let others = [
        "message-id", "messageid", "references", "in-reply-to", "inreplyto", "from:", "return-path",
        "returnpath", "mailfrom", "sender:", "envelope-from", "originalsender", "reply-to", "replyto", "cc:",
        "from", "contact", "von:", "de:", "x-", "errors-to", "received:", "envelopesender", "help", "support",
    ]

    /// Each address of a line in lower case, with what stands before and behind it.
    static func addresses(in line: Substring) -> [(address: String, before: Substring, behind: Substring)] {
        guard line.utf8.contains(UInt8(ascii: "@")) else { return [] }
        let bytes = Array(line.utf8)
        var found: [(String, Substring, Substring)] = []
        for at in bytes.indices where bytes[at] == UInt8(ascii: "@") && found.count < 20 {
            var start = at
            while start > 0, at - start < 64, isLocal(bytes[start - 1]) { start -= 1 }
            while start < at, "'=./".utf8.contains(bytes[start]) { start += 1 }
            var end = at + 1
            while end < bytes.count, end - at < 200, isDomain(bytes[end]) { end += 1 }
            while end > at + 1, !isDomain(bytes[end - 1]) || bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D
            { end -= 1 }
            guard start < at, end > at + 1 else { continue }
            let first = line.utf8.index(line.startIndex, offsetBy: start)
            let last = line.utf8.index(line.startIndex, offsetBy: end)
            found.append((line[first..<last].lowercased(), line[..<first], line[last...]))
        }
        return found
    }

    /// What the local parts of real addresses are made of.
    private static func isLocal(_ byte: UInt8) -> Bool {
        isDomain(byte) || "_%+=&'/!#$~^".utf8.contains(byte)
    }

    /// ASCII alone: in some scripts no space parts an address from the words around it.
    private static func isDomain(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "-.".utf8.contains(byte)
    }
}
