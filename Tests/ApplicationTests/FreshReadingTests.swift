import Setup
import Synchronization
import TestFiles
import Testing

@testable import Application

@Suite("What is made of files is kept, and made anew once they change")
struct FreshReadingTests {
    private struct Broken: Error {}

    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func reading(_ answer: @escaping @Sendable (Int) throws -> Int) -> FreshReading<Int> {
        let (file, count) = (scratch.path + "/words.txt", Counted())
        return FreshReading({ FileTreeStamp(of: [file]) }, read: { try answer(count.next()) })
    }

    /// How often something was done.
    private final class Counted: Sendable {
        private let times = Mutex(0)
        func next() -> Int {
            times.withLock {
                $0 += 1; return $0
            }
        }
    }

    @Test func unchangedFilesAreReadOnce() throws {
        let reading = reading { $0 }
        #expect(try (1...5).map { _ in try reading.get() } == [1, 1, 1, 1, 1])
    }

    @Test func eachChangeIsReadOnce() throws {
        let reading = reading { $0 }
        #expect(try reading.get() == 1)
        try scratch.file("words.txt", "one")
        #expect(try [reading.get(), reading.get()] == [2, 2])
        try scratch.file("words.txt", "two!")
        #expect(try [reading.get(), reading.get()] == [3, 3])
    }

    @Test func whatCanNotBeReadIsTriedAgain() throws {
        let reading = reading { count in
            guard count > 1 else { throw Broken() }
            return count
        }
        #expect(throws: Broken.self) { try reading.get() }
        #expect(try reading.get() == 2)
    }

    /// A file that was broken is told of each time, and what was read before does not come back.
    @Test func aFileThatIsBrokenLaterIsToldOf() throws {
        let reading = reading { count in
            guard count != 2 else { throw Broken() }
            return count
        }
        #expect(try reading.get() == 1)
        try scratch.file("words.txt", "broken")
        #expect(throws: Broken.self) { try reading.get() }
        try scratch.file("words.txt", "mended")
        #expect(try reading.get() == 3)
    }
}
