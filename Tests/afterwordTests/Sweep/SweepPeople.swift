import Foundation
import Testing

/// Interviews for the sweep: three on each panel, everybody with a name, an address and a talking point of their own.
enum SweepPeople {
    private static let first = [
        "Anna", "Bela", "Carla", "Dora", "Edda", "Fiona", "Greta", "Hilda", "Irma", "Julia", "Karin", "Lena",
        "Maria", "Nora", "Olga", "Paula", "Rita", "Sonja", "Tilda", "Vera",
    ]
    private static let head = [
        "Ash", "Black", "Brad", "East", "Fern", "Hart", "King", "Lang", "Nor", "Thorn",
    ]
    private static let tail = [
        "bourne", "bridge", "field", "ford", "ham", "holme", "ley", "ton", "wick", "worth",
    ]

    /// Records them and queues their thank-yous, due one after the other within so many minutes.
    static func add(_ count: Int, to ada: Applicant, within span: Int) throws {
        let interviews = (count + 2) / 3
        let lines = (0..<interviews).map { index in
            line(index, members: min(3, count - 3 * index), minute: index * span / interviews)
        }
        let added = try ada.run(
            "interview", "add", "--from-json", "-", "--yes", "--json",
            input: lines.joined(separator: "\n") + "\n")
        try #require(added.status == 0, "\(added.err.prefix(2000))")
        let queued = try ada.run("queue", "--json").json().items.filter {
            $0["kind"] == "thank-you" && $0["state"] == "queued"
        }
        try #require(queued.count == count, "\(queued.count) of \(count) are queued")
    }

    private static func line(_ index: Int, members: Int, minute: Int) -> String {
        let panel = (0..<members).map { member in
            let number = 3 * index + member
            let last = head[number / 20 % 10] + tail[number / 200 % 10]
            let given = first[number % 20]
            return """
                {"name": "\(given) \(last)", "address": "\((given + "." + last).lowercased())@example.org",
                "talkingPoint": "how you began with project number \(number + 1000)"}
                """.replacing("\n", with: " ")
        }
        let ended = "2026-11-\(minute < 9 * 60 ? 20 : 21)T\(two((15 + minute / 60) % 24)):\(two(minute % 60))"
        let place = head[index % 10] + tail[index / 10 % 10]
        return """
            {"organisation": "\(place) Library", "role": "Data Analyst", "ended": "\(ended)", \
            "timeZone": "Europe/London", "panel": [\(panel.joined(separator: ", "))]}
            """
    }

    /// With a leading zero.
    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
