import Foundation
import Mail
import Setup

/// The first configuration, made of answers: read back before anything is written, and written once.
package struct FirstConfiguration {
    private let application: Application
    private let answers: ConfigurationText.Answers
    /// It was typed, and is kept nowhere yet.
    private let secret: Secret?
    package let read: Configuration

    /// - Throws: `RefusedSetUp` where the answers make none.
    package init(
        _ answers: ConfigurationText.Answers, typed secret: Secret? = nil, in application: Application
    ) throws {
        (self.application, self.answers, self.secret) = (application, answers, secret)
        var readable = answers
        // Stands for the way to the password, which there is none yet.
        if secret != nil { readable.passwordCommand = "true" }
        read = try Self.reading(of: readable, in: application).read
    }

    /// What logs in with it, before anything is written.
    ///
    /// - Throws: `SecretProblem` where the password is to come from a command or a file, and does not.
    package func trial() throws -> ConnectionTrial {
        let platform = application.platform
        let told =
            try secret ?? read.smtp?.secret?.read(environment: platform.environment, user: platform.user)
        return ConnectionTrial(read, secret: told)
    }

    /// Keeps the password, and writes the file.
    ///
    /// - Returns: where the password went; nil where none was typed.
    /// - Throws: `HomeProblem.exists` where there is one already.
    @discardableResult
    package func write() throws -> SecretStore.Place? {
        let (home, platform) = (application.home, application.platform)
        guard !FileManager.default.fileExists(atPath: home.configuration) else {
            throw HomeProblem.exists(path: home.configuration)
        }
        for warning in try home.prepare(user: platform.user) { application.face.remark(.home(warning)) }
        var answers = answers
        let kept = try secret.map { secret in
            try SecretStore(
                environment: platform.environment, user: platform.user, folder: home.configurationFolder
            ).keep(secret, for: answers.user ?? answers.email)
        }
        switch kept?.source {
        case .command(let command): answers.passwordCommand = command
        case .file(let path): answers.passwordFile = path
        case nil: break
        }
        try Home.createFile(
            home.configuration, text: Self.reading(of: answers, in: application).text)
        return kept?.place
    }

    private static func reading(
        of answers: ConfigurationText.Answers, in application: Application
    ) throws -> (text: String, read: Configuration) {
        let text = try ConfigurationText.make(answers, documented: ConfigurationText.documented())
        do throws(ConfigurationProblem) {
            return (
                text,
                try Configuration.read(
                    Array(text.utf8), of: application.home.configuration,
                    homeFolder: application.home.userFolder)
            )
        } catch {
            throw RefusedSetUp(problem: error)
        }
    }
}

/// Answers that make no configuration; nothing was written.
package struct RefusedSetUp: Error {
    package let problem: ConfigurationProblem
}
