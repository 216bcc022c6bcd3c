import Etiquette
import Foundation
import Testing
import Wording

@testable import Application
@testable import Mail
@testable import afterword

@Suite struct RunWordingTests {
    private static let moment = Date(timeIntervalSince1970: 1_795_273_200)

    private struct Said: ExitCoded {
        let sentence: Sentence
        var exit: Exit { .fault }
    }

    @Test(arguments: [
        (RunEvent.started, "info started"), (.waiting(nil), "info waiting for=a message to be queued"),
        (.waiting(moment), "info waiting until=2026-11-21T15:00:00Z"),
        (
            .paused(Said(sentence: "the login was refused."), until: moment),
            "error paused until=2026-11-21T15:00:00Z why=the login was refused."
        ),
        (.ledgerChanged, "info ledger changed"), (.configurationRead, "info configuration read again"),
        (
            .configurationRefused(Said(sentence: "config.yaml:1:\nno.")),
            "error configuration refused, the one before stays in force why=config.yaml:1: no."
        ),
        (.surprised(.slept(3600.4)), "notice the machine slept seconds=3600"),
        (.surprised(.clockMoved(-3600)), "notice the clock was set seconds=-3600"),
        (
            .serverTakesNothing(
                .server(TransportFault(kind: .notConnected, code: 7, detail: ""), nil, by: nil)),
            "warning server takes nothing why=the server can't be reached."
        ),
        (
            .mailboxUnread(Said(sentence: "no."), until: moment),
            "error mailbox not read until=2026-11-21T15:00:00Z why=no."
        ),
        (
            .sentFolder(.settled(Message.ID(rawValue: 3))),
            "notice sent folder what=message 3 was sent after all: there is a copy in the Sent folder of your mailbox."
        ),
        (.stopping, "info stopping"), (.stopped, "info stopped"),
        (.abandoned, "warning stopped without the server's answer; see: afterword queue"),
    ])
    func eachEventHasItsLine(event: RunEvent, text: String) {
        let line = event.line
        let fields = line.fields.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        #expect("\(line.level) \(line.event)\(fields)" == text)
    }

    @Test(
        arguments: [
            ([], nil), ([3], "Message 3 needs you. See: afterword advise"),
            ([3, 4], "2 messages need you. See: afterword advise"),
        ] as [([Int64], String?)])
    func oneNoticeSpeaksForAll(messages: [Int64], text: String?) {
        #expect(Wording.text(RunNotice.messages(messages.map(Message.ID.init(rawValue:))))?.spelled == text)
    }

    @Test func whatStandsSaysWhatToDo() {
        let text = Wording.standing("the login was refused.").spelled
        #expect(
            text.hasPrefix("Nothing is sent just now: the login was refused. When you have put it right: "))
    }
}
