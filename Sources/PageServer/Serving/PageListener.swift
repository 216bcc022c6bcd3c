import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Page
import ServiceLifecycle

/// HTTP on a port of 127.0.0.1, by Hummingbird: bytes become requests, and answers bytes. It listens nowhere else.
struct PageListener: Service {
    private let server: any Service

    private static let address = "127.0.0.1"
    /// More wait until one of them ends.
    private static let mostConnections = 32
    /// Seconds in which nothing has come.
    private static let idleTime: Int64 = 10
    /// Seconds until the head of the first request has come, from the beginning of a connection.
    private static let headTime: Int64 = 5
    /// Bytes of what is refused that are read all the same, so that the browser gets to read why.
    private static let patience = 64 << 20

    /// - Parameters:
    ///   - port: 0 for one that the system chooses.
    ///   - listening: told the port, before the first request comes.
    init(
        port: Int, group: MultiThreadedEventLoopGroup, reception: Reception,
        listening: @escaping @Sendable (Int) -> Void
    ) throws {
        let quiet = Logger(label: "page") { _ in SwiftLogNoOpLogHandler() }
        let http = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [
                    AnswerHeaders(),
                    HeadDeadline(first: .seconds(Self.headTime), next: .seconds(Self.idleTime)),
                ], idleTimeout: .seconds(Self.idleTime),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 64)))
        server = try http.buildServer(
            configuration: ServerConfiguration(
                address: .hostname(Self.address, port: port), backlog: Self.mostConnections,
                availableConnectionsDelegate: .maximum(Self.mostConnections, logger: quiet)),
            eventLoopGroup: group, logger: quiet,
            responder: { request, writer, _ in
                let response = try await Self.response(to: request, by: reception)
                try await writer.write(response: response.head, body: response.body)
            },
            onServerRunning: { listening($0.localAddress?.port ?? port) })
    }

    func run() async throws { try await server.run() }

    private static func response(to request: Request, by reception: Reception) async throws -> Response {
        let answer = try await reception.answer(to: RequestHead(request.head)) { limit in
            try await body(of: request, limit: limit)
        }
        return Response(answer, isHead: request.method == .head)
    }

    private static func body(of request: Request, limit: Int) async throws -> [UInt8]? {
        var bytes: [UInt8] = []
        var count = 0
        for try await piece in request.body {
            count += piece.readableBytes
            if count <= limit { bytes.append(contentsOf: piece.readableBytesView) } else { bytes = [] }
            guard count <= max(limit, patience) else { throw Endless() }
        }
        return count <= limit ? bytes : nil
    }

    /// So much that nobody waits for its end.
    private struct Endless: Error {}
}

extension RequestHead {
    fileprivate init(_ head: HTTPRequest) {
        // The parser has taken the first `Host` for the authority.
        let host = head.authority.map { [(name: "host", value: $0)] } ?? []
        self.init(
            method: head.method.rawValue, target: head.path ?? "",
            fields: host + head.headerFields.map { (name: $0.name.canonicalName, value: $0.value) })
    }
}

extension Response {
    /// - Parameter isHead: whether only the fields are asked for (RFC 9110 9.3.2).
    fileprivate init(_ answer: DoorAnswer, isHead: Bool) {
        let page = answer.response
        var fields = [("Content-Type", page.contentType), ("Content-Length", "\(page.body.count)")]
        if let location = page.location { fields.append(("Location", location)) }
        if let cookie = answer.cookie { fields.append(("Set-Cookie", cookie)) }
        if let name = page.fileName { fields.append(("Content-Disposition", Self.disposition(name))) }
        self.init(
            status: HTTPResponse.Status(code: page.status), headers: AnswerHeaders.fields(fields),
            body: isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: page.body)))
    }

    /// Saved under a name (RFC 6266 4.3), which may have letters of any language.
    private static func disposition(_ name: String) -> String {
        let coded = name.addingPercentEncoding(withAllowedCharacters: .fileName) ?? "page"
        return "attachment; filename*=UTF-8''\(coded)"
    }
}

extension CharacterSet {
    /// What stands as itself in a coded name (RFC 5987 3.2.1), and a little less.
    fileprivate static let fileName = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_")
}
