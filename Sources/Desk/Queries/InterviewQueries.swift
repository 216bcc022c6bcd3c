import Etiquette
import Ledger

/// An interview with what belongs to it.
package struct InterviewOnRecord: Equatable, Sendable {
    package let interview: Interview
    package let recruitment: Recruitment
    /// The messages that it has a part in: its thank-yous, and those of the recruitment as a whole.
    package let messages: [Message]
}

extension Desk {
    /// - Throws: `LedgerProblem.noSuch` for a number that no interview has.
    package func interview(_ id: Interview.ID) throws -> Interview {
        try ledger.read { try $0.interview(id) }
    }

    /// The same with its recruitment and its messages.
    package func interviewOnRecord(_ id: Interview.ID) throws -> InterviewOnRecord {
        try ledger.read { try onRecord($0.interview(id), in: $0) }
    }

    /// The same; nil for a number that no interview has, and for one that was recorded by mistake.
    package func interviewIfOnRecord(_ id: Interview.ID) throws -> InterviewOnRecord? {
        try ledger.read { transaction in
            try transaction.interviewIfOnRecord(id).map { try onRecord($0, in: transaction) }
        }
    }

    /// Who of the panel was met before it in another recruitment (rule `professional`: the user is shown that history).
    package func metBefore(_ id: Interview.ID) throws -> [Person] {
        try ledger.read { transaction in
            let interview = try transaction.interview(id)
            return try interview.panel.map(\.person).filter {
                try transaction.wasMet($0.id, before: interview)
            }
        }
    }

    /// All of them, in the order in which they ended.
    package func interviewsOnRecord() throws -> [InterviewOnRecord] {
        try ledger.read { transaction in
            try transaction.interviews().map { try onRecord($0, in: transaction) }
        }
    }

    /// The same without their messages.
    package func meetings() throws -> [History.Meeting] {
        try ledger.read { transaction in
            try transaction.interviews().map {
                History.Meeting(interview: $0, recruitment: try transaction.recruitment($0.recruitment))
            }
        }
    }

    /// The last interview of each of these recruitments, from which time is counted; none of one that has none.
    package func lastInterviews(of ids: Set<Recruitment.ID>) throws -> [Recruitment.ID: Interview] {
        try ledger.read { transaction in
            try ids.reduce(into: [:]) { $0[$1] = try transaction.interviews(of: $1).last }
        }
    }

    package func recruitment(_ id: Recruitment.ID) throws -> Recruitment {
        try ledger.read { try $0.recruitment(id) }
    }

    /// The recruitments that have not ended, newest first, and no more than some.
    ///
    /// - Parameter words: found in the organisation or the role; empty for all.
    package func openRecruitments(holding words: String, count: Int) throws -> [Recruitment] {
        try ledger.read { try $0.openRecruitments(holding: words, count: count) }
    }

    package func recruitments(_ ids: Set<Recruitment.ID>) throws -> [Recruitment.ID: Recruitment] {
        try ledger.read { try $0.recruitments(ids) }
    }

    private func onRecord(_ interview: Interview, in transaction: LedgerTransaction) throws
        -> InterviewOnRecord
    {
        InterviewOnRecord(
            interview: interview, recruitment: try transaction.recruitment(interview.recruitment),
            messages: try transaction.messages(of: interview))
    }
}
