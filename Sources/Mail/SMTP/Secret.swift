/// A password or token. It never prints itself: not in a description, a debugger, a mirror or an error.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    /// Takes what a password command or file gave, line break removed.
    package init(_ value: String) { self.value = value }

    /// Lends the secret to whoever has to hand it on.
    package func reveal<Failure>(_ body: (String) throws(Failure) -> Void) throws(Failure) {
        try body(value)
    }

    /// Whether another one is the same.
    package func isSame(as other: Secret) -> Bool { value == other.value }

    /// Never the value.
    package var description: String { "(secret)" }
    /// Never the value.
    package var debugDescription: String { "(secret)" }
    /// Without children.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
