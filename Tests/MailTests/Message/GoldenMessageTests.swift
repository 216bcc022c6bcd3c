import Etiquette
import Foundation
import Mail
import Testing

/// Whole messages, byte for byte.
@Suite struct GoldenMessageTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let file: String
        let name: String
        var subject = "Thank you – Data Analyst interview"
        var body = Letters.body
        var thread: LetterThread?
        var testDescription: String { file }
    }

    static let samples = [
        Sample(file: "plain", name: "Jane Okafor", subject: "Thank you - Data Analyst interview"),
        Sample(file: "irish", name: "Siobhán O'Brien-Ní Dhomhnaill"),
        Sample(file: "dutch-comma", name: "Meer, Johannes van der"),
        Sample(
            file: "polish", name: "Łukasz Świętosław Żółć",
            body: "Szanowny Panie,\n\ndziękuję za rozmowę.\n\nAda\n"),
        Sample(file: "turkish", name: "İpek Işık Çağlayan Öztürkoğlu"),
        Sample(file: "vietnamese", name: "Nguyễn Thị Minh Khai"),
        Sample(
            file: "greek", name: "Γεώργιος Παπαδόπουλος",
            body: "Αγαπητέ κύριε Παπαδόπουλε,\n\nσας ευχαριστώ.\n"),
        Sample(file: "russian", name: "Александра Ивановна Достоевская-Преображенская"),
        Sample(file: "arabic", name: "محمد بن عبد الله الأنصاري", body: "شكرا جزيلا على وقتكم.\n\nAda\n"),
        Sample(file: "hebrew", name: "שירה בן־דוד"),
        Sample(file: "hindi", name: "श्रीमती प्रियंका त्रिपाठी"),
        Sample(file: "thai", name: "สมหญิง ศรีสุวรรณ"),
        Sample(file: "chinese", name: "欧阳娜娜", body: "欧阳娜娜女士，\n\n谢谢您的时间。\n\nAda\n"),
        Sample(file: "japanese", name: "髙橋 美智子"),
        Sample(file: "korean", name: "김민서"),
        Sample(
            file: "answer", name: "Jane Okafor", subject: "Data Analyst – interview on 5 November 2026",
            thread: LetterThread(messageID: "2@example.org", references: ["1@example.org"])),
    ]

    @Test(arguments: samples)
    func theMessageIsTheGoldenOne(sample: Sample) throws {
        let letter = try Letters.letter(to: sample.name, subject: sample.subject, body: sample.body)
        try Golden.expect(try Letters.dispatched(letter, answering: sample.thread), matches: sample.file)
    }

    @Test func theGoldenMessagesAreReadByAnotherReader() throws {
        let messages = try Self.samples.map {
            try Letters.dispatched(
                try Letters.letter(to: $0.name, subject: $0.subject, body: $0.body), answering: $0.thread)
        }
        for (sample, read) in zip(Self.samples, try IndependentReader.read(messages)) {
            #expect(read.toName == sample.name, "\(sample.file)")
            #expect(read.body == sample.body, "\(sample.file)")
            #expect(read.date == "Fri, 20 Nov 2026 15:00:00 +0000", "\(sample.file)")
            #expect(read.subject == (sample.thread == nil ? "" : "Re: ") + sample.subject, "\(sample.file)")
            #expect(read.defects == [], "\(sample.file)")
        }
    }
}
