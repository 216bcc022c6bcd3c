import Application
import ArgumentParser
import Composer
import Desk
import Etiquette
import Foundation
import Reports
import Setup
import Wording

/// Copies of shipped templates, for the user to change.
struct TemplatesCopy: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Copy shipped templates into your own folder, to change them there.",
        usage: """
            afterword templates copy NAME ... [--language TAG] [--replace]
              afterword templates copy --all [--voice NAME] [--language TAG] [--replace]
            """,
        discussion: """
            A template in your folder is used instead of the shipped one of the same name. A
            copy that is there already is kept, unless you say --replace; the old file then
            stays beside it, with ~ at the end of its name, or ~2 and so on where there is
            such a file already.

            EXAMPLES
              afterword templates copy warm/thank-you-1 warm/decision-status
              afterword templates copy --all --voice formal
            """)

    @Argument(help: "The names, from: afterword templates list", completion: Candidates.templates)
    var names: [String] = []

    @Flag(help: "All templates of the language.")
    var all = false

    @Option(help: "With --all: only this voice (how letters sound).", completion: Candidates.voices)
    var voice: String?

    @OptionGroup var language: LanguageOption

    @Flag(help: "Replace a copy that was changed with the shipped text.")
    var replace = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard names.isEmpty == all else {
            throw ValidationError("Name the templates to copy, or say --all; see: afterword templates list")
        }
        guard voice == nil || all else { throw ValidationError("--voice goes with --all.") }
    }

    func run(in application: Application) throws -> Exit {
        let chosen = try chosen(from: language.templates(in: application, own: false))
        for warning in try application.home.prepare(user: application.platform.user) {
            Output.problem("Note: " + warning.sentence)
        }
        let copies = try chosen.map {
            try TemplateCopy(of: $0, into: application.home.templates, replacing: replace)
        }
        if output.json {
            try JSON.print(each: copies, CopyReport.init)
        } else {
            for copy in copies { Output.line(Wording.text(copy).spelled) }
        }
        return copies.contains { $0.outcome == .kept } ? .needsUser : .done
    }

    private func chosen(from set: TemplateSet) throws -> [Template] {
        guard all else {
            return try names.map { name in
                guard let template = try set[name] else { throw NoSuchTemplate(name: name) }
                return template
            }
        }
        guard let voice else { return try set.templates() }
        guard set.voices.contains(Voice(rawValue: voice)) else {
            throw DeskProblem.unknownVoice(Voice(rawValue: voice), known: set.voices)
        }
        return try set.templates().filter { $0.voice?.rawValue == voice }
    }
}

extension TemplateCopy {
    /// - Parameter folder: the user's own.
    init(of template: Template, into folder: String, replacing: Bool) throws {
        let path = "\(folder)/\(template.language.tag)/\(template.name).txt"
        let (outcome, former) = try Self.put(template.source(), at: path, replacing: replacing)
        self.init(name: template.name, path: path, outcome: outcome, former: former)
    }

    private static func put(
        _ text: String, at path: String, replacing: Bool
    ) throws -> (outcome: Outcome, former: String?) {
        guard FileManager.default.fileExists(atPath: path) else {
            try Home.createFolder((path as NSString).deletingLastPathComponent)
            try Home.createFile(path, text: text)
            return (.copied, nil)
        }
        // A file too large to be a template is none of the shipped ones.
        if try TextFile.bytes(path, limit: TextFile.batch) == Data(text.utf8) { return (.same, nil) }
        guard replacing else { return (.kept, nil) }
        let former = freePath(for: path)
        guard rename(path, former) == 0 else {
            throw HomeProblem.notCreated(path: former, FileTrouble(errno: errno))
        }
        try Home.createFile(path, text: text)
        return (.replaced, former)
    }

    /// Where the former file goes: the first name that is free, and that no template has.
    private static func freePath(for path: String) -> String {
        var (former, number) = (path + "~", 1)
        while (try? FileManager.default.attributesOfItem(atPath: former)) != nil {
            number += 1
            former = "\(path)~\(number)"
        }
        return former
    }
}
