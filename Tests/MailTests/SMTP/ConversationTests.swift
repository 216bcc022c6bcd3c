import CCurl
import Testing

@testable import Mail

/// What libcurl's callbacks tell, played by hand where no server would say it.
@Suite struct ConversationTests {
    private func say(_ line: String, in conversation: Conversation) {
        Array(line.utf8).withUnsafeBytes { conversation.didSend($0) }
    }

    private func hear(_ line: String, in conversation: Conversation) -> Bool {
        Array((line + "\r\n").utf8).withUnsafeBytes { conversation.didReceive($0) }
    }

    private func begun(needsLogin: Bool = false, _ body: BodySource? = nil) -> Conversation {
        let conversation = Conversation(needsLogin: needsLogin, needsSTARTTLS: false)
        conversation.begin(body)
        return conversation
    }

    /// A user name can be such that its base64 reads like a command.
    @Test(arguments: ["QUIT", "DATA", "NOOP", "STARTTLS"])
    func aSASLResponseIsNoCommand(word: String) {
        let conversation = begun(needsLogin: true)
        say("AUTH LOGIN\r\n", in: conversation)
        #expect(hear("334 VXNlcm5hbWU6", in: conversation))
        say(word + "\r\n", in: conversation)
        #expect(hear("535 no", in: conversation))
        let evidence = conversation.evidence(code: CURLE_LOGIN_DENIED, detail: "")
        #expect(evidence.phase == .auth)
        #expect(evidence.delivery.summary == "stopped loginRefused 535 auth")
    }

    @Test func theGoodbyeIsNoAnswer() {
        let conversation = begun()
        say("RCPT TO:<a@example.org>\r\n", in: conversation)
        #expect(hear("550 no", in: conversation))
        say("QUIT\r\n", in: conversation)
        #expect(hear("221 bye", in: conversation))
        #expect(
            conversation.evidence(code: CURLE_SEND_ERROR, detail: "").delivery.summary == "refused 550 rcpt")
    }

    @Test func whatWasAnsweredBeforeIsNoAnswerToTheNextCommand() {
        let conversation = begun()
        say("RCPT TO:<a@example.org>\r\n", in: conversation)
        #expect(hear("250 Ok", in: conversation))
        say("DATA\r\n", in: conversation)
        let evidence = conversation.evidence(code: CURLE_RECV_ERROR, detail: "")
        #expect(evidence.reply == nil)
        #expect(evidence.delivery.summary == "deferred message connectionLost")
    }

    /// Should libcurl ever come as far as this without a login, the message stays here.
    @Test func withoutALoginNoBodyIsGiven() {
        var wasAsked = false
        let conversation = begun(
            needsLogin: true,
            BodySource {
                wasAsked = true
                return Array("x\r\n".utf8)
            })
        say("DATA\r\n", in: conversation)
        #expect(hear("354 go", in: conversation))
        var room = [UInt8](repeating: 0, count: 100)
        #expect(room.withUnsafeMutableBytes { conversation.fill($0) } == nil)
        #expect(!wasAsked)
        let evidence = conversation.evidence(code: CURLE_ABORTED_BY_CALLBACK, detail: "")
        #expect(evidence.delivery.summary == "stopped authNotOffered")
    }

    @Test func theBodyIsGivenPieceByPiece() {
        let source = BodySource { Array("0123456789\r\n".utf8) }
        var room = [UInt8](repeating: 0, count: 5)
        var pieces: [String] = []
        while let count = room.withUnsafeMutableBytes({ source.fill($0) }), count > 0 {
            pieces.append(String(decoding: room.prefix(count), as: UTF8.self))
            #expect(source.isGiven == (pieces.count == 3))
        }
        #expect(pieces == ["01234", "56789", "\r\n"])
    }

    @Test func aConversationThatDidNotHappenLeavesNoTrace() {
        let conversation = begun()
        say("RCPT TO:<a@example.org>\r\n", in: conversation)
        _ = hear("550 no", in: conversation)
        conversation.begin(nil)
        let evidence = conversation.evidence(code: CURLE_COULDNT_CONNECT, detail: "no\u{1B}[31m way\n")
        #expect(evidence.delivery.summary == "deferred server notConnected")
        #expect(evidence.fault.detail == "no[31m way")
    }

    /// libcurl's result alone never says that a message has arrived, nor that it has not.
    @Test(
        arguments: [CURLE_OK, CURLE_RECV_ERROR, CURLE_OPERATION_TIMEDOUT, CURLE_WEIRD_SERVER_REPLY].map(
            \.rawValue))
    func withoutAReplyABodyThatWasGivenIsUnconfirmed(code: UInt32) {
        let evidence = Evidence(
            code: CURLcode(rawValue: code), detail: "", phase: .body, reply: nil, wasBodyGiven: true,
            stop: nil)
        guard case .unconfirmed = evidence.delivery else {
            Issue.record("\(evidence.delivery.summary)")
            return
        }
    }
}
