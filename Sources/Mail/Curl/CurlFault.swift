import CCurl

extension TransportFault {
    /// What libcurl's result says of a connection.
    init(_ code: CURLcode, detail: String) {
        self.init(kind: Kind(code, detail: detail), code: Int(code.rawValue), detail: ShownText.words(detail))
    }
}

extension TransportFault.Kind {
    /// What libcurl's result says, where nothing else is known.
    init(_ code: CURLcode, detail: String) {
        self =
            switch code {
            // Names are looked up in a thread; where there is none to be had the name is as good as ever.
            case CURLE_COULDNT_RESOLVE_HOST where detail.contains("thread failed to start"): .other
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .hostNotFound
            case CURLE_COULDNT_CONNECT: .notConnected
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING: .connectionLost
            case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER: .tlsFailed
            case CURLE_OUT_OF_MEMORY: .outOfMemory
            default: .other
            }
    }
}
