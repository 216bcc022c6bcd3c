import Mail

/// Where the mail of an address is, as far as it can be found out.
package enum MailService: Equatable, Sendable {
    /// A known provider, by the domain of the address or by the mail exchangers of that domain.
    case provider(MailProvider)
    /// Servers that the domain itself names by SRV records (RFC 6186, RFC 8314): URLs of the configuration.
    case servers(smtp: String, imap: String?)
    case unknown

    /// Looks into the table, and else asks the name servers: for the mail exchangers, since the addresses of most companies
    /// and universities lie with a large provider, then for SRV records.
    package static func find(address: String, records: DomainRecords) -> MailService {
        if let provider = MailProviders.of(address: address) { return .provider(provider) }
        guard let at = address.lastIndex(of: "@") else { return .unknown }
        let domain = String(address[address.index(after: at)...])
        if let provider = MailProviders.of(exchangers: records.exchangers(of: domain)) {
            return .provider(provider)
        }
        guard
            let smtp = url("smtps", records.place(of: .submissions, at: domain))
                ?? url("smtp", records.place(of: .submission, at: domain))
        else { return .unknown }
        let imap =
            url("imaps", records.place(of: .imaps, at: domain))
            ?? url("imap", records.place(of: .imap, at: domain))
        return .servers(smtp: smtp, imap: imap)
    }

    private static func url(_ scheme: String, _ place: DomainRecords.Place?) -> String? {
        place.map { "\(scheme)://\($0.host):\($0.port)" }
    }
}
