import CCurl

/// libcurl, loaded and set up with the first conversation; a `static let` is thread-safe.
enum CurlLibrary {
    /// False where this machine has none, or it can't start.
    static let isStarted = afterword_curl_load() != 0
}

/// An option that libcurl did not take.
struct CurlOptionRefused: Error {
    let option: CURLoption
    let code: CURLcode

    /// What the user has to change.
    var cause: StopCause { code == CURLE_FAILED_INIT ? .libraryMissing : .settingsUnusable }
}

/// One easy handle, and the memory that it borrows for as long as it lives.
final class CurlHandle {
    private let pointer: UnsafeMutableRawPointer
    private var lists: [UInt32: CurlList] = [:]
    private var owners: [AnyObject] = []
    private let errorBuffer: UnsafeMutablePointer<CChar>

    /// Nil where libcurl can't start, or memory is out.
    init?() {
        guard CurlLibrary.isStarted, let pointer = afterword_curl_easy_init() else { return nil }
        self.pointer = pointer
        errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        _ = afterword_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorBuffer)
    }

    deinit {
        afterword_curl_easy_cleanup(pointer)
        errorBuffer.deallocate()
    }

    /// What libcurl says of the last failure.
    var errorText: String { String(cString: errorBuffer) }

    func perform() -> CURLcode {
        errorBuffer.pointee = 0
        return afterword_curl_easy_perform(pointer)
    }

    /// The socket of the connection, -1 where there is none.
    var activeSocket: Int32 { afterword_curl_active_socket(pointer) }

    /// Over a connection made with `CONNECT_ONLY`: how many bytes were taken; `CURLE_AGAIN` where there is no room.
    func send(_ bytes: UnsafeRawBufferPointer) -> (code: CURLcode, count: Int) {
        var count = 0
        return (afterword_curl_easy_send(pointer, bytes.baseAddress, bytes.count, &count), count)
    }

    /// The same the other way; no bytes and `CURLE_OK` are the end of the connection.
    func receive(_ room: UnsafeMutableRawBufferPointer) -> (code: CURLcode, count: Int) {
        var count = 0
        return (afterword_curl_easy_recv(pointer, room.baseAddress, room.count, &count), count)
    }

    func set(_ option: CURLoption, _ value: Int) throws(CurlOptionRefused) {
        try check(option, afterword_curl_set_long(pointer, option, value))
    }

    /// libcurl copies the text; nil takes the option back.
    func set(_ option: CURLoption, _ value: String?) throws(CurlOptionRefused) {
        try check(option, afterword_curl_set_text(pointer, option, value))
    }

    /// The handle keeps the owner alive until it is cleaned up itself: callbacks come as late as that.
    func set(_ option: CURLoption, borrowing owner: AnyObject) throws(CurlOptionRefused) {
        owners.append(owner)
        let opaque = Unmanaged.passUnretained(owner).toOpaque()
        try check(option, afterword_curl_set_pointer(pointer, option, opaque))
    }

    /// The handle keeps the list for as long as it may look at it.
    func set(_ option: CURLoption, _ list: CurlList) throws(CurlOptionRefused) {
        try check(option, list.lend(to: pointer, option))
        lists[option.rawValue] = list
    }

    func set(_ option: CURLoption, function: curl_write_callback) throws(CurlOptionRefused) {
        try check(option, afterword_curl_set_data_function(pointer, option, function))
    }

    func setProgress(_ function: curl_xferinfo_callback) throws(CurlOptionRefused) {
        try check(CURLOPT_XFERINFOFUNCTION, afterword_curl_set_progress_function(pointer, function))
    }

    func setDebug(_ function: curl_debug_callback) throws(CurlOptionRefused) {
        try check(CURLOPT_DEBUGFUNCTION, afterword_curl_set_debug_function(pointer, function))
    }

    func setOpenSocket(_ function: curl_opensocket_callback) throws(CurlOptionRefused) {
        try check(CURLOPT_OPENSOCKETFUNCTION, afterword_curl_set_open_socket_function(pointer, function))
    }

    func setCloseSocket(_ function: curl_closesocket_callback) throws(CurlOptionRefused) {
        try check(CURLOPT_CLOSESOCKETFUNCTION, afterword_curl_set_close_socket_function(pointer, function))
    }

    private func check(_ option: CURLoption, _ code: CURLcode) throws(CurlOptionRefused) {
        guard code == CURLE_OK else { throw CurlOptionRefused(option: option, code: code) }
    }
}

/// One line, as the list that libcurl borrows.
final class CurlList {
    private let head: UnsafeMutablePointer<curl_slist>

    init(_ text: String) throws(CurlOptionRefused) {
        guard let head = afterword_curl_slist_append(nil, text) else {
            throw CurlOptionRefused(option: CURLOPT_MAIL_RCPT, code: CURLE_OUT_OF_MEMORY)
        }
        self.head = head
    }

    fileprivate func lend(to handle: UnsafeMutableRawPointer, _ option: CURLoption) -> CURLcode {
        afterword_curl_set_list(handle, option, head)
    }

    deinit { afterword_curl_slist_free_all(head) }
}
