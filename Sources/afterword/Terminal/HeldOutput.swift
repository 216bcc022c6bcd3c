import ArgumentParser
import Foundation

/// Why a command's standard output is held back until its end.
enum OutputHolding {
    /// It is shown as it comes.
    case none
    /// It may be longer than the window: then it is shown by the user's pager.
    case paged
    /// It is shown only where something was not done.
    case quiet
}

/// `--no-pager`
struct PagerOption: ParsableArguments {
    @Flag(name: .customLong("no-pager"), help: "Print long output straight to the terminal, without $PAGER.")
    var noPager = false
}

/// `--quiet`
struct QuietOption: ParsableArguments {
    @Flag(name: .long, help: "Print nothing where all is well, as cron likes it; problems are still told.")
    var quiet = false
}

/// Standard output, kept in a file without a name until it is known what becomes of it.
struct HeldOutput {
    private let screen: TerminalScreen
    private let environment: [String: String]
    private let holding: OutputHolding
    /// What standard output was before.
    private let before: Int32
    private let file: UnsafeMutablePointer<FILE>

    /// Nil where nothing is held back.
    init?(_ holding: OutputHolding, environment: [String: String]) {
        // What it leads to is looked at before it leads elsewhere.
        let screen = Output.screen
        guard holding == .quiet || holding == .paged && screen.isTerminal && !screen.isDumb else {
            return nil
        }
        let before = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        guard before >= 0, let file = tmpfile() else { return nil }
        dup2(fileno(file), STDOUT_FILENO)
        (self.screen, self.environment, self.holding) = (screen, environment, holding)
        (self.before, self.file) = (before, file)
    }

    /// Standard output is what it was; what was held back is shown, or is not.
    func end(_ exit: Exit) {
        dup2(before, STDOUT_FILENO)
        close(before)
        defer { fclose(file) }
        guard holding != .quiet || exit != .done else { return }
        lseek(fileno(file), 0, SEEK_SET)
        let bytes = FileHandle(fileDescriptor: fileno(file), closeOnDealloc: false).readDataToEndOfFile()
        let rows = bytes.count { $0 == UInt8(ascii: "\n") }
        guard holding == .paged, rows >= screen.rows, let pager, page(by: pager) else {
            Output.write(Array(bytes))
            return
        }
    }

    private func page(by pager: String) -> Bool {
        lseek(fileno(file), 0, SEEK_SET)
        // As git does it: ends by itself where all fits, shows colours, leaves the text on the screen.
        let settings = environment.merging(["LESS": "FRX", "LESSCHARSET": "utf-8", "LV": "-c"]) { own, _ in
            own
        }
        do {
            try ForegroundProgram(environment: settings).run(pager, input: fileno(file))
            return true
        } catch .ended(let status) where status >> 8 != 127 {
            return true
        } catch {
            return false
        }
    }

    /// `$PAGER`, where it is empty none; else the first of what this machine has.
    private var pager: String? {
        if let own = environment["PAGER"] { return own.isEmpty ? nil : own }
        return ["/usr/bin/less", "/usr/bin/pager", "/bin/more"].first(
            where: FileManager.default.isExecutableFile)
    }
}
