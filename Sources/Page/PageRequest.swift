/// What a browser asks, after the door has let it in: no header, no cookie and no connection is left in it.
package struct PageRequest: Sendable {
    /// GET looks and changes nothing; POST does something.
    package enum Method: Sendable {
        case get
        case post
    }

    package let method: Method
    /// The path's segments, decoded: `["messages", "3"]`; empty for the first page.
    package let path: [String]
    /// What stands after the "?".
    package let query: FormFields
    /// What a form brings; empty for GET.
    package let form: FormFields
    /// What every form of the answer has to bring back (`FormFields.tokenName`); it belongs to the visitor's session.
    package let formToken: String
    /// The page is served for this visit alone, and may end with it.
    package let endsWithVisit: Bool

    package init(
        method: Method = .get, path: [String] = [], query: FormFields = FormFields(),
        form: FormFields = FormFields(), formToken: String, endsWithVisit: Bool = false
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.form = form
        self.formToken = formToken
        self.endsWithVisit = endsWithVisit
    }
}

/// The fields of a form or of a query in their order; a name may come several times.
package struct FormFields: Equatable, Sendable {
    /// A file that was chosen in a form.
    package struct Upload: Equatable, Sendable {
        /// As the browser says it; never used as a path.
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The field in which each form brings the session's token back.
    package static let tokenName = "form-token"

    package let values: [(name: String, value: String)]
    package let uploads: [String: Upload]

    package init(_ values: [(name: String, value: String)] = [], uploads: [String: Upload] = [:]) {
        self.values = values
        self.uploads = uploads
    }

    /// The first value of a name; nil where it is missing.
    package subscript(_ name: String) -> String? { values.first { $0.name == name }?.value }

    /// Every value of a name, in order.
    package func all(_ name: String) -> [String] { values.filter { $0.name == name }.map(\.value) }

    package static func == (left: FormFields, right: FormFields) -> Bool {
        left.uploads == right.uploads && left.values.elementsEqual(right.values, by: ==)
    }
}
