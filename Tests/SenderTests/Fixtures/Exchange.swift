import Etiquette
import Foundation
import Mail
import Synchronization

/// A server with several connections at a time: every one of them is a transport of its own, and what comes in over
/// any is kept in one place.
final class Exchange: Sendable {
    struct Seen: Sendable {
        var connections = 0
        var closings = 0
        var bodies: [String] = []
        var recipients: [String] = []
        /// Deliveries at the same moment, at most.
        var atOnce = 0
        var most = 0
    }

    private let seen = Mutex(Seen())
    /// What becomes of a message, by its recipient; called when the sender has handed it over, unless it answers
    /// at once.
    let answer: @Sendable (String, _ handOver: () throws -> [UInt8]) throws -> Delivery

    init(
        answer: @escaping @Sendable (String, _ handOver: () throws -> [UInt8]) throws -> Delivery = {
            _ = try $1()
            return .accepted(Answer.accepted)
        }
    ) {
        self.answer = answer
    }

    var everything: Seen { seen.withLock { $0 } }

    func connect() -> any Transport {
        seen.withLock { $0.connections += 1 }
        return Line(exchange: self)
    }

    private final class Line: Transport {
        private let exchange: Exchange
        var onProgress: (() -> Bool)?

        init(exchange: Exchange) { self.exchange = exchange }

        func deliver(_ envelope: Envelope, handOver: () throws -> [UInt8]) -> Delivery {
            let recipient = envelope.recipient.text
            exchange.seen.withLock { seen in
                seen.recipients.append(recipient)
                seen.atOnce += 1
                seen.most = max(seen.most, seen.atOnce)
            }
            defer { exchange.seen.withLock { $0.atOnce -= 1 } }
            do {
                return try exchange.answer(recipient) {
                    let body = try handOver()
                    exchange.seen.withLock { $0.bodies.append(String(decoding: body, as: UTF8.self)) }
                    return body
                }
            } catch {
                return .notHandedOver(error)
            }
        }

        func close() { exchange.seen.withLock { $0.closings += 1 } }
    }
}
