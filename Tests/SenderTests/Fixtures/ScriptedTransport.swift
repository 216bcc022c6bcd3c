import Etiquette

@testable import Mail

/// A server that answers as it is told, and remembers what was said to it.
///
/// Unchecked: one connection has it at a time, and a test looks at it when the run is over; in between the sender's
/// own locks hand it on.
final class ScriptedTransport: Transport, @unchecked Sendable {
    /// One message as the server sees it.
    struct Scene {
        /// How it thinks for a while first; nil if it does not.
        var dawdles: (() -> Void)?
        /// What happens before the server asks for the body.
        var before: () throws -> Void = {}
        /// Whether it asks for the body at all.
        var asks = true
        /// How it keeps silent once it has the body; nil if it does not.
        var hangs: (() -> Void)?
        /// What happens while the body is on its way.
        var during: (_ body: [UInt8]) throws -> Void = { _ in }
        var outcome: Delivery = .accepted(Answer.accepted)
    }

    private var scenes: [Scene]
    private(set) var envelopes: [Envelope] = []
    /// The bodies that were given.
    private(set) var bodies: [[UInt8]] = []
    private(set) var closings = 0
    var onProgress: (() -> Bool)?

    /// - Parameter scenes: for one message after the other; whatever comes after them is accepted.
    init(_ scenes: [Scene] = []) {
        self.scenes = scenes
    }

    convenience init(_ outcomes: Delivery...) {
        self.init(outcomes.map { Scene(asks: $0.comesAfterTheBody, outcome: $0) })
    }

    func deliver(_ envelope: Envelope, handOver: () throws -> [UInt8]) -> Delivery {
        envelopes.append(envelope)
        let scene = scenes.isEmpty ? Scene() : scenes.removeFirst()
        do {
            if let dawdles = scene.dawdles {
                dawdles()
                guard onProgress?() ?? true else { return .deferred(scope: .server, nil, Answer.brokenOff) }
            }
            try scene.before()
            guard scene.asks else { return scene.outcome }
            let body = try handOver()
            bodies.append(body)
            if let hangs = scene.hangs {
                hangs()
                guard onProgress?() ?? true else { return .unconfirmed(Answer.brokenOff, nil) }
            }
            try scene.during(body)
            return scene.outcome
        } catch {
            return .notHandedOver(error)
        }
    }

    func close() { closings += 1 }

    var texts: [String] { bodies.map { String(decoding: $0, as: UTF8.self) } }
}

extension Delivery {
    /// Whether a server says this only when it has seen the body.
    fileprivate var comesAfterTheBody: Bool {
        switch self {
        case .accepted, .unconfirmed: true
        case .refused(let reply): reply.phase == .body
        case .deferred(_, let reply, _): reply?.phase == .body
        case .stopped, .notHandedOver: false
        }
    }
}

/// What servers say.
enum Answer {
    static let accepted = ServerReply(
        code: 250, enhancedStatus: "2.0.0", text: "Ok: queued as 4XyZ", phase: .body)
    static let noSuchUser = ServerReply(
        code: 550, enhancedStatus: "5.1.1", text: "No such user here", phase: .rcpt)
    static let spam = ServerReply(code: 554, enhancedStatus: "5.7.1", text: "Looks like spam", phase: .body)
    static let greylisted = ServerReply(code: 450, enhancedStatus: "4.2.0", text: "Greylisted", phase: .rcpt)
    static let tryLater = ServerReply(code: 451, enhancedStatus: nil, text: "Try later", phase: .body)
    static let busy = ServerReply(code: 421, enhancedStatus: nil, text: "Too busy", phase: .greeting)
    static let badLogin = ServerReply(code: 535, enhancedStatus: "5.7.8", text: "Bad login", phase: .auth)

    static let answered = TransportFault(kind: .answered, code: 0, detail: "")
    static let noConnection = TransportFault(kind: .notConnected, code: 7, detail: "Connection refused")
    static let brokenOff = TransportFault(kind: .brokenOff, code: 42, detail: "Callback aborted")
    static let lost = TransportFault(kind: .connectionLost, code: 56, detail: "Recv failure")
}
