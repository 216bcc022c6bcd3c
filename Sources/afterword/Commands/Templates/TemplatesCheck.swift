import Application
import ArgumentParser
import Composer
import Etiquette
import Reports
import Wording

/// What is wrong with templates, all of it at once.
struct TemplatesCheck: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check every template, the shipped ones and your own.",
        usage: "afterword templates check [--language TAG] [--json]",
        discussion: """
            Checks for fields that do not exist, what such a message must have, its length
            with short and with long names, and two that begin alike; for a language without
            a template of some kind or its language.txt, and lists of words that can't be
            read.
            All languages are checked where none is named.

            It ends with 78 where a template can't be used (then none of its language can),
            with 1 where something should be corrected, and with 0 where all is well.

            EXAMPLE
              afterword templates check
            """)

    @Option(help: "Only this language.", completion: Candidates.languages)
    var language: String?

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let (shipped, own) = (TemplateSet.shippedFolder, application.ownTemplates)
        let configuration = try? application.configuration
        let all = try TemplateSet.languages(shipped: shipped, own: own)
        let languages =
            language.map { [$0] } ?? Set(all + [configuration?.language].compactMap(\.self)).sorted()
        let inspections = try languages.map {
            try TemplateInspection(
                shipped: shipped, own: own, language: $0,
                voice: $0 == configuration?.language ? configuration?.voice : nil)
        }
        // What serves every language is looked at in each.
        var complaints: [TemplateComplaint] = []
        for one in inspections.flatMap(\.complaints) where !complaints.contains(one) {
            complaints.append(one)
        }
        if output.json {
            try JSON.print(each: complaints, ComplaintReport.init)
        } else {
            for complaint in complaints { Output.line(Wording.text(complaint).spelled) }
            let count = inspections.reduce(0) { $0 + $1.count }
            Output.line(
                complaints.isEmpty
                    ? "\(count) templates for \(languages.joined(separator: ", ")): nothing is wrong with them."
                    : "\(Wording.count(complaints.count, "complaint")) about \(count) templates.")
        }
        if complaints.contains(where: \.isBroken) { return .configuration }
        return complaints.isEmpty ? .done : .needsUser
    }
}
