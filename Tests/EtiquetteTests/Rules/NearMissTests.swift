import Testing

@testable import Etiquette

@Suite("names-right: a name that is a letter or two away from its address is settled before it goes out")
struct NearMissTests {
    private func agreement(_ name: String, _ local: String) throws -> NamesRight.Agreement {
        try NamesRight.agreement(name: name, address: EmailAddress("\(local)@example.org"))
    }

    @Test(
        "a slip is found, with the name that the address would have",
        arguments: [
            ("Jane Okofor", "jane.okafor", "Jane Okafor"), ("Jane Okofor", "j.okafor", "Jane Okafor"),
            ("Jane Okofor", "okafor", "Jane Okafor"), ("Jane Okofor", "janeokafor", "Jane Okafor"),
            ("Jane Okofor", "jane.m.okafor", "Jane Okafor"), ("Jane Okofor", "okaforja", "Jane Okafor"),
            ("Jane Okafor", "jnae.okafor", "Jnae Okafor"), ("Jane Okafor", "janet.okafor", "Janet Okafor"),
            ("Jane Okafor", "jan.okafor", "Jan Okafor"), ("JANE OKOFOR", "jane.okafor", "JANE OKAFOR"),
            ("J. Okofor", "jane.okafor", "J. Okafor"), ("Sara Jones", "sarah.jones", "Sarah Jones"),
            ("Steven Clark", "stephen.clark", "Stephen Clark"), ("Jon Smith", "john.smith", "John Smith"),
            ("Philip Gray", "phillip.gray", "Phillip Gray"),
            ("Miles O'Brian", "miles.obrien", "Miles O'Brien"),
            ("Łukasz Wojcik", "lukas.wojcik", "Lukas Wojcik"), ("Suharto", "sukarno", "Sukarno"),
            ("Dr Jane Okofor, PhD", "jane.okafor", "Dr Jane Okafor, PhD"),
            ("Ludwig van Bethoven", "l.vanbeethoven", "Ludwig van Beethoven"),
        ])
    func slips(name: String, local: String, meant: String) throws {
        #expect(try agreement(name, local) == .nearMiss(meant))
    }

    @Test(
        "what is more than a slip is only unlike",
        arguments: [
            ("Jane Okafor", "bob.jones"), ("Jane Okafor", "bob"), ("Jane Okafor", "jane.smith"),
            ("Jane Okafor", "hana.lee"), ("Robert Smith", "bob.smith"), ("Elizabeth Moore", "liz.moore"),
            ("Jane Okafor", "skywalker"), ("Jane Okafor", "m.okafor"), ("Þóra Jónsdóttir", "thora.jonsson"),
        ])
    func others(name: String, local: String) throws {
        #expect(try agreement(name, local) == .unlike)
    }

    @Test("neither long names nor long addresses take long")
    func adversaries() throws {
        let local = String(repeating: "ab", count: 20)
        _ = try agreement("Äbäbäb Äbäbäc Äbäcäb", local)
        _ = try agreement(String(repeating: "abababababababab", count: 12), local)
    }
}
