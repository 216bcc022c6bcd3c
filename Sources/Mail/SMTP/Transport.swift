import Etiquette

/// Who sends and who receives, as the server is told. One recipient: there is no way to name two (rule `thank-each`).
package struct Envelope: Equatable, Sendable {
    /// The reverse-path of MAIL, always the user's own address.
    package let sender: EmailAddress
    /// The forward-path of RCPT.
    package let recipient: EmailAddress

    /// Both were checked when they were made.
    package init(sender: EmailAddress, recipient: EmailAddress) {
        self.sender = sender
        self.recipient = recipient
    }
}

/// A way for a message to leave. Used by one thread at a time.
package protocol Transport: AnyObject {
    /// Delivers one message and waits for what becomes of it.
    /// - Parameter handOver: called at most once, when the server has accepted sender and recipient and asks
    ///   for the message (354 to DATA). Until then nothing was said; what it returns is what is said. If it throws,
    ///   nothing is.
    func deliver(_ envelope: Envelope, handOver: () throws -> [UInt8]) -> Delivery

    /// Called about once a second while a delivery waits, by the thread that delivers: whoever has something
    /// to record does so here while a server dawdles. The answer false breaks the conversation off; what that leaves
    /// is told by the outcome. A transport that never waits need not call it.
    var onProgress: (() -> Bool)? { get set }

    /// Takes leave. Whatever a failed delivery left behind is cleaned up here, or at the next delivery,
    /// never inside the delivery itself: its outcome can be recorded first.
    func close()
}
