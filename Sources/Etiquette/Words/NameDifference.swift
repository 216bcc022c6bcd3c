import Foundation
import Text

/// Where a spelling of a name stands (rule `names-right`).
package enum NameSource: String, Sendable, CaseIterable {
    /// The user wrote it.
    case user
    /// An invitation names them so.
    case invitation
    /// Their own mail bears it as their display name.
    case ownMail = "own-mail"
    /// It is what their address could be made of.
    case address
}

/// A name that was settled: with whom, beside which address, and when.
package struct SettledName: Hashable, Sendable {
    /// As it was settled; another name is not settled by it.
    package let name: String
    /// The key of the address beside which it was settled; another address is a new source.
    package let address: String?
    /// Who or what confirmed it.
    package let source: NameSource
    package let time: Date

    package init(name: String, address: String?, source: NameSource, time: Date) {
        self.name = name
        self.address = address
        self.source = source
        self.time = time
    }

    /// Whether it says that this person is written so: with this name, beside this address.
    package func covers(_ person: Person) -> Bool { name == person.name && address == person.address?.key }
}

/// Another spelling of a person's name.
package struct SeenName: Hashable, Sendable {
    /// As it stands there.
    package let text: String
    package let source: NameSource
    /// When it was written.
    package let time: Date

    package init(_ text: String, source: NameSource, time: Date) {
        self.text = text
        self.source = source
        self.time = time
    }
}

/// Two spellings of one person's name that nobody has settled yet (rule `names-right`).
package struct NameDifference: Hashable, Sendable {
    /// Whose name it is, as it is kept.
    package let person: Person
    /// The other spelling; of an address, the name that it could be made of.
    package let other: String
    /// Where the other spelling stands.
    package let source: NameSource

    /// A person as kept, and what a source has instead.
    package init(person: Person, other: String, source: NameSource) {
        self.person = person
        self.other = other
        self.source = source
    }

    /// Nothing is queued before it is settled. That somebody signs with a nickname is only told.
    package var blocks: Bool {
        source != .ownMail || PersonalName.likeness(of: other, to: person.name) != .partly
    }
}
