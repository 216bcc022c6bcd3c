import Setup

extension ConfigurationProblem.Allowed {
    /// What may stand there, to follow "allowed:".
    package var words: String {
        switch self {
        case .name: "your name, as you sign it, such as Ada Example"
        case .address: "one email address, such as ada@example.org"
        case .zone: "an IANA time zone, such as Europe/London"
        case .postalAddress: "an address of at most six lines, a comma after each"
        case .hours:
            "two times as HH:MM-HH:MM, the first earlier, such as 08:00-19:00 (00:00-24:00 for any hour)"
        case .day: "a date as YYYY-MM-DD, such as 2026-12-25, with '#' before any comment"
        case .path: "the path of a file, absolute, from ~/ or from the folder of the configuration"
        case .text: "one line of text"
        case .command: "a command that prints the password, such as secret-tool lookup service afterword"
        case .language: "a language tag such as en-GB"
        case .folders: "the names of folders with commas between them, such as INBOX, Archive"
        case .notifyCommand:
            "a command that reads one line on its standard input, such as logger -t afterword"
        case .holidays: "a country or part of one such as GB-ENG, the path of a file, or none"
        case .regions(let known):
            "\(known.joined(separator: ", ")); for any other, name a file with a date a line"
        case .words(let words): words.joined(separator: ", ")
        case .server(let schemes, let files): Self.server(schemes, files: files)
        case .span(let orNone):
            "a time such as 90m, 24h or 14d, " + (orNone ? "at most 3650d" : "more than none")
        case .seconds(let range): Self.seconds(range)
        case .count(let range, let orOff):
            "a whole number from \(range.lowerBound) to \(range.upperBound)" + (orOff ? ", or off" : "")
        }
    }

    private static func server(_ schemes: [String], files: Bool) -> String {
        let servers = schemes.map { "\($0)://HOST:PORT" } + (files ? ["maildir:PATH", "mbox:PATH"] : [])
        return servers.joined(separator: " or ")
    }

    private static func seconds(_ range: ClosedRange<Int>) -> String {
        "a time in s, m or h from \(range.lowerBound)s to \(range.upperBound / 60)m, such as "
            + (range.contains(20) ? "20s" : "5m")
    }
}

extension ServerURL.Fault {
    /// To follow the value that was found.
    package var words: String {
        switch self {
        case .noScheme(let allowed):
            "which has no '://'; allowed: \(Self.list(allowed)); write the kind of connection before the name"
        case .otherScheme(let scheme, let allowed):
            "which begins with \(scheme)://; allowed: \(Self.list(allowed)); correct it"
        case .userInfo:
            "which names a user before an '@'; allowed: host and port alone; "
                + "write the name under 'user', and the password nowhere in this file"
        case .pathOrQuery: "which goes on after the port; allowed: host and port alone; remove the rest"
        case .host:
            "whose host is neither a name in ASCII nor an address; allowed: mail.example.org, 192.0.2.1 or "
                + "[2001:db8::1]; correct it"
        case .port: "whose port is impossible; allowed: a number from 1 to 65535; correct it"
        }
    }

    private static func list(_ schemes: [String]) -> String {
        schemes.map { "\($0)://HOST:PORT" }.joined(separator: " or ")
    }
}
