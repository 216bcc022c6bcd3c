import Foundation
import Ledger
import Mail
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
        (trouble(.notNow(words: "")), .serverUnavailable), (trouble(.refused(words: "")), .serverUnavailable),
        (trouble(.notOpen), .serverUnavailable), (trouble(.protocolViolated(detail: "")), .serverUnavailable),
        (trouble(.loginRefused(words: "")), .configuration), (trouble(.loginNotOffered), .configuration),
        (trouble(.noSuchFolder(name: "Work", words: "")), .configuration),
        (trouble(.overQuota(words: "")), .needsUser), (trouble(.keepsNoCopies), .needsUser),
        (trouble(.file(path: "/box", code: EACCES)), .permission),
        (trouble(.file(path: "/box", code: ENOENT)), .configuration),
        (trouble(.notWritable(path: "/box", code: EROFS)), .cannotWrite),
        (trouble(.locked(path: "/box")), .deferred),
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
