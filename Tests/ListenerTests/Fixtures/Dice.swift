import Fixtures

extension SeededGenerator {
    /// One of them.
    mutating func pick<Element>(_ from: [Element]) -> Element {
        from[Int(next() % UInt64(from.count))]
    }
}
