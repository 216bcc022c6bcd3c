import Etiquette

/// Which address of a column belongs to which name of another (rule `names-right`).
struct NamePairing {
    /// As many addresses as names, in the order of the names; nil where only the user can tell.
    let addresses: [EmailAddress]?

    /// More people than these in one cell are not tried in every order.
    private static let most = 10

    init(_ names: [String], _ addresses: [EmailAddress]) {
        let fits = names.map { name in
            addresses.map { NamesRight.agreement(name: name, address: $0) == .fits }
        }
        let indices = names.indices
        guard names.count > 1, !indices.allSatisfy({ fits[$0][$0] }) else {
            self.addresses = addresses
            return
        }
        let found = names.count > Self.most ? [] : Self.pairings(fits)
        if found.count == 1 {
            self.addresses = found[0].map { addresses[$0] }
        } else {
            // A nickname fits nothing; what fits elsewhere may have been crossed.
            let isCrossed = indices.contains { index in
                !fits[index][index]
                    && indices.contains {
                        $0 != index && (fits[index][$0] || fits[$0][index] && !fits[$0][$0])
                    }
            }
            self.addresses = isCrossed ? nil : addresses
        }
    }

    /// The first two ways to give every name an address that fits.
    private static func pairings(_ fits: [[Bool]]) -> [[Int]] {
        var found: [[Int]] = []
        func go(on taken: [Int]) {
            guard found.count < 2 else { return }
            guard taken.count < fits.count else {
                found.append(taken)
                return
            }
            for index in fits.indices where fits[taken.count][index] && !taken.contains(index) {
                go(on: taken + [index])
            }
        }
        go(on: [])
        return found
    }
}
