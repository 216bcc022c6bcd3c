import Foundation

/// Signs that an organisation is a recruitment agency, in its name and in its mail domain. A sign is no proof: somebody is
/// asked. The names are of agencies that are large in Britain, Ireland, North America or Germany.
package enum AgencyWords {
    /// Whether an organisation's name looks like an agency's: `Northgate Recruitment Ltd`, `Hays`.
    package static func areIn(organisation name: String) -> Bool {
        let words = self.words(of: name)
        guard !words.isEmpty else { return false }
        let text = words.joined(separator: " ")
        let isOne = words.contains(where: telling.contains) || phrases.contains { holds(text, $0) }
        return isOne || firms.contains { text == $0 || text.hasPrefix($0 + " ") }
            || shortFirms.contains(words.filter { !legal.contains($0) }.joined(separator: " "))
    }

    /// The same of the domain of an address: `hays.com`, `northgate-recruitment.co.uk`. The employer's own `recruitment.`
    /// before its domain is none.
    package static func areIn(domain: String) -> Bool {
        let labels = domain.lowercased().split(separator: ".").dropLast()
        guard let label = labels.last(where: { $0.count > 3 }) else { return false }
        let joined = label.filter(\.isLetter)
        return parts.contains { joined.contains($0) }
            || (firms + shortFirms).contains { $0.filter(\.isLetter) == joined }
    }

    /// `City Library via Hays`: the employer, and the agency in between.
    package static func referral(in text: String) -> (employer: String, agency: String)? {
        for link in [" via ", " through ", "(via ", "(through "] {
            guard let place = text.range(of: link, options: .caseInsensitive) else { continue }
            let blanks = CharacterSet(charactersIn: " ,;()[]–-")
            let employer = text[..<place.lowerBound].trimmingCharacters(in: blanks)
            let agency = text[place.upperBound...].trimmingCharacters(in: blanks)
            if !employer.isEmpty, areIn(organisation: agency) { return (employer, agency) }
        }
        return nil
    }

    /// Whether a text says, where a name is asked for, that there is an agency.
    package static func isMeant(by text: String) -> Bool {
        let words = self.words(of: text).filter { !["an", "a", "the", "via", "through", "my"].contains($0) }
        return ["agency", "recruitment agency", "recruiter", "employment agency"].contains(
            words.joined(separator: " "))
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    private static func holds(_ text: String, _ phrase: String) -> Bool {
        " \(text) ".contains(" \(phrase) ")
    }

    private static let telling: Set<String> = [
        "headhunters", "headhunting", "personalberatung", "personalvermittlung", "recruiter", "recruiters",
        "recruiting", "recruitment", "resourcing", "staffing", "zeitarbeit",
    ]
    private static let phrases = [
        "employment agency", "executive search", "search and selection", "search selection",
        "talent partners", "talent solutions", "temp agency",
    ]
    /// Found in the word of a domain.
    private static let parts = ["headhunt", "recruit", "resourcing", "staffing"]

    private static let firms = [
        "adecco", "aerotek", "aston carter", "blue arrow", "brook street", "egon zehnder", "gi group",
        "harvey nash", "hays", "heidrick struggles", "insight global", "kelly services", "kforce",
        "korn ferry", "la fosse", "manpower", "manpowergroup", "michael page", "morgan mckinley",
        "nigel frank", "odgers berndtson", "office angels", "page personnel", "pagegroup", "pertemps",
        "randstad", "robert half", "robert walters", "russell reynolds", "spencer stuart", "sthree",
        "teksystems",
    ]
    /// Agencies only where this is the whole name.
    private static let shortFirms = ["cpl", "experis", "huntress", "reed", "tate"]
    private static let legal: Set<String> = [
        "co", "com", "gmbh", "inc", "ltd", "limited", "llc", "llp", "plc", "uk",
    ]
}
