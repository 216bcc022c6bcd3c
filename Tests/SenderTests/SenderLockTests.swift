import Foundation
import Glibc
import Sender
import Testing

@Suite struct SenderLockTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-lock-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    /// Takes the lock and gives it back.
    private func takeOnce(_ folder: String) throws {
        let lock = try SenderLock(folder: folder)
        _ = consume lock
    }

    /// What a process has open.
    private func descriptors(of process: String) throws -> [(number: Int32, path: String)] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").compactMap { number in
            // Others of this process come and go meanwhile.
            guard
                let path = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/\(process)/fd/\(number)")
            else { return nil }
            return Int32(number).map { ($0, path) }
        }
    }

    private func expectBusy(_ folder: String) {
        #expect(throws: SenderProblem.busy(folder: folder)) { try takeOnce(folder) }
    }

    @Test func aSecondSenderIsTurnedAway() throws {
        try withFolder { folder in
            let lock = try SenderLock(folder: folder)
            expectBusy(folder)
            _ = consume lock
            try takeOnce(folder)
        }
    }

    @Test func whoLooksIsNoSender() throws {
        try withFolder { folder in
            #expect(try !SenderLock.isHeld(folder: folder))
            // Somebody else who looks at this moment.
            let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            #expect(flock(descriptor, LOCK_SH | LOCK_NB) == 0)
            #expect(try !SenderLock.isHeld(folder: folder))
            close(descriptor)
            let lock = try SenderLock(folder: folder)
            #expect(try SenderLock.isHeld(folder: folder))
            _ = consume lock
            #expect(try !SenderLock.isHeld(folder: folder))
            #expect(throws: SenderProblem.cannotLock(folder: folder + "/absent", errno: ENOENT)) {
                try SenderLock.isHeld(folder: folder + "/absent")
            }
        }
    }

    @Test func anotherFolderIsAnotherLock() throws {
        try withFolder { one in
            try withFolder { other in
                let lock = try SenderLock(folder: one)
                try takeOnce(other)
                _ = consume lock
            }
        }
    }

    @Test func whereThereIsNoFolderItSaysSo() throws {
        try withFolder { folder in
            let problem = SenderProblem.cannotLock(folder: folder + "/absent", errno: ENOENT)
            #expect(throws: problem) { try takeOnce(folder + "/absent") }
            try Data().write(to: URL(fileURLWithPath: folder + "/file"))
            #expect(throws: SenderProblem.cannotLock(folder: folder + "/file", errno: ENOTDIR)) {
                try takeOnce(folder + "/file")
            }
        }
    }

    /// A password command that outlives us must not keep the lock.
    @Test func aProgramThatWeStartDoesNotInheritTheLock() throws {
        try withFolder { folder in
            let lock = try SenderLock(folder: folder)
            let child = Process()
            child.executableURL = URL(fileURLWithPath: "/bin/cat")
            let input = Pipe()
            child.standardInput = input
            child.standardOutput = FileHandle.nullDevice
            try child.run()
            defer {
                try? input.fileHandleForWriting.close()
                child.waitUntilExit()
            }
            let links = try descriptors(of: "\(child.processIdentifier)").map(\.path)
            #expect(!links.isEmpty && !links.contains(folder))
            _ = consume lock
            try takeOnce(folder)
        }
    }

    /// What a child has between fork and exec, of any program that is started at that moment.
    @Test func aCopyOfItsDescriptorDoesNotOutliveTheLock() throws {
        try withFolder { folder in
            let lock = try SenderLock(folder: folder)
            let number = try #require(try descriptors(of: "self").first { $0.path == folder }?.number)
            let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
            try #require(copy >= 0)
            defer { close(copy) }
            expectBusy(folder)
            _ = consume lock
            try takeOnce(folder)
        }
    }

    @Test func aSharedLockEndsWithTheLastOfBoth() throws {
        try withFolder { folder in
            let lock = try SenderLock(folder: folder)
            let other = lock.shared()
            _ = consume lock
            expectBusy(folder)
            _ = consume other
            try takeOnce(folder)
        }
    }

    @Test func theLockEndsWithTheSender() throws {
        let post = try Post()
        func run() throws {
            let sender = try post.sender(by: ScriptedTransport())
            #expect(throws: SenderProblem.busy(folder: post.folder.path)) {
                try post.sender(by: ScriptedTransport())
            }
            _ = try sender.sendDue()
        }
        try run()
        _ = try post.sender(by: ScriptedTransport())
    }
}
