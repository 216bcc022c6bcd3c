import Foundation
import Setup

extension FileTrouble {
    /// What is wrong with a file whose name was said before.
    package var words: String {
        switch self {
        case .missing: "there is no such file; correct the path, or make the file"
        case .notAllowed: "you may not read the file; give yourself the permission"
        case .symbolicLink: "it is a symbolic link; name the file itself"
        case .notAFile: "it is not a file; name a file"
        case .tooLarge(let limit):
            "the file is larger than \(limit / 1024) KB, so it cannot be the right one; name another"
        case .system(EMFILE), .system(ENFILE):
            "this computer won't let Afterword open any more files; raise the limit (ulimit -n), or close other programs"
        case .system(let code):
            "the file cannot be read (\(String(cString: strerror(code)))); look at the disk"
        }
    }
}

extension Wording {
    /// `3 interviews written to interviews.csv`.
    package static func written(_ number: Int, _ what: String, to file: String) -> String {
        "\(count(number, what)) written to \(file)"
    }

    /// - Parameter exists: something stands where the file was to go.
    package static func notWritten(_ file: String, exists: Bool) -> String {
        exists
            ? "\(quoted(file)) exists already and is kept; give another name, or remove it first."
            : "\(quoted(file)) can't be written; look at the folder and its permissions."
    }
}

extension mode_t {
    /// As chmod takes it, such as 0644.
    var octal: String { "0" + String(self, radix: 8) }
}

extension HomeProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .nowhere:
            "nothing says where the configuration lives: set AFTERWORD_HOME to a folder, or HOME to your home."
        case .notOwned(let path, let owner):
            "\(path) belongs to another user (number \(owner)); run Afterword as its owner, or set AFTERWORD_HOME "
                + "to a folder of your own."
        case .othersMayWrite(let path, let mode):
            "\(path) can be changed by other users (mode \(mode.octal)); take that away with: chmod go-w '\(path)'"
        case .notAFolder(let path):
            "\(path) is not a folder; move it away, or set AFTERWORD_HOME to another folder."
        case .notAFile(let path): "\(path) is not a file; move it away."
        case .notCreated(let path, let trouble): "\(path) could not be written: \(trouble.reason)."
        case .notWritable(let folder, let trouble):
            "nothing can be written into \(folder): \(trouble.reason). Nothing can be recorded or sent until that is put "
                + "right."
        case .noRoom(let folder, let bytes, let wanted):
            "only \(bytes >> 10) KB are free on the disk with \(folder), and Afterword wants \(wanted >> 10) KB to keep its "
                + "records safe; make room there."
        case .exists(let path): "\(path) exists already and is kept; edit it, or move it away first."
        case .unreadable(let path, let trouble): "\(path): \(trouble.words)."
        }
    }
}

extension HomeWarning {
    /// One sentence: who can read what, and how to change that.
    package var sentence: String {
        let new = isFolder ? "700" : "600"
        return
            "\(path) can be read by other users (mode \(mode.octal)); make it private with: chmod \(new) '\(path)'"
    }
}

extension FileTrouble {
    /// Why something could not be written.
    fileprivate var reason: String {
        switch self {
        case .missing: "the folder above it is missing"
        case .notAllowed: "you may not write there"
        case .symbolicLink: "it is a symbolic link"
        case .notAFile: "there is something else of that name"
        case .tooLarge: "it is too large"
        case .system(let code): String(cString: strerror(code))
        }
    }
}
