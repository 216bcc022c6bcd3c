import Testing

@testable import Text

@Suite("names-right: a name that is a letter or two away from its address is settled before it goes out")
struct NearMissTests {
    private func agreement(_ name: String, _ local: String) -> NameAgreement {
        NameAgreement(name: name, localPart: local)
    }

    @Test(
        "a slip is found, with the name that the address would have",
        arguments: [
            ("Jane Okofor", "jane.okafor", "Jane Okafor"), ("Jane Okofor", "j.okafor", "Jane Okafor"),
            ("Jane Okofor", "okafor", "Jane Okafor"), ("Jane Okofor", "janeokafor", "Jane Okafor"),
            ("Jane Okofor", "jane.m.okafor", "Jane Okafor"), ("Jane Okofor", "okaforja", "Jane Okafor"),
            ("Jane Okafor", "jnae.okafor", "Jnae Okafor"), ("Jane Okafr", "jane.okafor", "Jane Okafor"),
            ("Jane Okaffor", "jane.okafor", "Jane Okafor"), ("JANE OKOFOR", "jane.okafor", "JANE OKAFOR"),
            ("J. Okofor", "jane.okafor", "J. Okafor"), ("Jane Okofor", "jokafor", "Jane Okafor"),
            ("Jane Okafor", "jane.okaffor", "Jane Okaffor"), ("Jane Okafor", "jane.okfor", "Jane Okfor"),
            ("Steven Clark", "stephen.clark", "Stephen Clark"), ("Jon Smith", "john.smith", "John Smith"),
            ("Philip Gray", "phillip.gray", "Phillip Gray"),
            ("Miles O'Brian", "miles.obrien", "Miles O'Brien"),
            ("Suharto", "sukarno", "Sukarno"),
            ("Dr Jane Okofor, PhD", "jane.okafor", "Dr Jane Okafor, PhD"),
            ("Ludwig van Bethoven", "l.vanbeethoven", "Ludwig van Beethoven"),
        ])
    func slips(name: String, local: String, meant: String) {
        #expect(agreement(name, local) == .nearMiss(meant))
    }

    @Test(
        "what is more than a slip is only unlike",
        arguments: [
            ("Jane Okafor", "bob.jones"), ("Jane Okafor", "bob"), ("Jane Okafor", "jane.smith"),
            ("Jane Okafor", "hana.lee"), ("Robert Smith", "bob.smith"), ("Elizabeth Moore", "liz.moore"),
            ("Jane Okafor", "skywalker"), ("Jane Okafor", "m.okafor"), ("Þóra Jónsdóttir", "thora.jonsson"),
        ])
    func others(name: String, local: String) {
        #expect(agreement(name, local) == .unlike)
    }

    @Test(
        "a login that is cut short at six or eight letters fits",
        arguments: [
            ("Jane Whittaker", "whittakj"), ("Jane Whittaker", "jwhittak"), ("Ann Hamilton", "hamiltoa"),
            ("Ann Hamilton", "ahamilto"), ("Jane Okafor", "jokafo"), ("Jane Okafor", "okafoj"),
            ("Finn Larsen", "flarse"), ("Rose Featherstone", "rfeather"), ("Jane M. Whittaker", "jmwhitta"),
        ])
    func logins(name: String, local: String) {
        #expect(agreement(name, local) == .fits)
    }

    @Test(
        "a letter more or less at the end of a word is only unlike: the address may be made so",
        arguments: [
            ("Anne Smith", "anne.smiths"), ("Anne Smith", "asmiths"), ("Maria Garcia", "maria.garciap"),
            ("Jane Okafo", "jane.okafor"), ("Jane Okafore", "jane.okafor"), ("Jane Okafor", "jane.okafo"),
            ("Jane Okafor", "janet.okafor"), ("Jane Okafor", "jan.okafor"), ("Jan Okafor", "janeokafor"),
            ("Sara Jones", "sarah.jones"), ("Sarah Jones", "sara.jones"), ("Łukasz Wojcik", "lukas.wojcik"),
            ("Jane Merriam", "jmerria"), ("Jane Whittaker", "whitta"),
        ])
    func ends(name: String, local: String) {
        #expect(agreement(name, local) == .unlike)
    }

    @Test("neither long names nor long addresses take long")
    func adversaries() {
        let local = String(repeating: "ab", count: 20)
        _ = agreement("Äbäbäb Äbäbäc Äbäcäb", local)
        _ = agreement(String(repeating: "abababababababab", count: 12), local)
    }
}
