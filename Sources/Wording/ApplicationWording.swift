import Application
import Composer

extension SendingUnderWay: Worded {
    package var sentence: String {
        "another afterword is sending, or is there to send, so nothing was changed. Stop it (systemctl --user stop "
            + "afterword, or Ctrl-C where you started it), do this again, and then start it again."
    }
}

extension Application.Missing: Worded {
    package var sentence: String {
        switch self {
        case .configuration(let path):
            "there is no configuration yet at \(path); write one with: afterword init"
        }
    }
}
