import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Reports
import Wording

/// What to do, and what to leave alone, today.
struct Advise: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "advise",
        abstract: "What to do, and what to leave alone, today.",
        discussion: """
            It ends with 1 where something needs you, and with 0 where you can leave it all
            alone.

            EXAMPLE
              afterword advise
            """)

    @OptionGroup var output: JSONOption
    @OptionGroup var pager: PagerOption
    @OptionGroup var quiet: QuietOption

    var holding: OutputHolding {
        if quiet.quiet { return .quiet }
        return !pager.noPager && !output.json ? .paged : .none
    }

    struct Document: Encodable {
        let code: String
        let text: String
        @OrNull var message: Int64?
    }

    func run(in application: Application) throws -> Exit {
        let (all, notes) = try Self.advice(in: application)
        if output.json {
            try JSON.print(all)
        } else {
            all.forEach { Output.line("• " + $0.text) }
            notes.forEach { Output.line("\n" + $0) }
        }
        return Self.exit(all)
    }

    /// 1 where something of it needs the user; what else keeps things from going does.
    static func exit(_ all: [Document]) -> Exit {
        all.contains { Advice.Code(rawValue: $0.code)?.needsUser ?? true } ? .needsUser : .done
    }

    /// Everything, what needs the user first, and what is to be said below it.
    static func advice(in application: Application) throws -> (all: [Document], notes: [String]) {
        // First what keeps everything from going, where 'run' has met with it.
        let fault = FaultNote.standing(in: application.home.dataFolder).map {
            Document(code: "not-sending", text: Wording.standing($0).spelled, message: nil)
        }
        let imap = try application.configuration.imap
        // Somebody who is there and can't send does nothing by itself.
        let arrangement = try application.sendingArrangement
        let sending = fault != nil && arrangement.isRunning ? .nobody : arrangement
        let silence = try application.mailboxSilence
        let isMailboxRead = imap != nil && silence == nil
        let advised = try application.desk.advise(at: application.now)
        let advice = advised.map {
            Document(
                code: $0.code.rawValue,
                text: Wording.text($0, isMailboxRead: isMailboxRead, sending: sending).spelled,
                message: $0.message?.id.rawValue)
        }
        let notes = Wording.notes(
            on: advised, isMailboxRead: imap != nil, sending: sending,
            zone: try application.configuration.me.timeZone)
        let deafness = try silence.map {
            Document(
                code: "mailbox-unread",
                text: Wording.text($0, zone: try application.configuration.me.timeZone).spelled,
                message: nil)
        }
        let doubt = try application.ledger.doubt().map {
            Document(
                code: "adopt", text: $0.sentence(application.home.database).capitalised.spelled, message: nil
            )
        }
        let copies = try copies(application)
        let isAlone = [doubt, fault, deafness, copies].allSatisfy { $0 == nil }
        // Where something is wrong, there is something to do.
        let rest = isAlone ? advice : advice.filter { $0.code != Advice.Code.nothing.rawValue }
        let all = ([doubt, fault, deafness] + rest + [copies]).compactMap(\.self)
        return (all, notes.map(\.spelled))
    }

    /// Copies of what was sent that are still missing.
    private static func copies(_ application: Application) throws -> Document? {
        guard let imap = try application.configuration.imap, imap.saveSent != .never else { return nil }
        let missing = try application.desk.missingCopies(at: application.now)
        return Wording.advice(missing).map {
            Document(code: "copy", text: $0, message: missing.last?.message.rawValue)
        }
    }
}
