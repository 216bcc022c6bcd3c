import Foundation

/// What may have been meant where a time zone is asked for and no name of one was typed.
enum ZoneSuggestion {
    /// Zones of that name: a city alone, a country, or the letters on a clock, which say nothing of summer time.
    static func zones(for text: String) -> [String] {
        let key = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
        if let known = spoken[key] { return known }
        guard !key.isEmpty, !text.contains("/") else { return [] }
        let city = "/" + key
        return TimeZone.knownTimeZoneIdentifiers.filter {
            $0.lowercased().replacing("_", with: "").hasSuffix(city)
        }
    }

    private static let london = ["Europe/London"]
    private static let spoken: [String: [String]] = [
        "gmt": london, "bst": london, "uk": london, "gb": london, "england": london, "wales": london,
        "britain": london, "greatbritain": london, "unitedkingdom": london, "scotland": london,
        "edinburgh": london, "ireland": ["Europe/Dublin"], "ist": ["Europe/Dublin", "Asia/Kolkata"],
        "germany": ["Europe/Berlin"], "france": ["Europe/Paris"],
        "cet": ["Europe/Berlin", "Europe/Paris"], "cest": ["Europe/Berlin", "Europe/Paris"],
        "est": ["America/New_York"], "edt": ["America/New_York"], "cst": ["America/Chicago"],
        "mst": ["America/Denver"], "pst": ["America/Los_Angeles"], "pdt": ["America/Los_Angeles"],
    ]
}
