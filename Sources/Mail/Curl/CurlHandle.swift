import CCurl

/// libcurl, loaded and set up with the first conversation; a `static let` is thread-safe.
enum CurlLibrary {
    private static let isStarted = afterword_curl_load() != 0

    static func require() throws(CurlProblem) {
        guard isStarted else { throw .libraryMissing }
    }
}

/// One easy handle, and the memory that it borrows for as long as it lives.
final class CurlHandle {
    private let pointer: UnsafeMutableRawPointer
    private var lists: [UInt32: CurlList] = [:]
    private var owners: [AnyObject] = []
    private let errorBuffer: UnsafeMutablePointer<CChar>

    convenience init() throws(CurlProblem) {
        try CurlLibrary.require()
        try self.init(owning: afterword_curl_easy_init())
    }

    /// - Parameter pointer: what libcurl has made; nil where it had no memory for it.
    init(owning pointer: UnsafeMutableRawPointer?) throws(CurlProblem) {
        guard let pointer else { throw .outOfMemory }
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

    func set(_ option: CURLoption, _ value: Int) throws(CurlProblem) {
        try check(afterword_curl_set_long(pointer, option, value))
    }

    /// libcurl copies the text; nil takes the option back.
    func set(_ option: CURLoption, _ value: String?) throws(CurlProblem) {
        try check(afterword_curl_set_text(pointer, option, value))
    }

    /// The handle keeps the owner alive until it is cleaned up itself: callbacks come as late as that.
    func set(_ option: CURLoption, borrowing owner: AnyObject) throws(CurlProblem) {
        owners.append(owner)
        let opaque = Unmanaged.passUnretained(owner).toOpaque()
        try check(afterword_curl_set_pointer(pointer, option, opaque))
    }

    /// The handle keeps the list for as long as it may look at it.
    func set(_ option: CURLoption, _ list: CurlList) throws(CurlProblem) {
        try check(list.lend(to: pointer, option))
        lists[option.rawValue] = list
    }

    func set(_ option: CURLoption, function: curl_write_callback) throws(CurlProblem) {
        try check(afterword_curl_set_data_function(pointer, option, function))
    }

    func setProgress(_ function: curl_xferinfo_callback) throws(CurlProblem) {
        try check(afterword_curl_set_progress_function(pointer, function))
    }

    func setDebug(_ function: curl_debug_callback) throws(CurlProblem) {
        try check(afterword_curl_set_debug_function(pointer, function))
    }

    func setOpenSocket(_ function: curl_opensocket_callback) throws(CurlProblem) {
        try check(afterword_curl_set_open_socket_function(pointer, function))
    }

    func setCloseSocket(_ function: curl_closesocket_callback) throws(CurlProblem) {
        try check(afterword_curl_set_close_socket_function(pointer, function))
    }

    private func check(_ code: CURLcode) throws(CurlProblem) {
        guard code == CURLE_OK else { throw CurlProblem(code) }
    }
}

/// One line, as the list that libcurl borrows.
final class CurlList {
    private let head: UnsafeMutablePointer<curl_slist>

    init(_ text: String) throws(CurlProblem) {
        guard let head = afterword_curl_slist_append(nil, text) else { throw .outOfMemory }
        self.head = head
    }

    fileprivate func lend(to handle: UnsafeMutableRawPointer, _ option: CURLoption) -> CURLcode {
        afterword_curl_set_list(handle, option, head)
    }

    deinit { afterword_curl_slist_free_all(head) }
}
