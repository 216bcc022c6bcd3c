/// Somebody who stands in a header of incoming mail. Nothing is promised of it: both parts are the sender's claim.
package struct IncomingAddress: Hashable, Sendable {
    /// Decoded and fit to be shown; empty where there is none.
    package let name: String
    /// Lower-cased, fit to be shown; not checked to be an address that mail could be sent to.
    package let address: String

    /// What stands behind the last at sign, or nothing.
    package var domain: String {
        address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]) } ?? ""
    }

    /// What stands before the last at sign, or everything.
    package var localPart: String { address.lastIndex(of: "@").map { String(address[..<$0]) } ?? address }
}
