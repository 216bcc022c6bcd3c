import Testing

@testable import Text

@Suite("Organisations and roles are compared after NFC, case folding and collapsing of white space")
struct SamenessTests {
    @Test(
        "the same in another guise",
        arguments: [
            ("City Archive", "city  ARCHIVE"), ("City Archive", " City\tArchive "), ("Café", "Cafe\u{301}"),
            ("CAFÉ", "cafe\u{301}"), ("City\u{A0}Archive", "City Archive"), ("Łódź", "łÓDŹ"),
            ("Straße", "STRASSE"),
            ("ΟΔΟΣ", "οδος"), ("ΟΔΟΣ", "οδοσ"), ("ﬁrm", "FIRM"),
        ])
    func same(one: String, other: String) {
        #expect(Sameness.form(of: one) == Sameness.form(of: other))
        #expect(Array(Sameness.form(of: one).utf8) == Array(Sameness.form(of: other).utf8))
    }

    @Test(
        "not the same",
        arguments: [
            ("City Archive", "City Archives"), ("CityArchive", "City Archive"), ("Cafe", "Café"),
            ("AT&T", "AT T"),
            ("C++ Developer", "C Developer"),
        ])
    func different(one: String, other: String) {
        #expect(Sameness.form(of: one) != Sameness.form(of: other))
    }

    @Test(
        "comparing twice changes nothing",
        arguments: ["Straße", "İstanbul", "ΟΔΟΣ", "A\u{30A}\u{323}", "ﬁrm", "ǅ"])
    func idempotent(text: String) {
        let once = Sameness.form(of: text)
        #expect(Array(Sameness.form(of: once).utf8) == Array(once.utf8))
    }
}
