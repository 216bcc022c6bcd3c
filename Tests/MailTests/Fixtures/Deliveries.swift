import Etiquette
import Foundation
import Mail

extension Delivery {
    /// For tables: `deferred server 421 greeting answered`.
    var summary: String {
        func words(_ reply: ServerReply?) -> String { reply.map { " \($0.code) \($0.phase.rawValue)" } ?? "" }
        switch self {
        case .accepted(let reply): return "accepted" + words(reply)
        case .refused(let reply): return "refused" + words(reply)
        case .deferred(let scope, let reply, let fault):
            return "deferred \(scope.rawValue)\(words(reply)) \(fault.kind.rawValue)"
        case .stopped(let cause, let reply): return "stopped \(cause.rawValue)" + words(reply)
        case .unconfirmed(let fault, let reply): return "unconfirmed \(fault.kind.rawValue)" + words(reply)
        case .notHandedOver(let error): return "notHandedOver \(error)"
        }
    }
}

extension LoginCheck {
    var summary: String {
        func words(_ reply: ServerReply?) -> String { reply.map { " \($0.code) \($0.phase.rawValue)" } ?? "" }
        switch self {
        case .passed(let reply): return "passed" + words(reply)
        case .deferred(let reply, let fault): return "deferred\(words(reply)) \(fault.kind.rawValue)"
        case .stopped(let cause, let reply): return "stopped \(cause.rawValue)" + words(reply)
        }
    }
}

extension SMTPSettings {
    /// In the clear, to a scripted server on this machine.
    static func scripted(_ server: ScriptedServer, user: String? = nil) -> SMTPSettings {
        var settings = SMTPSettings(scheme: .smtp, host: "127.0.0.1", port: server.port, user: user)
        settings.requiresTLS = false
        settings.replyTimeout = 5
        settings.connectTimeout = 5
        return settings
    }
}

extension Envelope {
    static func adaToJane() throws -> Envelope {
        Envelope(
            sender: try Letters.address("ada@example.org"),
            recipient: try Letters.address("jane.okafor@example.net"))
    }
}

/// Counts how often a message was asked for.
final class HandOver {
    private(set) var count = 0
    private let bytes: [UInt8]

    init(_ text: String = "Subject: Thank you\r\n\r\nHello Jane\r\n") {
        bytes = Array(text.utf8)
    }

    func give() -> [UInt8] {
        count += 1
        return bytes
    }
}
