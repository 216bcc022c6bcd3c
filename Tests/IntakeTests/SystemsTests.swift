import Etiquette
import Foundation
import Testing

@testable import Intake

@Suite("Invitations in the style of each system, whole")
struct SystemsTests {
    /// What is understood of one file.
    struct Expected: Sendable {
        let file: String
        let ends: String
        let zone: String
        let people: [String?]
        let leftOut: [LeftOut.Reason]
        var role: String?
        var organisation: String?
        let setting: Meeting.Setting
    }

    @Test(
        "end, zone, people, role and organisation",
        arguments: [
            Expected(
                file: "google.ics", ends: "2026-11-20T15:00:00Z", zone: "Europe/London",
                people: ["Mia Lindqvist", "Jane Okafor", nil], leftOut: [.yourself, .resource, .declined],
                role: "Data Analyst", organisation: "City Library", setting: .online),
            Expected(
                file: "exchange.ics", ends: "2026-07-10T10:30:00Z", zone: "Europe/London",
                people: ["Okafor, Jane (HR)", "Ó Briain, Tom", "Li Wei"], leftOut: [.yourself, .resource],
                role: "Records Officer", organisation: "City Council", setting: .online),
            Expected(
                file: "teams.eml", ends: "2026-11-23T10:45:00Z", zone: "Europe/London",
                people: ["Jane Okafor", "José María Núñez"], leftOut: [.yourself], role: "Planning Officer",
                organisation: "City Council", setting: .online),
            Expected(
                file: "apple.ics", ends: "2026-11-03T16:30:00Z", zone: "America/New_York",
                people: ["Jane Okafor"],
                leftOut: [.yourself], role: "Exhibition Designer", organisation: "Harbour Museum",
                setting: .inPerson),
            Expected(
                file: "zoom.ics", ends: "2026-10-26T08:45:00Z", zone: "Europe/Berlin", people: [],
                leftOut: [],
                setting: .online),
            Expected(
                file: "calendly.ics", ends: "2026-11-04T16:30:00Z", zone: "Europe/London",
                people: ["Jane Okafor"],
                leftOut: [.noReply, .yourself], setting: .online),
            Expected(
                file: "greenhouse.ics", ends: "2026-11-09T17:45:00Z", zone: "Europe/London",
                people: ["Priya Nair"],
                leftOut: [.robot, .yourself, .group], role: "Grid Engineer", organisation: "Northwind Energy",
                setting: .unknown),
            Expected(
                file: "lever.ics", ends: "2026-11-12T20:15:00Z", zone: "Europe/London",
                people: ["Mirela Popescu", "Dag Åström"], leftOut: [.robot, .yourself, .resource],
                role: "Lens Engineer", organisation: "Meridian Optics", setting: .online),
            Expected(
                file: "ashby.ics", ends: "2026-11-04T10:00:00Z", zone: "Europe/London", people: ["Ngọc Trần"],
                leftOut: [.robot, .yourself], role: "Embedded Software Engineer",
                organisation: "Fernhill Robotics", setting: .online),
            Expected(
                file: "workday.ics", ends: "2026-11-02T20:15:00Z", zone: "America/Chicago",
                people: ["Whitcombe, Rosalind (HR)"], leftOut: [.robot, .yourself, .declined],
                role: "Ward Clerk",
                organisation: "Prairie Health", setting: .telephone),
            Expected(
                file: "smartrecruiters.ics", ends: "2026-10-15T08:30:00Z", zone: "Europe/London",
                people: ["Wiebke Sørensen"], leftOut: [.robot, .yourself], role: "Deck Officer",
                organisation: "Tidewater Ferries", setting: .inPerson),
            Expected(
                file: "modernloop.ics", ends: "2026-11-20T17:30:00Z", zone: "Europe/London",
                people: ["Efua Mensah"], leftOut: [.group, .robot, .yourself], role: "Ceramics Technician",
                organisation: "Kiln Street", setting: .unknown),
            Expected(
                file: "icims.ics", ends: "2026-09-10T16:30:00Z", zone: "Europe/London",
                people: ["Percival Neville"], leftOut: [.robot, .yourself, .room], role: "Signal Engineer",
                organisation: "Oakeshott Rail", setting: .inPerson),
            Expected(
                file: "goodtime.ics", ends: "2026-10-02T07:00:00Z", zone: "Australia/Sydney",
                people: ["Noor Haddad", "Sam Wu"], leftOut: [.robot, .yourself], role: "Policy Adviser",
                organisation: "Brightside", setting: .unknown),
        ])
    func whole(expected: Expected) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Invitations")
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: expected.file)))
        let meeting = try #require(try only(bytes).meeting)
        #expect(utc(meeting.ends.instant) == expected.ends)
        #expect(meeting.ends.zone.identifier == expected.zone)
        #expect(meeting.people.map(\.name) == expected.people)
        #expect(meeting.leftOut.map(\.reason) == expected.leftOut)
        #expect(meeting.role?.value == expected.role)
        #expect(meeting.organisation?.value == expected.organisation)
        #expect(meeting.setting == expected.setting)
        #expect(meeting.starts.instant < meeting.ends.instant)
    }
}
