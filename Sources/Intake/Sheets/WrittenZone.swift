import Etiquette
import Foundation
import Text

/// The zone behind a time, as a cell writes it.
enum WrittenZone: Hashable {
    /// Seconds east of Greenwich.
    case offset(Int)
    /// Letters that stand for one zone or several: the offsets of all, in seconds.
    case letters([Int])
    case place(TimeZone)

    /// Takes `GMT+1`, `+0100`, `(British Summer Time)`, `BST` or `Europe/London` off the end of a text; nil where none
    /// stands there.
    init?(takenFromEndOf text: inout Substring) {
        var rest = text.withoutSpace
        if rest.last == ")", let open = rest.lastIndex(of: "(") {
            let remark = rest[open...].dropFirst().dropLast()
            var before = rest[..<open].withoutSpace
            // `GMT+0100 (British Summer Time)`: the figures say it all.
            guard let zone = Self.takeOffset(&before) ?? Self(remark) else { return nil }
            (self, text) = (zone, before)
            return
        }
        guard let zone = Self.takeOffset(&rest) ?? Self.takeName(&rest) else { return nil }
        (self, text) = (zone, rest)
    }

    /// The whole of what stands in brackets, or at once behind a time.
    init?(_ remark: Substring) {
        let text = remark.trimmingCharacters(in: .whitespaces)
        if let match = text.wholeMatch(of: /(?:GMT|UTC)?\s*([+\-−])(\d{1,2}):?(\d\d)?/),
            let offset = Self.seconds(match.1, match.2, match.3)
        {
            self = .offset(offset)
        } else if let offsets = Self.table[text] {
            self = .letters(offsets)
        } else if let zone = ZoneNames.zone(text) {
            self = .place(zone)
        } else {
            return nil
        }
    }

    /// `GMT+0100`, `UTC-3`; without letters only with minutes, `+01:00`.
    private static func takeOffset(_ text: inout Substring) -> Self? {
        let pattern = /(?:\s*(?:GMT|UTC)\s?([+\-−])(\d{1,2}):?(\d\d)?|\s([+\-−])(\d\d):?(\d\d))$/
        guard let match = text.suffix(longest).firstMatch(of: pattern),
            let sign = match.1 ?? match.4, let hours = match.2 ?? match.5,
            let offset = seconds(sign, hours, match.3 ?? match.6)
        else { return nil }
        text = text[..<match.range.lowerBound].withoutSpace
        return .offset(offset)
    }

    /// `BST`, `Europe/London`, behind a space; `Z` may stand at once behind the time.
    private static func takeName(_ text: inout Substring) -> Self? {
        let word = text.suffix(longest).reversed().prefix { $0 != " " }.reversed()
        let name =
            word.last == "Z" && word.count > 1 && word.dropLast().last?.isNumber ?? false ? "Z" : String(word)
        let zone: Self? =
            if let offsets = table[name] { .letters(offsets) } else if name.contains("/") {
                ZoneNames.zone(name).map { .place($0) }
            } else { nil }
        guard let zone, name.count < text.count else { return nil }
        text = text.dropLast(name.count).withoutSpace
        return zone
    }

    /// Longer than any zone is written.
    private static let longest = 60

    private static func seconds(_ sign: Substring, _ hours: Substring, _ minutes: Substring?) -> Int? {
        guard let hours = Int(hours), let minutes = Int(minutes ?? "0"), minutes < 60 else { return nil }
        let minute = hours * 60 + minutes
        // No zone is more than 14 hours from Greenwich.
        return minute <= 14 * 60 ? (sign == "+" ? 1 : -1) * minute * 60 : nil
    }

    private static let table = Dictionary(
        PhraseFile(PackageResources.zone_letters_txt).lines.map(\.columns).map { row in
            (row[0], row.dropFirst().compactMap { Int($0) }.map { $0 * 60 })
        }, uniquingKeysWith: { $1 })

    /// When the wall shows a time there, and whether the clocks went back over it, so that the later one was taken.
    /// - Parameter zone: that of the row.
    /// - Returns: nil where there is no such time, or where letters may mean several zones.
    func moment(_ wall: WallTime, in zone: TimeZone) -> (time: ZonedTime, wasTwice: Bool)? {
        switch self {
        case .offset(let offset): return (ZonedTime(instant: wall.instant(east: offset), zone: zone), false)
        case .place(let place): return Self.moment(wall, at: place)
        case .letters(let offsets):
            let fitting = offsets.filter { zone.secondsFromGMT(for: wall.instant(east: $0)) == $0 }
            guard let offset = offsets.count == 1 ? offsets.first : fitting.first, fitting.count < 2 else {
                return nil
            }
            return (ZonedTime(instant: wall.instant(east: offset), zone: zone), false)
        }
    }

    /// The later of two moments, as everywhere; nil where the clocks went forward over it.
    static func moment(_ wall: WallTime, at zone: TimeZone) -> (time: ZonedTime, wasTwice: Bool)? {
        switch wall.occurrence(in: zone) {
        case .once(let instant): (ZonedTime(instant: instant, zone: zone), false)
        case .twice(_, let later): (ZonedTime(instant: later, zone: zone), true)
        case .never: nil
        }
    }
}

extension Substring {
    /// Without white space at its end.
    fileprivate var withoutSpace: Substring {
        var rest = self
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return rest
    }
}
