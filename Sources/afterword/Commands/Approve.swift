import Application
import ArgumentParser
import Composer
import Desk
import Etiquette
import Reports
import Wording

struct Approve: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve drafts: exactly that text is then queued, and sent when it is due.",
        discussion: """
            Proofreading may block a draft: you are shown why, and it stays a draft. Where
            you mean what you wrote, ignore that for this message with --ignore CODE. On a
            terminal you are asked about warnings; in a script, approving accepts them.

            EXAMPLES
              afterword approve 3 4 5
              afterword approve 3 --ignore other-name
              afterword approve "city library"
            """)

    @OptionGroup var numbers: MessageNumbers

    @Option(
        name: .long, help: "Ignore what proofreading calls by this code: \(Finding.Code.ignorable).",
        completion: Candidates.ignorableFindings)
    var ignore: [String] = []

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let asked = try numbers.ids(in: application, asks: !output.json, preferring: [.draft])
        let meant = try application.platform.isTerminal && !output.json ? meant(asked, in: application) : nil
        let ids = meant?.map(\.message.id) ?? asked
        let reviews = try application.desk.approve(
            ids, ignoring: ignore, seen: meant?.seen ?? [:], at: application.now)
        if output.json {
            let messageStatuses = try application.desk.messageStatus(
                for: reviews.map(\.message.id), at: application.now)
            try JSON.print(each: Array(zip(messageStatuses, reviews))) { messageStatus, review in
                MessageReport(messageStatus, findings: review.findings)
            }
            complain(reviews)
        } else {
            try show(reviews, in: application)
            if reviews.contains(where: { $0.message.state == .queued && $0.message.channel == .email }) {
                try application.tellWhoSends(asks: false)
            }
            if ids != asked { Output.line("What you did not queue stays a draft.") }
        }
        let isDone = ids == asked && reviews.allSatisfy { $0.message.state == .queued }
        return isDone ? .done : .needsUser
    }

    /// Those of which nothing warns, and those that the user means as they are, having read the warnings.
    private func meant(_ asked: [Message.ID], in application: Application) throws -> [Review] {
        try tellApart(asked, in: application)
        let text = MessageText(application)
        return try application.desk.review(asked).filter { review in
            let open = review.findings.filter { !ignore.contains($0.code.rawValue) }
            // What blocks is said in any case, and stays a draft.
            guard review.message.state == .draft, !open.isEmpty, open.allSatisfy({ $0.severity == .warns })
            else { return true }
            open.flatMap { text.lines($0, in: review.message) }.forEach { Output.line($0) }
            let typed = try application.platform.answer(to: Wording.approveAllTheSame(review.message))
            return YesOrNo.isYes(typed ?? "")
        }
    }

    /// Asks about what may be said twice; what the user does not tell apart stays a draft.
    private func tellApart(_ asked: [Message.ID], in application: Application) throws {
        let text = MessageText(application)
        for messageStatus in try application.desk.messageStatus(for: asked, at: application.now)
        where messageStatus.message.state == .draft {
            let open = try application.desk.review(messageStatus.message.id).findings
                .filter { !ignore.contains($0.code.rawValue) }.possibleDoubles
            guard !open.isEmpty else { continue }
            Output.line(text.heading(messageStatus))
            if try DoubleQuestion(application: application).areTwo(open) {
                try application.desk.tellApart(open, at: application.now)
            }
        }
    }

    /// How each message stands, and everything that is still to be said of it.
    private func show(_ reviews: [Review], in application: Application) throws {
        let text = MessageText(application)
        let messageStatuses = try application.desk.messageStatus(
            for: reviews.map(\.message.id), at: application.now)
        for (messageStatus, review) in zip(messageStatuses, reviews) {
            Output.line(text.heading(messageStatus))
            for fact in text.facts(messageStatus) { Output.line("   " + fact) }
            for line in review.findings.flatMap({ text.lines($0, in: review.message) }) {
                Output.line("   " + line)
            }
            if review.message.state == .draft, !review.blocking.isEmpty {
                Output.line("   Not queued. " + Wording.staysBlocked(review.message.id))
            }
        }
    }

    /// Beside a document, what blocks is said where people look.
    private func complain(_ reviews: [Review]) {
        for review in reviews where review.message.state == .draft {
            for finding in review.blocking {
                Output.problem(
                    "message \(review.message.id.rawValue): \(Wording.placed(finding, in: review.message).spelled)"
                )
            }
        }
    }
}
