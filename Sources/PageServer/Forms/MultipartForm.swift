import Page

/// `multipart/form-data` (RFC 7578) as browsers write it, read strictly: nothing before the first part, parts in no part, one
/// file for each name.
struct MultipartForm {
    private var rest: ArraySlice<UInt8>
    private let boundary: [UInt8]
    private var values: [(name: String, value: String)] = []
    private var uploads: [String: FormFields.Upload] = [:]

    private static let lineEnd = Array("\r\n".utf8)
    private static let headEnd = Array("\r\n\r\n".utf8)
    /// Bytes that the fields of one part may have.
    private static let headLimit = 4096

    /// - Parameter contentType: as the request names it.
    /// - Returns: nil where anything is not as it should be.
    static func fields(_ bytes: [UInt8], contentType: String) -> FormFields? {
        guard let parameters = HeaderParameters(contentType), parameters.value == "multipart/form-data",
            let boundary = parameters["boundary"], (1...70).contains(boundary.utf8.count)
        else { return nil }
        var form = MultipartForm(rest: bytes[...], boundary: Array("--\(boundary)".utf8))
        return form.read() ? FormFields(form.values, uploads: form.uploads) : nil
    }

    private init(rest: ArraySlice<UInt8>, boundary: [UInt8]) {
        (self.rest, self.boundary) = (rest, boundary)
    }

    private mutating func read() -> Bool {
        guard take(boundary) else { return false }
        while true {
            // The last boundary ends with two hyphens; what may stand after them is white space alone.
            if take(Array("--".utf8)) { return rest.allSatisfy { $0 == 0x0D || $0 == 0x0A } }
            guard values.count + uploads.count < URLEncodedForm.mostFields, take(Self.lineEnd), readPart()
            else { return false }
        }
    }

    private mutating func readPart() -> Bool {
        guard let head = take(upTo: Self.headEnd, within: Self.headLimit),
            let content = take(upTo: Self.lineEnd + boundary, within: rest.count),
            let lines = PercentCoding.text(head), let disposition = Self.disposition(lines)
        else { return false }
        return add(content, disposition)
    }

    private mutating func add(_ content: ArraySlice<UInt8>, _ disposition: HeaderParameters) -> Bool {
        guard let name = disposition["name"] else { return false }
        guard let fileName = disposition["filename"] else {
            guard let value = PercentCoding.text(content) else { return false }
            values.append((name, FormText.lines(value)))
            return true
        }
        // No file was chosen.
        if fileName.isEmpty, content.isEmpty { return true }
        guard uploads[name] == nil else { return false }
        uploads[name] = FormFields.Upload(name: fileName, bytes: Array(content))
        return true
    }

    /// The one Content-Disposition of a part; nil where it is missing, doubled or not `form-data`.
    private static func disposition(_ head: String) -> HeaderParameters? {
        let fields = head.split(separator: "\r\n").map { line in
            line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        }
        guard fields.allSatisfy({ $0.count == 2 }) else { return nil }
        let named = fields.filter { $0[0].lowercased() == "content-disposition" }
        guard named.count == 1, let found = HeaderParameters(String(named[0][1])), found.value == "form-data"
        else { return nil }
        return found
    }

    private mutating func take(_ expected: [UInt8]) -> Bool {
        guard rest.starts(with: expected) else { return false }
        rest = rest.dropFirst(expected.count)
        return true
    }

    /// What stands before a mark, which is taken as well; nil where there is no such mark so near.
    private mutating func take(upTo mark: [UInt8], within limit: Int) -> ArraySlice<UInt8>? {
        guard let first = mark.first else { return nil }
        var from = rest.startIndex
        let end = min(rest.endIndex, rest.startIndex + limit + mark.count)
        while let found = rest[from..<end].firstIndex(of: first) {
            if rest[found...].starts(with: mark) {
                defer { rest = rest[(found + mark.count)...] }
                return rest[..<found]
            }
            from = found + 1
        }
        return nil
    }
}
