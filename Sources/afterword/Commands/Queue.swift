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
        abstract: "What will be sent, who to, when, and what each message waits for.",
        discussion: """
            EXAMPLES
              afterword queue          what will be sent, and what waits for you
              afterword queue --all    the sent and cancelled ones too
            """)

    @Flag(help: "Show sent and cancelled messages too.")
    var all = false

    @OptionGroup var output: JSONOption
    @OptionGroup var pager: PagerOption

    var holding: OutputHolding { !pager.noPager && !output.json ? .paged : .none }

    func run(in application: Application) throws -> Exit {
        let messageStatuses = try application.desk.queue(all: all, at: application.now)
        try application.sayDoubt()
        if output.json {
            try JSON.print(each: messageStatuses, MessageReport.init)
            return .done
        }
        let text = MessageText(application)
        if messageStatuses.isEmpty { Output.line("Nothing is queued.") }
        for messageStatus in messageStatuses {
            Output.line(text.heading(messageStatus))
            for fact in text.facts(messageStatus) { Output.line("   " + fact) }
        }
        let asked = try application.desk.howItWent(at: application.now)
        let isAsked = Set(asked.flatMap(\.drafts).map(\.id))
        let waiting = messageStatuses.filter { $0.message.state == .draft && $0.prospect?.code != .planned }
            .map(\.message.id).filter { !isAsked.contains($0) }
        if !waiting.isEmpty { Output.line("\n" + Wording.draftsWait(waiting).spelled) }
        for advice in asked {
            Output.line("\n" + Wording.text(advice, isMailboxRead: true, sending: .nobody).spelled)
        }
        if messageStatuses.contains(where: { $0.message.state == .queued && $0.message.channel == .email }) {
            let zone = try application.configuration.me.timeZone
            Output.line("\n" + Wording.whoSends(try application.sendingArrangement, zone: zone).spelled)
        }
        let isAsking = messageStatuses.contains { $0.message.followUp.kind == .decisionStatus }
        if isAsking, try application.configuration.imap == nil {
            Output.line("\n" + Wording.nobodyReadsTheMailbox.spelled)
        }
        if isAsking, let imap = try application.configuration.imap {
            Output.line(
                "\n"
                    + Wording.whoReads(
                        imap.place, try application.sendingArrangement,
                        last: LastRun(of: .listen, folder: application.home.dataFolder).moment,
                        zone: try application.configuration.me.timeZone
                    ).spelled)
        }
        if isAsking, let silence = try application.mailboxSilence {
            Output.line("\n" + Wording.text(silence, zone: try application.configuration.me.timeZone).spelled)
        }
        if let fault = FaultNote.standing(in: application.home.dataFolder) {
            Output.line("\n" + Wording.standing(fault).spelled)
        }
        return .done
    }
}
