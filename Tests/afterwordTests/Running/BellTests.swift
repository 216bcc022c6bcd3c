import Synchronization
import Testing

@testable import afterword

@Suite struct BellTests {
    /// How often somebody heard it.
    private final class Ear: Sendable {
        let heard = Atomic(0)
    }

    @Test func whoeverIsToldHearsIt() throws {
        let (bell, ear) = (try #require(Bell()), Ear())
        bell.tell { ear.heard.add(1, ordering: .relaxed) }
        #expect(ear.heard.load(ordering: .relaxed) == 0)
        bell.ring()
        bell.ring()
        #expect(ear.heard.load(ordering: .relaxed) == 1)
    }

    @Test func whoeverComesLateHearsItAtOnce() throws {
        let (bell, ear) = (try #require(Bell()), Ear())
        bell.ring()
        bell.tell { ear.heard.add(1, ordering: .relaxed) }
        #expect(ear.heard.load(ordering: .relaxed) == 1)
    }

    @Test func onlyTheLastOneToldHearsIt() throws {
        let (bell, first, second) = (try #require(Bell()), Ear(), Ear())
        bell.tell { first.heard.add(1, ordering: .relaxed) }
        bell.tell { second.heard.add(1, ordering: .relaxed) }
        bell.ring()
        #expect(first.heard.load(ordering: .relaxed) == 0)
        #expect(second.heard.load(ordering: .relaxed) == 1)
    }
}
