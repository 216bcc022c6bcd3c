import Etiquette
import Foundation

/// What calendars call time zones, and which IANA zone they mean.
enum ZoneNames {
    /// Nil where the name is known nowhere. Abbreviations are: `CST` is a zone in America, in China and in Cuba.
    static func zone(_ written: String) -> TimeZone? {
        let name = plain(written)
        if let zone = try? TimeZone.iana(name) { return zone }
        if let zone = behindPrefix(name) { return zone }
        let key = key(of: name)
        return (known[key] ?? known[withoutCounter(key)]).flatMap { try? TimeZone.iana($0) }
            ?? identifiers[key].flatMap { try? TimeZone.iana($0) }
    }

    /// The zones that stand for all of Windows' names: between them they have nearly every rule in use.
    static let representatives: [String] = windows.compactMap { row in row[0] == "-" ? nil : row[1] }

    private static let windows = DataFile(PackageResources.windows_zones_txt).rows

    /// IANA names by what Windows, its settings and old Unix systems call the zone.
    private static let known: [String: String] = {
        var known: [String: String] = [:]
        for row in windows {
            for name in [row[0], row[2]] where name != "-" { known[key(of: name)] = row[1] }
        }
        for row in DataFile(PackageResources.zone_names_txt).rows { known[key(of: row[0])] = row[1] }
        return known
    }()

    /// IANA names by their lower-case form.
    private static let identifiers = Dictionary(
        TimeZone.knownTimeZoneIdentifiers.map { ($0.lowercased(), $0) },
        uniquingKeysWith: { first, _ in first })

    /// Without quotes, which some calendars make a part of the name.
    private static func plain(_ written: String) -> String {
        written.trimmingCharacters(in: CharacterSet(charactersIn: "\"'\\ \t"))
    }

    /// `/mozilla.org/20050126_1/Europe/London`: what stands before says who made the rules (RFC 5545 3.8.3.1).
    private static func behindPrefix(_ name: String) -> TimeZone? {
        let parts = name.split(separator: "/")
        for length in [3, 2] where parts.count > length {
            if let zone = try? TimeZone.iana(parts.suffix(length).joined(separator: "/")) { return zone }
        }
        return nil
    }

    /// In lower case, without `(UTC+01:00)` before it, which says the time in winter only.
    private static func key(of name: String) -> String {
        var rest = name.lowercased().replacing("&amp;", with: "&")[...]
        if rest.hasPrefix("(utc") || rest.hasPrefix("(gmt"), let end = rest.firstIndex(of: ")") {
            // A zone that is called by its offset and nothing else stays as it is.
            let behind = rest[end...].dropFirst()
            if behind.contains(where: \.isLetter) { rest = behind }
        }
        return rest.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    }

    /// Exchange counts zones of the same name that have other rules: `W. Europe Standard Time 1`.
    private static func withoutCounter(_ key: String) -> String {
        key.replacing(/\ \d$/, with: "")
    }
}
