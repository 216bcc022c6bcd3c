import Etiquette

/// The order in which the dates of a column are written: what all of its cells together allow.
struct DateColumn {
    /// What is left; one of them, or several under which every cell is the same day.
    private(set) var orders = Set(DateOrder.allCases)
    private var readings: [(text: String, days: [DateOrder: Day])] = []

    /// - Returns: whether the orders that the cells before it left can explain it.
    mutating func add(_ text: String, _ date: WrittenDay) -> Bool {
        let allowed = Set(date.days.filter { date.agrees($0.value) }.keys)
        // What no order explains is told where it is read.
        guard !allowed.isEmpty else { return true }
        guard !orders.isDisjoint(with: allowed) else { return false }
        readings.append((text, date.days))
        orders.formIntersection(allowed)
        return true
    }

    /// The order of the column; nil where its cells leave it open.
    var order: DateOrder? { doubt == nil ? orders.min { $0.rawValue < $1.rawValue } : nil }

    /// A cell that may be either of two days.
    var doubt: String? {
        readings.first { reading in
            Set(reading.days.filter { orders.contains($0.key) }.values).count > 1
        }?.text
    }
}
