import Mail

extension FailedRecipient {
    /// Understands what a mail system said of an address.
    /// - Parameters:
    ///   - status: of RFC 3463, or the three digits that some systems write in its place.
    ///   - words: of the server; where there are none, the text of the notice.
    init(address: String, alias: String?, status: String?, words: String?, text: String, phrases: Phrases) {
        let own = words ?? ""
        let code = Self.status(status, words: own, text: text)
        let spoken = Self.reason(in: own, phrases: phrases)
        let byCode = code.flatMap(Self.reason(of:))
        let reason = Self.choose(spoken, byCode) ?? Self.reason(in: text, phrases: phrases) ?? .unclear
        self.address = address
        self.alias = alias
        self.status = code
        self.reason = reason
        isPermanent = Self.isPermanent(reason, status: code)
        self.words = own.isEmpty ? nil : String(own.prefix(300))
    }

    /// What the server says in words is closer to the truth than `5.0.0` or a code that stands for many things;
    /// an exact code is closer than words.
    private static func choose(_ spoken: Reason?, _ byCode: Reason?) -> Reason? {
        switch byCode {
        case .unknownMailbox?, .full?, .tooLarge?: byCode
        default: spoken ?? byCode
        }
    }

    private static func reason(in text: String, phrases: Phrases) -> Reason? {
        let found = phrases.index.matches(in: NormalText(text.prefix(5_000)))
        let reasons = Phrases.Label.reasons.compactMap { label in found[label].map { (label, $0.offset) } }
        guard let first = reasons.min(by: { $0.1 < $1.1 }) else { return nil }
        return Reason(rawValue: first.0.rawValue)
    }

    /// RFC 3463 3.2 to 3.8, RFC 7372, RFC 7505.
    private static func reason(of status: String) -> Reason? {
        let parts = status.split(separator: ".")
        guard parts.count == 3 else { return nil }
        if parts[0] == "4", parts[1] == "4" { return .expired }
        switch (parts[1], parts[2]) {
        case ("1", "1"), ("1", "0"), ("1", "3"), ("1", "6"): return .unknownMailbox
        case ("1", "2"), ("1", "10"), ("4", "4"): return .unknownHost
        case ("2", "1"): return .disabled
        case ("2", "2"): return .full
        case ("2", "3"), ("3", "4"): return .tooLarge
        case ("4", "7"), ("4", "1"), ("4", "2"): return .expired
        case ("7", _): return .refused
        default: return nil
        }
    }

    /// A status that says nothing more than its class gives way to one that the words hold.
    private static func status(_ stated: String?, words: String, text: String) -> String? {
        let parts = (stated ?? "").split(separator: ".")
        if parts.count == 3, parts[1] != "0" { return stated }
        if let enhanced = ReplyCode.enhanced(in: words) { return enhanced }
        if parts.count == 3 { return stated }
        if let enhanced = ReplyCode.enhanced(in: text) { return enhanced }
        let code =
            stated.flatMap { $0.count == 3 ? $0 : nil } ?? ReplyCode.first(in: words)
            ?? ReplyCode.first(in: text)
        return code?.first.map { "\($0).0.0" }
    }

    /// A full mailbox, a refusal and a server that did not answer leave the address as it is.
    private static func isPermanent(_ reason: Reason, status: String?) -> Bool {
        switch reason {
        case .unknownMailbox, .unknownHost, .disabled: status?.hasPrefix("4") != true
        case .full, .tooLarge, .refused, .expired: false
        case .unclear: status?.hasPrefix("5") == true
        }
    }
}
