import Desk
import Etiquette

/// Everybody who was met or written to, by name.
struct PeopleScreen: Screen {
    static let path: PathPattern = "people"

    private static let pageLength = 50

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func view() throws -> PageResponse {
        let text = (visit.query["search"] ?? "").trimmingCharacters(in: .whitespaces)
        let last = visit.query["after"].flatMap { Int64($0) }.map(Person.ID.init(rawValue:))
        let (people, next) = try visit.desk.peoplePage(
            containing: text.isEmpty ? nil : text, after: last, limit: Self.pageLength)
        let older = next.map { id in
            AddressQuery([("search", text), ("after", String(id.rawValue))]).path("/people")
        }
        return try visit.page(
            "people", title: "People",
            View(
                search: FormInput("search", "Name or address, or a part of it", value: text, kind: .search),
                isSearched: !text.isEmpty, people: people.map(Row.init), next: older))
    }

    private struct View {
        let search: FormInput
        let isSearched: Bool
        let people: [Row]
        let next: String?
    }

    private struct Row: ListRow {
        let person: RecordLink
        let address: String?
        let isVerified: Bool
        let hasDoubt: Bool

        var fields: ViewFields {
            ["person": person, "address": address, "isVerified": isVerified, "hasDoubt": hasDoubt]
        }

        init(_ listed: ListedPerson) {
            person = RecordLink(listed.person)
            address = listed.person.address?.text
            (isVerified, hasDoubt) = (listed.isVerified, listed.hasDoubt)
        }
    }
}
