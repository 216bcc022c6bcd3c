import CLinux
import Etiquette
import Foundation
import Mail
import Setup
import Text

/// What of time, chance and machine everything is made from. Clock and chance are given from outside: nothing in here reads
/// them by itself.
package struct Platform: Sendable {
    package let environment: [String: String]
    private let clock: @Sendable () -> Date
    private let random: @Sendable () -> UInt64

    /// - Parameters:
    ///   - clock: the present.
    ///   - random: 64 bits that nobody can foretell.
    package init(
        environment: [String: String], clock: @escaping @Sendable () -> Date,
        random: @escaping @Sendable () -> UInt64
    ) {
        self.environment = environment
        self.clock = clock
        self.random = random
    }

    package var now: Date { clock() }

    /// Waits, with nothing else to do.
    package func pause(until moment: Date) {
        Thread.sleep(forTimeInterval: max(0, moment.timeIntervalSince(now)))
    }

    /// The present, on the clocks that tell whether the machine slept or somebody set one of them.
    package var moments: Moments {
        func seconds(_ clock: clockid_t) -> TimeInterval {
            var time = timespec()
            clock_gettime(clock, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        return Moments(wall: now, awake: seconds(CLOCK_MONOTONIC), sinceStart: seconds(CLOCK_BOOTTIME))
    }

    /// The file of this program, for others to start; nil where the system does not tell.
    package var program: String? { Bundle.main.executablePath }

    package var user: uid_t { geteuid() }

    /// What this computer knows of the user: the name in the list of accounts (passwd(5), GECOS), where it is one of a person
    /// and not of a post, and what mail programs take from the environment.
    package var account: SetupDialogue.Account {
        var name = environment["DEBFULLNAME"]
        if name == nil, let entry = getpwuid(user), let text = entry.pointee.pw_gecos {
            name = String(cString: text).split(separator: ",").first.map(String.init)
        }
        let isPerson = name.map { $0.contains(" ") && NameForm(of: $0) == nil } ?? false
        return SetupDialogue.Account(
            name: isPerson ? name : nil, address: environment["EMAIL"] ?? environment["DEBEMAIL"])
    }

    /// 16 bytes that no other ledger has.
    package func freshID() -> [UInt8] {
        [random(), random()].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
    }

    /// A number out of the range, for delays that are not to end at once everywhere.
    @Sendable package func chance(in range: ClosedRange<Double>) -> Double {
        let share = Double(random() >> 11) / Double(UInt64(1) << 53)
        return range.lowerBound + (range.upperBound - range.lowerBound) * share
    }

    /// What the system calls this machine (machine-id(5): 32 hexadecimal digits); nil where it has no name yet.
    var machineID: String? {
        let text = Self.line(of: "/etc/machine-id")
        return text.count == 32 && text.allSatisfy(\.isHexDigit) ? text : nil
    }

    /// The IANA name of the zone that this machine is set to; nil where it is set in another way than by a link into the
    /// zones (timezone(5), /etc/localtime).
    package var zoneName: String? {
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")
        return target?.components(separatedBy: "zoneinfo/").last.flatMap { try? TimeZone.iana($0) }?
            .identifier
    }

    /// What is asked about a mail domain: the system's name servers, or the one that AFTERWORD_NAME_SERVER names
    /// (`127.0.0.1:5353`), so that a test asks nobody else.
    package var domainRecords: DomainRecords {
        let parts = (environment["AFTERWORD_NAME_SERVER"] ?? "").split(separator: ":")
        guard parts.count == 2, let port = Int(parts[1]) else { return DomainRecords() }
        return DomainRecords(server: (String(parts[0]), port))
    }

    /// What Linux calls its own run since this machine was switched on (random(4)); nil elsewhere.
    var bootID: String? {
        let text = Self.line(of: "/proc/sys/kernel/random/boot_id")
        return text.isEmpty ? nil : text
    }

    /// Empty where there is none.
    private static func line(of path: String) -> String {
        let found = try? BoundedFile(path: path, limit: 64)
        return String(decoding: found?.bytes ?? [], as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// When a file was born, as the file system has it, to the nanosecond; nil where that does not tell (statx(2)).
    @Sendable func birth(of path: String) -> String? {
        var nanoseconds = UInt32(0)
        let seconds = afterword_birth_time(path, &nanoseconds)
        return seconds < 0 ? nil : "\(seconds).\(nanoseconds)"
    }

    /// The folder of the user's account, where the environment does not name it.
    var accountFolder: String? {
        guard let account = getpwuid(geteuid()), let folder = account.pointee.pw_dir else { return nil }
        return String(cString: folder)
    }
}
