import Fixtures

/// What goes wrong next, if anything.
package struct FaultChooser: Sendable {
    /// How many transactions of a hundred fail.
    package var percent: Int
    private var faults: [Fault]
    private var generator: SeededGenerator

    /// - Parameter faults: drawn from evenly; one alone is always that one.
    package init(percent: Int, of faults: [Fault] = Fault.table, seed: UInt64 = 1) {
        self.percent = percent
        self.faults = faults
        generator = SeededGenerator(seed: seed)
    }

    /// For one transaction; `from` leaves out what can't happen any more on a connection that stands.
    package mutating func next(from step: Step) -> Fault? {
        guard Int.random(in: 0..<100, using: &generator) < percent else { return nil }
        return faults.filter { $0.step >= step }.randomElement(using: &generator)
    }
}
