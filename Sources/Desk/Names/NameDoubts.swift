import Etiquette
import Foundation
import Text

/// What nobody has settled yet of how a person is spelt (rule `names-right`).
package struct NameDoubts: Hashable, Sendable {
    /// Other spellings of the name, and the address where it is nearly the name.
    package var differences: [NameDifference] = []
    /// Name and address look like two people's.
    package var isUnlikeAddress = false
    /// Why the name can't stand in a letter as it is written; nil also where it was told how to greet them.
    package var form: NameForm?
    /// The domain of the address has no dot, as no address on the internet has.
    package var hasBareDomain = false

    /// Those that keep a message from being queued.
    package var blocking: [NameDifference] { differences.filter(\.blocks) }

    /// Every letter to them stays a draft until this is settled.
    var blocksLetters: Bool { !blocking.isEmpty || form != nil || hasBareDomain }

    /// What a name and an address by themselves give rise to.
    init(_ person: Person) {
        if person.salutation == nil { form = NameForm(of: person.name) }
        guard let address = person.address else { return }
        hasBareDomain = !address.domain.contains(".")
        switch NamesRight.agreement(name: person.name, address: address) {
        case .fits: break
        case .nearMiss(let other): differences = [Self.difference(person, other)]
        case .unlike: isUnlikeAddress = true
        }
    }

    /// The name that the address nearly is; nil where it is the name, or nothing like it.
    static func nearMiss(of person: Person) -> NameDifference? {
        guard let address = person.address,
            case .nearMiss(let other) = NamesRight.agreement(name: person.name, address: address)
        else { return nil }
        return difference(person, other)
    }

    private static func difference(_ person: Person, _ other: String) -> NameDifference {
        NameDifference(person: person, other: other, source: .address)
    }

    var isEmpty: Bool { self == .none }

    /// Nothing is open.
    static let none = NameDoubts()

    private init() {}
}
