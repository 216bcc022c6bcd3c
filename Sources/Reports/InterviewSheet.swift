import Desk
import Etiquette
import Foundation
import Intake
import Wording

/// Interviews as comma-separated values (RFC 4180), in columns that `import` recognises by their names.
package enum InterviewSheet {
    package static func text(_ rows: [InterviewOnRecord]) -> String {
        let width = rows.map(\.interview.panel.count).max() ?? 0
        let said = Said.allCases.filter { said in rows.contains { said.text($0) != nil } }
        let told = Told.allCases.filter { told in
            told == .talkingPoint || rows.contains { $0.interview.panel.contains { told.text($0) != nil } }
        }
        let header = header(width, told, said)
        return rows.reduce(CSV.row(header)) { $0 + CSV.row(cells($1, width, told, said)) }
    }

    /// What is told of the conversation with a member of the panel; the first always has a column, the others where
    /// anything is told.
    private enum Told: String, CaseIterable {
        case talkingPoint = "talking point"
        case say, greeting

        func text(_ member: PanelMember) -> String? {
            switch self {
            case .talkingPoint: member.talkingPoint
            case .say: member.ownSentence
            case .greeting: member.person.salutation
            }
        }
    }

    /// What has a column where any interview has it.
    private enum Said: String, CaseIterable {
        case contactTalkingPoint = "Contact talking point"
        case contactSay = "Contact say"
        case contactGreeting = "Contact greeting"
        case roleShort = "Role short"
        case organisationAs = "Organisation as"
        case by = "By"
        case voice = "Voice"

        func text(_ row: InterviewOnRecord) -> String? {
            switch self {
            case .contactTalkingPoint: row.interview.contactTalkingPoint
            case .contactSay: row.interview.contactOwnSentence
            case .contactGreeting: row.interview.contact?.salutation
            case .roleShort: row.recruitment.roleShort
            case .organisationAs: row.recruitment.organisationAs
            case .by: row.interview.medium?.rawValue
            case .voice: row.recruitment.voice?.rawValue
            }
        }
    }

    private static func header(_ width: Int, _ told: [Told], _ said: [Said]) -> [String] {
        let people = (0..<width).flatMap { index in
            (["", " email"] + told.map { " " + $0.rawValue }).map { "Interviewer \(index + 1)\($0)" }
        }
        return ["Organisation", "Role", "Ended", "Time zone", "Status"] + people
            + ["Contact", "Contact email", "Decision by", "Via agency"] + said.map(\.rawValue) + informing
    }

    /// What tells `import` that a row is on record here, and that what has left from here does not leave elsewhere again.
    private static let informing = ["Afterword interview", "Afterword recruitment", "Afterword messages"]

    private static func cells(
        _ row: InterviewOnRecord, _ width: Int, _ told: [Told], _ said: [Said]
    ) -> [String] {
        let interview = row.interview
        let people = (0..<width).flatMap { index -> [String] in
            guard index < interview.panel.count else { return ["", ""] + told.map { _ in "" } }
            let member = interview.panel[index]
            return [
                Spreadsheet.cell(name: member.person.name), member.person.address?.text ?? "",
            ] + told.map { Spreadsheet.cell($0.text(member) ?? "") }
        }
        let contact = [
            interview.contact.map { Spreadsheet.cell(name: $0.name) } ?? "",
            interview.contact?.address?.text ?? "",
        ]
        let status = interview.isCalledOff ? "called off" : row.recruitment.standing.rawValue
        let messages = row.messages.map {
            "\($0.id.rawValue) \($0.followUp.kind.rawValue) \($0.state.rawValue)"
        }
        let subject: [String] = [
            Spreadsheet.cell(row.recruitment.organisation), Spreadsheet.cell(row.recruitment.role),
            ended(interview.ended), interview.ended.zone.identifier, status,
        ]
        let rest: [String] = [
            interview.decisionBy?.description ?? "", interview.viaAgency ? "yes" : "no",
        ]
        let informing: [String] = [
            String(interview.id.rawValue), String(interview.recruitment.rawValue),
            messages.joined(separator: "; "),
        ]
        let told: [String] = said.map { Spreadsheet.cell($0.text(row) ?? "") }
        return [subject, people, contact, rest, told, informing].flatMap(\.self)
    }

    /// `2026-11-20 15:00`, as spreadsheets know it; with its offset where the clock showed it twice and the earlier one
    /// is meant, or where it has seconds.
    private static func ended(_ time: ZonedTime) -> String {
        let wall = time.wall
        let isPlain = wall.instant(in: time.zone) == time.instant && wall.second % 60 == 0
        return isPlain ? TimeWording.short(time.instant, time.zone) : TimeWording.utc(time.instant)
    }
}

/// An interview with its messages, as other programs read it.
package struct ExportedInterview: Encodable {
    package struct Part: Encodable {
        package let id: Int64
        package let kind: String
        package let to: MessageReport.To
        package let state: String
        package let due: String
    }

    package let interview: InterviewReport
    package let messages: [Part]

    package init(_ row: InterviewOnRecord) {
        interview = InterviewReport(row.interview, of: row.recruitment)
        messages = row.messages.map { message in
            Part(
                id: message.id.rawValue, kind: message.followUp.kind.rawValue,
                to: MessageReport.To(name: message.recipient.name, address: message.recipient.address?.text),
                state: message.state.rawValue, due: JSON.time(message.due))
        }
    }
}
