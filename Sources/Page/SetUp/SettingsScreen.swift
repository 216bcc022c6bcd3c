import Application
import Composer
import Etiquette
import Foundation
import Setup
import Wording

/// Changes what the configuration says of the user, of how messages sound, and of when they leave. Comments in the file stay.
struct SettingsScreen: Screen {
    static let path: PathPattern = "set-up/settings"

    private let visit: Visit
    private let written: WrittenConfiguration

    init(_ visit: Visit) throws {
        self.visit = visit
        written = try visit.writtenConfiguration()
    }

    func view() throws -> PageResponse { try page(SettingsForm(written)) }

    func act() throws -> PageResponse {
        let form = try SettingsForm(visit.form)
        let changes = form.changes(from: written)
        guard !changes.isEmpty else { return .seeOther(SetUpScreen.address) }
        // What differs from a file that nobody has seen is no wish of anybody's.
        guard form.seen == written.digest else {
            return try page(form, [FieldProblem(nil, SettingsChangedMeanwhile())], status: 409)
        }
        let faults = form.faults
        guard faults.isEmpty else { return try page(form, faults) }
        do {
            let changed = try written.changed(changes, homeFolder: visit.application.home.userFolder)
            try visit.checkVoice(of: changed.read)
            try changed.write()
            return .seeOther(SetUpScreen.address)
        } catch let problem as ConfigurationProblem {
            return try page(form, SettingsForm.faults(problem))
        } catch let problem as TemplateProblem {
            let field = if case .unknownLanguage = problem { "language" } else { "voice" }
            return try page(form, [FieldProblem(field, problem)])
        } catch let problem as any Worded where problem is WrittenOtherwise || problem is HomeProblem {
            return try page(form, [FieldProblem(nil, problem)])
        }
    }

    /// A form that is sent once more counts for what is there now.
    private func page(_ form: SettingsForm, _ faults: [FieldProblem] = [], status: Int? = nil) throws
        -> PageResponse
    {
        let shown = SettingsView(
            form, seen: written.digest, languages: try visit.languages(), voices: visit.voices(),
            faults: faults)
        return try visit.page(
            "settings", title: "Settings", status: status ?? (faults.isEmpty ? 200 : 422), shown)
    }
}

extension Visit {
    /// The configuration as it is written.
    ///
    /// - Throws: `Application.Missing` where there is none yet.
    func writtenConfiguration() throws -> WrittenConfiguration {
        let path = application.home.configuration
        guard FileManager.default.fileExists(atPath: path) else {
            throw Application.Missing.configuration(path: path)
        }
        return try WrittenConfiguration(path: path)
    }

    fileprivate func languages() throws -> [String] {
        try TemplateSet.languages(shipped: TemplateSet.shippedFolder, own: application.ownTemplates)
    }

    /// Those of the language that is set; none where it has none, or can't be read.
    fileprivate func voices() -> [String] {
        guard let configuration = try? application.configuration else { return [] }
        return (try? templates(configuration.language, nil).voices.map(\.rawValue)) ?? []
    }

    /// - Throws: `TemplateProblem` where there is no such voice in that language.
    fileprivate func checkVoice(of configuration: Configuration) throws {
        _ = try templates(configuration.language, configuration.voice)
    }

    private func templates(_ language: String, _ voice: Voice?) throws -> TemplateSet {
        try TemplateSet.load(
            shipped: TemplateSet.shippedFolder, own: application.ownTemplates, language: language,
            voice: voice)
    }
}
