import Desk
import Foundation
import Ledger
import Mail
import Setup
import Testing
import Wording

@testable import Application
@testable import Intake
@testable import afterword

@Suite("A problem ends a run with the code that sysexits has for it") struct ExitCodesTests {
    static let rows: [(any ExitCoded, Exit)] = [
        (LedgerProblem.inDoubt(path: "/a", .olderCopy), .configuration),
        (LedgerProblem.busy(path: "/a"), .deferred),
        (LedgerProblem.damaged(path: "/a", detail: "x"), .fault),
        (LedgerProblem.moved(path: "/a"), .cannotWrite),
        (LedgerProblem.noSuch(.message, number: 3), .badInput),
        (IntakeProblem(file: "a", place: nil, fault: .noEvent), .badInput),
        (DeskProblem.clockBehind(newest: .distantFuture, now: .distantPast), .configuration),
        (DeskProblem.nothingToChange, .badInput),
        (trouble(.notNow(words: "")), .serverUnavailable), (trouble(.refused(words: "")), .serverUnavailable),
        (trouble(.notOpen), .serverUnavailable), (trouble(.protocolViolated(detail: "")), .serverUnavailable),
        (trouble(.loginRefused(words: "")), .configuration), (trouble(.loginNotOffered), .configuration),
        (trouble(.noSuchFolder(name: "Work", words: "")), .configuration),
        (trouble(.overQuota(words: "")), .needsUser), (trouble(.keepsNoCopies), .needsUser),
        (trouble(.file(path: "/box", code: EACCES)), .permission),
        (trouble(.file(path: "/box", code: ENOENT)), .configuration),
        (trouble(.notWritable(path: "/box", code: EROFS)), .cannotWrite),
        (trouble(.locked(path: "/box")), .deferred),
        (HomeProblem.nowhere, .configuration), (HomeProblem.notAFolder(path: "/h"), .configuration),
        (HomeProblem.unreadable(path: "/h", .missing), .configuration),
        (HomeProblem.othersMayWrite(path: "/h", mode: 0o622), .permission),
        (HomeProblem.notOwned(path: "/h", owner: 7), .permission),
        (HomeProblem.notCreated(path: "/h", .notAllowed), .permission),
        (HomeProblem.notCreated(path: "/h", .missing), .cannotWrite),
        (HomeProblem.exists(path: "/h"), .cannotWrite),
        (SecretProblem.open(path: "/s", mode: 0o644), .permission),
        (SecretProblem.notOwned(path: "/s", owner: 7), .permission),
        (SecretProblem.file(path: "/s", .symbolicLink), .permission),
        (SecretProblem.file(path: "/s", .missing), .configuration),
        (SecretProblem.tooSlow(limit: .seconds(60)), .configuration), (SecretProblem.empty, .configuration),
        (SecretProblem.notText, .configuration), (SecretProblem.failed(status: 1), .configuration),
    ]

    private static func trouble(_ problem: MailboxProblem) -> MailboxTrouble {
        MailboxTrouble(problem: problem, place: "m:1")
    }

    @Test(arguments: rows.indices)
    func eachProblemHasItsCode(index: Int) throws {
        let (problem, exit) = Self.rows[index]
        let failure = try #require(CommandFailure(problem))
        #expect(failure.exit == exit)
        #expect(failure.sentence == (problem as any Worded).sentence.spelled)
    }
}
