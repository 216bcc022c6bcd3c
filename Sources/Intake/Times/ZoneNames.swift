import Etiquette
import Foundation
import Text

/// What calendars call time zones, and which IANA zone they mean.
enum ZoneNames {
    /// Nil where the name is known nowhere. Abbreviations are: `CST` is a zone in America, in China and in Cuba.
    static func zone(_ written: String) -> TimeZone? {
        let name = plain(written)
        if let zone = listed(name) ?? behindPrefix(name) { return zone }
        guard let bare = withoutRemark(name) else { return nil }
        return listed(bare) ?? behindPrefix(bare)
    }

    /// The whole of a name, as IANA, Windows, its settings or old systems have it.
    private static func listed(_ name: String) -> TimeZone? {
        if let zone = try? TimeZone.iana(name) { return zone }
        let key = key(of: name)
        let candidates = [known[key], known[withoutCounter(key)], identifiers[key]]
        let place = key.replacing(" ", with: "_")
        let found =
            candidates.compactMap(\.self).first ?? identifiers[place] ?? identifiers[withoutCounter(place)]
        return found.flatMap { try? TimeZone.iana($0) }
    }

    /// The zones that stand for all of Windows' names: between them they have nearly every rule in use. Those that most
    /// people know come first.
    static let representatives: [String] = {
        let famous = PhraseFile(PackageResources.famous_zones_txt).lines.map { $0.columns[0] }
        let others = Set(windows.compactMap { row in row[0] == "-" ? nil : row[1] }).subtracting(famous)
        return famous + others.sorted()
    }()

    private static let windows = PhraseFile(PackageResources.windows_zones_txt).lines.map(\.columns)

    /// IANA names by what Windows, its settings and old Unix systems call the zone.
    private static let known: [String: String] = {
        var known: [String: String] = [:]
        for row in windows {
            for name in [row[0], row[2]] where name != "-" { known[key(of: name)] = row[1] }
        }
        for row in PhraseFile(PackageResources.zone_names_txt).lines.map(\.columns) {
            known[key(of: row[0])] = row[1]
        }
        return known
    }()

    /// IANA names by their lower-case form.
    private static let identifiers = Dictionary(
        TimeZone.knownTimeZoneIdentifiers.map { ($0.lowercased(), $0) },
        uniquingKeysWith: { first, _ in first })

    /// Without quotes, which some calendars make a part of the name.
    private static func plain(_ written: String) -> String {
        written.trimmingCharacters(in: CharacterSet(charactersIn: "\"'\\ \t")).replacing("\\", with: "")
    }

    /// `/mozilla.org/20050126_1/Europe/London`, `/Europe/Vienna`: what stands before says who made the rules, and may be
    /// nothing (RFC 5545 3.8.3.1). Behind a maker's name a zone may have one word, as in `/citadel.org/20210210_1/UTC`.
    private static func behindPrefix(_ name: String) -> TimeZone? {
        let parts = name.split(separator: "/")
        let isMade = name.hasPrefix("/") || name.contains("://")
        for length in [3, 2] + (isMade ? [1] : [])
        where parts.count > length || isMade && parts.count == length {
            if let zone = listed(parts.suffix(length).joined(separator: "/")) { return zone }
        }
        return nil
    }

    /// `Europe/Berlin (GMT+1)`, `Europe/London GMT`: a place says more than the remark behind it. Nil where none stands
    /// there, and for names that aren't places: the zone of `Eastern Standard Time (Mexico)` is another without it.
    private static func withoutRemark(_ name: String) -> String? {
        let remark = /(\S*\/[^\s(,;]+)[\s,;]*(?:\([^()]*\)|(?:GMT|UTC)?[+-]\d[\d:]*|[A-Z]{2,5})/
        return name.wholeMatch(of: remark).map { String($0.1) }
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
        key.replacing(/[\ _]\d$/, with: "")
    }
}
