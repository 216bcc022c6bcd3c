import ArgumentParser
import Composer
import Desk
import Etiquette

/// Approves drafts.
struct Approve: HouseCommand {
    static let configuration = CommandConfiguration(
        abstract: "Approve drafts: their text is frozen, and exactly that will be sent when it is due.",
        discussion: """
            What blocks a draft is shown and keeps it a draft. What you mean as it is can
            be set aside for that message with --ignore CODE.

            EXAMPLES
              afterword approve 3 4 5
              afterword approve 3 --ignore other-name
            """)

    @OptionGroup var numbers: MessageNumbers

    @Option(name: .long, help: "Set a finding of this code aside: \(Finding.Code.ignorable).")
    var ignore: [String] = []

    @OptionGroup var output: JSONOption

    func run(in house: House) throws -> Exit {
        let reviews = try house.desk.approve(numbers.ids, ignoring: ignore, at: house.now)
        try report(reviews.map(\.message.id), in: house, json: output.json)
        for review in reviews where review.message.state == .draft {
            for finding in review.blocking {
                Output.problem(
                    "message \(review.message.id.rawValue): \(Wording.text(finding, in: review.message))")
            }
        }
        return reviews.allSatisfy { $0.message.state == .queued } ? .done : .needsUser
    }
}
