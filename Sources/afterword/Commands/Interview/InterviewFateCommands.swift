import Application
import ArgumentParser
import Desk
import Etiquette
import Reports
import Wording

/// What the commands share that say what became of an interview.
struct InterviewName: ParsableArguments {
    @Argument(
        help: "The interview: its number, or an organisation, a role or a person of it.",
        completion: Candidates.interviews)
    var interview: String
}

struct InterviewCancel: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Say that an interview did not take place: nobody is thanked for it.",
        discussion: """
            Its thank-yous are cancelled, and where it was the only one for the job, the
            question about the decision as well. What has been sent stays on record.

            EXAMPLES
              afterword interview cancel "city library"
              afterword interview cancel 4 --undo       it takes place after all
            """)

    @OptionGroup var name: InterviewName

    @Flag(help: "It takes place after all, or did.")
    var undo = false

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let text = InterviewFateText(application: application, json: output.json)
        let id = try application.interview(name.interview, asks: !output.json)
        guard !undo else {
            return try text.print(application.desk.reinstateInterview(id, at: application.now), of: id)
        }
        return try text.print(application.desk.cancelInterview(id, at: application.now), Wording.calledOff)
    }
}

struct InterviewDelete: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Take an interview back that was recorded by mistake, while nothing of it has been sent.",
        discussion: """
            EXAMPLES
              afterword interview delete "city library"
              afterword interview undelete 4            it was right after all
            """)

    @OptionGroup var name: InterviewName
    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let id = try application.interview(name.interview, asks: !output.json)
        return try InterviewFateText(application: application, json: output.json).print(
            application.desk.deleteInterview(id, at: application.now)
        ) { Wording.deleted($0.interview, name: $1) }
    }
}

struct InterviewUndelete: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "undelete", abstract: "Put an interview back that was deleted.",
        discussion: "EXAMPLE\n  afterword interview undelete \"city library\"")

    @OptionGroup var name: InterviewName

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let id = Interview.ID(
            rawValue: try application.number(
                of: name.interview, as: .deletedInterview, asks: !output.json))
        return try InterviewFateText(application: application, json: output.json).print(
            application.desk.restoreInterview(id, at: application.now), of: id)
    }
}

/// What became of an interview and its messages.
struct InterviewFateText {
    let application: Application
    let json: Bool

    struct Document: Encodable {
        let interview: InterviewReport
        let changed: [MessageReport]
        let gone: [MessageReport]
    }

    func print(_ off: CalledOff, _ sentence: (CalledOff, String) -> Sentence) throws -> Exit {
        try print(off.mended, of: off.interview, gone: off.gone) { sentence(off, $0) }
    }

    func print(_ mended: Mended, of id: Interview.ID) throws -> Exit {
        try print(mended, of: id, gone: []) { Wording.takesPlace(name: $0) }
    }

    private func print(
        _ mended: Mended, of id: Interview.ID, gone: [Message], _ sentence: (String) -> Sentence
    ) throws -> Exit {
        let known = try application.desk.interviewOnRecord(id)
        let desk = try application.desk
        let changed = try desk.messageStatus(for: mended.changed.map(\.id), at: application.now)
        if json {
            try JSON.print(
                Document(
                    interview: InterviewReport(known.interview, of: known.recruitment),
                    changed: changed.map(MessageReport.init),
                    gone: desk.messageStatus(for: gone.map(\.id), at: application.now).map(MessageReport.init)
                ))
            return .done
        }
        Output.line(sentence(Wording.name(known.interview, of: known.recruitment)).spelled)
        let text = MessageText(application)
        for status in changed { Output.line(text.heading(status)) }
        let drafts = mended.changed.filter { $0.state == .draft }.map(\.id)
        if !drafts.isEmpty { Output.line(Wording.readThem(drafts).spelled) }
        return .done
    }
}
