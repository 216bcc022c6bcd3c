import Foundation
import Setup

/// Who sees to it that what is due leaves, as far as this computer can tell.
package enum SendingArrangement: Equatable, Sendable {
    /// The user sends each message with a program of their own; `afterword run` is up, and tells when one is ready.
    case byHand(isTold: Bool)
    /// `afterword run` is up; started by the service, it comes up again with the next session.
    case running(isService: Bool)
    /// The service is installed, and not at work.
    case serviceStopped
    /// Nobody stays, but `afterword send` was run lately by a script or a timer, at that moment.
    case scheduled(last: Date)
    /// Nothing leaves before the user sends it.
    case nobody

    /// Whether what is due leaves without the user.
    package var isBySelf: Bool {
        switch self {
        case .running, .scheduled: true
        case .byHand, .serviceStopped, .nobody: false
        }
    }

    package var isByHand: Bool { if case .byHand = self { true } else { false } }

    /// A process is there that sends at the moment at which something is due.
    package var isRunning: Bool { if case .running = self { true } else { false } }
}

extension Application {
    /// Seconds after which a run of `send` that nobody typed at a terminal says nothing any more: a timer starts one every day, or more
    /// often.
    private static let memory: TimeInterval = 26 * 3600

    /// Looked at now, in a few files: no other program is asked.
    package var sendingArrangement: SendingArrangement {
        get throws {
            let isInstalled = try serviceIsInstalled
            if try isSomebodySending {
                return try configuration.isByHand ? .byHand(isTold: true) : .running(isService: isInstalled)
            }
            guard try !configuration.isByHand else { return .byHand(isTold: false) }
            let runs = LastRun(of: .send, folder: home.dataFolder)
            if let last = runs.moment, last > now - Self.memory, last <= now, runs.isRegular {
                return .scheduled(last: last)
            }
            return isInstalled ? .serviceStopped : .nobody
        }
    }

    /// Since when somebody sends by itself; nil where nobody does, or where that is not known.
    package var sendingSince: Date? {
        get throws {
            guard try sendingArrangement.isRunning else { return nil }
            return LastRun(of: .run, folder: home.dataFolder).moment
        }
    }

    /// How `run` is started with the user's session.
    package var service: UserService {
        get throws {
            try UserService(program: platform.program, environment: platform.environment, home: home)
        }
    }

    private var serviceIsInstalled: Bool {
        get throws {
            // Where nobody says where units lie, there is none.
            switch try? service.standing {
            case .own, .packaged: true
            case .absent, .foreign, nil: false
            }
        }
    }
}

/// When something was last done. It stands beside the ledger and not in it: with nothing due that stays as it is, byte for
/// byte.
package struct LastRun {
    package enum Work: String {
        /// By a script or a timer.
        case send
        /// By anybody.
        case listen
        /// A long run: when it began, as long as it lasts.
        case run
    }

    private let path: String

    /// - Parameter folder: of the ledger.
    package init(of work: Work, folder: String) { path = folder + "/last-" + work.rawValue }

    /// Nil where none was.
    package var moment: Date? { moments.last }

    /// The last few, oldest first.
    private var moments: [Date] {
        let text = (try? BoundedFile(path: path, limit: 256)).map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
        return (text ?? "").split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
            .map(Date.init(timeIntervalSince1970:))
    }

    /// It is over: nobody asks for its moment any more.
    package func forget() { unlink(path) }

    /// Whether they came at one distance, as those of a timer do: one run, or two, may be of somebody who sends through a
    /// pipe.
    package var isRegular: Bool {
        let moments = moments
        let gaps = zip(moments.dropFirst(), moments).map { $0.timeIntervalSince($1) }
        guard gaps.count == Self.kept - 1, let shortest = gaps.min(), let longest = gaps.max() else {
            return false
        }
        return shortest >= 30 && longest <= shortest * 1.25 + 60
    }

    private static let kept = 4

    /// Notes a run. Nothing is said where that can't be done: sending goes on.
    package func note(_ moment: Date) {
        let all = moments.filter { $0 < moment }.suffix(Self.kept - 1) + [moment]
        let text = all.map { "\(Int($0.timeIntervalSince1970))\n" }.joined()
        try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
