import Etiquette
import Foundation

/// Interviews that were found in the user's own mail.
extension Wording {
    /// Nothing there is about an interview.
    package static func noInterviewMail(in place: String) -> Sentence {
        "No mail in \(shown(place)) is an invitation or agrees to an interview. To look further back: \(.lookingBack) 4w"
    }

    /// Who wrote a mail, and when it came.
    package static func mail(from name: String, _ address: String, received: Date, zone: TimeZone) -> String {
        let writer = name.isEmpty ? shown(address) : "\(shown(name)) <\(shown(address))>"
        return "from \(writer), \(TimeWording.text(received, zone))"
    }

    /// An interview of that time with one of those people was recorded without this mail.
    package static func onRecordByHand(_ interview: Interview.ID) -> String {
        "on record as interview \(interview.rawValue)"
    }

    package static let whichMails =
        "Which do you want to record? (their numbers, with spaces between them) [Enter = none] "

    package static let nothingChosen = "Nothing was recorded."

    /// Nobody is there to choose.
    package static let howToChooseMails: Sentence =
        "Nothing was recorded. Run this on a terminal to choose, or add \(.confirmation) to record the invitations that leave nothing open."

    /// What an answer in advance does not cover.
    package static func mailsLeft(_ count: Int) -> String {
        count == 1
            ? "1 of them leaves something open and was not recorded; choose it on a terminal."
            : "\(count) of them leave something open and were not recorded; choose them on a terminal."
    }

    /// The mailbox is larger than what is looked through at once.
    package static func mailboxCut(read: Int) -> Sentence {
        "there is too much mail to look through all of it; only the newest \(read) mails were read. Look back less far: \(.lookingBack) 7d"
    }
}
