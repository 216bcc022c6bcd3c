/// What stands after the "?" of an address (RFC 3986 3.4), as a form sends it by GET; empty fields are left out.
struct AddressQuery {
    private let text: String

    init(_ fields: [(name: String, value: String)]) {
        text = fields.filter { !$0.value.isEmpty }
            .map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    /// An address within the page, with the query where there is one.
    func path(_ path: String) -> String { text.isEmpty ? path : "\(path)?\(text)" }

    /// Everything but the unreserved characters of RFC 3986 2.3.
    private static func encoded(_ value: String) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        return value.utf8.reduce(into: "") { text, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += "%"
                text.unicodeScalars.append(digits[Int(byte >> 4)])
                text.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
    }
}
