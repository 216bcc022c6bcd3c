import Foundation

/// A browser that came in by `afterword open`.
struct Session: Sendable {
    /// What its cookie brings.
    let id: SessionSecret
    /// What its forms bring back.
    let formToken: SessionSecret
    let end: Date
}

/// The browsers that may look, in memory alone: they end with the process.
struct Sessions: Sendable {
    /// Seconds.
    static let duration: TimeInterval = 12 * 3600
    /// Of more the oldest ends.
    static let most = 10

    private var all: [Session] = []

    /// A further one.
    ///
    /// - Parameter random: 16 bytes of chance with each call.
    mutating func begin(at now: Date, random: () -> [UInt8]) -> Session {
        let session = Session(
            id: SessionSecret(random: random), formToken: SessionSecret(random: random),
            end: now + Self.duration)
        all = all.filter { $0.end > now }.suffix(Self.most - 1) + [session]
        return session
    }

    /// Nil where there is none, or none any more. Every one is compared, so that the time it takes tells nothing.
    func session(_ id: String, at now: Date) -> Session? {
        all.reduce(nil) { found, session in
            session.id.matches(id) && session.end > now ? session : found
        }
    }
}
