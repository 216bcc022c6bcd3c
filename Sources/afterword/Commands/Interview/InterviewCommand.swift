import ArgumentParser

struct InterviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interview", abstract: "Record interviews, correct them, look at them.",
        subcommands: [
            InterviewAdd.self, InterviewEdit.self, InterviewList.self, InterviewShow.self,
            InterviewCancel.self, InterviewDelete.self, InterviewUndelete.self,
        ])
}
