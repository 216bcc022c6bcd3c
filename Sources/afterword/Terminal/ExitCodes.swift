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

extension CopyCount.Unreadable: ExitCoded {
    var exit: Exit {
        switch problem {
        case .locked, .notOpen: .deferred
        default: .badInput
        }
    }
}

extension DeskProblem: ExitCoded {
    var exit: Exit { .badInput }
}

extension InputProblem: ExitCoded {
    var exit: Exit { .badInput }
}

extension RecordProblem: ExitCoded {
    var exit: Exit { .badInput }
}

extension IntakeProblem: ExitCoded {
    var exit: Exit { .badInput }
}

extension SeveralMeetings: ExitCoded {
    var exit: Exit { .badInput }
}

extension Unsettled: ExitCoded {
    var exit: Exit { .badInput }
}

extension AnswerProblem: ExitCoded {
    var exit: Exit { .badInput }
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

extension SetupProblem: ExitCoded {
    var exit: Exit { .badInput }
}

extension NotGiven: ExitCoded {
    var exit: Exit { .badInput }
}

extension DesktopOpener.NotOpened: ExitCoded {
    var exit: Exit { .needsUser }
}

extension OpeningInDoubt: ExitCoded {
    var exit: Exit { .needsUser }
}

extension LinkTooLong: ExitCoded {
    var exit: Exit { .badInput }
}

extension SentByHand: ExitCoded {
    var exit: Exit { .configuration }
}

extension SendingUnderWay: ExitCoded {
    var exit: Exit { .deferred }
}

extension LetterProblem: ExitCoded {
    var exit: Exit { .badInput }
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

extension SheetUnsettled: ExitCoded {
    var exit: Exit { .badInput }
}

extension NotAMapping: ExitCoded {
    var exit: Exit { .usage }
}

extension WrittenAnswerProblem: ExitCoded {
    var exit: Exit { .usage }
}

extension SheetProblem: ExitCoded {
    var exit: Exit { .badInput }
}

extension SheetTroubles: ExitCoded {
    var exit: Exit { .badInput }
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

extension RunSite.NotWritable: ExitCoded {
    var exit: Exit { .badInput }
}

extension NotConfirmed: ExitCoded {
    var exit: Exit { .badInput }
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
