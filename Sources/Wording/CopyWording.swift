import Desk
import Foundation
import Mail

extension Wording {
    /// One sentence about a message that a mailbox knows otherwise than the ledger.
    package static func text(_ finding: CopyFinding, in path: String) -> Sentence {
        let (number, place) = (finding.message.rawValue, quoted(path))
        return switch finding.kind {
        case .missing: "Message \(number) was sent, but there is no copy of it in \(place)."
        case .several: "There are \(finding.copies) copies of message \(number) in \(place)."
        case .unsent:
            "There is a copy of message \(number) in \(place), but the record says that it was never sent; see: "
                + "\(.show(finding.message))"
        case .arrived:
            "There is a copy of message \(number) in \(place), whose delivery was in doubt; if that tells you that it "
                + "arrived: \(.resolve(finding.message, delivered: true))"
        }
    }
}

extension CopyCount.Unreadable: Worded {
    package var sentence: Sentence {
        switch problem {
        case .file(let place, let code):
            // A pipe, say, or a device.
            let words = code == EINVAL ? "it is neither a file nor a folder" : String(cString: strerror(code))
            return "\(Wording.quoted(place)) can't be read (\(words)), so nothing could be checked."
        case .locked, .notOpen:
            return
                "Another program writes to \(Wording.quoted(path)) just now, so nothing could be checked; try again."
        default: return "\(Wording.quoted(path)) can't be read, so nothing could be checked."
        }
    }
}
