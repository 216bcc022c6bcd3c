import Application
import Desk
import Etiquette
import Foundation
import Ledger
import Reports
import Wording

/// What was found in the mailbox, for people and for programs.
struct MailText {
    let application: Application

    /// One JSON array.
    func printDocument(_ noted: [Desk.Noted]) throws {
        let people = try people(of: noted.map(\.mail))
        try JSON.print(each: noted) {
            MailReport($0.mail, person: $0.mail.fact.person.flatMap { people[$0] })
        }
    }

    /// A mail as other programs read it.
    func report(_ mail: HeardMail) throws -> MailReport {
        MailReport(mail, person: try people(of: [mail]).values.first)
    }

    /// Plain sentences, a mail after the other.
    func print(_ noted: [Desk.Noted]) throws {
        guard !noted.isEmpty else {
            return Output.line("Nothing new: nobody has written, and nothing came back.")
        }
        let people = try people(of: noted.map(\.mail))
        let places = try places(of: noted.map(\.mail))
        let zone = try application.configuration.me.timeZone
        for (number, one) in noted.enumerated() {
            if number > 0 { Output.line() }
            let writer = one.mail.fact.person.flatMap { people[$0] }
            let recruitments = one.mail.fact.recruitments.compactMap { places[$0] }
            for line in Wording.lines(one, writer, recruitments, zone) { Output.line(line.spelled) }
            ask(one.mail, recruitments)
            for (index, line) in try leaving(one, recruitments, writer).enumerated() {
                Output.line((index.isMultiple(of: 2) ? "   " : "     ") + line.spelled)
            }
            try show(one.changed)
        }
    }

    /// What to do where the one who is to be asked has left the house.
    private func leaving(
        _ noted: Desk.Noted, _ recruitments: [Recruitment], _ writer: Person?
    ) throws -> [Sentence] {
        guard noted.mail.fact.tellsOfLeaving else { return [] }
        let interviews = try application.desk.lastInterviews(of: Set(noted.mail.open))
        return recruitments.flatMap { recruitment in
            interviews[recruitment.id].map { Wording.leaving(noted.mail, writer, recruitment, $0) } ?? []
        }
    }

    /// What was it? With a command for each answer.
    private func ask(_ mail: HeardMail, _ recruitments: [Recruitment]) {
        guard let question = Wording.question(on: mail, about: recruitments) else { return }
        Output.line("   " + question.sentence.spelled)
        for answer in question.answers {
            let command = answer.remedy.command.padding(toLength: 44, withPad: " ", startingAt: 0)
            Output.line("     " + command + answer.meaning)
        }
    }

    private func show(_ changed: [Message]) throws {
        let text = MessageText(application)
        for messageStatus in try application.desk.messageStatus(for: changed.map(\.id), at: application.now) {
            Output.line("   " + text.heading(messageStatus))
            for fact in text.facts(messageStatus) { Output.line("      " + fact) }
        }
    }

    private func people(of mails: [HeardMail]) throws -> [Person.ID: Person] {
        try application.desk.people(Set(mails.compactMap(\.fact.person)))
    }

    private func places(of mails: [HeardMail]) throws -> [Recruitment.ID: Recruitment] {
        try application.desk.recruitments(Set(mails.flatMap(\.fact.recruitments)))
    }
}
