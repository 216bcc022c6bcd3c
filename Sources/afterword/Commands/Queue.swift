import Application
import ArgumentParser
import Desk
import Etiquette
import Reports
import Wording

/// What will be sent, to whom, when, and what each waits for.
struct Queue: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "What will be sent, to whom, when, and what each message waits for.",
        discussion: """
            EXAMPLES
              afterword queue          what still goes somewhere, or waits for you
              afterword queue --all    the sent and cancelled ones too
            """)

    @Flag(help: "Show sent and cancelled messages too.")
    var all = false

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let messageStatuses = try application.desk.queue(all: all, at: application.now)
        try application.sayDoubt()
        if output.json {
            try JSON.print(each: messageStatuses, MessageReport.init)
            return .done
        }
        let text = MessageText(hasColour: application.platform.hasColour)
        if messageStatuses.isEmpty { Output.line("Nothing is queued.") }
        for messageStatus in messageStatuses {
            Output.line(text.heading(messageStatus))
            for fact in text.facts(messageStatus) { Output.line("   " + fact) }
        }
        let asked = try application.desk.howItWent(at: application.now)
        let isAsked = Set(asked.flatMap(\.drafts).map(\.id))
        let waiting = messageStatuses.filter { $0.message.state == .draft && $0.prospect?.code != .planned }
            .map(\.message.id).filter { !isAsked.contains($0) }
        if !waiting.isEmpty {
            Output.line("\nDrafts wait for you: afterword approve \(Wording.list(waiting))")
        }
        for advice in asked {
            Output.line("\n" + Wording.text(advice, isMailboxRead: true, isRunning: false).spelled)
        }
        let isAsking = messageStatuses.contains { $0.message.followUp.kind == .decisionStatus }
        if isAsking, try application.configuration.imap == nil {
            Output.line("\n" + Wording.nobodyReadsTheMailbox.spelled)
        }
        if isAsking, let silence = try application.mailboxSilence {
            Output.line("\n" + Wording.text(silence, zone: try application.configuration.me.timeZone).spelled)
        }
        if let fault = FaultNote.standing(in: application.home.dataFolder) {
            Output.line("\n" + RunWording.standing(fault).spelled)
        }
        return .done
    }
}
