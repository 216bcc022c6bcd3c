import Application
import ArgumentParser
import Composer
import Etiquette
import Foundation
import Setup
import Wording

/// The templates: which there are, how one reads, copies to change, what is wrong with them.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "Look at the templates, copy them to change them, check them.",
        subcommands: [TemplatesList.self, TemplatesShow.self, TemplatesCopy.self, TemplatesCheck.self])
}

/// `--language`: that of the configuration, where there is one, if left out.
struct LanguageOption: ParsableArguments {
    @Option(
        help: "The language of the templates, such as en-US; that of the configuration if left out.",
        completion: Candidates.languages)
    var language: String?

    func tag(in application: Application) throws -> String {
        if let language { return language }
        do {
            return try application.configuration.language
        } catch Application.Missing.configuration {
            // Who looks at the templates first need not have configured anything.
            return Configuration.usualLanguage
        }
    }

    /// - Parameter own: whether the user's own templates belong to it.
    func templates(in application: Application, own: Bool = true) throws -> TemplateSet {
        try TemplateSet.load(
            shipped: TemplateSet.shippedFolder, own: own ? application.ownTemplates : nil,
            language: tag(in: application))
    }
}

/// No template has this name.
struct NoSuchTemplate: ExitCoded {
    let name: String

    var sentence: Sentence {
        "there is no template \(Wording.quoted(name)); see: \(.listTemplates)"
    }
}
