import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Puts onto every answer what keeps browsers from doing more with it than showing it, refusals of the parser included.
final class AnswerHeaders: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// With `no-referrer` the Origin of our own forms would be `null` (Fetch 3.2).
    static let all: HTTPFields = fields([
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                + "frame-ancestors 'none'; base-uri 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ])

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data) else {
            context.write(data, promise: promise)
            return
        }
        head.headerFields.append(contentsOf: Self.all)
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    /// - Parameter all: names that are tokens (RFC 9110 5.6.2); others are left out.
    static func fields(_ all: [(name: String, value: String)]) -> HTTPFields {
        all.reduce(into: HTTPFields()) { fields, field in
            guard let name = HTTPField.Name(field.name) else { return }
            fields.append(HTTPField(name: name, value: field.value))
        }
    }
}
