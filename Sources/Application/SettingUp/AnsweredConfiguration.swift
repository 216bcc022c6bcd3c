import Foundation
import Mail
import Setup

/// A configuration made of answers, the first one or another way out in one that is written: read back, and perhaps tried,
/// before anything is written.
package struct AnsweredConfiguration {
    private let application: Application
    private let answers: ConfigurationText.Answers
    /// It was typed, and is kept nowhere yet.
    private let secret: Secret?
    /// Nil where there is none yet.
    private let written: WrittenConfiguration?
    /// What it says.
    package let read: Configuration

    /// - Parameter written: what stands there, of which the server and the mailbox change; nil for the first one.
    /// - Throws: `RefusedSetUp` where the answers make none, `WrittenOtherwise`.
    package init(
        _ answers: ConfigurationText.Answers, typed secret: Secret? = nil,
        over written: WrittenConfiguration? = nil, in application: Application
    ) throws {
        (self.application, self.answers, self.secret, self.written) = (application, answers, secret, written)
        var readable = answers
        // Stands for the way to the password, which there is none yet.
        if secret != nil { readable.passwordCommand = "true" }
        read = try Self.reading(of: readable, over: written, in: application).read
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
    /// - Throws: `HomeProblem.exists` where the first one is written already.
    @discardableResult
    package func write() throws -> SecretStore.Place? {
        let (home, platform) = (application.home, application.platform)
        guard written != nil || !FileManager.default.fileExists(atPath: home.configuration) else {
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
        try Self.reading(of: answers, over: written, in: application).write()
        return kept?.place
    }

    private static func reading(
        of answers: ConfigurationText.Answers, over written: WrittenConfiguration?,
        in application: Application
    ) throws -> ChangedText {
        let home = application.home
        do {
            guard let written else {
                return try ChangedText(
                    making: ConfigurationText.make(answers, documented: ConfigurationText.documented()),
                    path: home.configuration, homeFolder: home.userFolder)
            }
            return try written.changed(answers.changes(to: written), homeFolder: home.userFolder)
        } catch let problem as ConfigurationProblem {
            throw RefusedSetUp(problem: problem)
        }
    }
}

/// Answers that make no configuration; nothing was written.
package struct RefusedSetUp: Error {
    package let problem: ConfigurationProblem
}
