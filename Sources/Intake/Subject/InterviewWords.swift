import Foundation
import Text

/// The words by which invitations call interviews, roles and employers.
enum InterviewWords {
    /// `interview`, `phone screen`: the thing itself.
    static let interviews = words("meeting")
    /// `call`, `round`: perhaps the thing itself.
    static let meetings = interviews.union(words("talk"))
    /// `technical`, `final`: goes with it.
    static let kinds = words("kind")
    /// `hiring manager`: neither a role nor an organisation where it stands alone.
    static let alone = words("alone")
    static let roles = words("role")
    static let organisations = words("organisation")
    static let roleLabels = words("label-role")
    static let organisationLabels = words("label-organisation")
    /// What a sentence says before a role, longest first.
    static let leads = words("lead").sorted { ($0.count, $1) > ($1.count, $0) }
    static let freeMail = words("freemail")

    private static let file = PhraseFile(PackageResources.interview_words_txt)

    private static func words(_ kind: String) -> Set<String> { Set(file[kind]) }

    /// The words `interview` and `interviews` themselves.
    static let plainly = PhraseIndex([(true, ["interview", "interviews"])], ends: .spaces)
    static let ofInterviews = PhraseIndex([(true, Array(interviews))], ends: .spaces)
    static let ofMeetings = PhraseIndex([(true, Array(meetings))], ends: .spaces)

    /// Whether the text has one of these phrases.
    static func has(_ phrases: PhraseIndex<Bool>, in text: String) -> Bool {
        !phrases.matches(in: NormalText(tokens(text).joined(separator: " "))).isEmpty
    }

    /// The text without what it says of the interview itself: `Data Analyst` of `Data Analyst - technical interview`.
    /// A kind goes only together with a meeting: `Technical Writer interview` is about a technical writer.
    static func withoutMeeting(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        let tail = run(words.reversed().map { $0 }, reversed: true)
        words.removeLast(tail)
        words.removeFirst(run(words, reversed: false))
        return words.joined(separator: " ").trimmingCharacters(in: CharacterSet(charactersIn: " ,;:-–—|()[]"))
    }

    /// How many words at the beginning are a meeting with its kinds.
    private static func run(_ words: [String], reversed: Bool) -> Int {
        var length = 0
        var upToMeeting = 0
        while let step = [3, 2, 1].first(where: { step in
            guard length + step <= words.count else { return false }
            let slice = words[length..<length + step]
            let phrase = plain((reversed ? slice.reversed() : Array(slice)).joined(separator: " "))
            return meetings.contains(phrase) || kinds.contains(phrase)
        }) {
            let slice = words[length..<length + step]
            let phrase = plain((reversed ? slice.reversed() : Array(slice)).joined(separator: " "))
            length += step
            // Behind a role the kind stands before the meeting, which ends the text.
            if meetings.contains(phrase) || (reversed && upToMeeting > 0) { upToMeeting = length }
        }
        return upToMeeting
    }

    static func tokens(_ text: String) -> [String] { Words(text.lowercased(), cut: .terms).texts }

    private static func plain(_ phrase: String) -> String {
        phrase.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: " ,;:()[]!?"))
    }
}
