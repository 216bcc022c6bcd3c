import CCurl

/// The C functions that libcurl calls; each finds its conversation behind the pointer and does nothing else.
enum CurlCallbacks {
    private static func conversation(_ context: UnsafeMutableRawPointer?) -> Conversation? {
        context.map { Unmanaged<Conversation>.fromOpaque($0).takeUnretainedValue() }
    }

    static let read: curl_write_callback = { buffer, size, count, context in
        let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
        return conversation(context)?.fill(room) ?? Int(CURL_READFUNC_ABORT)
    }

    static let header: curl_write_callback = { buffer, size, count, context in
        let line = UnsafeRawBufferPointer(start: buffer, count: size * count)
        // Anything but the number of bytes ends the transfer.
        return conversation(context)?.didReceive(line) == true ? size * count : 0
    }

    /// What a command answers comes through `header` as well.
    static let discard: curl_write_callback = { _, size, count, _ in size * count }

    static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
        // Anything but 0 ends the transfer.
        conversation(context)?.onProgress?() == false ? 1 : 0
    }

    /// `VERBOSE` writes nothing when there is a debug function; only the start of what we say is looked at.
    static let debug: curl_debug_callback = { _, type, data, size, context in
        if type == CURLINFO_HEADER_OUT {
            conversation(context)?.didSend(UnsafeRawBufferPointer(start: data, count: size))
        }
        return 0
    }

    static let openSocket: curl_opensocket_callback = { context, _, address in
        guard let address, let conversation = conversation(context) else { return CURL_SOCKET_BAD }
        return conversation.openSocket(address.pointee)
    }

    static let closeSocket: curl_closesocket_callback = { context, socket in
        conversation(context)?.closeSocket(socket) ?? -1
    }
}
