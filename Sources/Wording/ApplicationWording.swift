import Application
import Composer

extension SendingUnderWay: Worded {
    package var sentence: Sentence {
        "another Afterword is sending, or is there to send, so nothing was changed. Stop it (\(.stopService), or Ctrl-C "
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
