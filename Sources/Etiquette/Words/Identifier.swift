/// The number under which the ledger keeps one subject; a person's number can't be taken for a message's.
package struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number, as JSON and SQL have it.
    package let rawValue: Int64

    /// The number that the ledger gave.
    package init(rawValue: Int64) { self.rawValue = rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
