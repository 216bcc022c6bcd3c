import Foundation

/// How often mails of known names lie in a mailbox on this machine: an mbox file, a Maildir, a folder of `.eml` files,
/// or one mail. Nothing but the headers is looked at, nothing is changed, and the memory needed does not grow with the
/// mailbox.
///
/// An mbox is taken apart at lines that begin with `From ` after an empty line (RFC 4155), as mail programs write it;
/// a mail program that moves mails while they are counted may have one counted twice or not at all.
public struct CopyCount: Sendable {
    /// For each wanted Message-ID, without angle brackets, how many mails bear it; those that none bears are left out.
    public private(set) var counts: [String: Int] = [:]
    /// How many mails were looked at.
    public private(set) var mails = 0

    /// What keeps a mailbox from being read.
    public struct Unreadable: Error, Equatable, Sendable {
        /// The mailbox, folder or file.
        public let path: String
        /// In the system's own words.
        public let detail: String
    }

    /// - Parameters:
    ///   - wanted: Message-IDs without angle brackets; all others are passed over.
    ///   - path: a file or a folder.
    public init(of wanted: Set<String>, in path: String) throws(Unreadable) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.fault(path) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else {
            close(descriptor)
            throw Self.fault(path)
        }
        switch facts.st_mode & S_IFMT {
        case S_IFREG:
            defer { close(descriptor) }
            try count(wanted, descriptor, path)
        case S_IFDIR:
            close(descriptor)
            try count(wanted, folder: path)
        default:
            close(descriptor)
            throw Unreadable(path: path, detail: "it is neither a file nor a folder")
        }
    }

    private static func fault(_ path: String) -> Unreadable {
        Unreadable(path: path, detail: String(cString: strerror(errno)))
    }

    /// A Maildir has its mails in `cur` and `new`; what is in `tmp` has not arrived yet.
    private mutating func count(_ wanted: Set<String>, folder: String) throws(Unreadable) {
        let parts: [String] = ["cur", "new"].map { "\(folder)/\($0)" }
            .filter { (part: String) in access(part, F_OK) == 0 }
        for part in parts { try count(wanted, filesIn: part) { !$0.hasPrefix(".") } }
        guard parts.isEmpty else { return }
        try count(wanted, filesIn: folder) { $0.lowercased().hasSuffix(".eml") }
    }

    /// Links are not followed, nor is anything looked at but files.
    private mutating func count(
        _ wanted: Set<String>, filesIn folder: String, where isMail: (String) -> Bool
    ) throws(Unreadable) {
        guard let stream = opendir(folder) else { throw Self.fault(folder) }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            // A name need not be UTF-8: it is opened by its bytes, and mended only to be shown.
            let (name, descriptor) = withUnsafeBytes(of: &entry.pointee.d_name) {
                bytes -> (String, CInt?) in
                guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else {
                    return ("", nil)
                }
                let name = String(cString: start)
                guard isMail(name) else { return (name, nil) }
                return (name, openat(dirfd(stream), start, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW))
            }
            guard let descriptor else { continue }
            if descriptor < 0, errno == ELOOP || errno == ENOENT { continue }
            guard descriptor >= 0 else { throw Self.fault("\(folder)/\(name)") }
            defer { close(descriptor) }
            var facts = stat()
            guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { continue }
            try count(wanted, descriptor, "\(folder)/\(name)")
        }
    }

    private mutating func count(
        _ wanted: Set<String>, _ descriptor: CInt, _ path: String
    ) throws(Unreadable) {
        var headers = HeaderScan(wanted: wanted)
        var lines = LineScan()
        while headers.goesOn {
            guard lines.read(descriptor, into: { headers.take($0) }) else {
                guard errno == 0 else { throw Self.fault(path) }
                break
            }
        }
        lines.finish { headers.take($0) }
        headers.finish()
        mails += headers.mails
        counts.merge(headers.counts, uniquingKeysWith: +)
    }
}
