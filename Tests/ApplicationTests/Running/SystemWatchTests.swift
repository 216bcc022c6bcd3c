import Foundation
import TestFiles
import Testing

@testable import Application

/// The real alarm, the real watch on files, the real bell: each event is caused, and waited for.
@Suite struct SystemWatchTests {
    private let scratch: Scratch
    private let stopSignal: StopSignal
    private let platform = Platform(environment: [:], clock: { Date() }, random: { 0 })

    init() throws {
        scratch = try Scratch()
        stopSignal = try #require(StopSignal())
    }

    private func watch() -> SystemWatch {
        SystemWatch(
            stopSignal: stopSignal,
            files: [scratch.path + "/ledger": .ledger, scratch.path + "/config.yaml": .configuration],
            clock: { [platform] in platform.now })
    }

    /// So far off that a test which waits for it has failed.
    private var late: Date { platform.now + 30 }

    @Test func theAlarmGoesOffAtItsMomentAndNotBefore() {
        let moment = platform.now + 0.05
        #expect(watch().wait(until: moment) == .time)
        #expect(platform.now >= moment)
    }

    @Test func aMomentThatIsPastEndsTheWaitAtOnce() {
        for past in [-0.001, -86_400, -1e10] { #expect(watch().wait(until: platform.now + past) == .time) }
    }

    @Test func theAlarmIsSetAnewForEachWait() {
        let watch = watch()
        #expect(watch.wait(until: platform.now + 0.01) == .time)
        stopSignal.ring()
        #expect(watch.wait(until: late) == .stop)
    }

    @Test func theBellEndsAWaitAndEveryFurtherOne() {
        let watch = watch()
        #expect(!stopSignal.hasRung)
        Thread.detachNewThread { [stopSignal] in stopSignal.ring() }
        #expect(watch.wait(until: late) == .stop)
        #expect(stopSignal.hasRung)
        stopSignal.ring()
        #expect(watch.wait(until: late) == .stop)
    }

    @Test(arguments: [("ledger", Wake.ledger), ("config.yaml", .configuration)])
    func aChangedFileEndsTheWait(name: String, wake: Wake) throws {
        let watch = watch()
        try scratch.file(name, "new")
        #expect(watch.wait(until: late) == wake)
        try FileManager.default.removeItem(atPath: scratch.path + "/" + name)
        #expect(watch.wait(until: late) == wake)
    }

    @Test func aFileThatIsReplacedHasChanged() throws {
        try scratch.file("config.yaml", "old")
        let watch = watch()
        try Data("new".utf8).write(
            to: URL(fileURLWithPath: scratch.path + "/config.yaml"), options: .atomic)
        #expect(watch.wait(until: late) == .configuration)
    }

    /// As `stow` and the like arrange it.
    @Test func aChangeBehindALinkIsNoticed() throws {
        let folder = try scratch.folder("elsewhere")
        try scratch.file("elsewhere/config.yaml", "old")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/config.yaml", withDestinationPath: folder + "/config.yaml")
        let watch = watch()
        try scratch.file("elsewhere/config.yaml", "new")
        #expect(watch.wait(until: late) == .configuration)
    }

    @Test func otherFilesAndReadingAreNoChange() throws {
        try scratch.file("ledger", "old")
        let watch = watch()
        try scratch.file("letter.txt", "hello")
        _ = FileManager.default.contents(atPath: scratch.path + "/ledger")
        #expect(watch.wait(until: platform.now + 0.1) == .time)
    }

    @Test func whatIsForgottenDoesNotEndTheWait() throws {
        let watch = watch()
        try scratch.file("ledger", "new")
        watch.forget()
        #expect(watch.wait(until: platform.now + 0.1) == .time)
    }

    @Test func aFurtherFileCanBeFollowed() throws {
        let watch = watch()
        let folder = try scratch.folder("elsewhere")
        watch.follow(folder + "/password")
        try scratch.file("elsewhere/password", "hunter2")
        #expect(watch.wait(until: late) == .configuration)
    }

    @Test func whatCanNotBeWatchedIsLookedAtMoreOften() throws {
        let blind = SystemWatch(
            stopSignal: stopSignal, files: ["/nowhere/ledger": .ledger], clock: { [platform] in platform.now }
        )
        #expect(blind.patience < watch().patience)
        stopSignal.ring()
        #expect(blind.wait(until: late) == .stop)
    }
}
