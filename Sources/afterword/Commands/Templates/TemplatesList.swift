import Application
import ArgumentParser
import Composer
import Desk
import Etiquette
import Reports
import Wording

struct TemplatesList: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "All templates: language, voice (how they sound), what they are for, and whose they are.",
        usage: "afterword templates list [--language TAG] [--voice NAME] [--json]",
        discussion: """
            EXAMPLES
              afterword templates list
              afterword templates list --voice formal
              afterword templates list --language en-US --json
            """)

    @OptionGroup var language: LanguageOption

    @Option(help: "Only this voice.", completion: Candidates.voices)
    var voice: String?

    @OptionGroup var output: JSONOption
    @OptionGroup var pager: PagerOption

    var holding: OutputHolding { !pager.noPager && !output.json ? .paged : .none }

    func run(in application: Application) throws -> Exit {
        let set = try language.templates(in: application)
        if let voice, !set.voices.contains(Voice(rawValue: voice)) {
            throw DeskProblem.unknownVoice(Voice(rawValue: voice), known: set.voices)
        }
        let shown = try set.templates().filter {
            voice == nil || $0.voice == nil || $0.voice?.rawValue == voice
        }
        if output.json {
            try JSON.print(each: shown, TemplateReport.init)
            return .done
        }
        TemplateText.table(shown).forEach { Output.line($0) }
        let others = try TemplateSet.languages(
            shipped: TemplateSet.shippedFolder, own: application.ownTemplates
        )
        .filter { $0 != set.language.tag }
        if !others.isEmpty { Output.line("\nOther languages: \(others.joined(separator: ", "))") }
        return .done
    }
}
