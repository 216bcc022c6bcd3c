/// The way in which something was said.
package enum Channel: String, Sendable, CaseIterable {
    case email
    case post
    case phone
    case social
    case inPerson = "in-person"
}

/// Who spoke: the user (`out`) or the other side (`in`).
package enum Direction: String, Sendable, CaseIterable {
    case out
    case `in`
}
