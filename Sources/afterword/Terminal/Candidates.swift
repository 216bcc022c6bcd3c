import Application
import ArgumentParser
import Composer
import Etiquette
import Foundation
import Ledger
import Setup
import Wording

/// What a shell offers for a value that the ledger or the templates know, with a few words about each where the shell
/// shows them.
///
/// It makes nothing and complains of nothing: where something is missing or wrong, there is nothing to offer.
enum Candidates {
    /// One value, and what it means.
    struct Candidate: Equatable {
        let value: String
        let meaning: String

        /// As the shell wants it that asks: zsh(1), zshcompsys, _describe; fish(1), complete.
        func line(for shell: CompletionShell?) -> String {
            switch shell {
            case .zsh?:
                let escaped = [value, meaning].map {
                    $0.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
                }
                return escaped.joined(separator: ":")
            case .fish?: return value + "\t" + meaning
            default: return value
            }
        }
    }

    /// The numbers of messages that are not over.
    static let openMessages = kind { application in
        try messages(in: MessageState.allCases.filter { ![.sent, .cancelled].contains($0) }, application)
    }

    static let messages = kind { try messages(in: MessageState.allCases, $0) }

    /// People by their names, or by what else tells one from another of the same name.
    static let people = kind { application in
        let people = try ledger(of: application)?.read { try $0.people() } ?? []
        let namesakes = Dictionary(grouping: people, by: \.name).mapValues(\.count)
        return people.map { person in
            let address = person.address?.text
            let number = String(person.id.rawValue)
            guard namesakes[person.name] == 1 else {
                return Candidate(value: address ?? number, meaning: person.name)
            }
            return Candidate(value: person.name, meaning: address ?? "no address")
        }
    }

    static let recruitments = kind { application in
        let recruitments = try ledger(of: application)?.read { try $0.recruitments() } ?? []
        return recruitments.map { Candidate(value: String($0.id.rawValue), meaning: name($0)) }
    }

    static let interviews = kind { application in
        try ledger(of: application)?.read { transaction in
            try transaction.interviews().map { interview in
                let recruitment = try transaction.recruitment(interview.recruitment)
                let day = TimeWording.text(interview.ended.instant, interview.ended.zone)
                return Candidate(
                    value: String(interview.id.rawValue), meaning: "\(name(recruitment)), \(day)")
            }
        } ?? []
    }

    static let voices = kind { application in
        try templateSet(of: application).voices.map {
            Candidate(value: $0.rawValue, meaning: "how messages sound")
        }
    }

    static let languages = kind { application in
        try TemplateSet.languages(shipped: TemplateSet.shippedFolder, own: application.ownTemplates)
            .map { Candidate(value: $0, meaning: "language of the templates") }
    }

    static let templates = kind { application in
        try templateSet(of: application).templates().map {
            Candidate(value: $0.name, meaning: $0.voice?.rawValue ?? "every voice")
        }
    }

    /// The IANA names.
    static let timeZones = kind { _ in
        TimeZone.knownTimeZoneIdentifiers.map { Candidate(value: $0, meaning: "time zone") }
    }

    /// The findings that may be set aside.
    static let ignorableFindings = kind { _ in
        Finding.Code.ignorable.split(separator: ", ")
            .map { Candidate(value: String($0), meaning: "ignore this warning") }
    }

    private static func messages(in states: [MessageState], _ application: Application) throws -> [Candidate]
    {
        try ledger(of: application)?.read { transaction in
            let messages = try transaction.messages(in: states)
            let recruitments = try transaction.recruitments(Set(messages.map(\.followUp.recruitment)))
            return messages.map { message in
                let what = "\(Wording.text(message.followUp.kind)) to \(message.recipient.name)"
                let about = recruitments[message.followUp.recruitment].map { ", " + name($0) } ?? ""
                return Candidate(value: String(message.id.rawValue), meaning: what + about)
            }
        } ?? []
    }

    private static func templateSet(of application: Application) throws -> TemplateSet {
        let language = (try? application.configuration.language) ?? Configuration.usualLanguage
        return try TemplateSet.load(
            shipped: TemplateSet.shippedFolder, own: application.ownTemplates, language: language)
    }

    private static func name(_ recruitment: Recruitment) -> String {
        "\(recruitment.role), \(recruitment.organisation)"
    }

    /// Nil where none was made yet. It may not wait: somebody has pressed a key.
    private static func ledger(of application: Application) throws -> Ledger? {
        let path = application.home.database
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try Ledger(path: path, patience: 0.5, freshID: application.platform.freshID)
    }

    private static func kind(_ find: @escaping @Sendable (Application) throws -> [Candidate])
        -> CompletionKind
    {
        .custom { _, _, _ in
            let found = try? find(Application(platform: Platform(), face: .terminal))
            return (found ?? []).map { $0.line(for: CompletionShell.requesting) }
        }
    }
}
