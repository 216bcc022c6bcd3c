import FaultySMTP
import Fixtures
import Foundation
import Testing

/// Ten megabytes where a line was expected do not end up in memory.
@Suite struct HostileServerTests {
    @Test(arguments: [Trouble.floods(bytes: 10_000_000), .runsOn(bytes: 10_000_000)])
    func aReplyOfTenMegabytesIsNotKept(trouble: Trouble) throws {
        let good = try Self.peak(FaultyServer(FaultChooser(percent: 0), .init(offersLogin: true)))
        #expect(good.status == 0)
        let fault = Fault(.auth, trouble)
        let bad = try Self.peak(
            FaultyServer(FaultChooser(percent: 100, of: [fault]), .init(offersLogin: true)))
        #expect(bad.status == 69)
        #expect(good.kilobytes > 1000 && bad.kilobytes > 1000)
        #expect(
            bad.kilobytes < good.kilobytes + 5000,
            "\(good.kilobytes) KB, and \(bad.kilobytes) KB of a bad server")
    }

    /// The most memory that `doctor` had as it was last seen.
    private static func peak(_ server: FaultyServer) throws -> (status: Int32, kilobytes: Int) {
        let ada = try Applicant()
        try ada.configure(
            "smtp:\n  url: smtp://127.0.0.1:\(server.port)\n  tls: 'off'\n  user: ada\n  password_command: echo x\n"
                + "  reply_timeout: 1s\n", etiquette: "")
        let silence = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(silence) }
        let child = try ChildProcess.spawn(
            [Program.path, "doctor"], environment: Program.environment(home: ada.home),
            descriptors: [silence, silence, silence])
        var kilobytes = 0
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            let facts = (try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8)) ?? ""
            if let most = facts.firstMatch(of: /VmHWM:\s+(\d+)/)?.1 { kilobytes = Int(most) ?? 0 }
            usleep(1000)
        }
        return ((status >> 8) & 0xFF, kilobytes)
    }
}
