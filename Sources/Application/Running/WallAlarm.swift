import CLinux
import Foundation

/// An alarm at a moment of the clock on the wall, which also goes off when that clock is set or the machine wakes
/// from sleep (timerfd_create(2), TFD_TIMER_CANCEL_ON_SET).
final class WallAlarm {
    /// Readable once the alarm has gone off.
    package let descriptor: Int32

    /// Nil where the system has no such alarm to give.
    init?() {
        descriptor = timerfd_create(CLOCK_REALTIME, Int32(TFD_CLOEXEC | TFD_NONBLOCK))
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Sets the alarm anew; a moment that is past goes off at once.
    package func set(_ moment: Date) {
        let seconds = max(0, moment.timeIntervalSince1970)
        var time = itimerspec()
        time.it_value.tv_sec = Int(seconds.rounded(.down))
        // All zero would switch the alarm off.
        time.it_value.tv_nsec = max(1, Int((seconds - seconds.rounded(.down)) * 1e9))
        let flags = Int32(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)
        // A change of the clock that nobody has read yet makes it fail and is thereby read: it is set all the same.
        _ = timerfd_settime(descriptor, flags, &time, nil)
    }

    /// Why it went off; nil where it has not.
    package func reason() -> Wake? {
        var count: UInt64 = 0
        if read(descriptor, &count, MemoryLayout<UInt64>.size) > 0 { return .time }
        return errno == ECANCELED ? .clock : nil
    }
}
