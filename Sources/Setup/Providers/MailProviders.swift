import Foundation

/// The table of the providers that are known.
package enum MailProviders {
    /// In the order of the file: the first that fits counts.
    package static let all = read(String(decoding: PackageResources.providers_txt, as: UTF8.self))

    /// The provider of an address, by its domain; nil for any other, which may well be hosted by one of them.
    package static func of(address: String) -> MailProvider? {
        guard let at = address.lastIndex(of: "@") else { return nil }
        let domain = address[address.index(after: at)...].lowercased()
        return all.first { $0.has(domain: domain) }
    }

    /// The provider that runs a server, whatever the domain of the address; nil for any other.
    package static func of(host: String) -> MailProvider? {
        let host = host.lowercased()
        if let exact = all.first(where: { $0.hosts.contains(host) }) { return exact }
        return all.first { provider in
            provider.hosts.contains { own in
                guard let dot = own.firstIndex(of: "."), own[own.index(after: dot)...].contains(".") else {
                    return false
                }
                return host.hasSuffix(own[dot...])
            }
        }
    }

    /// The provider that takes the mail of a domain, by its mail exchangers; nil for any other.
    package static func of(exchangers: [String]) -> MailProvider? {
        for exchanger in exchangers {
            if let provider = all.first(where: { $0.has(exchanger: exchanger) }) { return provider }
        }
        return nil
    }

    /// By its name in the table.
    package static func named(_ name: String) -> MailProvider? { all.first { $0.name == name } }

    /// The blocks of the file; one that can't be read is left out, which a test refuses.
    static func read(_ text: String) -> [MailProvider] {
        text.split(separator: "\n\n").compactMap(provider)
    }

    private static func provider(_ block: Substring) -> MailProvider? {
        var fields: [Substring: String] = [:]
        for line in block.split(separator: "\n") where !line.hasPrefix("#") {
            let (key, value) = pair(line)
            if key != "source" { fields[key] = value }
        }
        guard let name = fields["provider"], let login = fields["login"].flatMap(login) else { return nil }
        return MailProvider(
            name: name, login: login, smtp: fields["smtp"], imap: fields["imap"],
            switchOn: fields["switch-on"], takesLocalPart: fields["user"] == "local",
            domains: words(fields["domains"]), exchangers: words(fields["mx"]))
    }

    private static func pair(_ line: Substring) -> (key: Substring, value: String) {
        let key = line.prefix { $0 != " " }
        return (key, line.dropFirst(key.count).trimmingCharacters(in: .whitespaces))
    }

    private static func words(_ text: String?) -> [String] {
        (text ?? "").split(separator: " ").map(String.init)
    }

    /// `app "name" page`, `bridge page`, or one word.
    private static func login(_ text: String) -> MailProvider.Login? {
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        if parts.count == 3, parts[0] == "app" { return .app(name: parts[1], page: parts[2]) }
        let (kind, page) = pair(Substring(text))
        return switch kind {
        case "ordinary": .ordinary
        case "token": .token
        case "organisation": .organisation
        case "bridge" where !page.isEmpty: .bridge(page: page)
        case "none": MailProvider.Login.none
        default: nil
        }
    }
}
