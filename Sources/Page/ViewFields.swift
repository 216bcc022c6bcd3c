import Mustache

/// What a view holds, by the names of its stored properties, each read off once. Mustache by itself looks through all of
/// them by reflection for each name that a template has, in each row of a list, and in all that stands around it.
struct ViewFields: MustacheParent {
    private let fields: [String: Any]

    private init(_ properties: Mirror.Children) {
        var fields: [String: Any] = [:]
        for case (let name?, let value) in properties { fields[name] = Self.shown(value) ?? Absent() }
        self.fields = fields
    }

    func child(named name: String) -> Any? { fields[name] }

    /// A value as the templates take it; nil where there is none.
    static func shown(_ value: Any) -> Any? {
        if let text = value as? String { return TextValue(text) }
        if let isSo = value as? Bool { return isSo }
        if let fields = value as? ViewFields { return fields }
        if let row = value as? any ListRow { return row.fields }
        if let rows = value as? [any ListRow] { return rows.map(\.fields) }
        let mirror = Mirror(reflecting: value)
        return switch mirror.displayStyle {
        case .optional: mirror.children.first.flatMap { shown($0.value) }
        case .collection: mirror.children.compactMap { shown($0.value) }
        case .struct where !mirror.children.isEmpty: ViewFields(mirror.children)
        default: value
        }
    }
}

extension ViewFields: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, any Showable)...) {
        var fields: [String: Any] = [:]
        for (name, value) in elements { fields[name] = value.shown }
        self.fields = fields
    }
}

/// What a page may have hundreds of. It names its fields itself: to read them off by reflection takes as long as all the
/// rest of such a page.
protocol ListRow: Showable {
    var fields: ViewFields { get }
}

/// A value that a row names.
protocol Showable {
    /// As the templates take it.
    var shown: Any { get }
}

extension ListRow {
    var shown: Any { fields }
}

extension String: Showable {
    var shown: Any { TextValue(self) }
}

extension Bool: Showable {
    var shown: Any { self }
}

extension Array: Showable where Element: Showable {
    var shown: Any { map(\.shown) }
}

extension Optional: Showable where Wrapped: Showable {
    var shown: Any { self?.shown ?? Absent() }
}

/// A text, which Mustache need not ask what it is.
struct TextValue: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    let isNull = false

    init(_ text: String) { renderText = text }

    func child(named name: String) -> Any? { nil }
}

/// A property that is nil: nothing of the same name is looked for around it.
struct Absent: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
}
