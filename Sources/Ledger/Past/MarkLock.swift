import Foundation

/// The lock beside a mark: of all the copies of a ledger on this computer one at a time reads the mark, sends, and counts
/// on. It ends with its owner, at the latest with the process.
///
/// The file is never taken away, since two processes could then lock two files of one name. It says when it was born, as
/// the file system has it: a copy of it was born later, and shows so that the marks around it are copies, too.
final class MarkLock {
    private let lock: FileLock
    /// Whether the marks are where they were made.
    private(set) var place: Place

    /// Whether a folder of marks is the one in which they were made.
    enum Place: Equatable, Sendable {
        case original
        case copied
        /// The file system does not tell when a file was born, or there is no such file yet.
        case unknown

        fileprivate init(written: String, born: String?) {
            guard let born, !written.isEmpty else {
                self = .unknown
                return
            }
            self = written == born ? .original : .copied
        }
    }

    /// Takes it, and makes the file where there is none.
    ///
    /// - Parameter ledger: where the ledger is, to name it.
    /// - Throws: `LedgerProblem.copyAtWork` where another copy has it, `.cannotWrite`.
    init(_ witness: Witness, of id: [UInt8], at ledger: String) throws(LedgerProblem) {
        let path = Self.path(witness, id)
        try DurableFile.makeFolder(witness.folder)
        do throws(FileLock.Refusal) {
            lock = try FileLock(path, O_RDWR | O_CREAT | O_NOFOLLOW)
        } catch {
            switch error {
            case .held: throw .copyAtWork(path: ledger)
            case .fault(let number): throw DurableFile.fault(path, number)
            }
        }
        let (written, born) = (Self.text(of: lock.descriptor), witness.birth(path))
        if written.isEmpty, let born { try Self.write(born, to: lock.descriptor, path) }
        place = Place(written: written.isEmpty ? born ?? "" : written, born: born)
    }

    /// From now on the marks belong here.
    func settle(_ witness: Witness, _ id: [UInt8]) throws(LedgerProblem) {
        let path = Self.path(witness, id)
        guard place == .copied, let born = witness.birth(path) else { return }
        try Self.write(born, to: lock.descriptor, path)
        place = .original
    }

    /// The same without taking the lock: nothing is written.
    static func place(_ witness: Witness, of id: [UInt8]) -> Place {
        let path = path(witness, id)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return .unknown }
        defer { close(descriptor) }
        return Place(written: text(of: descriptor), born: witness.birth(path))
    }

    private static func path(_ witness: Witness, _ id: [UInt8]) -> String { witness.path(of: id) + ".lock" }

    private static func text(of descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    private static func write(_ text: String, to descriptor: Int32, _ path: String) throws(LedgerProblem) {
        let bytes = Array(text.utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, bytes.count, 0) == bytes.count,
            fsync(descriptor) == 0
        else { throw DurableFile.fault(path) }
    }
}
