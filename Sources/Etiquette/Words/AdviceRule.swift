/// The rules of the advice, by the names that they bear there.
package enum AdviceRule: String, Sendable, CaseIterable {
    case thankEach = "thank-each"
    case after24Hours = "after-24-hours"
    case personal
    case namesRight = "names-right"
    case emailOrPost = "email-or-post"
    case neverTelephone = "never-telephone"
    case wait
    case twoWeeks = "two-weeks"
    case feedback
    case noSocial = "no-social"
    case notTooMuch = "not-too-much"
    case professional
}
