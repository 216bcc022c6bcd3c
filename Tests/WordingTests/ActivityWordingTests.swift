import Etiquette
import Testing
import Wording

@Suite struct ActivityWordingTests {
    @Test("only what the server said is put into its mouth", arguments: ProofOfSending.allCases)
    func whatWasNotTheServer(proof: ProofOfSending) {
        let sentence = Wording.sent(accordingTo: proof.rawValue)
        #expect(!sentence.contains("The mail server answered"))
        #expect(sentence.hasSuffix("."))
    }

    @Test func theServersOwnWordsAreQuoted() {
        #expect(
            Wording.sent(accordingTo: "250 2.0.0 Ok: queued as 4F1")
                == "The mail server answered: “250 2.0.0 Ok: queued as 4F1”")
    }
}
