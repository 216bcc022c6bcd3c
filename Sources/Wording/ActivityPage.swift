import Composer
import Desk
import Etiquette
import Foundation

/// Interviews and contacts by day, as a page to print on A4: what an adviser or a jobcentre asks for. As a file it is
/// complete in itself: nothing is fetched.
package struct ActivityPage {
    /// What the record was limited to; nil where it wasn't.
    package struct Limits {
        package var since: Day?
        package var until: Day?
        package var person: String?
        package var organisation: String?

        package init(since: Day? = nil, until: Day? = nil, person: String? = nil, organisation: String? = nil)
        {
            (self.since, self.until, self.person, self.organisation) = (since, until, person, organisation)
        }
    }

    /// Whose record it is.
    package let name: String
    package let activities: [Activity]
    package let limits: Limits
    /// When it was made, in the zone of who made it.
    package let printed: ZonedTime

    package init(name: String, activities: [Activity], limits: Limits, printed: ZonedTime) {
        (self.name, self.activities, self.limits, self.printed) = (name, activities, limits, printed)
    }

    /// In UTF-8.
    package var html: String { html(style: .embedded) }

    /// The same with its style elsewhere.
    package func html(style: PrintStyle) -> String {
        var notes = Footnotes()
        let days = days.map { day($0, &notes) }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="format-detection" content="telephone=no, email=no, address=no">
            <title>Job search record: \(name.escapedForHTML)</title>
            \(style.element(Self.style))
            </head>
            <body>
            <h1>Job search record</h1>
            <p class="whose"><strong>\(name.escapedForHTML)</strong><br>\(scope.escapedForHTML)<br>\(counts)</p>
            \(days.isEmpty ? "<p>Nothing is on record for this.</p>" : Self.table(days))
            \(notes.html)
            <p class="made">Made with Afterword on \(TimeWording.text(printed.instant, printed.zone).escapedForHTML). Each line \
            was recorded when it happened, or when \(name.escapedForHTML) told of it. Names stand as they are spelt today.</p>
            </body>
            </html>

            """
    }

    /// A4.
    package static let style = """
        @page { size: A4; margin: 16mm 14mm 18mm; }
        body { margin: 0 auto; max-width: 182mm; padding: 4mm; color: #111; background: #fff;
            font: 10pt/1.35 system-ui, "Liberation Sans", Arial, sans-serif; }
        @media print { body { padding: 0; } }
        h1 { font-size: 16pt; margin: 0 0 2mm; }
        .whose { margin: 0 0 5mm; }
        table { width: 100%; border-collapse: collapse; }
        thead { display: table-header-group; }
        th { text-align: left; font-size: 8.5pt; border-bottom: 0.4mm solid #111; padding: 1mm 2mm 1mm 0; }
        td { vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: 0.1mm solid #bbb; overflow-wrap: anywhere; }
        tr { break-inside: avoid; }
        tr.day { break-after: avoid; }
        tr.day th { font-size: 10pt; padding-top: 4mm; border-bottom: 0.2mm solid #555; }
        td.time { white-space: nowrap; width: 14mm; font-variant-numeric: tabular-nums; }
        td small { color: #444; }
        sup { font-size: 7.5pt; }
        .notes { font-size: 8pt; margin-top: 5mm; padding-left: 5mm; overflow-wrap: anywhere; }
        .made { font-size: 8pt; color: #444; margin-top: 5mm; }
        @media screen and (max-width: 36rem) {
        table, tbody, tr, td, tr.day th { display: block; width: auto; }
        thead { display: none; }
        td, td.time { border: 0; padding: 0; width: auto; }
        tr { border-bottom: 0.1mm solid #bbb; padding: 1mm 0; }
        td.time br { display: none; }
        }
        """

    private static func table(_ rows: String) -> String {
        """
        <table>
        <thead><tr><th scope="col">Time</th><th scope="col">What</th><th scope="col">Who</th>\
        <th scope="col">Role, organisation</th><th scope="col">How</th></tr></thead>
        <tbody>
        \(rows)
        </tbody>
        </table>
        """
    }
}

// MARK: - What it is about

extension ActivityPage {
    private var scope: String {
        var parts: [String] = []
        switch (limits.since, limits.until) {
        case (let since?, let until?):
            parts.append("\(TimeWording.text(since)) to \(TimeWording.text(until))")
        case (let since?, nil): parts.append("since \(TimeWording.text(since))")
        case (nil, let until?): parts.append("up to \(TimeWording.text(until))")
        case (nil, nil): parts.append("everything on record")
        }
        if let person = limits.person { parts.append("with \(Wording.shown(person))") }
        if let organisation = limits.organisation { parts.append("at \(Wording.shown(organisation))") }
        return Wording.capitalised(parts.joined(separator: ", "))
    }

    private var counts: String {
        let interviews = activities.filter { if case .interview = $0.what { true } else { false } }
        let planned = interviews.count { $0.time > printed.instant }
        return Wording.count(interviews.count - planned, "interview")
            + (planned > 0 ? ", \(planned) still to come" : "") + ", "
            + Wording.count(activities.count - interviews.count, "contact")
    }

    /// By the day on which they were, where they were.
    private var days: [[Activity]] {
        activities.reduce(into: []) { days, activity in
            if let last = days.last?.last, Self.day(last) == Self.day(activity) {
                days[days.count - 1].append(activity)
            } else {
                days.append([activity])
            }
        }
    }

    private static func day(_ activity: Activity) -> Day {
        WallTime(at: activity.time, in: activity.zone).day
    }
}

// MARK: - Lines

extension ActivityPage {
    /// What stands below the table, each text once.
    private struct Footnotes {
        private var texts: [String] = []

        mutating func mark(_ text: String) -> String {
            let index = texts.firstIndex(of: text) ?? texts.count
            if index == texts.count { texts.append(text) }
            return "<sup>\(index + 1)</sup>"
        }

        var html: String {
            guard !texts.isEmpty else { return "" }
            return "<ol class=\"notes\">" + texts.map { "<li>\($0.escapedForHTML)</li>" }.joined() + "</ol>"
        }
    }

    private func day(_ activities: [Activity], _ notes: inout Footnotes) -> String {
        let heading = activities.first.map { TimeWording.text(Self.day($0)) } ?? ""
        var rows = ["<tr class=\"day\"><th colspan=\"5\" scope=\"rowgroup\">\(heading)</th></tr>"]
        for activity in activities {
            let clock = TimeWording.clock(activity.time, activity.zone)
            let place = activity.recruitment.map { "\($0.role), \($0.organisation)" } ?? ""
            let (what, who, how) = cells(activity, &notes)
            rows.append(
                """
                <tr><td class="time">\(clock)<br><small>\(Self.zone(activity).escapedForHTML)</small></td>\
                <td>\(what)</td><td>\(who)</td><td>\(shown(place))</td><td>\(how)</td></tr>
                """)
        }
        return rows.joined(separator: "\n")
    }

    /// `London` for Europe/London.
    private static func zone(_ activity: Activity) -> String {
        let name = activity.zone.identifier
        return (name.split(separator: "/").last.map(String.init) ?? name).replacing("_", with: " ")
    }

    private func cells(_ activity: Activity, _ notes: inout Footnotes) -> (
        what: String, who: String, how: String
    ) {
        switch activity.what {
        case .interview(let interview):
            let people = interview.panel.map { shown($0.person.name) }.joined(separator: "<br>")
            return (Wording.activity(interview, at: printed.instant), people, "")
        case .contact(let contact, let returned):
            var what = shown(Wording.activity(contact))
            if contact.outcome == .sent, let words = contact.detail {
                what += notes.mark(Wording.sent(accordingTo: words))
            } else if contact.outcome == .logged || contact.outcome == .replied && contact.channel != .email,
                let note = contact.detail
            {
                what += "<br><small>\(shown(note))</small>"
            }
            if let returned {
                let time = TimeWording.text(returned, activity.zone)
                what += "<br><small>\(Wording.returned(time).escapedForHTML)</small>"
            }
            return (what, shown(contact.person.name), shown(Wording.over(contact)))
        }
    }

    private func shown(_ text: String) -> String { Wording.shown(text).escapedForHTML }
}
