import Etiquette
import Text

/// What the user tells of the conversation with one person, and how that person is greeted; nil where nothing is told.
package struct Remark: Equatable, Sendable {
    /// What was talked about (rule `personal`).
    package var talkingPoint: String?
    /// What the user would like to say to them about it, in a sentence of their own.
    package var ownSentence: String?
    /// What stands after "Dear"; remembered with the person. An empty text takes back what is remembered.
    package var greeting: String?

    package init(talkingPoint: String? = nil, ownSentence: String? = nil, greeting: String? = nil) {
        self.talkingPoint = talkingPoint
        self.ownSentence = ownSentence
        self.greeting = greeting
    }

    /// The same through the door.
    ///
    /// - Parameter isKnown: the ledger has it already.
    func admitted(isKnown: Bool = false) throws(InputProblem) -> Remark {
        Remark(
            talkingPoint: try talkingPoint.admitted(by: .talkingPoint, isKnown: isKnown),
            ownSentence: try ownSentence.admitted(by: .ownSentence, isKnown: isKnown),
            greeting: greeting?.isEmpty == true
                ? greeting : try greeting.admitted(by: .salutation, isKnown: isKnown))
    }

    /// With what a later one tells; an empty text takes back what was told.
    func amended(by later: Remark?) -> Remark {
        guard let later else { return self }
        return Remark(
            talkingPoint: talkingPoint.amended(by: later.talkingPoint),
            ownSentence: ownSentence.amended(by: later.ownSentence),
            greeting: later.greeting ?? greeting)
    }
}

extension [String: Remark] {
    /// What is told of one person, under their address or exact name, or both.
    package func about(_ who: NameAndAddress) -> Remark {
        let told = filter { who.isMeant(by: $0.key) }.sorted { $0.key < $1.key }.map(\.value)
        return told.dropFirst().reduce(told.first ?? Remark()) { $0.amended(by: $1) }
    }

    /// What is told of the contact at an agency; of somebody who sits on the panel it is told there.
    package func about(contact: NameAndAddress?, besides panel: [NameAndAddress]) -> Remark {
        guard let contact, !panel.contains(contact) else { return Remark() }
        return about(contact)
    }

    /// With the address or the exact name where words of a name stand, as "Jane", and can only be one person's.
    package func naming(_ people: [NameAndAddress]) -> [String: Remark] {
        reduce(into: [:]) { all, told in
            let isExact = people.contains { $0.isMeant(by: told.key) }
            let named = isExact ? nil : NameQuery(told.key)?.best(among: people) { [$0.name] }
            guard let named, named.fit > .begins, named.items.count == 1, let one = named.items.first else {
                all[told.key] = told.value.amended(by: all[told.key])
                return
            }
            let key = one.address?.text ?? one.name
            all[key] = told.value.amended(by: all[key])
        }
    }

    /// - Parameter contact: who may be greeted, though nothing is said to them.
    /// - Throws: `RecordProblem.talkingPointForStranger` where something is told of somebody else.
    package func check(_ people: [NameAndAddress], greeting contact: NameAndAddress? = nil)
        throws(RecordProblem)
    {
        for (name, remark) in sorted(by: { $0.key < $1.key })
        where !people.contains(where: { $0.isMeant(by: name) }) {
            let isGreeting = remark.talkingPoint == nil && remark.ownSentence == nil
            guard isGreeting, let contact, contact.isMeant(by: name) else {
                throw .talkingPointForStranger(name)
            }
        }
    }
}

extension String? {
    /// Through the door of a field; nothing stays nothing.
    func admitted(by field: Field, isKnown: Bool = false) throws(InputProblem) -> String? {
        if let self { try field.admit(self, isKnown: isKnown) } else { nil }
    }

    /// What is told later, where anything is; an empty text takes back what was told.
    func amended(by later: String?) -> String? {
        guard let later else { return self }
        return later.isEmpty ? nil : later
    }
}
