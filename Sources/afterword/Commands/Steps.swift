import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Reports

/// What the commands share that do one thing with each of several messages.
struct MessageNumbers: ParsableArguments {
    @Argument(
        help: "The numbers of the messages, from: afterword queue", completion: Candidates.openMessages)
    var messages: [Int64]

    /// Each once, however often it was named.
    var ids: [Message.ID] {
        var known: Set<Int64> = []
        return messages.filter { known.insert($0).inserted }.map(Message.ID.init(rawValue:))
    }
}

extension ApplicationCommand {
    /// Shows how messages stand after a step.
    func report(_ ids: [Message.ID], in application: Application, json: Bool) throws {
        let messageStatuses = try application.desk.messageStatus(for: ids, at: application.now)
        if json {
            try JSON.print(each: messageStatuses, MessageReport.init)
        } else {
            let text = MessageText(hasColour: application.platform.hasColour)
            for messageStatus in messageStatuses {
                Output.line(text.heading(messageStatus))
                for fact in text.facts(messageStatus) { Output.line("   " + fact) }
            }
        }
    }
}

/// Stops messages until they are released.
struct Hold: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Stop messages until you release them.", discussion: "EXAMPLE\n  afterword hold 3 4")

    @OptionGroup var numbers: MessageNumbers
    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let messages = try application.desk.hold(numbers.ids, at: application.now)
        try report(messages.map(\.id), in: application, json: output.json)
        return .done
    }
}

/// Puts held messages back, with the reason set aside.
struct Release: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Put held messages back into the queue, or make cancelled ones drafts again.",
        discussion: """
            The reason for which a message was held is set aside for that message, and this
            is recorded; a new reason holds it again. What was already done, or belongs to
            a recruitment that has ended, can't be released. A message that the server
            deferred is tried again at the next send.

            EXAMPLE
              afterword release 3
            """)

    @OptionGroup var numbers: MessageNumbers
    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let messages = try application.desk.release(numbers.ids, at: application.now)
        try report(messages.map(\.id), in: application, json: output.json)
        return messages.contains { $0.state == .held } ? .needsUser : .done
    }
}

/// Calls messages off.
struct Cancel: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Call messages off; release takes it back.", discussion: "EXAMPLE\n  afterword cancel 3")

    @OptionGroup var numbers: MessageNumbers
    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let messages = try application.desk.cancel(numbers.ids, at: application.now)
        try report(messages.map(\.id), in: application, json: output.json)
        return .done
    }
}

/// Settles a doubtful delivery.
struct Resolve: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Say of an unconfirmed message whether it arrived.",
        discussion: """
            The server's answer was lost, so nobody knows. Look into the Sent folder at your
            provider, or wait whether an answer or a returned mail settles it.

            EXAMPLES
              afterword resolve 3 --delivered       sent, and on record
              afterword resolve 3 --not-delivered   held then; release sends it again
            """)

    @Argument(help: "The number of the message.", completion: Candidates.messages)
    var message: Int64

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
        let settled = try application.desk.resolve(
            Message.ID(rawValue: message), delivered: delivered, at: application.now)
        try report([settled.id], in: application, json: output.json)
        return .done
    }
}
