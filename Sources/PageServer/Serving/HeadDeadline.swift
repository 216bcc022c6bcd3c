import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection on which no whole head of a request has come in time, however slowly its bytes drip: few connections
/// are taken at once, and whoever holds one without asking keeps others away.
final class HeadDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let first: TimeAmount
    private let next: TimeAmount
    private var deadline: Scheduled<Void>?

    /// - Parameters:
    ///   - first: from the beginning of a connection.
    ///   - next: from the end of an answer.
    init(first: TimeAmount, next: TimeAmount) {
        (self.first, self.next) = (first, next)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(first, context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelActive(context: ChannelHandlerContext) {
        begin(first, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { end() }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { begin(next, context) }
        context.write(data, promise: promise)
    }

    private func begin(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        end()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: time) { channel.close(mode: .all, promise: nil) }
    }

    private func end() {
        deadline?.cancel()
        deadline = nil
    }
}
