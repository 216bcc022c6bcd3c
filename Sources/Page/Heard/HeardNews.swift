import Desk
import Etiquette

/// What can be said to have been heard.
enum HeardNews: String, CaseIterable {
    case replied, thanked, rejected, offered
    case decisionBy = "decision-by"
    case withdrew, undo, nothing
    case notThem = "not-them"

    /// Those that the first page offers.
    static let first: [HeardNews] = [.replied, .rejected, .offered, .decisionBy]

    var label: String {
        switch self {
        case .replied: "They wrote"
        case .thanked: "They only thanked me for my note"
        case .rejected: "Bad news"
        case .offered: "An offer"
        case .decisionBy: "They named a day"
        case .withdrew: "I withdrew my application"
        case .undo: "Take back what I said last"
        case .nothing: "I have heard nothing: the question may go"
        case .notThem: "That mail has nothing to do with it"
        }
    }

    /// What the desk is told; nil for what takes something back, and for nothing.
    ///
    /// - Throws: `InputProblem.notADay`.
    func word(day: String) throws(InputProblem) -> Desk.Word? {
        switch self {
        case .replied: .replied(courtesy: false)
        case .thanked: .replied(courtesy: true)
        case .rejected: .rejected
        case .offered: .offered
        case .withdrew: .withdrew
        case .decisionBy: .decisionBy(try Day.parse(day.trimmed))
        case .undo, .nothing, .notThem: nil
        }
    }
}
