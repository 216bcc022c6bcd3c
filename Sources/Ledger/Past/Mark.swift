import Foundation
import Text

/// What stands outside the ledger and remembers how far it had come: a small file, named by the ledger's id.
struct Mark: Equatable, Sendable {
    var number: Int64
    var token: [UInt8]
    /// Where the ledger was, so that its loss is noticed there.
    var ledger: String

    /// What stands in the place of a mark.
    enum Found: Equatable, Sendable {
        case absent
        case unreadable
        case present(Mark)

        var token: [UInt8]? { if case .present(let mark) = self { mark.token } else { nil } }
        var number: Int64 { if case .present(let mark) = self { mark.number } else { 0 } }
    }

    /// The longest path that Linux takes, and the lines before it.
    private static let limit = 4096 + 200
    private static let title = "afterword mark 1"
    private static let numberName = "generation "

    /// Always of the same length, so that it can be written over.
    fileprivate static func digits(_ number: Int64) -> String {
        number.padded(to: 20)
    }

    /// Where the number begins.
    fileprivate static let placeOfNumber = off_t(title.utf8.count + 1 + numberName.utf8.count)

    private var text: String {
        "\(Self.title)\n\(Self.numberName)\(Self.digits(number))\ntoken \(token.hexadecimal)\nledger \(ledger)\n"
    }

    init(number: Int64, token: [UInt8], ledger: String) {
        self.number = number
        self.token = token
        self.ledger = ledger
    }

    /// Nil for anything that this program did not write.
    init?(_ text: String) {
        // A path may hold anything but NUL, line breaks included.
        let lines = text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
        guard lines.count == 4, lines[0] == Self.title, lines[3].hasPrefix("ledger "),
            lines[3].hasSuffix("\n"),
            let number = lines[1].value(after: Self.numberName).flatMap({ Int64($0) }), number > 0,
            let token = lines[2].value(after: "token ").flatMap({ [UInt8](hexadecimal: $0) }),
            token.count == 16
        else { return nil }
        self.init(number: number, token: token, ledger: String(lines[3].dropFirst(7).dropLast()))
    }

    static func read(_ path: String) -> Found {
        // Non-blocking, so that a pipe in its place cannot hang the program.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .absent : .unreadable }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = Foundation.read(descriptor, &buffer, limit)
        guard count > 0, let text = String(validating: buffer.prefix(count), as: UTF8.self) else {
            return .unreadable
        }
        return Mark(text).map(Found.present) ?? .unreadable
    }

    /// Whole or not at all, and on disk when this returns.
    func write(_ path: String) throws(LedgerProblem) {
        try DurableFile.makeFolder((path as NSString).deletingLastPathComponent)
        // A name of the writer's own: nobody else's half-written mark gets into its place.
        let fresh = "\(path).\(token.prefix(4).hexadecimal)"
        try DurableFile.write(Array(text.utf8), to: fresh)
        try DurableFile.rename(fresh, to: path)
    }
}

/// A mark whose number is written over, again and again, by the one who has the turn.
final class OpenMark {
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws(LedgerProblem) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw fault }
    }

    deinit { close(descriptor) }

    /// Survives the end of the process, but no loss of power.
    func write(_ number: Int64) throws(LedgerProblem) {
        let digits = Array(Mark.digits(number).utf8)
        guard pwrite(descriptor, digits, digits.count, Mark.placeOfNumber) == digits.count else {
            throw fault
        }
    }

    /// Sees it on disk.
    func synchronise() throws(LedgerProblem) {
        guard fsync(descriptor) == 0 else { throw fault }
    }

    private var fault: LedgerProblem { .cannotWrite(path: path, detail: String(cString: strerror(errno))) }
}

extension Substring {
    fileprivate func value(after name: String) -> Substring? {
        hasPrefix(name) ? dropFirst(name.count) : nil
    }
}

extension [UInt8] {
    fileprivate init?(hexadecimal text: Substring) {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
