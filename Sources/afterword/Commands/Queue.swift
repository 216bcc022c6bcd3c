import ArgumentParser
import Desk
import Etiquette

/// What will be sent, to whom, when, and what each waits for.
struct Queue: HouseCommand {
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

    func run(in house: House) throws -> Exit {
        let outlooks = try house.desk.queue(all: all, at: house.now)
        try house.sayDoubt()
        if output.json {
            try JSON.print(each: outlooks, MessageReport.init)
            return .done
        }
        let text = MessageText(hasColour: house.edge.hasColour)
        if outlooks.isEmpty { Output.line("Nothing is queued.") }
        for outlook in outlooks {
            Output.line(text.heading(outlook))
            for fact in text.facts(outlook) { Output.line("   " + fact) }
        }
        let asked = try house.desk.howItWent(at: house.now)
        let isAsked = Set(asked.flatMap(\.drafts).map(\.id))
        let waiting = outlooks.filter { $0.message.state == .draft && $0.prospect?.code != .planned }
            .map(\.message.id).filter { !isAsked.contains($0) }
        if !waiting.isEmpty {
            Output.line("\nDrafts wait for you: afterword approve \(Wording.list(waiting))")
        }
        for advice in asked { Output.line("\n" + Wording.text(advice, hasEar: true, isRunning: false)) }
        let isAsking = outlooks.contains { $0.message.followUp.kind == .decisionStatus }
        if isAsking, try house.configuration.imap == nil { Output.line("\n" + Wording.youAreTheEars) }
        if isAsking, let silence = try house.mailboxSilence {
            Output.line("\n" + Wording.text(silence, zone: try house.configuration.me.timeZone))
        }
        if let fault = FaultNote.standing(in: house.home.dataFolder) {
            Output.line("\n" + RunWording.standing(fault))
        }
        return .done
    }
}
