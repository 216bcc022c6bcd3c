import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Reports

/// What the commands share that do one thing with each of several messages.
struct MessageNumbers: ParsableArguments {
    @Argument(
        help: "The messages: their numbers, from: afterword queue, or names of people, roles, organisations.",
        completion: Candidates.openMessages)
    var messages: [String]

    /// Each once, however often it was named.
    ///
    /// - Parameter states: of several that fit a name equally well, those in one of these are meant.
    func ids(in application: Application, asks: Bool, preferring states: Set<MessageState>) throws -> [Message
        .ID]
    {
        try application.messages(messages, asks: asks) { states.contains($0.state) }
    }
}

extension ApplicationCommand {
    /// Shows how messages stand after a step.
    func report(_ ids: [Message.ID], in application: Application, json: Bool) throws {
        let messageStatuses = try application.desk.messageStatus(for: ids, at: application.now)
        if json {
            try JSON.print(each: messageStatuses, MessageReport.init)
        } else {
            let text = MessageText(application)
            for messageStatus in messageStatuses {
                Output.line(text.heading(messageStatus))
                for fact in text.facts(messageStatus) { Output.line("   " + fact) }
            }
        }
    }
}

struct Hold: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Hold messages: they are not sent until you release them.",
        discussion: "EXAMPLE\n  afterword hold 3 4")

    @OptionGroup var numbers: MessageNumbers
    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let messages = try application.desk.hold(
            numbers.ids(in: application, asks: !output.json, preferring: [.draft, .queued]),
            at: application.now)
        try report(messages.map(\.id), in: application, json: output.json)
        return .done
    }
}

/// Puts held messages back, with the reason set aside.
struct Release: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Let held messages go after all, or make cancelled ones drafts again.",
        discussion: """
            The reason why a message was held no longer counts for that message, and this
            is recorded; a new reason holds it again. What was already done, or belongs to
            a recruitment (a job you applied for) that has ended, can't be released. A
            message that the server could not take is tried again at the next send.

            EXAMPLE
              afterword release 3
            """)

    @OptionGroup var numbers: MessageNumbers
    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let messages = try application.desk.release(
            numbers.ids(in: application, asks: !output.json, preferring: [.held, .cancelled]),
            at: application.now)
        try report(messages.map(\.id), in: application, json: output.json)
        return messages.contains { $0.state == .held } ? .needsUser : .done
    }
}

struct Cancel: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel messages; release undoes it.", discussion: "EXAMPLE\n  afterword cancel 3")

    @OptionGroup var numbers: MessageNumbers
    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let messages = try application.desk.cancel(
            numbers.ids(in: application, asks: !output.json, preferring: [.draft, .queued, .held, .refused]),
            at: application.now)
        try report(messages.map(\.id), in: application, json: output.json)
        return .done
    }
}

struct Resolve: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Say of an unconfirmed message whether it arrived.",
        discussion: """
            The server's answer was lost, so nobody knows. Look in the Sent folder at your
            provider, or wait to see whether a reply or a returned mail settles it.

            EXAMPLES
              afterword resolve 3 --delivered       sent, and on record
              afterword resolve 3 --not-delivered   then held; release sends it again
              afterword resolve "Jane Okafor" --delivered
            """)

    @Argument(help: "The message: its number, or a name.", completion: Candidates.messages)
    var message: String

    @Flag(help: "It arrived.")
    var delivered = false

    @Flag(help: "It did not arrive.")
    var notDelivered = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard delivered != notDelivered else {
            throw ValidationError("Say either --delivered or --not-delivered.")
        }
    }

    func run(in application: Application) throws -> Exit {
        try application.settleInterruptedSending()
        let id = try application.message(message, asks: !output.json) { $0.state == .unconfirmed }
        let settled = try application.resolve(id, delivered: delivered)
        try report([settled.id], in: application, json: output.json)
        return .done
    }
}
