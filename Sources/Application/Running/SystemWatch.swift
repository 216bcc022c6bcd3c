import Foundation

/// Waits on an alarm, on the files of the house and on the bell at the same time, and uses no processor meanwhile.
package final class SystemWatch: Watch {
    private let stopSignal: StopSignal
    private let alarm = WallAlarm()
    private let files: FileWatch?
    private let clock: () -> Date

    /// Where everything is noticed by itself, this is for what it can't be: folders on other machines.
    private static let longPatience: TimeInterval = 3600
    /// Without an alarm or without a watch on the files.
    private static let shortPatience: TimeInterval = 15
    /// Milliseconds without a further change that end a change.
    private static let quiet: Int32 = 50

    /// - Parameters:
    ///   - files: what to follow, and what a change of it means. Their folders must be there.
    ///   - clock: asked only where the system has no alarm.
    package init(stopSignal: StopSignal, files wakes: [String: Wake], clock: @escaping () -> Date) {
        self.stopSignal = stopSignal
        self.clock = clock
        let watch = FileWatch()
        let isWatched = wakes.map { path, wake in watch?.follow(path, as: wake) ?? false }
        files = isWatched.allSatisfy(\.self) ? watch : nil
    }

    package var patience: TimeInterval {
        files == nil || alarm == nil ? Self.shortPatience : Self.longPatience
    }

    package func follow(_ path: String) {
        // Where it can't be followed, the patience ends some time, and a restart helps at once.
        _ = files?.follow(path, as: .configuration)
    }

    package func forget() { _ = files?.changes() }

    package func wait(until moment: Date) -> Wake {
        alarm?.set(moment)
        while true {
            let wake = nextWake(at: moment)
            // Another file of those folders was changed.
            guard wake.isEmpty else { return wake }
        }
    }

    private func nextWake(at moment: Date) -> Wake {
        var waited = [stopSignal.descriptor, files?.descriptor ?? -1, alarm?.descriptor ?? -1].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let limit = alarm == nil ? min(patience, max(0, moment.timeIntervalSince(clock()))) : nil
        let count = poll(&waited, nfds_t(waited.count), limit.map { Int32(($0 * 1000).rounded(.up)) } ?? -1)
        guard count > 0 else { return count == 0 ? .time : [] }
        var wake: Wake = waited[0].revents == 0 ? [] : .stop
        if waited[1].revents != 0 { wake.formUnion(settledChanges()) }
        if waited[2].revents != 0, let reason = alarm?.reason() { wake.formUnion(reason) }
        return wake
    }

    /// One change of a ledger is many writes: waits until they have ended, a second at most.
    private func settledChanges() -> Wake {
        guard let files else { return [] }
        var found = files.changes()
        for _ in 0..<20 {
            var waited = pollfd(fd: files.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waited, 1, Self.quiet) > 0 else { break }
            found.formUnion(files.changes())
        }
        return found
    }
}
