import Testing

@testable import Text

@Suite("names-right: two spellings of one name")
struct NameComparisonTests {
    @Test(
        "the same name in another form asks nothing",
        arguments: [
            ("Jane Okafor", "JANE OKAFOR"), ("Jane Okafor", "jane okafor"), ("Jane Okafor", "Okafor, Jane"),
            ("Jane Okafor", "Okafor Jane"), ("Jane Okafor", "Jane OKAFOR"), ("Jane Okafor", "Dr Jane Okafor"),
            ("Jane Okafor", "Prof. Dr. Jane Okafor, PhD, MBA, CEng"), ("Sir Tom Roe", "Tom Roe"),
            ("Jane Okafor", "Jane"), ("Jane Okafor", "J. Okafor"), ("J. Okafor", "Jane Okafor"),
            ("Jane Okafor", "Jane M. Okafor"), ("Jane M. Okafor", "Jane Mary Okafor"),
            ("Jane Okafor", "Jane Okafor (City Library)"), ("Jane Okafor", "Jane Okafor | HR"),
            ("José Núñez", "Jose Nunez"), ("Jürgen Müller", "Juergen Mueller"),
            ("Seán Ó Briain", "Sean O Briain"),
            ("María García López", "María García"), ("Ludwig van Beethoven", "Ludwig Beethoven"),
            ("王小明", "Xiaoming Wang"), ("Xiaoming Wang", "王小明 (Xiaoming Wang)"),
            ("王小明 (Xiaoming Wang)", "王小明"),
            ("Wang Xiaoming", "Xiaoming Wang"), ("Nagy Ágnes", "Ágnes Nagy"),
            ("Ольга Иваненко", "Olha Ivanenko"),
            ("Suharto", "suharto"), ("S. Ramanujan", "Srinivasa Ramanujan"), ("Siân O’Brien", "Sian O'Brien"),
        ])
    func forms(kept: String, seen: String) {
        #expect(PersonalName.likeness(of: seen, to: kept) == .form)
    }

    @Test(
        "typographic apostrophes and spaces are no difference",
        arguments: [
            ("Siân O’Brien", "Siân O'Brien"), ("Jane Okafor", "Jane  Okafor"),
            ("Anne‑Marie Roe", "Anne-Marie Roe"),
        ])
    func same(kept: String, seen: String) {
        #expect(PersonalName.likeness(of: seen, to: kept) == .same)
    }

    @Test(
        "accents, capitals within and spaces are the owner's",
        arguments: [
            ("Jose Nunez", "José Núñez"), ("Juergen Mueller", "Jürgen Müller"),
            ("JANE OKAFOR", "Jane Okafor"),
            ("jane okafor", "Jane Okafor"), ("Fiona Macdonald", "Fiona MacDonald"),
            ("Fiona MacDonald", "Fiona Mac Donald"), ("Anne-Marie Roe", "Annemarie Roe"),
            ("Jan van der Berg", "Jan Van der Berg"), ("Sean O'Briain", "Seán Ó Briain"),
            ("Luis de Souza", "Luís Desouza"), ("Zoe Noël", "Zoë Noël"), ("Ángel Ruiz", "Angél Ruiz"),
        ])
    func writing(kept: String, seen: String) {
        #expect(PersonalName.likeness(of: seen, to: kept) == .writing)
    }

    @Test(
        "a letter or two",
        arguments: [
            ("Jane Okofor", "Jane Okafor"), ("Jane Okafor", "Okofor, Jane"), ("Sara Jones", "Sarah Jones"),
            ("Steven Clark", "Stephen Clark (Acme)"), ("Wang Xiaoming", "Weng Xiaoming"), ("王小明", "王晓明"),
            ("Ольга Іваненко", "Ольга Іваненка"), ("Suharto", "Soeharto"),
            ("Ludwig van Beethoven", "Ludwig von Beethoven"),
            ("Anne Smith", "Anne Smiths"), ("Anne Smiths", "Anne Smith"),
            ("Miles O'Brien", "Miles O'Brian"), ("김지우", "김지후"), ("Þóra Björnsdóttir", "Þora Bjornsdottur"),
        ])
    func near(kept: String, seen: String) {
        #expect(PersonalName.likeness(of: seen, to: kept) == .near)
    }

    @Test(
        "a word in common",
        arguments: [
            ("Jane Okafor", "Jane Smith"), ("Thomas Briggs", "Tom Briggs"), ("Elizabeth Moore", "Liz Moore"),
            ("Jane Okafor", "Peter Okafor"),
        ])
    func partly(kept: String, seen: String) {
        #expect(PersonalName.likeness(of: seen, to: kept) == .partly)
    }

    @Test(
        "nothing in common",
        arguments: [
            ("Jane Okafor", "Bob Jones"), ("Jane Okafor", "City Library HR"), ("Jane Okafor", "–"),
            ("王小明", "李雷"),
        ])
    func others(kept: String, seen: String) {
        #expect(PersonalName.likeness(of: seen, to: kept) == .other)
    }

    @Test("endless names take no time")
    func adversaries() {
        let name = String(repeating: "äöü", count: 66)
        #expect(PersonalName.likeness(of: name + "x", to: name) == .near)
        _ = PersonalName.likeness(
            of: String(repeating: "ab ", count: 66), to: String(repeating: "ba ", count: 66))
    }
}
