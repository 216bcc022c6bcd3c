import Etiquette
import Foundation

@testable import Intake

/// Whose invitations the fixtures are.
func ada(zone: String = "Europe/London") throws -> Me {
    Me(
        name: "Ada Example",
        addresses: [try EmailAddress("ada@example.org"), try EmailAddress("ada.example@gmail.com")],
        zone: try TimeZone.iana(zone))
}

/// A calendar, folded and ended as RFC 5545 has it, around the lines of one event.
func calendar(method: String = "REQUEST", head: [String] = [], _ event: [String]) -> [UInt8] {
    lines(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Fixture//EN", "METHOD:\(method)"] + head
            + ["BEGIN:VEVENT"] + event + ["END:VEVENT", "END:VCALENDAR"])
}

/// What nearly every event has; `more` wins over it by standing first.
func event(_ more: [String]) -> [String] {
    let usual = [
        "UID:one@example.org", "DTSTAMP:20261101T080000Z", "DTSTART:20261120T140000Z",
        "DTEND:20261120T150000Z",
        "SUMMARY:Interview",
    ]
    func name(_ line: String) -> Substring { line.prefix { $0 != ":" && $0 != ";" } }
    var given = Set(more.map(name))
    if given.contains("DURATION") { given.insert("DTEND") }
    return more + usual.filter { !given.contains(name($0)) }
}

func lines(_ lines: [String]) -> [UInt8] {
    Array(lines.map { folded($0) + "\r\n" }.joined().utf8)
}

/// In pieces of 75 octets (RFC 5545 3.1).
private func folded(_ line: String) -> String {
    guard line.utf8.count > 75 else { return line }
    var pieces: [String] = []
    var piece = ""
    for character in line {
        if piece.utf8.count + character.utf8.count > 74 {
            pieces.append(piece)
            piece = ""
        }
        piece.append(character)
    }
    return (pieces + [piece]).joined(separator: "\r\n ")
}

/// The only invitation of a file.
func only(_ bytes: [UInt8], for me: Me? = nil) throws -> Invitation {
    let file = try Invitation.read(bytes, named: "test.ics", for: try me ?? ada())
    guard file.invitations.count == 1, file.refused.isEmpty, let only = file.invitations.first else {
        throw Surprise.several(file.invitations.count, file.refused)
    }
    return only
}

/// The meeting of the only invitation.
func meeting(_ lines: [String], head: [String] = [], for me: Me? = nil) throws -> Meeting {
    let invitation = try only(calendar(head: head, event(lines)), for: me)
    guard let meeting = invitation.meeting else { throw Surprise.cancelled }
    return meeting
}

/// Why a file is refused; nil where it is taken.
func fault(_ bytes: [UInt8]) throws -> IntakeProblem.Fault? {
    try problem(bytes)?.fault
}

func problem(_ bytes: [UInt8]) throws -> IntakeProblem? {
    let me = try ada()
    do throws(IntakeProblem) {
        _ = try Invitation.read(bytes, named: "test.ics", for: me)
        return nil
    } catch {
        return error
    }
}

enum Surprise: Error {
    case several(Int, [IntakeProblem])
    case cancelled
}

/// `2026-11-20T15:00:00Z`.
func utc(_ date: Date) -> String {
    let wall = WallTime(at: date, in: .gmt)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(wall.day)T\(two(wall.second / 3600)):\(two(wall.second / 60 % 60)):\(two(wall.second % 60))Z"
}
