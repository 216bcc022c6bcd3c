import Application
import Desk
import Etiquette
import Foundation
import Ledger
import Wording

/// What forgetting somebody takes away, and what it does not reach.
struct ForgottenText {
    let application: Application

    var question: String { "Type the full name to delete all this, or press Enter to keep it: " }

    func plan(_ plan: Forgotten) throws {
        Output.line("\(InterviewText.person(plan.person))\n")
        Output.line("This is deleted, for ever:")
        for line in try gone(plan) { Output.line("  " + line) }
        Output.line("\nThis stays:")
        for line in stays(plan) { Output.line("  " + line) }
        Output.line("\nThis is not Afterword's to delete; look after it yourself:")
        for line in outside(plan) { Output.line("  " + line) }
        Output.line()
    }

    func kept(_ plan: Forgotten) {
        Output.line(
            "Nothing was changed. To delete it: afterword forget \(plan.person.id.rawValue) --confirm NAME, with the full name."
        )
    }

    func done(_ forgotten: Forgotten) throws {
        Output.line(
            "Forgotten. What you did is on record without them: afterword audit --person \(forgotten.person.id.rawValue)"
        )
        if !forgotten.lettersWaiting.isEmpty {
            let ids = Wording.list(forgotten.lettersWaiting)
            Output.line(
                "Read these again, worded anew without them, then approve them: afterword approve \(ids)")
        }
    }

    private func gone(_ plan: Forgotten) throws -> [String] {
        var lines = ["name, addresses, greeting and other spellings; what you talked about with them"]
        func add(_ count: Int, _ one: String, _ several: String) {
            if count > 0 { lines.append(Wording.count(count, one, several)) }
        }
        let (messages, contacts) = (plan.messages.count, plan.contacts)
        add(
            messages, "letter to them, with what the server said",
            "letters to them, with what the server said")
        add(contacts, "entry's words in the contact log", "entries' words in the contact log")
        add(
            plan.mails, "mail of theirs, as far as it was noted", "mails of theirs, as far as they were noted"
        )
        if !plan.cancelled.isEmpty {
            lines.append("not sent any more: " + list(plan.cancelled))
        }
        if !plan.lettersSent.isEmpty {
            lines.append("the words of letters to others that mention them: " + (try named(plan.lettersSent)))
        }
        if !plan.lettersWaiting.isEmpty {
            lines.append(
                "letters to others that mention them and have not gone, which become new drafts without them: "
                    + (try named(plan.lettersWaiting)))
        }
        return lines
    }

    private func stays(_ plan: Forgotten) -> [String] {
        let places = plan.recruitments.map { "\(Wording.shown($0.role)), \(Wording.shown($0.organisation))" }
        return [
            "that you were in touch, when, how and with what outcome, without the name: "
                + (places.isEmpty ? "no recruitment" : Wording.list(places)),
            "a code made from each address, from which nobody can read it: you are told if you record it again",
        ]
    }

    private func outside(_ plan: Forgotten) -> [String] {
        [
            "mail in your mailboxes, the Sent folder included, and cards that you printed",
            "backups and exports that you made (a backup that is restored forgets them again)",
            "what 'afterword run' wrote to the system's log: journalctl --user -u afterword",
        ] + otherFiles.map { "an earlier database, moved aside by a restore: \($0)" }
    }

    /// Databases of before a restoring, which hold what they held then.
    var otherFiles: [String] {
        let folder = application.home.dataFolder
        let aside = (application.home.database as NSString).lastPathComponent + ".old-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(aside) }.sorted().map { folder + "/" + $0 }
    }

    private func list(_ ids: [Message.ID]) -> String { Wording.list(ids.map { "message \($0.rawValue)" }) }

    private func named(_ ids: [Message.ID]) throws -> String {
        let messages = try application.desk.messages(ids)
        return Wording.list(
            messages.map { "message \($0.id.rawValue) to \(Wording.shown($0.recipient.name))" })
    }
}
