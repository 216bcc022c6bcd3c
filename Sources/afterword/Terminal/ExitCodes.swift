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

extension ExitCoded {
    /// Of what does not have to be looked into; whatever is not named here is bad input.
    var exit: Exit {
        switch self {
        case is Application.Missing, is ConfigurationProblem, is NoMailbox, is RefusedSetUp,
            is SentByHand, is TemplateProblem, is WordListProblem:
            .configuration
        case is RunningApplication.LedgerGone, is UnitFile.Foreign, is UnitFile.NotWritten: .cannotWrite
        case is UnknownProgram: .fault
        case is NotAMapping, is WrittenAnswerProblem: .usage
        case is DesktopOpener.NotOpened, is OpeningInDoubt, is ServiceMayNotWrite: .needsUser
        case is SendingUnderWay: .deferred
        default: .badInput
        }
    }
}

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
extension ConfigurationProblem: ExitCoded {}
extension SentByHand: ExitCoded {}
extension RefusedSetUp: ExitCoded {}
extension WordListProblem: ExitCoded {}
extension TemplateProblem: ExitCoded {}
extension NoMailbox: ExitCoded {}
extension Application.Missing: ExitCoded {}
extension DesktopOpener.NotOpened: ExitCoded {}
extension OpeningInDoubt: ExitCoded {}
extension ServiceMayNotWrite: ExitCoded {}
extension SendingUnderWay: ExitCoded {}
extension NotAMapping: ExitCoded {}
extension WrittenAnswerProblem: ExitCoded {}
extension UnknownProgram: ExitCoded {}
extension UnitFile.Foreign: ExitCoded {}
extension UnitFile.NotWritten: ExitCoded {}
extension RunningApplication.LedgerGone: ExitCoded {}

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

extension DeskProblem: ExitCoded {
    var exit: Exit {
        switch self {
        case .clockBehind: .configuration
        default: .badInput
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

extension StoppedSending: ExitCoded {
    var exit: Exit {
        switch self {
        case .mend: .configuration
        case .server(_, let reply, _): reply == nil ? .serverUnavailable : .deferred
        }
    }
}

extension CopyTrouble: ExitCoded {
    var exit: Exit { trouble.exit }
}
