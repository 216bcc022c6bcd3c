/// The message, asked for when the server is ready for it and not before.
final class BodySource {
    private let handOver: () throws -> [UInt8]
    private var bytes: [UInt8]?
    private var given = 0
    /// What `handOver` threw, or what is wrong with its bytes.
    private(set) var problem: (any Error)?

    init(_ handOver: @escaping () throws -> [UInt8]) { self.handOver = handOver }

    /// libcurl has all of it. It is told of the end one call later, and may have said the final dot only then; to
    /// call this "given" already is to err on the side of doubt.
    var isGiven: Bool {
        guard let bytes else { return false }
        return given == bytes.count
    }

    /// The next piece, of no bytes at the end; nil where there is nothing to hand over.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
        guard problem == nil, let bytes = bytes ?? ask() else { return nil }
        self.bytes = bytes
        let piece = bytes[given...].prefix(buffer.count)
        buffer.copyBytes(from: piece)
        given += piece.count
        return piece.count
    }

    private func ask() -> [UInt8]? {
        do {
            let bytes = try handOver()
            if let fault = WireForm.fault(in: bytes) { throw fault }
            return bytes
        } catch {
            problem = error
            return nil
        }
    }
}
