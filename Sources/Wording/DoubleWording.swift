import Etiquette

/// One conversation that may be on record twice, or one person under two addresses (rule `thank-each`).
extension Wording {
    /// What was found, without a full stop.
    package static func what(_ double: PossibleDouble) -> String {
        switch double.doubt {
        case .meeting:
            "this may be the same meeting as \(meeting(double)), for which \(written(double)) already"
        case .person:
            "\(who(double.person)) and \(who(double.other)) may be one person, who would be thanked twice"
        case .job:
            "this may be the same job as \(job(double)), under another spelling, about which \(shown(double.other.name, limit: 60)) "
                + "is asked already"
        }
    }

    /// The same with the two ways on for one message.
    package static func text(_ double: PossibleDouble, in id: Message.ID) -> Sentence {
        let code =
            switch double.doubt {
            case .meeting, .job: "same-meeting"
            case .person: "same-person"
            }
        return
            "\(what(double)); if they are two \(two(double)): \(.approve([id], ignoring: code)); if it is one: "
            + "\(.cancel([id]))"
    }

    /// The same where the message has no number yet, or there are several.
    package static func text(_ double: PossibleDouble) -> String {
        what(double)
            + ". What may go twice stays a draft: approve it if they are two \(two(double)), cancel it if it is "
            + "one."
    }

    /// Asks on a terminal, before anything is recorded.
    package static func areTheyTwo(_ double: PossibleDouble) -> String {
        switch double.doubt {
        case .meeting:
            "You have an interview on record that ended at about the same time, and for which \(written(double)) already:\n"
                + "  \(meeting(double))\nAre they two different meetings? [y/N] "
        case .person:
            "\(what(double)).\nAre they two different people? [y/N] "
        case .job: "\(capitalised(what(double))).\nAre they two different jobs? [y/N] "
        }
    }

    /// Says what to do where they are one.
    package static func ifTheyAreOne(_ double: PossibleDouble) -> Sentence {
        switch double.doubt {
        case .meeting:
            "To correct the interview on record: \(.editInterview(double.known.id))"
        case .person: "Name each person once, with the address to write to."
        case .job:
            "Record it with the organisation as it is on record: \(quoted(double.recruitment.organisation))."
        }
    }

    /// `Data Analyst at City Library`.
    private static func job(_ double: PossibleDouble) -> String {
        "\(shown(double.recruitment.role, limit: 60)) at \(shown(double.recruitment.organisation, limit: 60))"
    }

    /// `interview 1 (Data Analyst at City Library, ended Fri 20 Nov 2026, 15:00 (Europe/London))`.
    private static func meeting(_ double: PossibleDouble) -> String {
        let (known, recruitment) = (double.known, double.recruitment)
        return "interview \(known.id.rawValue) (\(shown(recruitment.role, limit: 60)) at "
            + "\(shown(recruitment.organisation, limit: 60)), ended \(TimeWording.text(known.ended.instant, known.ended.zone)))"
    }

    /// `there is a message to Jane Okafor`; where the address is another, both.
    private static func written(_ double: PossibleDouble) -> String {
        let other = shown(double.other.name, limit: 60)
        guard double.person.id != double.other.id else { return "there is a message to \(other)" }
        return "there is a message to \(who(double.other)), perhaps the same person as \(who(double.person)),"
    }

    private static func who(_ person: Person) -> String {
        shown(person.name, limit: 60) + (person.address.map { " <\($0.text)>" } ?? " (no address)")
    }

    private static func two(_ double: PossibleDouble) -> String {
        switch double.doubt {
        case .meeting: "meetings"
        case .person: "people"
        case .job: "jobs"
        }
    }
}
