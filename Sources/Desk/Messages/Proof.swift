import Composer
import Etiquette
import Ledger
import Text

extension Drafting {
    /// Reads messages once more, against everybody whom the ledger knows. It is asked in their order; what needs no
    /// ledger is done side by side.
    func findings(in messages: [Message]) throws -> [[Finding]] {
        let begun = try messages.map(reading).mappedSideBySide { $0.begin() }
        try names.learn(begun)
        let read = begun.map { (begun: $0, names: names.learnt(by: $0)) }
        return try read.mappedSideBySide { $0.begun.findings(among: $0.names) }
    }

    private func reading(of message: Message) throws -> Proofreading {
        var reading = Proofreading(
            kind: message.followUp.kind, subject: message.subject, body: message.body,
            facts: try facts(of: message))
        reading.language = language
        reading.due = try lastInterview(of: message).map { WallTime(at: message.due, in: $0.ended.zone).day }
        reading.ownPeople = try transaction.ownNames(of: message.followUp.recruitment)
        let doubts = try NameRecord(transaction).doubts(about: message.recipient)
        (reading.nameFitsAddress, reading.unsettledNames) = (!doubts.isUnlikeAddress, doubts.blocking)
        (reading.nameForm, reading.hasBareDomain) = (doubts.form, doubts.hasBareDomain)
        reading.otherNameForms = try otherNameForms(in: message)
        if message.followUp.kind == .thankYou { reading.panelNotes = try notesBeside(message) }
        if !reading.panelNotes.isEmpty { reading.note = try note(message) }
        reading.possibleDoubles = try doubles.possibleDoubles(of: message)
        let forgotten = try message.recipient.address.flatMap(transaction.forgotten(at:))
        reading.forgotten = try forgotten.map {
            WallTime(at: $0, in: try lastInterview(of: message)?.ended.zone ?? .gmt).day
        }
        return reading
    }

    /// Names of others of this recruitment that stand in a message as no letter has them, and that nobody has settled (rule
    /// `names-right`). A title before a name is right where somebody is only spoken of.
    private func otherNameForms(in message: Message) throws -> [(name: String, form: NameForm)] {
        var seen: Set<Person.ID> = [message.recipient.id]
        return try rounds(of: message.followUp.recruitment).flatMap(\.people)
            .filter { seen.insert($0.id).inserted && message.body.contains($0.name) }
            .compactMap { person in
                guard let form = NameForm(of: person.name), form.isOfWriting,
                    try transaction.settledName(of: person.id)?.covers(person) != true
                else { return nil }
                return (person.name, form)
            }
    }

    /// The notes whose words this one may not repeat: to others at the same organisation, whatever the round, and
    /// earlier ones to the same person (rule `thank-each`). Of two drafts the later one is the copy: one of them may go.
    private func notesBeside(_ message: Message) throws -> [PanelNote] {
        let colleagues = try transaction.thankYous(at: recruitment(message.followUp.recruitment).organisation)
        let earlier = try transaction.messages(to: message.recipient.id).filter {
            $0.followUp.kind == .thankYou
        }
        var seen: Set<Message.ID> = [message.id]
        return try (colleagues + earlier)
            .filter { $0.state != .cancelled && ($0.state != .draft || $0.id < message.id) }
            .filter { seen.insert($0.id).inserted }
            .map { try note($0) }
    }
}

extension NameForm {
    /// It is a matter of how the name is written, and of nothing that stands beside it.
    fileprivate var isOfWriting: Bool {
        switch self {
        case .capitals, .smallLetters, .familyNameFirst, .strayMark, .remark: true
        case .title, .mailbox, .tooShort: false
        }
    }
}

/// The names that the ledger knows, each key asked for once: the words of templates recur in every message. Keys are
/// known by their hashes, since a message has hundreds and few of them lead to a name.
final class LedgerNames {
    private let transaction: LedgerTransaction
    private var asked: Set<UInt64> = []
    private var known: [UInt64: [KnownName]] = [:]

    init(transaction: LedgerTransaction) { self.transaction = transaction }

    /// Asks for all keys of these messages in few queries, before each of them is looked up.
    func learn(_ readings: [Proofreading.Begun]) throws {
        var unknown: [String] = []
        for reading in readings {
            reading.forEachKey { hash, key in
                if asked.insert(hash).inserted { unknown.append(key()) }
            }
        }
        try ask(for: unknown)
    }

    /// The names that may stand in a message whose keys were learnt before.
    func learnt(by reading: Proofreading.Begun) -> [KnownName] {
        var names: [KnownName] = []
        reading.forEachKey { hash, _ in
            if let found = known[hash] { names += found }
        }
        return names
    }

    private func ask(for keys: some Collection<String>) throws {
        for (key, name) in try transaction.names(under: Array(keys)) {
            known[Words.hash(ofKey: key), default: []].append(name)
        }
    }
}
