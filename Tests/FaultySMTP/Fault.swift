/// Where in a conversation something goes wrong.
package enum Step: String, CaseIterable, Sendable {
    case greeting, ehlo, auth, mail, rcpt, data
    /// After 354, before the final dot was read.
    case text
    /// After the final dot.
    case dot
}

/// What goes wrong there, instead of the reply that was hoped for.
package enum Trouble: Equatable, Sendable {
    /// Another reply; the line break is added.
    case says(String)
    /// Ends the connection.
    case drops
    /// Ends it with a RST.
    case resets
    /// Says nothing until the client leaves.
    case stalls
    /// The first line of a reply of many, and the end.
    case halves
    /// Lines that are no reply, of bytes that are no text, and then nothing until the client leaves.
    case mumbles
    /// The right code with words of bytes that are no text.
    case slurs
    /// A reply of so many bytes, in lines of 1000, that all promise another one; then the right reply.
    case floods(bytes: Int)
    /// One line of so many bytes that does not end.
    case runsOn(bytes: Int)
    /// The right reply, byte after byte, with so many milliseconds before each.
    case trickles(milliseconds: Int)
}

/// One thing that goes wrong in one transaction.
package struct Fault: Equatable, Sendable, CustomStringConvertible {
    /// Where.
    package let step: Step
    /// What.
    package let trouble: Trouble
    /// The message is kept all the same; only at the final dot, where alone there is one to keep.
    package let keeps: Bool

    /// `keeps` has no effect at another step than `.dot`.
    package init(_ step: Step, _ trouble: Trouble, keeps: Bool = false) {
        self.step = step
        self.trouble = trouble
        self.keeps = keeps && step == .dot
    }

    /// `dot drops, kept`.
    package var description: String { "\(step.rawValue) \(trouble)\(keeps ? ", kept" : "")" }
}
