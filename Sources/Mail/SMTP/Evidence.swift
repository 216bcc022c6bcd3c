import CCurl

/// All that is known when a conversation has ended; the judgement is made from this alone.
struct Evidence {
    /// libcurl's result. It can't tell by itself what happened: the same codes occur before and after the dot.
    let code: CURLcode
    /// libcurl's words.
    let detail: String
    /// What was said last before taking leave.
    let phase: Phase
    /// The complete reply to that, if it came.
    let reply: ServerReply?
    /// The whole message had been handed to libcurl. From here on the final dot may have left.
    let wasBodyGiven: Bool
    /// Why the conversation was broken off from our side.
    let stop: StopCause?
    /// We broke off at what was no reply: what libcurl makes of that depends on the moment.
    var isNoReply = false

    /// The table of the design, row by row.
    var delivery: Delivery { wasBodyGiven ? answerToBody : notDelivered }

    private var answerToBody: Delivery {
        guard let reply, reply.phase == .body else { return .unconfirmed(fault, nil) }
        if let trouble = accountTrouble { return trouble }
        switch reply.code {
        case 200...299: return .accepted(reply)
        case 400...499: return .deferred(scope: .message, reply, fault)
        case 500...599: return .refused(reply)
        default: return .unconfirmed(fault, reply)
        }
    }

    private var notDelivered: Delivery {
        if let cause = stop ?? stopByCode { return .stopped(cause, complaint) }
        if let trouble = accountTrouble { return trouble }
        switch (phase, complaint) {
        case (.auth, let reply?) where reply.isPermanent: return .stopped(.loginRefused, reply)
        case (.mail, let reply?) where reply.isPermanent: return .stopped(.senderRefused, reply)
        case (.rcpt, let reply?) where reply.isPermanent: return .refused(reply)
        case (.data, let reply?) where reply.isPermanent: return .refused(reply)
        case (.mail, _), (.rcpt, _), (.data, _), (.body, _):
            return .deferred(scope: .message, complaint, fault)
        default: return .deferred(scope: .server, complaint, fault)
        }
    }

    /// Where the account is refused and not this message: to every message, whatever command it was the answer to. What
    /// passes by itself is left alone for a while.
    private var accountTrouble: Delivery? {
        guard let complaint, [.mail, .rcpt, .data, .body].contains(complaint.phase),
            case .account(let trouble) = Refusal(complaint).subject
        else { return nil }
        switch trouble {
        case .limit where complaint.isTransient || complaint.isPermanent:
            return .deferred(
                scope: .server, complaint,
                TransportFault(kind: .limitReached, code: fault.code, detail: detail))
        case .mend where complaint.isTransient: return .deferred(scope: .server, complaint, fault)
        case .mend(let cause) where complaint.isPermanent: return .stopped(cause, complaint)
        default: return nil
        }
    }

    /// The reply, unless it is the one that was hoped for and explains nothing.
    var complaint: ServerReply? {
        guard let reply else { return nil }
        let isExpected =
            switch reply.phase {
            case .data: reply.code == 354
            case .auth: reply.code == 334 || reply.isPositive
            default: reply.isPositive
            }
        return isExpected ? nil : reply
    }

    /// What libcurl's result alone tells, as long as the body was not given.
    private var stopByCode: StopCause? {
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION: .certificateNotTrusted
        case CURLE_SSL_CACERT_BADFILE: .authoritiesUnreadable
        // 454 to STARTTLS is a matter of time (RFC 3207 section 4).
        case CURLE_USE_SSL_FAILED: reply?.isTransient == true ? nil : .tlsNotOffered
        case CURLE_LOGIN_DENIED: loginCause
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .settingsUnusable
        default: nil
        }
    }

    private var loginCause: StopCause? {
        // Nothing was tried: none of the mechanisms on offer can be used.
        guard phase == .auth else { return .authNotOffered }
        // A token that has expired is refused by a challenge, which libcurl does not answer with XOAUTH2.
        return reply?.isTransient == true ? nil : .loginRefused
    }

    /// For the outcomes that carry one.
    var fault: TransportFault {
        TransportFault(kind: kind, code: Int(code.rawValue), detail: detail)
    }

    private var kind: TransportFault.Kind {
        if isNoReply { return .protocolViolated }
        if let reply, reply.isTransient || reply.isPermanent { return .answered }
        return switch code {
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING:
            complaint == nil ? .connectionLost : .protocolViolated
        case CURLE_ABORTED_BY_CALLBACK: .brokenOff
        case CURLE_WEIRD_SERVER_REPLY, CURLE_WRITE_ERROR, CURLE_BAD_CONTENT_ENCODING, CURLE_LOGIN_DENIED:
            .protocolViolated
        default: TransportFault.Kind(code, detail: detail)
        }
    }
}
