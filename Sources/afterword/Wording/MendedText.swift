import Desk
import Etiquette

/// What a correction did to the messages that have not gone.
struct MendedText {
    let house: House

    func print(_ mended: Mended, json: Bool) throws -> Exit {
        let notices = try house.desk.open(mended.notices)
        let exit: Exit = notices.possibleDoubles.isEmpty ? .done : .needsUser
        let outlooks = try house.desk.outlook(for: mended.changed.map(\.id), at: house.now)
        if json {
            try JSON.print(each: outlooks, MessageReport.init)
            notices.possibleDoubles.forEach { Output.problem(Wording.text($0)) }
            return exit
        }
        let text = MessageText(hasColour: house.edge.hasColour)
        Output.line(outlooks.isEmpty ? "Mended; no message changes." : "Mended. These messages follow:")
        let reviews = try house.desk.review(mended.changed.map(\.id))
        for (outlook, review) in zip(outlooks, reviews) {
            Output.line(text.full(outlook, outlook.message.state == .draft ? review.findings : []) + "\n")
        }
        for notice in notices { Output.line("Note: \(Wording.text(notice))") }
        let drafts = mended.changed.filter { $0.state == .draft }.map(\.id)
        if !drafts.isEmpty { Output.line("Read them, then: afterword approve \(Wording.list(drafts))") }
        return exit
    }
}
