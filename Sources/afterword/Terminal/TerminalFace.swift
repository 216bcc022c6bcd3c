import Application
import Wording

extension Face {
    /// Words for a terminal, its log and its exit codes.
    static let terminal = Face(
        sentence: { CommandFailure($0)?.sentence ?? "\($0)" },
        needsUser: { error in
            let exit = CommandFailure(error)?.exit ?? .fault
            return exit != .deferred && exit != .serverUnavailable
        },
        remark: { Output.problem("Note: " + Wording.text($0)) },
        keepCalendar: { _ = try? $0.writeCalendar(to: $0.keptCalendar, withText: false) })
}
