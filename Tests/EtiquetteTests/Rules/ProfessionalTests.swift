import Testing

@testable import Etiquette

@Suite("professional: who was met before is shown with that history")
struct ProfessionalTests {
    @Test(
        "only what lies outside this recruitment is history",
        arguments: [
            ([], false), ([1], false), ([2], true), ([1, 2], true), ([nil], true), ([1, nil], true),
        ] as [(Set<Int64?>, Bool)])
    func history(encounters: Set<Int64?>, wasMet: Bool) {
        let encounters = Set(encounters.map { number in number.map(Recruitment.ID.init(rawValue:)) })
        #expect(Professional.wasMetBefore(encounters: encounters, recruitment: .init(rawValue: 1)) == wasMet)
    }
}
