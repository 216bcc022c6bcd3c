import Etiquette

/// The mail itself, as it will go or as it left, headers and encoding included.
struct RawMessageScreen: Screen {
    static let path: PathPattern = "messages/:message/raw"

    private let visit: Visit
    private let id: Message.ID

    init(_ visit: Visit) throws {
        self.visit = visit
        id = try visit.id("message")
    }

    func view() throws -> PageResponse {
        let bytes = try visit.desk.bytes(of: id)
        let text = bytes.map { String(decoding: $0, as: UTF8.self).replacing("\r\n", with: "\n") }
        return try visit.page(
            "raw", title: "The mail itself", View(text: text, address: "/messages/\(id.rawValue)"))
    }

    private struct View {
        /// Nil for a draft and a card.
        let text: String?
        let address: String
    }
}
