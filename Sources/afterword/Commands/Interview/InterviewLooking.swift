import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Reports
import Wording

struct InterviewList: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All interviews.", discussion: "EXAMPLE\n  afterword interview list")

    @OptionGroup var output: JSONOption
    @OptionGroup var pager: PagerOption

    var holding: OutputHolding { !pager.noPager && !output.json ? .paged : .none }

    func run(in application: Application) throws -> Exit {
        let all = try application.desk.meetings()
        if output.json {
            try JSON.print(each: all) { InterviewReport($0.interview, of: $0.recruitment) }
            return .done
        }
        if all.isEmpty { Output.line(Wording.noInterview.spelled) }
        for one in all {
            Output.line(InterviewText.line(one.interview, one.recruitment, at: application.now))
        }
        if !all.isEmpty { Output.line("\n" + Wording.namesWillDo) }
        return .done
    }
}

struct InterviewShow: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One interview, its panel, and its messages.",
        discussion: "EXAMPLE\n  afterword interview show 1")

    @Argument(help: "The interview: its number, or a name of it.", completion: Candidates.interviews)
    var interview: String

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let known = try application.desk.interviewOnRecord(
            application.interview(interview, asks: !output.json))
        let (interview, recruitment) = (known.interview, known.recruitment)
        if output.json {
            try JSON.print(InterviewReport(interview, of: recruitment))
            return .done
        }
        Output.line(InterviewText.line(interview, recruitment, at: application.now))
        for line in InterviewText.details(interview, recruitment) { Output.line("   " + line) }
        for event in try application.desk.events(of: interview.id) {
            Output.line("   " + Wording.text(event, zone: interview.ended.zone))
        }
        let text = MessageText(application)
        for messageStatus in try application.desk.messageStatus(
            for: known.messages.map(\.id), at: application.now)
        {
            Output.line("   " + text.heading(messageStatus))
        }
        return .done
    }
}

/// Interviews as people read them.
enum InterviewText {
    static func line(_ interview: Interview, _ recruitment: Recruitment, at now: Date) -> String {
        let standing = recruitment.standing == .open ? "" : "  [\(recruitment.standing.rawValue)]"
        return
            Wording.name(recruitment, limit: .max) + "  "
            + "\(interview.ended.instant > now ? "ends" : "ended") \(TimeWording.text(interview.ended.instant, interview.ended.zone))  "
            + "with \(Wording.names(interview.panel.map(\.person)))\(standing)\(interview.isCalledOff ? "  [called off]" : "")"
    }

    static func details(_ interview: Interview, _ recruitment: Recruitment) -> [String] {
        var lines = interview.panel.flatMap { member in
            [
                "panel: \(person(member.person)) – \(member.talkingPoint.map { Wording.shown($0) } ?? "no talking point")"
            ]
                + said(member.ownSentence)
        }
        if let contact = interview.contact {
            let topic = interview.contactTalkingPoint.map { " – \(Wording.shown($0))" } ?? ""
            lines.append("\(interview.viaAgency ? "agency" : "contact"): \(person(contact))\(topic)")
            lines += said(interview.contactOwnSentence)
        }
        if let medium = interview.medium { lines.append("held: \(Wording.text(medium))") }
        if let role = recruitment.roleShort { lines.append("in a sentence: the \(Wording.shown(role)) role") }
        if let name = recruitment.organisationAs {
            lines.append("in a sentence: work at \(Wording.shown(name))")
        }
        if let day = interview.decisionBy { lines.append("decision promised by \(TimeWording.text(day))") }
        if let voice = recruitment.voice { lines.append("voice: \(Wording.shown(voice.rawValue))") }
        return lines
    }

    private static func said(_ sentence: String?) -> [String] {
        sentence.map { ["       you say: \(Wording.quoted($0))"] } ?? []
    }

    static func person(_ person: Person) -> String {
        "\(Wording.shown(person.name))\(person.address.map { " <\($0.text)>" } ?? " (no address)")  #\(person.id.rawValue)"
    }
}
