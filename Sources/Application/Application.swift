import Composer
import Desk
import Etiquette
import Foundation
import Ledger
import Sender
import Setup

/// The live parts, each built once and only where a command wants it.
package final class Application {
    package let platform: Platform
    /// How what it writes down is worded.
    let face: Face
    package let home: Home
    /// Of the mailbox that is configured.
    let mailboxRest = MailboxRest()

    package init(platform: Platform, face: Face) throws {
        self.platform = platform
        self.face = face
        self.home = try Home(
            environment: platform.environment, currentFolder: FileManager.default.currentDirectoryPath)
    }

    package var now: Date { platform.now }

    private var knownConfiguration: Configuration?
    private var knownLedger: Ledger?
    private var knownDesk: Desk?

    package var configuration: Configuration {
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

    /// Whether a ledger was opened, or made.
    var hasOpenLedger: Bool { knownLedger != nil }

    package var ledger: Ledger {
        get throws {
            if let knownLedger { return knownLedger }
            for warning in try home.prepare(user: platform.user) { face.remark(.home(warning)) }
            let opened = try Ledger(path: home.database, witness: witness, freshID: platform.freshID)
            knownLedger = opened
            return opened
        }
    }

    /// Holds what belongs to this computer and to no ledger: it is the account's own where the environment names none.
    package var stateFolder: String {
        get throws {
            let account = platform.accountFolder.map { $0 + "/.local/state/afterword" }
            guard let folder = home.stateFolder ?? account else { throw HomeProblem.nowhere }
            return folder
        }
    }

    /// What stands outside the ledger and knows whether it is the one that sent last.
    package var witness: Witness {
        get throws {
            let platform = platform
            return Witness(
                folder: try stateFolder,
                machine: { ledger in
                    guard let id = platform.machineID else { return .unknown }
                    // Hashed with the ledger's own id: it identifies nothing to anybody else (machine-id(5)).
                    let digest = Digest.sha256(ledger + Array(id.utf8))
                    return .known(digest: Array(digest.utf8))
                }, token: platform.freshID, birth: platform.birth(of:), boot: { platform.bootID })
        }
    }

    package var desk: Desk {
        get throws { try desk(drafting: false) }
    }

    /// - Parameter isDrafting: messages are about to be drafted, so that what proofreads them is read while the ledger is
    ///   opened.
    package func desk(drafting isDrafting: Bool) throws -> Desk {
        if let knownDesk { return knownDesk }
        let configuration = try configuration
        let language = proofLanguage(of: configuration, isAhead: isDrafting)
        if isDrafting { Self.readAhead(language) }
        let desk = Desk(
            ledger: try ledger, settings: configuration.etiquette,
            sender: NameAndAddress(checkedName: configuration.me.name, address: configuration.me.email),
            isByHand: configuration.isByHand, isMailboxRead: configuration.imap != nil,
            templates: templates(of: configuration).get, language: language.get)
        knownDesk = desk
        return desk
    }

    /// Asks for so many threads at a time, where something would wait for ever that gets none: Swift's own tasks, and a
    /// database that is closed.
    package static func requireThreads(_ count: Int) throws(SenderProblem) {
        do throws(Worker.NotStarted) {
            try Worker.require(count)
        } catch {
            throw .noThread(errno: error.errno)
        }
    }

    /// What is not there yet.
    package enum Missing: Error, Equatable {
        case configuration(path: String)
    }
}
