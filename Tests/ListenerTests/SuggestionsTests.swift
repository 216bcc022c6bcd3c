import Mail
import Testing

@testable import Listener

@Suite("What sounds like a decision is shown with its sentence, and decides nothing")
struct SuggestionsTests {
    private let suggestions: Suggestions

    init() throws {
        suggestions = Suggestions(phrases: try ShippedPhrases.get())
    }

    @Test(
        "one phrase, one kind, and the sentence it stands in",
        arguments: [
            (
                "Thank you for coming. Unfortunately, on this occasion you\nhave not been successful. Best wishes",
                Suggestion.Kind.rejection,
                "Unfortunately, on this occasion you have not been successful."
            ),
            (
                "Hello. We are delighted to offer you the post! Call us.", .offer,
                "We are delighted to offer you the post!"
            ),
            ("We will let you know by Friday. Regards", .date, "We will let you know by Friday."),
            ("Thank you for your kind note. Jane", .courtesy, "Thank you for your kind note."),
            (
                "Leider müssen wir Ihnen mitteilen, dass wir uns anders entschieden haben.", .rejection,
                "Leider müssen wir Ihnen mitteilen, dass wir uns anders entschieden haben."
            ),
            (
                "Nous avons le plaisir de vous proposer le poste.", .offer,
                "Nous avons le plaisir de vous proposer le poste."
            ),
            (
                "Lamentablemente no ha sido seleccionada.", .rejection,
                "Lamentablemente no ha sido seleccionada."
            ),
        ])
    func found(text: String, kind: Suggestion.Kind, sentence: String) throws {
        let first = try #require(suggestions.find(in: text).first { $0.kind == kind })
        #expect(first.sentence == sentence)
    }

    @Test(
        "a word alone is no decision",
        arguments: [
            "Unfortunately I was on the train when you called.", "The offer of coffee stands.",
            "I regret that the lift was broken.".replacing("regret that", with: "am sorry that"), "",
        ])
    func quiet(text: String) {
        #expect(!suggestions.find(in: text).contains { $0.kind == .rejection || $0.kind == .offer })
    }

    @Test("what they quote of our own mail is not theirs")
    func quoted() {
        let text = """
            From: jane.okafor@example.org
            Subject: Re: x

            Soon.

            On Fri, 20 Nov 2026 at 15:00, Ada Example <ada@example.net> wrote:
            > If I have not been successful, I would be glad of feedback.
            """
        let mail = IncomingMail(parsing: Array(text.utf8))
        #expect(mail.newText == "Soon.")
        #expect(suggestions.find(in: mail.newText).isEmpty)
    }
}
