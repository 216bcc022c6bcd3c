import Testing

@testable import Etiquette

@Suite("professional: who was met before is shown with that history")
struct ProfessionalTests {
    private func wasMetBefore(contacts: [Contact] = [], interviews: [Interview] = []) -> Bool {
        Professional.wasMetBefore(
            Fixtures.jane.id, recruitment: .init(rawValue: 1), contacts: contacts, interviews: interviews)
    }

    @Test("a stranger has no history")
    func stranger() {
        #expect(!wasMetBefore())
    }

    @Test("contacts and interviews of this recruitment are no history")
    func thisRecruitment() {
        let interview = Fixtures.interview(1, panel: [Fixtures.jane], contact: Fixtures.jane)
        #expect(!wasMetBefore(contacts: [Fixtures.contact(.out, .email)], interviews: [interview]))
    }

    @Test("a contact in another recruitment, or in none, is", arguments: [Direction.in, .out])
    func otherContact(direction: Direction) {
        let other = Fixtures.contact(direction, .email, recruitment: Fixtures.recruitment(2, .rejected))
        #expect(wasMetBefore(contacts: [Fixtures.contact(.out, .email), other]))
        #expect(wasMetBefore(contacts: [Fixtures.contact(direction, .phone, recruitment: nil)]))
    }

    @Test("so is an interview in another recruitment, on the panel or as its contact")
    func otherInterview() {
        #expect(wasMetBefore(interviews: [Fixtures.interview(2, panel: [Fixtures.hana, Fixtures.jane])]))
        #expect(
            wasMetBefore(interviews: [Fixtures.interview(2, panel: [Fixtures.hana], contact: Fixtures.jane)]))
    }

    @Test("other people's history is not")
    func otherPeople() {
        let contact = Fixtures.contact(
            .out, .email, recruitment: Fixtures.recruitment(2), person: Fixtures.hana)
        let interview = Fixtures.interview(2, panel: [Fixtures.hana], contact: Fixtures.hana)
        #expect(!wasMetBefore(contacts: [contact], interviews: [interview]))
    }
}
