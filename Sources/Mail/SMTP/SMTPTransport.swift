import Etiquette

/// Delivers by SMTP, over one connection that serves message after message. For one thread.
package final class SMTPTransport: Transport {
    private let settings: SMTPSettings
    private let secret: Secret?
    private var connection: SMTPConnection?
    /// What failed, kept until there is time to clean it up.
    private var broken: SMTPConnection?

    /// Called about once a second while a delivery waits, and more often while something happens; false breaks off.
    package var onProgress: (() -> Bool)?

    /// - Parameter secret: the password or token of `settings.user`.
    package init(_ settings: SMTPSettings, secret: Secret?) {
        self.settings = settings
        self.secret = secret
    }

    deinit { close() }

    /// The outcomes of the design's table; `handOver` is called in libcurl's first read, after 354.
    package func deliver(_ envelope: Envelope, handOver: () throws -> [UInt8]) -> Delivery {
        broken = nil
        if let fault = EnvelopeFault(envelope) { return .notHandedOver(fault) }
        return withoutActuallyEscaping(handOver) { handOver in
            let body = BodySource(handOver)
            return converse { connection throws(CurlProblem) in
                let evidence = try connection.send(envelope, body)
                if let problem = body.problem { return .notHandedOver(problem) }
                return evidence.delivery
            }
        }
    }

    /// Says QUIT and closes, without waiting for an answer.
    package func close() {
        broken = nil
        connection = nil
    }

    /// Connects, begins TLS, logs in, says NOOP, and leaves; no message is sent.
    package func checkLogin() -> LoginCheck {
        broken = nil
        do {
            let connection = try SMTPConnection(settings, secret: secret)
            connection.conversation.onProgress = onProgress
            return LoginCheck(try connection.greet())
        } catch {
            return error.loginCheck
        }
    }

    private func converse(_ body: (SMTPConnection) throws(CurlProblem) -> Delivery) -> Delivery {
        do {
            let connection = try usableConnection()
            self.connection = connection
            connection.conversation.onProgress = onProgress
            let delivery = try body(connection)
            connection.conversation.end()
            if connection.isBroken { setAside() }
            return delivery
        } catch {
            setAside()
            return error.delivery
        }
    }

    private func usableConnection() throws(CurlProblem) -> SMTPConnection {
        if let connection, connection.isUsable { return connection }
        connection = nil
        return try SMTPConnection(settings, secret: secret)
    }

    private func setAside() {
        broken = connection
        connection = nil
    }
}

/// Why an envelope can't be said to a server: libcurl would put a line break in an address on the wire as it is.
package enum EnvelopeFault: Error, Equatable, Sendable {
    /// The address is the only one that was not read at the door.
    case unsafeAddress(String)

    init?(_ envelope: Envelope) {
        let addresses = [envelope.sender.text, envelope.recipient.text]
        guard let address = addresses.first(where: { !Self.isPlain($0) }) else { return nil }
        self = .unsafeAddress(address)
    }

    private static func isPlain(_ address: String) -> Bool {
        !address.isEmpty
            && address.utf8.allSatisfy { byte in
                (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
            }
    }
}
