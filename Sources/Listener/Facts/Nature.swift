/// What a mail is by itself, whoever it comes from and whatever was sent before.
package enum Nature: Equatable, Sendable {
    case bounce(BounceNotice)
    case automatic(AutomaticAnswer)
    /// Somebody wrote it, as far as can be told.
    case written
}
