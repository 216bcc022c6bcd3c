import Desk
import Mail

extension Wording {
    /// One sentence about a message that a mailbox knows otherwise than the ledger.
    static func text(_ finding: CopyFinding, in path: String) -> String {
        let (number, place) = (finding.message.rawValue, quoted(path))
        return switch finding.kind {
        case .missing: "Message \(number) was sent, but there is no copy of it in \(place)."
        case .several: "There are \(finding.copies) copies of message \(number) in \(place)."
        case .unsent:
            "There is a copy of message \(number) in \(place), but the record says that it was never sent; see: afterword "
                + "show \(number)"
        case .arrived:
            "There is a copy of message \(number) in \(place), whose delivery was in doubt; if that tells you that it "
                + "arrived: afterword resolve \(number) --delivered"
        }
    }
}

extension CopyCount.Unreadable: Worded {
    var sentence: String { "\(Wording.quoted(path)) can't be read (\(detail)), so nothing was proved." }
    var exit: Exit { .badInput }
}
