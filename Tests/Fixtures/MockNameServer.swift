import Foundation
import Glibc

/// A name server on loopback that knows the records that it is given, and answers every other question with "no such
/// name". It ends with its owner.
package final class MockNameServer: Sendable {
    /// One record: an MX, or an SRV.
    package enum Record: Sendable {
        case exchanger(preference: Int, host: String)
        case service(priority: Int, weight: Int, port: Int, host: String)
    }

    package let port: Int
    private let socket: Int32
    private let isSilent: Bool

    /// - Parameter isSilent: it takes questions and never answers.
    package init(_ records: [String: [Record]], isSilent: Bool = false) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        self.socket = socket
        self.isSilent = isSilent
        port = Int(UInt16(bigEndian: address.sin_port))
        guard !isSilent else { return }
        Thread.detachNewThread { Self.serve(socket, records) }
    }

    /// Only the thread that reads the socket closes it: a descriptor closed under a reader is soon another server's, and
    /// the old thread would answer the new one's questions. A datagram that is too short for a question tells it to end.
    deinit {
        guard !isSilent else {
            close(socket)
            return
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = UInt16(port).bigEndian
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(socket, [0], 1, 0, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    private static func serve(_ socket: Int32, _ records: [String: [Record]]) {
        defer { close(socket) }
        var question = [UInt8](repeating: 0, count: 2048)
        while true {
            var from = sockaddr_in()
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let answered = withUnsafeMutablePointer(to: &from) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { peer -> Bool in
                    let count = recvfrom(socket, &question, question.count, 0, peer, &length)
                    guard count > 12 else { return false }
                    let answer = Self.answer(Array(question[..<count]), records)
                    return sendto(socket, answer, answer.count, 0, peer, length) == answer.count
                }
            }
            guard answered else { return }
        }
    }

    /// RFC 1035 4.1: the header, the question as it came, and the records, each under a pointer to the name of the question.
    private static func answer(_ question: [UInt8], _ records: [String: [Record]]) -> [UInt8] {
        var at = 12
        var labels: [String] = []
        while at < question.count, question[at] > 0 {
            let count = Int(question[at])
            labels.append(
                String(decoding: question[(at + 1)..<min(at + 1 + count, question.count)], as: UTF8.self))
            at += 1 + count
        }
        let end = min(at + 5, question.count)
        let isService = end >= 4 && question[end - 3] == 33
        let found = (records[labels.joined(separator: ".").lowercased()] ?? []).filter {
            $0.isService == isService
        }
        var answer = Array(question[..<2])
        answer += [0x81, found.isEmpty ? 0x83 : 0x80, 0, 1, 0, UInt8(found.count), 0, 0, 0, 0]
        answer += question[12..<end]
        for record in found {
            let data = record.data
            answer += [0xC0, 12, 0, isService ? 33 : 15, 0, 1, 0, 0, 0, 60]
            answer += Self.bytes(data.count) + data
        }
        return answer
    }

    fileprivate static func bytes(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
}

extension MockNameServer.Record {
    fileprivate var isService: Bool {
        if case .service = self { true } else { false }
    }

    fileprivate var data: [UInt8] {
        switch self {
        case .exchanger(let preference, let host): MockNameServer.bytes(preference) + Self.name(host)
        case .service(let priority, let weight, let port, let host):
            MockNameServer.bytes(priority) + MockNameServer.bytes(weight) + MockNameServer.bytes(port)
                + Self.name(host)
        }
    }

    private static func name(_ host: String) -> [UInt8] {
        host.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }
}
