import CCurl

/// What every connection to a mail server has in common, whatever is spoken over it.
extension CurlHandle {
    /// One protocol and no proxy; encryption where required, TLS 1.2 or later, and a verified certificate.
    func secure(scheme: String, requiresTLS: Bool, caFile: String?) throws(CurlProblem) {
        try set(CURLOPT_PROTOCOLS_STR, scheme)
        // Whatever the environment names; it is not even looked into.
        try set(CURLOPT_NOPROXY, "*")
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try set(CURLOPT_MAXCONNECTS, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        let tls = requiresTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE
        try set(CURLOPT_USE_SSL, Int(tls.rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let caFile {
            try set(CURLOPT_CAINFO, caFile)
            // Else the system's authorities would be trusted besides.
            try set(CURLOPT_CAPATH, nil)
        }
    }

    /// Only the mechanisms that the settings name: left to itself libcurl prefers GSSAPI and NTLM to a password
    /// wherever a server lists them, and fails.
    func logIn(
        as user: String?, _ authentication: SMTPSettings.Authentication, _ secret: Secret?
    ) throws(CurlProblem) {
        guard let user else { return }
        guard let secret, !user.isEmpty else { throw .settingsUnusable }
        try set(CURLOPT_USERNAME, user)
        let mechanisms: String
        let option: CURLoption
        switch authentication {
        case .password: (mechanisms, option) = ("AUTH=PLAIN;AUTH=LOGIN", CURLOPT_PASSWORD)
        case .xoauth2: (mechanisms, option) = ("AUTH=XOAUTH2", CURLOPT_XOAUTH2_BEARER)
        case .oauthbearer: (mechanisms, option) = ("AUTH=OAUTHBEARER", CURLOPT_XOAUTH2_BEARER)
        }
        try set(CURLOPT_LOGIN_OPTIONS, mechanisms)
        try secret.reveal { value throws(CurlProblem) in
            try set(option, value)
        }
    }
}
