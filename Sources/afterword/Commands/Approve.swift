import ArgumentParser
import Composer
import Desk
import Etiquette

/// Approves drafts.
struct Approve: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve drafts: their text is frozen, and exactly that will be sent when it is due.",
        discussion: """
            What blocks a draft is shown and keeps it a draft. What you mean as it is can
            be set aside for that message with --ignore CODE. What is only warned of is
            asked about on a terminal; elsewhere to approve is the answer.

            EXAMPLES
              afterword approve 3 4 5
              afterword approve 3 --ignore other-name
            """)

    @OptionGroup var numbers: MessageNumbers

    @Option(name: .long, help: "Set a finding of this code aside: \(Finding.Code.ignorable).")
    var ignore: [String] = []

    @OptionGroup var output: JSONOption

    func run(in house: House) throws -> Exit {
        let ids = try house.edge.isTerminal && !output.json ? meant(in: house) : numbers.ids
        let reviews = try house.desk.approve(ids, ignoring: ignore, at: house.now)
        if output.json {
            let outlooks = try house.desk.outlook(for: reviews.map(\.message.id), at: house.now)
            try JSON.print(each: Array(zip(outlooks, reviews))) { outlook, review in
                MessageReport(outlook, findings: review.findings)
            }
            complain(reviews)
        } else {
            try show(reviews, in: house)
            if ids != numbers.ids { Output.line("What you did not queue stays a draft.") }
        }
        let isDone = ids == numbers.ids && reviews.allSatisfy { $0.message.state == .queued }
        return isDone ? .done : .needsUser
    }

    /// Those of which nothing warns, and those that the user means as they are, having read the warnings.
    private func meant(in house: House) throws -> [Message.ID] {
        try tellApart(in: house)
        let text = MessageText(hasColour: house.edge.hasColour)
        return try house.desk.review(numbers.ids).filter { review in
            let open = review.findings.filter { !ignore.contains($0.code.rawValue) }
            // What blocks is said in any case, and stays a draft.
            guard review.message.state == .draft, !open.isEmpty, open.allSatisfy({ $0.severity == .warns })
            else { return true }
            open.flatMap { text.lines($0, in: review.message) }.forEach { Output.line($0) }
            return Answer.isYes(
                house.edge.answer(to: Wording.approveAllTheSame(review.message)))
        }.map(\.message.id)
    }

    /// Asks about what may be said twice; what the user does not tell apart stays a draft.
    private func tellApart(in house: House) throws {
        let text = MessageText(hasColour: house.edge.hasColour)
        for outlook in try house.desk.outlook(for: numbers.ids, at: house.now)
        where outlook.message.state == .draft {
            let open = try house.desk.review(outlook.message.id).findings
                .filter { !ignore.contains($0.code.rawValue) }.possibleDoubles
            guard !open.isEmpty else { continue }
            Output.line(text.heading(outlook))
            if DoubleQuestion(house: house).areTwo(open) {
                try house.desk.tellApart(open, at: house.now)
            }
        }
    }

    /// How each message stands, and everything that is still to be said of it.
    private func show(_ reviews: [Review], in house: House) throws {
        let text = MessageText(hasColour: house.edge.hasColour)
        let outlooks = try house.desk.outlook(for: reviews.map(\.message.id), at: house.now)
        for (outlook, review) in zip(outlooks, reviews) {
            Output.line(text.heading(outlook))
            for fact in text.facts(outlook) { Output.line("   " + fact) }
            for line in review.findings.flatMap({ text.lines($0, in: review.message) }) {
                Output.line("   " + line)
            }
        }
    }

    /// Beside a document, what blocks is said where people look.
    private func complain(_ reviews: [Review]) {
        for review in reviews where review.message.state == .draft {
            for finding in review.blocking {
                Output.problem(
                    "message \(review.message.id.rawValue): \(Wording.placed(finding, in: review.message))")
            }
        }
    }
}
