extension Array {
    /// The same in pieces of 64: few enough at a time for memory, and enough to ask the ledger once for many.
    package var windows: [ArraySlice<Element>] {
        stride(from: 0, to: count, by: 64).map { self[$0..<Swift.min($0 + 64, count)] }
    }
}
