import Application
import Composer
import Desk
import Etiquette
import Foundation
import Intake
import Ledger
import Mail
import Sender
import Setup
import Wording

// How a run ends that meets one of these problems; their sentences are in Wording.

// MARK: Bad input

extension ExitCoded {
    var exit: Exit { .badInput }
}

extension DeskProblem: ExitCoded {}
extension InputProblem: ExitCoded {}
extension RecordProblem: ExitCoded {}
extension IntakeProblem: ExitCoded {}
extension SeveralMeetings: ExitCoded {}
extension Unsettled: ExitCoded {}
extension AnswerProblem: ExitCoded {}
extension SetupProblem: ExitCoded {}
extension NotGiven: ExitCoded {}
extension LinkTooLong: ExitCoded {}
extension LetterProblem: ExitCoded {}
extension SheetUnsettled: ExitCoded {}
extension SheetProblem: ExitCoded {}
extension SheetTroubles: ExitCoded {}
extension RunSite.NotWritable: ExitCoded {}
extension NotConfirmed: ExitCoded {}

// MARK: The rest

extension ConfigurationProblem: ExitCoded {
    var exit: Exit { .configuration }
}

extension HomeProblem: ExitCoded {
    var exit: Exit {
        switch self {
        case .notOwned, .othersMayWrite, .unreadable(_, .notAllowed), .notCreated(_, .notAllowed),
            .notWritable(_, .notAllowed):
            .permission
        case .notCreated, .notWritable, .noRoom, .exists: .cannotWrite
        case .nowhere, .notAFolder, .notAFile, .unreadable: .configuration
        }
    }
}

extension SecretProblem: ExitCoded {
    var exit: Exit {
        switch self {
        case .notOwned, .open, .file(_, .notAllowed), .file(_, .symbolicLink): .permission
        default: .configuration
        }
    }
}

extension CopyCount.Unreadable: ExitCoded {
    var exit: Exit {
        switch problem {
        case .locked, .notOpen: .deferred
        default: .badInput
        }
    }
}

extension LedgerProblem: ExitCoded {
    var exit: Exit {
        switch self {
        case .newer, .unsafeSettings, .missing, .inDoubt: .configuration
        case .damaged, .cut, .refused: .fault
        case .cannotWrite, .moved, .inTheWay: .cannotWrite
        case .busy, .copyAtWork, .noDescriptors: .deferred
        case .noSuch, .unreadable: .badInput
        }
    }
}

extension SenderProblem: ExitCoded {
    var exit: Exit {
        switch self {
        case .busy, .noThread, .noMemory: .deferred
        case .cannotLock: .cannotWrite
        case .clockBehind: .configuration
        }
    }
}

extension DesktopOpener.NotOpened: ExitCoded {
    var exit: Exit { .needsUser }
}

extension OpeningInDoubt: ExitCoded {
    var exit: Exit { .needsUser }
}

extension SentByHand: ExitCoded {
    var exit: Exit { .configuration }
}

extension SendingUnderWay: ExitCoded {
    var exit: Exit { .deferred }
}

extension WordListProblem: ExitCoded {
    var exit: Exit { .configuration }
}

extension TemplateProblem: ExitCoded {
    var exit: Exit { .configuration }
}

extension MailboxTrouble: ExitCoded {
    var exit: Exit {
        switch problem {
        case .unreachable, .notNow, .refused, .protocolViolated, .notOpen: .serverUnavailable
        case .locked: .deferred
        case .overQuota, .keepsNoCopies: .needsUser
        case .notWritable: .cannotWrite
        case .file(_, let code) where code == EACCES || code == EPERM: .permission
        case .loginRefused, .tokenRefused, .loginNotOffered, .certificateNotTrusted, .authoritiesUnreadable,
            .tlsNotOffered, .settingsUnusable, .libraryMissing, .noSuchFolder, .file, .notMailbox:
            .configuration
        }
    }
}

extension NoMailbox: ExitCoded {
    var exit: Exit { .configuration }
}

extension NotAMapping: ExitCoded {
    var exit: Exit { .usage }
}

extension WrittenAnswerProblem: ExitCoded {
    var exit: Exit { .usage }
}

extension Application.Missing: ExitCoded {
    var exit: Exit { .configuration }
}

extension ServiceMayNotWrite: ExitCoded {
    var exit: Exit { .needsUser }
}

extension UnknownProgram: ExitCoded {
    var exit: Exit { .fault }
}

extension UnitFile.Foreign: ExitCoded {
    var exit: Exit { .cannotWrite }
}

extension UnitFile.NotWritten: ExitCoded {
    var exit: Exit { .cannotWrite }
}

extension StoppedSending: ExitCoded {
    var exit: Exit {
        switch self {
        case .mend: .configuration
        case .server(_, let reply, _): reply == nil ? .serverUnavailable : .deferred
        }
    }
}

extension RunningApplication.LedgerGone: ExitCoded {
    var exit: Exit { .cannotWrite }
}

extension CopyTrouble: ExitCoded {
    var exit: Exit { trouble.exit }
}
