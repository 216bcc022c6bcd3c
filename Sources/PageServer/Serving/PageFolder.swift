import Etiquette
import Foundation
import Ledger
import Setup

/// The files by which processes of one user find the page of one ledger, in the state folder: who serves it, at which port,
/// and who was just let in.
package struct PageFolder: Sendable {
    /// 0700.
    let path: String
    /// Twelve digits that no other ledger of this user has.
    let key: String

    /// How long a redirect file is good for, in seconds.
    static let entranceDuration: TimeInterval = 60

    /// Makes it where it isn't there.
    ///
    /// - Parameters:
    ///   - stateFolder: of the program.
    ///   - dataFolder: in which the ledger is, or will be.
    package init(stateFolder: String, dataFolder: String) throws(HomeProblem) {
        try Home.createFolder(dataFolder)
        // One folder, by whatever name it is called.
        let real = URL(fileURLWithPath: dataFolder).resolvingSymlinksInPath().path
        key = String(Digest.sha256(Array(real.utf8)).prefix(12))
        path = stateFolder + "/page-" + key
        try Home.createFolder(path)
    }

    /// The right to serve the page; nil where another process has it.
    package func lock() throws(HomeProblem) -> FileLock? {
        let path = path + "/lock"
        do throws(FileLock.Refusal) {
            return try FileLock(path, O_RDWR | O_CREAT | O_NOFOLLOW)
        } catch {
            switch error {
            case .held: return nil
            case .fault(let number): throw .notCreated(path: path, FileTrouble(errno: number))
            }
        }
    }

    /// Where it was served last, which is where it is served as long as somebody does; nil where it never was.
    package var port: Int? {
        guard let found = try? BoundedFile(path: portFile, limit: 16, followsLinks: false),
            let port = Int(String(decoding: found.bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
        else { return nil }
        return (1...65_535).contains(port) ? port : nil
    }

    /// Where somebody serves it just now; nil where nobody answers.
    package var servedPort: Int? {
        guard let port, let number = UInt16(exactly: port) else { return nil }
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafeBytes(of: &address) { bytes -> Int32 in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return -1 }
            return connect(socket, address, socklen_t(bytes.count))
        }
        return status == 0 ? port : nil
    }

    /// Writes down where it is served.
    func keep(port: Int) throws(HomeProblem) {
        guard port != self.port else { return }
        unlink(portFile)
        try Home.createFile(portFile, text: "\(port)\n")
    }

    /// Writes a page (0600) that sends a browser to the served one, and lets it in once within a minute.
    ///
    /// - Parameters:
    ///   - port: where it is served.
    ///   - random: 16 bytes of chance with each call.
    /// - Returns: the file's path.
    package func writeEntrance(port: Int, at now: Date, random: () -> [UInt8]) throws(HomeProblem) -> String {
        clear(at: now)
        let token = SessionSecret(random: random).text
        let file = entrance(until: now + Self.entranceDuration, token: token)
        let address = "http://\(Door.host):\(port)/\(Door.entrance)?token=\(token)"
        try Home.createFile(file, text: Self.redirect(to: address))
        return file
    }

    /// Takes a token; true for one that was written by `writeEntrance` less than a minute ago, and once only.
    ///
    /// The file's name has the token's digest, and not the token: whether it is there tells nothing of another one.
    func redeem(_ token: String, at now: Date) -> Bool {
        clear(at: now)
        let suffix = Self.suffix(token)
        guard let name = entrances.first(where: { $0.hasSuffix(suffix) }) else { return false }
        // Of two that come at the same moment one removes it.
        return unlink(path + "/" + name) == 0
    }

    /// Removes what is good for nothing any more, and what a clock that was set back would keep for too long.
    private func clear(at now: Date) {
        for name in entrances {
            let end = name.split(separator: "-").dropFirst().first.flatMap { TimeInterval($0) }
            let left = (end ?? 0) - now.timeIntervalSince1970
            if !(0...Self.entranceDuration + 1).contains(left) { unlink(path + "/" + name) }
        }
    }

    private var entrances: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasPrefix("open-") }
    }

    private func entrance(until end: Date, token: String) -> String {
        path + "/open-\(Int(end.timeIntervalSince1970.rounded(.up)))" + Self.suffix(token)
    }

    private static func suffix(_ token: String) -> String {
        "-\(Digest.sha256(Array(token.utf8)).prefix(32)).html"
    }

    private static func redirect(to address: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="refresh" content="0; url=\(address)">
        <title>Afterword</title>
        <p><a href="\(address)">Go on to Afterword</a></p>
        </html>

        """
    }

    private var portFile: String { path + "/port" }
}
