import Foundation

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

    private static let rows = DataFile(PackageResources.interview_words_txt).rows.map { $0[0] }

    private static func words(_ kind: String) -> Set<String> {
        Set(rows.compactMap { $0.hasPrefix(kind + " ") ? String($0.dropFirst(kind.count + 1)) : nil })
    }

    /// Whether the text has one of these phrases, of three words at most.
    static func has(_ phrases: Set<String>, in text: String) -> Bool {
        let words = tokens(text)
        return words.indices.contains { start in
            (1...3).contains { length in
                start + length <= words.count
                    && phrases.contains(words[start..<start + length].joined(separator: " "))
            }
        }
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

    static func tokens(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." }.map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: ".-"))
        }.filter { !$0.isEmpty }
    }

    private static func plain(_ phrase: String) -> String {
        phrase.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: " ,;:()[]!?"))
    }
}
