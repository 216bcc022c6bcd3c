import Mail

/// Mails that have come and wait until there are enough of them for all processors. The server goes on meanwhile: the
/// next lie ready when something was made of these.
struct ParallelBatch<Made: Sendable> {
    /// In bytes; so much of all mails lies in memory, and one mail more.
    private static var most: Int { 256 * 1024 }

    private let make: @Sendable (Excerpt) -> Made?
    private var waiting: [Excerpt] = []
    private var size = 0
    private var made: [Made] = []

    /// - Parameter make: what is made of a mail, if anything.
    init(of make: @escaping @Sendable (Excerpt) -> Made?) { self.make = make }

    mutating func add(_ excerpt: Excerpt) throws {
        waiting.append(excerpt)
        size += excerpt.bytes.count
        if size >= Self.most { try work() }
    }

    /// What was made of all of them, in the order in which they came.
    mutating func finish() throws -> [Made] {
        try work()
        return made
    }

    private mutating func work() throws {
        made += try waiting.mappedSideBySide(make).compactMap(\.self)
        (waiting, size) = ([], 0)
    }
}
