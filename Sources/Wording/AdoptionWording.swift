import Application
import Etiquette
import Foundation

/// What is asked and said where a copy of the database becomes the one that sends, or a clock is trusted again.
extension Wording {
    /// Asks below what is doubted of the database.
    package static let doesNoOtherSend = "Is no other copy used for sending any more? [y/N] "

    package static let nothingSent = "Nothing was changed, and nothing is sent."

    private static let sendsNothingYet: Sentence =
        "Nothing is sent until you say: \(.adopt). The backup does not know what was sent after it was made, so everything "
        + "that waits is then held; look in your Sent folder, and release what is not there."

    package static func backedUp(_ file: String, bytes: Int) -> [Sentence] {
        [
            "Backed up, whole and checked: \(file) (\(bytes >> 10) KB)",
            "To go back to it: \(.restore(file))",
        ]
    }

    /// - Parameters:
    ///   - aside: where that lies which was there before.
    ///   - forgotten: how many people in the backup were to be forgotten.
    package static func restored(
        _ path: String, from file: String, aside: String?, forgotten: Int
    ) -> [Sentence] {
        var lines: [Sentence] = ["Restored from \(file): \(path)"]
        if let aside { lines.append("What was there before is kept: \(aside)") }
        if forgotten > 0 {
            lines.append(
                "\(count(forgotten, "person", "people")) in it had been forgotten since, and "
                    + "\(forgotten == 1 ? "is" : "are") forgotten again.")
        }
        return lines + [sendsNothingYet]
    }

    package static let nothingToAdopt = "There is nothing to adopt: this is the database that sent last."

    /// - Parameters:
    ///   - sent: how many messages had gone, as the Sent folder shows.
    ///   - released: how many are not in it.
    package static func adopted(_ path: String, sent: Int, released: Int) -> [String] {
        var lines = ["Adopted: messages are sent from \(path) from now on."]
        if sent > 0 {
            lines.append(
                "\(count(sent, "message")) had gone out already, as your Sent folder shows, and now "
                    + "\(sent == 1 ? "counts" : "count") as sent.")
        }
        if released > 0 {
            lines.append(
                "\(count(released, "message")) not in your Sent folder: sent when due, as before.")
        }
        return lines
    }

    /// - Parameter failure: why the Sent folder could not be searched, where it was tried.
    package static func heldForCopy(_ held: Int, failure: String?) -> Sentence {
        let folder: Sentence =
            failure.map { ", and your Sent folder could not be searched: \($0) Look there yourself" }
            ?? ". Look in your Sent folder"
        return
            "\(count(held, "message")) held, since another copy may have sent what is not sent here\(folder); then for each: "
            + "\(.release([])), or record what you did, or \(.cancel([])). See: \(.showQueue(all: false))"
    }

    package static func heldOtherwise(_ held: Int) -> Sentence {
        "\(count(held, "message")) held for another reason. See: \(.showQueue(all: false))"
    }

    /// Asks whether the clock is right that an entry is ahead of.
    package static func isClockRight(_ newest: Date, _ now: Date, _ zone: TimeZone) -> String {
        "The newest entry is dated \(TimeWording.text(newest, zone)), and the clock says \(TimeWording.text(now, zone)).\n"
            + "Is the clock right now? [y/N] "
    }

    /// - Parameter newest: the time of the newest entry; nil where none is later than now.
    package static func clockTrusted(_ newest: Date?, _ zone: TimeZone) -> String {
        guard let newest else { return "There is nothing to do: no message is dated later than the clock." }
        return
            "Recorded: the clock is right, and everything dated up to \(TimeWording.text(newest, zone)) happened before now. "
            + "Nothing that was sent is sent again, and nobody who was written to by then gets another email for a day."
    }
}

extension Wording {
    /// What came of it, a sentence each.
    package static func text(_ adopted: AdoptedLedger, _ path: String) -> [Sentence] {
        guard adopted.adoption != nil else { return [Sentence(nothingToAdopt)] }
        let lines = self.adopted(path, sent: adopted.sent, released: adopted.released).map { Sentence($0) }
        guard adopted.held > 0 else { return lines }
        switch adopted.search {
        case .none, .incomplete: return lines + [heldForCopy(adopted.held, failure: nil)]
        case .failed(let words): return lines + [heldForCopy(adopted.held, failure: words)]
        case .done: return lines + [heldOtherwise(adopted.held)]
        }
    }
}
