import Testing

@testable import Etiquette

@Suite("Organisations and roles are compared after NFC, case folding and collapsing of white space")
struct RecruitmentTests {
    @Test(
        "the same in another guise",
        arguments: [
            ("City Archive", "city  ARCHIVE"), ("City Archive", " City\tArchive "), ("Café", "Cafe\u{301}"),
            ("CAFÉ", "cafe\u{301}"), ("City\u{A0}Archive", "City Archive"), ("Łódź", "łÓDŹ"),
            ("Straße", "STRASSE"),
            ("ΟΔΟΣ", "οδος"), ("ΟΔΟΣ", "οδοσ"), ("ﬁrm", "FIRM"),
        ])
    func same(one: String, other: String) {
        #expect(Recruitment.comparable(one) == Recruitment.comparable(other))
        #expect(Array(Recruitment.comparable(one).utf8) == Array(Recruitment.comparable(other).utf8))
    }

    @Test(
        "not the same",
        arguments: [
            ("City Archive", "City Archives"), ("CityArchive", "City Archive"), ("Cafe", "Café"),
            ("AT&T", "AT T"),
            ("C++ Developer", "C Developer"),
        ])
    func different(one: String, other: String) {
        #expect(Recruitment.comparable(one) != Recruitment.comparable(other))
    }

    @Test(
        "comparing twice changes nothing",
        arguments: ["Straße", "İstanbul", "ΟΔΟΣ", "A\u{30A}\u{323}", "ﬁrm", "ǅ"])
    func idempotent(text: String) {
        let once = Recruitment.comparable(text)
        #expect(Array(Recruitment.comparable(once).utf8) == Array(once.utf8))
    }
}
