import Etiquette
import Foundation
import Testing

@testable import Mail

/// Wherever text becomes a header or a command of SMTP: no line of its own, no second recipient, nothing changed.
@Suite struct HeaderFuzzTests {
    private static let headers: Set<String> = [
        "from", "to", "subject", "message-id", "mime-version", "content-type", "content-transfer-encoding",
        "date",
        "in-reply-to", "references",
    ]

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func noTextBecomesAHeaderOfItsOwn(seed: UInt64) throws {
        var noise = Noise(seed: seed)
        var taken: [(Letter, [UInt8])] = []
        for _ in 0..<1200 {
            let isAdmitted = noise.chance(60)
            guard let letter = try Self.letter(&noise, isAdmitted: isAdmitted),
                let bytes = try Self.dispatched(letter, &noise)
            else { continue }
            if let fault = WireForm.fault(in: bytes) {
                Issue.record(
                    "seed \(seed): \(letter) gave \(fault): \(String(decoding: bytes, as: UTF8.self))")
                return
            }
            let names = Self.headerNames(bytes)
            guard Set(names).isSubset(of: Self.headers), Set(names).count == names.count else {
                Issue.record("seed \(seed): \(letter) has headers \(names)")
                return
            }
            let read = try FrozenLetter(bytes)
            #expect(read.to.address == letter.to.address && read.from.address == letter.from.address)
            guard isAdmitted else { continue }
            // What came in by the door is read back as it was, blanks and all.
            guard read.to == letter.to, read.from == letter.from, read.messageID == letter.messageID,
                read.subject.hasSuffix(letter.subject), read.body == letter.body
            else {
                Issue.record(
                    "seed \(seed): \(letter) was read as \((read.from, read.to, read.subject, read.body))")
                return
            }
            taken.append((letter, bytes))
        }
        try #require(taken.count > 100, "the noise must not all be refused")
        try Self.agreeWithPython(taken.suffix(40))
    }

    /// A reader that shares no code with ours.
    private static func agreeWithPython(_ taken: ArraySlice<(Letter, [UInt8])>) throws {
        let read = try IndependentReader.read(taken.map(\.1))
        for ((letter, _), seen) in zip(taken, read) {
            #expect(seen.toCount == 1 && seen.toAddress == letter.to.address.text)
            #expect(seen.fromAddress == letter.from.address.text)
            #expect(Set(seen.headers.map { $0.lowercased() }).isSubset(of: headers))
        }
    }

    /// Where the door lets it through, no control character is in it; the library must see to the rest.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func noAddressHoldsALineBreakOrASecondOne(seed: UInt64) throws {
        var noise = Noise(seed: seed)
        var taken = 0
        for _ in 0..<2500 {
            let text =
                noise.chance(50)
                ? noise.text(1...4)
                : noise.text(0...1) + "jane" + noise.text(0...1) + "@example.org" + noise.text(0...1)
            guard let address = try? EmailAddress(text) else { continue }
            taken += 1
            let isPlain = address.text.utf8.allSatisfy {
                (0x21...0x7E).contains($0) && !"<>(),;:\\\"[]".utf8.contains($0)
            }
            #expect(isPlain, "\(text)")
            #expect(try EmailAddress(address.text) == address)
            #expect(EnvelopeFault(Envelope(sender: address, recipient: address)) == nil)
        }
        #expect(taken > 100)
    }

    /// The one bypass of the door ends at the envelope.
    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func noEnvelopeTakesWhatSMTPWouldSplit(seed: UInt64) throws {
        var noise = Noise(seed: seed)
        let good = try EmailAddress("ada@example.org")
        for _ in 0..<5000 {
            let text = noise.text(0...4)
            let fault = EnvelopeFault(Envelope(sender: good, recipient: EmailAddress(recorded: text)))
            let isSafe =
                !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E }
            #expect((fault == nil) == isSafe, "\(text)")
        }
    }

    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func encodedWordsAreShortAndPlain(seed: UInt64) {
        var noise = Noise(seed: seed)
        for _ in 0..<2000 {
            let words = EncodedWords.words(for: noise.text(0...8), behind: "Subject: ")
            let isGood = words.allSatisfy { word in
                word.utf8.count <= 75 && word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            }
            #expect(isGood && words[0].utf8.count <= 66, "\(words)")
        }
    }

    /// With names and subject as the door admits them, or with whatever there is; nil where the door does not.
    private static func letter(_ noise: inout Noise, isAdmitted: Bool) throws -> Letter? {
        var (sender, recipient, subject) = (noise.text(0...3), noise.text(0...4), noise.text(1...5))
        if isAdmitted {
            guard let names = try? (Field.name.admit(sender), Field.name.admit(recipient)),
                let line = try? Field.subject.admit(subject)
            else { return nil }
            ((sender, recipient), subject) = (names, line)
        }
        return Letter(
            from: Correspondent(name: sender, address: try EmailAddress("ada@example.org")),
            to: Correspondent(name: recipient, address: try EmailAddress("jane.okafor@example.net")),
            subject: subject, body: noise.text(1...12) + "\n",
            messageID: isAdmitted || noise.chance(70) ? "0123456789abcdef@example.org" : noise.text(1...3))
    }

    /// Nil where it is refused, by a problem that has a name.
    private static func dispatched(_ letter: Letter, _ noise: inout Noise) throws -> [UInt8]? {
        let thread =
            noise.chance(30)
            ? LetterThread(messageID: noise.chance(80) ? "1@example.org" : noise.text(1...2)) : nil
        do {
            return try FrozenLetter(try letter.frozen())
                .dispatch(date: Letters.date, zone: try Letters.zone("Europe/London"), answering: thread)
        } catch is LetterProblem {
            return nil
        }
    }

    private static func headerNames(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n").prefix { !$0.isEmpty }
            .filter { $0.first != " " && $0.first != "\t" }
            .map { String($0.prefix { $0 != ":" }).lowercased() }
    }
}
