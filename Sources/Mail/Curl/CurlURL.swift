import CCurl

/// Where to connect, put together by libcurl's own URL functions, so that a host can't pass for anything else.
struct CurlURL {
    let text: String

    /// The name for EHLO, the path of the URL. The host name of the user's machine is nobody's business, and
    /// `localhost` is refused by servers that ask for a full name; an address literal is always in
    /// order (RFC 5321 4.1.4), and this one is what the most widespread mail programs say.
    static let heloName = "[127.0.0.1]"

    init(_ settings: SMTPSettings) throws(CurlProblem) {
        try self.init(
            scheme: settings.scheme.rawValue, host: settings.host, port: settings.port, path: Self.heloName)
    }

    /// - Parameter host: a name or an address literal without brackets.
    init(scheme: String, host: String, port: Int, path: String) throws(CurlProblem) {
        try CurlLibrary.require()
        guard let url = afterword_curl_url() else { throw .outOfMemory }
        defer { afterword_curl_url_cleanup(url) }
        let host = host.contains(":") ? "[\(host)]" : host
        let parts: [(CURLUPart, String, Int32)] = [
            (CURLUPART_SCHEME, scheme, 0), (CURLUPART_HOST, host, 0), (CURLUPART_PORT, String(port), 0),
            (CURLUPART_PATH, "/" + path, CURLU_URLENCODE),
        ]
        for (part, value, flags) in parts {
            let code = afterword_curl_url_set(url, part, value, UInt32(flags))
            guard code == CURLUE_OK else { throw CurlProblem(code) }
        }
        var whole: UnsafeMutablePointer<CChar>?
        let code = afterword_curl_url_get(url, CURLUPART_URL, &whole, 0)
        guard code == CURLUE_OK, let whole else { throw CurlProblem(code) }
        defer { afterword_curl_free(whole) }
        text = String(cString: whole)
    }
}
