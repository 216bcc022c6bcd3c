import Testing

@testable import Text

/// Names from many customs, each with addresses that their owners could well have, and the same names mistyped.
@Suite("names-right: naming customs raise no false alarm, and slips in them are found")
struct NamingCustomsTests {
    /// A custom, a name as its owner writes it, plausible local parts, and slips of it with the local part beside
    /// which they are seen.
    struct Custom: CustomTestStringConvertible, Sendable {
        let custom: String
        let name: String
        let locals: [String]
        let slips: [String]

        init(_ custom: String, _ name: String, _ locals: [String], slips: [String]) {
            (self.custom, self.name, self.locals, self.slips) = (custom, name, locals, slips)
        }

        var testDescription: String { "\(custom): \(name)" }
    }

    static let customs = [
        Custom(
            "English", "Jane Okafor", ["jane.okafor", "jokafor", "okaforj", "jokafo"],
            slips: ["Jane Okofor", "Jayne Okafor"]),
        Custom(
            "English with title and degrees", "Prof. Dr Jane Okafor, PhD, MBA, CEng",
            ["jane.okafor", "j.okafor"],
            slips: ["Prof. Dr Jane Okaffor, PhD"]),
        Custom("Knighted", "Sir Thomas Ridley", ["thomas.ridley", "tridley"], slips: ["Sir Thomas Ridely"]),
        Custom(
            "German", "Jürgen Müller-Groß", ["juergen.mueller-gross", "j.mueller", "mueller"],
            slips: ["Jürgen Möller-Groß", "Jügen Müller-Groß"]),
        Custom(
            "German nobility", "Käthe von Bülow", ["kaethe.vonbuelow", "kbuelow"], slips: ["Käthe von Bühlow"]
        ),
        Custom(
            "Dutch", "Pieter van der Berg", ["pieter.vanderberg", "p.vdberg", "berg"],
            slips: ["Pieter van der Burg"]),
        Custom(
            "Belgian", "Luc Van den Broeck", ["luc.vandenbroeck", "l.broeck"], slips: ["Luc Van den Broek"]),
        Custom(
            "Danish, Norwegian", "Øyvind Kjærgård", ["oyvind.kjaergaard", "oeyvind.kjaergard"],
            slips: ["Øyvin Kjærgård"]),
        Custom(
            "Icelandic patronymic", "Þóra Jónsdóttir", ["thora.jonsdottir", "thora", "thoraj"],
            slips: ["Þóra Jónsdótir"]),
        Custom("Irish", "Seán Ó Briain", ["sean.obriain", "s.obriain", "obriain"], slips: ["Seán Ó Brian"]),
        Custom(
            "Irish, English form", "Miles O'Brien", ["miles.obrien", "miles.o'brien", "mobrien"],
            slips: ["Miles O'Brian"]),
        Custom(
            "Scottish", "Fiona McDonald", ["fiona.mcdonald", "fmcdonald"],
            slips: ["Fiona MacDonald", "Fiona McDonal"]),
        Custom("Welsh", "Rhys ap Gwilym", ["rhys.apgwilym", "rhys.gwilym"], slips: ["Rhys ap Gwylim"]),
        Custom(
            "French", "Jean-François d’Aubigné", ["jf.daubigne", "jean-francois.daubigne"],
            slips: ["Jean-François d’Aubinné"]),
        Custom(
            "Spanish, two surnames", "María José García López",
            ["maria.jose.garcia.lopez", "maria.garcia", "mjgarcia"],
            slips: ["María José Garcia Lopes"]),
        Custom(
            "Spanish particle", "Lucía de la Peña Núñez",
            ["lucia.delapena.nunez", "lucia.delapena", "lucia.pena", "ldelapena"],
            slips: ["Lucía de la Pena Nunes"]),
        Custom(
            "Portuguese", "João dos Santos Silva", ["joao.silva", "joaodossantos"],
            slips: ["João dos Santos Sliva"]),
        Custom("Italian", "Niccolò D'Angelo", ["niccolo.dangelo", "n.dangelo"], slips: ["Nicolò D'Angelo"]),
        Custom("Polish", "Łukasz Żółć", ["lukasz.zolc", "lzolc"], slips: ["Łukas Żółć"]),
        Custom("Czech", "Božena Dvořáková", ["bozena.dvorakova", "dvorakova"], slips: ["Božena Dvořakavá"]),
        Custom(
            "Hungarian, family name first", "Szőke Ágnes", ["agnes.szoke", "szoke.agnes"],
            slips: ["Szöcke Ágnes"]),
        Custom("Romanian", "Ștefan Țîrlea", ["stefan.tirlea"], slips: ["Ștefan Țârlea", "Stefan Tirla"]),
        Custom(
            "Croatian, Serbian", "Đorđe Šimić", ["djordje.simic", "dorde.simic"], slips: ["Đorđe Šimčić"]),
        Custom("Turkish", "Işıl Çağlayan", ["isil.caglayan"], slips: ["Işıl Çalayan"]),
        Custom("Arabic", "Fatima al-Zahra", ["fatima.alzahra", "f.zahra"], slips: ["Fatima al-Zahara"]),
        Custom(
            "Arabic kunya", "Abu Bakr bin Omar", ["abubakr.omar", "bakr.omar", "omar"],
            slips: ["Abu Bakr bin Omer"]),
        Custom(
            "Indian initials", "A. P. J. Abdul Kalam", ["apj.kalam", "abdul.kalam"],
            slips: ["A. P. J. Abdul Kallam"]),
        Custom(
            "South Indian", "S. Ramanujan", ["srinivasa.ramanujan", "ramanujan"], slips: ["S. Ramanujam"]),
        Custom(
            "Ethiopian", "Abebe Bikila Demissie", ["abebe.bikila", "abebe"], slips: ["Abebe Bikilla Demissie"]
        ),
        Custom(
            "Burmese", "Aung San Suu Kyi", ["aungsansuukyi", "suu.kyi", "assk"], slips: ["Aung San Suu Kyii"]),
        Custom("Indonesian single name", "Suharto", ["suharto", "suharto77"], slips: ["Suharta"]),
        Custom(
            "Chinese, family name first", "Wang Xiaoming",
            ["xiaoming.wang", "wangxiaoming", "xmwang", "wang"],
            slips: ["Wang Xiaomin", "Weng Xiaoming"]),
        Custom(
            "Chinese with romanisation", "王小明 (Xiaoming Wang)", ["xiaoming.wang", "xwang"],
            slips: ["王小明 (Xiaomin Wang)"]),
        Custom("Japanese", "Yamada Tarō", ["taro.yamada", "t-yamada"], slips: ["Yamida Tarō"]),
        Custom("Korean", "Kim Ji-woo", ["jiwoo.kim", "jwkim", "kim.jiwoo"], slips: ["Kim Ji-wo"]),
        Custom(
            "Vietnamese", "Nguyễn Văn Anh", ["anh.nguyen", "anhnv"],
            slips: ["Nguyển Văn Anth", "Nguyem Văn Anh"]),
        Custom("Hawaiian", "Leilani Kaʻahumanu", ["leilani.kaahumanu"], slips: ["Leilani Kaʻahumana"]),
        Custom("Russian", "Ольга Иваненко", ["olga.ivanenko", "o.ivanenko", "olha.ivanenko"], slips: []),
        Custom("Greek", "Ελένη Παπαδοπούλου", ["eleni.papadopoulou", "epapadopoulou"], slips: []),
        Custom("Hebrew", "שרה כהן", ["sara.cohen"], slips: []),
        Custom("Chinese alone", "王小明", ["xiaoming.wang", "michael.wang"], slips: []),
    ]

    private func agreement(_ name: String, _ local: String) -> NameAgreement {
        NameAgreement(name: name, localPart: local)
    }

    @Test("as its owner writes it, at addresses of all sorts", arguments: customs)
    func falseAlarms(custom: Custom) {
        for local in custom.locals + ["info", "hr.team", "12345"] {
            #expect(agreement(custom.name, local) == .fits, "\(local)")
        }
        #expect(PersonalName.likeness(of: custom.name, to: custom.name) == .same)
    }

    @Test("mistyped, beside its fullest address", arguments: customs)
    func slips(custom: Custom) {
        for slip in custom.slips {
            #expect(agreement(slip, custom.locals[0]) != .fits, "\(slip)")
            let likeness = PersonalName.likeness(of: custom.name, to: slip)
            #expect([.near, .writing].contains(likeness), "\(slip): \(likeness)")
        }
    }

    @Test("as a mail system that knows no accents writes it", arguments: customs)
    func withoutAccents(custom: Custom) {
        let plain = WrittenWord.words(of: custom.name).map { $0.plain[0] }.joined(separator: " ")
        let likeness = PersonalName.likeness(of: plain, to: custom.name)
        #expect([.same, .form].contains(likeness), "\(plain): \(likeness)")
    }
}
