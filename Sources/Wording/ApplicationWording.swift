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
