import Application
import Composer

extension SendingUnderWay: Worded {
    package var sentence: Sentence {
        "another Afterword is sending, or is running to send, so nothing was changed. Stop it (\(.stopService), or Ctrl-C "
            + "where you started it), do this again, and then start it again."
    }
}

extension Application.Missing: Worded {
    package var sentence: Sentence {
        switch self {
        case .configuration(let path):
            "there is no configuration yet at \(path); write one with: \(.setUp)"
        }
    }
}

extension RunningApplication.LedgerGone: Worded {
    package var sentence: Sentence {
        "the database \(path) is gone; nothing is sent, and no new one is made in its place. Put it back, or restore it "
            + "from a backup."
    }
}

extension Wording {
    /// One sentence of what the user should know, though everything goes on.
    package static func text(_ remark: ApplicationNote) -> String {
        switch remark {
        case .home(let warning): warning.sentence
        case .spelling(let lack): text(lack)
        }
    }
}
