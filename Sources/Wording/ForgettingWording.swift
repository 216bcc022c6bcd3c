import Etiquette
import Ledger

/// What forgetting somebody takes away, what stays, and what it does not reach.
package struct ForgettingWording {
    package let plan: Forgotten
    /// Letters to others that mention them, and what is no longer sent.
    package let letters: [Message]
    /// Databases that an earlier restore has moved aside.
    package let otherFiles: [String]

    package init(plan: Forgotten, letters: [Message], otherFiles: [String]) {
        (self.plan, self.letters, self.otherFiles) = (plan, letters, otherFiles)
    }

    /// Asks on a terminal.
    package static let question = "Type the full name to delete all this, or press Enter to keep it: "

    /// Each with its heading and its lines.
    package var parts: [(heading: String, lines: [Sentence])] {
        [
            ("This is deleted for good:", gone.map { Sentence($0) }),
            ("This stays:", stays.map { Sentence($0) }),
            ("This is not Afterword's to delete; look after it yourself:", outside),
        ]
    }

    /// Where nobody has confirmed it.
    package var kept: Sentence {
        "Nothing was changed. To delete it: \(.forget(plan.person.id, confirming: plan.person.name))"
    }

    /// Afterwards.
    package var done: [Sentence] {
        let done: Sentence =
            "Forgotten. What you did stays on record, without their name: \(.auditPerson(plan.person.id))"
        let drafts = plan.lettersWaiting + plan.readdressed.map(\.id)
        let read: Sentence? =
            drafts.isEmpty
            ? nil : "Read these again, rewritten without them, then approve them: \(.approve(drafts))"
        return [done, read].compactMap(\.self) + unasked
    }

    /// Where the question about the decision is lost.
    private var unasked: [Sentence] {
        plan.unasked.map {
            "Nobody is left to ask about the decision (\(Wording.name($0))). Name somebody, and the question is written again: "
                + "\(.editInterview(nil, .contact))"
        }
    }

    private var gone: [String] {
        var lines = ["name, addresses, greeting and other spellings; what you talked about with them"]
        func add(_ count: Int, _ one: String, _ several: String) {
            if count > 0 { lines.append(Wording.count(count, one, several)) }
        }
        add(
            plan.messages.count, "letter to them, with what the server said",
            "letters to them, with what the server said")
        if plan.contacts > 0 {
            lines.append(
                "the words of \(Wording.count(plan.contacts, "entry", "entries")) in the contact log")
        }
        add(
            plan.mails, "mail of theirs, as far as it was noted", "mails of theirs, as far as they were noted"
        )
        if !plan.cancelled.isEmpty {
            let numbers = plan.cancelled.map { "message \($0.rawValue)" }
            lines.append("no longer sent: \(Wording.list(numbers))")
            if letters.contains(where: {
                plan.cancelled.contains($0.id) && $0.followUp.kind == .decisionStatus
            }) {
                lines.append(
                    "nobody is asked about the decision any more, unless you choose somebody else for that interview"
                )
            }
        }
        for message in plan.readdressed {
            lines.append(
                "as the one to ask about the decision: the question (message \(message.id.rawValue)) is a draft to "
                    + "\(Wording.shown(message.recipient.name)) now")
        }
        for recruitment in plan.unasked {
            lines.append(
                "as the one to ask about the decision (\(Wording.name(recruitment))): nobody else is on record there"
            )
        }
        if !plan.lettersSent.isEmpty {
            lines.append("the words of letters to others that mention them: \(named(plan.lettersSent))")
        }
        if !plan.lettersWaiting.isEmpty {
            lines.append(
                "unsent letters to others that mention them, which become new drafts without them: "
                    + named(plan.lettersWaiting))
        }
        return lines
    }

    private var stays: [String] {
        let places = plan.recruitments.map { Wording.name($0) }
        return [
            "that you were in touch, when, how and with what outcome, without the name: "
                + (places.isEmpty ? "no job" : Wording.list(places)),
            "a code made from each address and name, from which nobody can read it: you are told if you record it again",
            "if they write to you again: that they did and when, without a word of it, so that nothing is asked that they have "
                + "answered",
        ]
    }

    private var outside: [Sentence] {
        [
            "mail in your mailboxes, the Sent folder included, and cards that you printed",
            "backups and exports that you made (a backup that is restored forgets them again)",
            "what the service wrote to the system's log: \(.showLog)",
        ] + otherFiles.map { "an earlier database, moved aside by a restore: \($0)" }
    }

    private func named(_ ids: [Message.ID]) -> String {
        Wording.list(
            letters.filter { ids.contains($0.id) }
                .map { "message \($0.id.rawValue) to \(Wording.shown($0.recipient.name))" })
    }
}

/// What was typed is not the name of the person who was to be forgotten.
package struct NotConfirmed: Worded {
    package let typed: String
    package let name: String

    package init(typed: String, name: String) { (self.typed, self.name) = (typed, name) }

    package var sentence: Sentence {
        "you typed \(Wording.quoted(typed)), and the name is \(Wording.quoted(name)); nobody was forgotten."
    }
}
