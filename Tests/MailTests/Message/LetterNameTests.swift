import Etiquette
import Foundation
import Mail
import Testing

/// Rule `names-right`: a name arrives as its owner writes it.
@Suite struct LetterNameTests {
    @Test func everyNameIsReadBackAsItWasWritten() throws {
        let people = NamedPerson.all
        let messages = try people.map { try Letters.letter(to: $0.name).frozen() }
        let read = try IndependentReader.read(messages)
        #expect(read.count == people.count)
        for (person, message) in zip(people, read) {
            #expect(message.toName == person.name, "\(person.language)")
            #expect(message.toAddress == "jane.okafor@example.net", "\(person.language)")
            #expect(message.toCount == 1, "\(person.language)")
            #expect(message.defects == [], "\(person.language)")
        }
    }

    @Test func everySenderIsReadBackAsItWasWritten() throws {
        let people = NamedPerson.all
        let messages = try people.map { person in
            try Letter(
                from: Correspondent(name: person.name, address: try Letters.address("ada@example.org")),
                to: try Letters.ada(), subject: "Thank you", body: "Hello\n", messageID: "1@example.org"
            ).frozen()
        }
        for (person, message) in zip(people, try IndependentReader.read(messages)) {
            #expect(message.fromName == person.name, "\(person.language)")
            #expect(message.defects == [], "\(person.language)")
        }
    }

    @Test func everyNameInASubjectAndABodyIsReadBack() throws {
        let people = NamedPerson.all
        let messages = try people.map {
            try Letters.letter(
                subject: "Role of \($0.name), please", body: "Dear \($0.name),\n\n\($0.name)\n"
            )
            .frozen()
        }
        for (person, message) in zip(people, try IndependentReader.read(messages)) {
            #expect(message.subject == "Role of \(person.name), please", "\(person.language)")
            #expect(message.body == "Dear \(person.name),\n\n\(person.name)\n", "\(person.language)")
            #expect(message.defects == [], "\(person.language)")
        }
    }

    @Test(arguments: NamedPerson.all)
    func aNameIsReadBackByUs(person: NamedPerson) throws {
        let letter = try Letters.letter(to: person.name, subject: "About \(person.name)")
        let frozen = try FrozenLetter(try letter.frozen())
        #expect(frozen.to == letter.to)
        #expect(frozen.from == letter.from)
        #expect(frozen.subject == letter.subject)
    }

    @Test(arguments: NamedPerson.all)
    func headersAreSevenBitAndFolded(person: NamedPerson) throws {
        let bytes = try Letters.letter(to: person.name, subject: "About \(person.name)").frozen()
        #expect(WireForm.fault(in: bytes) == nil)
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        // A word of two hundred letters can't be folded; everything else keeps to 78 (RFC 5322 2.1.1).
        for line in lines where !line.contains("xxxx") {
            #expect(line.utf8.count <= 78, "\(line)")
        }
    }
}
