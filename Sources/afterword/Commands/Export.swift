import Application
import ArgumentParser
import Foundation
import Reports
import Wording

/// Everything that was recorded, as a spreadsheet that `import` takes back.
struct Export: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all interviews as a spreadsheet (CSV) or as JSON.",
        usage: "afterword export [FILE] [--format csv|json]",
        discussion: """
            Each interview is a row, with its panel, addresses, talking points, contact and
            how its messages stand. 'import' takes the file back: what is on record already
            it leaves alone. UTF-8 with CRLF (RFC 4180); a text that a spreadsheet would
            take for a formula gets an apostrophe before it.

            EXAMPLES
              afterword export interviews.csv
              afterword export --format json > interviews.json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, json
    }

    @Argument(help: "Where it goes, a new file; standard output if left out.", completion: .file())
    var file: String?

    @Option(help: "csv or json; csv if left out, or as the name of the file ends.")
    var format: Format?

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard !output.json || format != .csv else {
            throw ValidationError("--json and --format csv contradict each other.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let lines = try application.desk.interviewsOnRecord()
        let isJSON =
            output.json || (format.map { $0 == .json } ?? file?.lowercased().hasSuffix(".json") ?? false)
        let text =
            isJSON ? try JSON.text(lines.map(ExportedInterview.init)) + "\n" : InterviewSheet.text(lines)
        guard let file, file != "-" else {
            Output.write(text)
            return .done
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
        } catch {
            throw NotExported(file: file, exists: FileManager.default.fileExists(atPath: file))
        }
        Output.line(Wording.written(lines.count, "interview", to: file))
        return .done
    }
}

/// A file that could not be written.
struct NotExported: ExitCoded {
    let file: String
    let exists: Bool

    var sentence: Sentence { Sentence(Wording.notWritten(file, exists: exists)) }
    var exit: Exit { .cannotWrite }
}
