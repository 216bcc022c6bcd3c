import Application
import ArgumentParser
import Composer
import Reports
import Wording

struct TemplatesShow: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The text of one template, and what its fields stand for.",
        usage: "afterword templates show NAME [--language TAG] [--json]",
        discussion: """
            EXAMPLES
              afterword templates show formal/thank-you-1
              afterword templates show plain/decision-status --language en-US
            """)

    @Argument(help: "The name, from: afterword templates list", completion: Candidates.templates)
    var name: String

    @OptionGroup var language: LanguageOption
    @OptionGroup var output: JSONOption
    @OptionGroup var pager: PagerOption

    var holding: OutputHolding { !pager.noPager && !output.json ? .paged : .none }

    func run(in application: Application) throws -> Exit {
        guard let template = try language.templates(in: application)[name] else {
            throw NoSuchTemplate(name: name)
        }
        if output.json {
            try JSON.print(TemplateSourceReport(template, text: template.source()))
        } else {
            try TemplateText.page(template, text: template.source()).forEach { Output.line($0) }
        }
        return .done
    }
}
