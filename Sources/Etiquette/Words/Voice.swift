/// How the messages of a recruitment sound: the name of a folder of templates, such as `warm`. Any text may be one;
/// which voices there are, the templates of a language decide.
package struct Voice: RawRepresentable, Hashable, Comparable, Sendable {
    /// As it is chosen, and as its folder is named.
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// That of all templates before there were several, and where nobody has chosen one.
    package static let usual = Voice(rawValue: "warm")

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
