import Composer
import Desk
import Etiquette
import Foundation
import Ledger
import Mail
import Sender
import Setup
import Synchronization
import Wording

/// The live parts, each built once and only where a command wants it.
final class Application {
    let platform: Platform
    let home: Home
    /// Of the mailbox that is configured.
    let mailboxRest = MailboxRest()

    init(platform: Platform) throws {
        self.platform = platform
        self.home = try Home(
            environment: platform.environment, currentFolder: FileManager.default.currentDirectoryPath)
    }

    lazy var now = platform.now
    private var knownConfiguration: Configuration?
    private var knownLedger: Ledger?
    private var knownDesk: Desk?

    var configuration: Configuration {
        get throws {
            if let knownConfiguration { return knownConfiguration }
            guard FileManager.default.fileExists(atPath: home.configuration) else {
                throw Missing.configuration(path: home.configuration)
            }
            let read = try Configuration.read(path: home.configuration, homeFolder: home.userFolder)
            knownConfiguration = read
            return read
        }
    }

    var ledger: Ledger {
        get throws {
            if let knownLedger { return knownLedger }
            for warning in try home.prepare(user: platform.user) {
                Output.problem("Note: " + warning.sentence)
            }
            let opened = try Ledger(path: home.database, witness: witness, freshID: platform.freshID)
            knownLedger = opened
            return opened
        }
    }

    /// What stands outside the ledger and knows whether it is the one that sent last.
    var witness: Witness {
        get throws {
            let account = platform.accountFolder.map { $0 + "/.local/state/afterword" }
            guard let folder = home.stateFolder ?? account else { throw HomeProblem.nowhere }
            let platform = platform
            return Witness(
                folder: folder,
                machine: { ledger in
                    guard let id = platform.machineID else { return .unknown }
                    // Hashed with the ledger's own id: it identifies nothing to anybody else (machine-id(5)).
                    let digest = Digest.sha256(ledger + Array(id.utf8))
                    return .known(digest: Array(digest.utf8))
                }, token: platform.freshID, birth: platform.birth(of:), boot: { platform.bootID })
        }
    }

    var desk: Desk {
        get throws {
            if let knownDesk { return knownDesk }
            let configuration = try configuration
            let templates = Templates(
                own: ownTemplates, language: configuration.language, voice: configuration.voice)
            let desk = Desk(
                ledger: try ledger, settings: configuration.etiquette,
                sender: NameAndAddress(checkedName: configuration.me.name, address: configuration.me.email),
                templates: templates.load,
                language: proofLanguage(of: configuration.language).get)
            knownDesk = desk
            return desk
        }
    }

    /// The folder of the user's own templates, which may be missing.
    var ownTemplates: URL { URL(fileURLWithPath: home.templates, isDirectory: true) }

    /// Asks for so many threads at a time, where something would wait for ever that gets none: Swift's own tasks, and a
    /// database that is closed.
    static func requireThreads(_ count: Int) throws(SenderProblem) {
        do throws(Worker.NotStarted) {
            try Worker.require(count)
        } catch {
            throw .noThread(errno: error.errno)
        }
    }

    /// What is not there yet.
    enum Missing: Error, Equatable {
        case configuration(path: String)
    }
}

/// The templates, read once and only where something is worded.
private final class Templates: Sendable {
    private let own: URL
    private let language: String
    private let voice: Voice?
    private let known = Mutex<TemplateSet?>(nil)

    init(own: URL, language: String, voice: Voice?) {
        self.own = own
        self.language = language
        self.voice = voice
    }

    func load() throws -> TemplateSet {
        try known.withLock { known in
            if let known { return known }
            let set = try TemplateSet.load(
                shipped: TemplateSet.shippedFolder, own: own, language: language, voice: voice)
            known = set
            return set
        }
    }
}
