import Mustache

/// What a view holds, by the names of its stored properties, each read off once. Mustache by itself looks through all of
/// them by reflection for each name that a template has, in each row of a list, and in all that stands around it.
struct ViewFields: MustacheParent {
    private let fields: [String: Any]

    private init(_ properties: Mirror.Children) {
        var fields: [String: Any] = [:]
        for case (let name?, let value) in properties { fields[name] = Self.shown(value) }
        self.fields = fields
    }

    func child(named name: String) -> Any? { fields[name] }

    /// A value as the templates take it; nil where there is none.
    static func shown(_ value: Any) -> Any? {
        if let text = value as? String { return text }
        if let isSo = value as? Bool { return isSo }
        let mirror = Mirror(reflecting: value)
        return switch mirror.displayStyle {
        case .optional: mirror.children.first.flatMap { shown($0.value) }
        case .collection: mirror.children.compactMap { shown($0.value) }
        case .struct where !mirror.children.isEmpty: ViewFields(mirror.children)
        default: value
        }
    }
}
