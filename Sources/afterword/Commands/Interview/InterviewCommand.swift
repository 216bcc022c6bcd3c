import ArgumentParser

/// Interviews: record, mend, look.
struct InterviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interview", abstract: "Record interviews, mend them, look at them.",
        subcommands: [InterviewAdd.self, InterviewEdit.self, InterviewList.self, InterviewShow.self])
}
