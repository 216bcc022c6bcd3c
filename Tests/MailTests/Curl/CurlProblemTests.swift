import CCurl
import Testing

@testable import Mail

/// Why libcurl does not even begin: a library that is missing is for the user to mend, want of memory passes.
@Suite struct CurlProblemTests {
    @Test func aHandleForWhichThereIsNoMemoryIsNoMissingLibrary() {
        #expect(throws: CurlProblem.outOfMemory) { try CurlHandle(owning: nil) }
    }

    @Test func whatLibcurlAnswersToAnOptionTellsWantOfMemoryApart() {
        #expect(CurlProblem(CURLE_OUT_OF_MEMORY) == .outOfMemory)
        #expect(CurlProblem(CURLUE_OUT_OF_MEMORY) == .outOfMemory)
        #expect(CurlProblem(CURLE_BAD_FUNCTION_ARGUMENT) == .settingsUnusable)
        #expect(CurlProblem(CURLUE_BAD_HOSTNAME) == .settingsUnusable)
    }

    static let causes: [(CurlProblem, StopCause, MailboxProblem)] = [
        (.libraryMissing, .libraryMissing, .libraryMissing),
        (.settingsUnusable, .settingsUnusable, .settingsUnusable),
    ]

    @Test(arguments: causes.indices)
    func whatTheUserHasToMendStopsTheRun(index: Int) {
        let (problem, cause, mailbox) = Self.causes[index]
        guard case .stopped(cause, nil) = problem.delivery, case .stopped(cause, nil) = problem.loginCheck
        else {
            Issue.record("\(problem.delivery), \(problem.loginCheck)")
            return
        }
        #expect(problem.mailboxProblem == mailbox)
    }

    @Test func whatPassesIsTriedAgain() {
        let problem = CurlProblem.outOfMemory
        guard case .deferred(.server, nil, let fault) = problem.delivery,
            case .deferred(nil, fault) = problem.loginCheck
        else {
            Issue.record("\(problem.delivery), \(problem.loginCheck)")
            return
        }
        #expect(fault.kind == .outOfMemory)
        #expect(fault.detail == "no memory is left on this computer", "it is kept, and shown to a person")
        #expect(problem.mailboxProblem == .unreachable(fault))
    }
}
