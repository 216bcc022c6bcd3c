import Testing

@testable import Text

@Suite("names-right: a name and the address it goes to agree, or the user settles it")
struct PersonalNameTests {
    private func resembles(_ name: String, _ local: String) -> Bool {
        NameAgreement(name: name, localPart: local) == .fits
    }

    @Test(
        "the usual ways to make an address of a name",
        arguments: [
            "jane.okafor", "Jane.Okafor", "JANE_OKAFOR", "jane-okafor", "janeokafor", "okafor.jane",
            "okaforjane",
            "j.okafor", "jokafor", "okaforj", "okafor.j", "okafor_j", "jane.o", "janeo", "o.jane", "jane",
            "okafor", "jo",
            "j.o", "oj", "j", "jane.okafor2", "jane.okafor.1985", "jokafor01", "2jane.okafor",
            "jane.okafor+interviews",
            "jane.m.okafor", "okaforja", "jaokafor", "jane.okafor.hr", "jane.okafor-smith",
            "jane_elizabeth_okafor",
        ])
    func usualForms(local: String) {
        #expect(resembles("Jane Okafor", local))
        #expect(resembles("Okafor, Jane", local))
    }

    @Test(
        "a misspelling or another person's address is noticed",
        arguments: [
            ("Jane Okofor", "jane.okafor"), ("Jane Okofor", "j.okafor"), ("Jane Okofor", "okafor"),
            ("Jane Okofor", "janeokafor"), ("Jane Okofor", "jane.m.okafor"), ("Jane Okofor", "okaforja"),
            ("Jane Okafor", "jnae.okafor"), ("Jane Okafor", "janet.okafor"), ("Jane Okafor", "jan.okafor"),
            ("Jane Okafor", "jayne.okafor"), ("Jane Okafor", "jane.okaffor"), ("Jane Okafor", "jane.okafo"),
            ("Jane Okafor", "jane.okaforr"), ("Jane Okafor", "m.okafor"), ("Jane Okafor", "mokafor"),
            ("Jane Okafor", "okaform"), ("Jane Okafor", "jane.smith"), ("Jane Okafor", "bob.jones"),
            ("Jane Okafor", "bob"), ("Jane Okafor", "jo.okafor"), ("Jane Okafor", "jane.o.smith"),
            ("Jane Okafor", "hana.lee"), ("J. Okofor", "jane.okafor"), ("Jane Okafor", "jaok"),
            ("John Smith", "jo.smith"),
            ("N'Golo Kanté", "nkolo.kante"), ("Miles O'Brien", "miles.obrian"), ("J. Okafor", "mary.okafor"),
            ("Sara Jones", "sarah.jones"), ("Steven Clark", "stephen.clark"), ("Clair Reid", "claire.reid"),
            ("Jon Smith", "john.smith"), ("Philip Gray", "phillip.gray"), ("Philip Gray", "philip.grey"),
            ("Seán Ó Briain", "sean.obrian"), ("Miles O'Brian", "miles.obrien"),
            ("Jürgen Müller", "juergen.moeller"),
            ("Łukasz Wojcik", "lukas.wojcik"), ("Nguyễn Văn Anh", "nguyen.van.minh"), ("Suharto", "sukarno"),
            ("Anne-Marie Dupont", "annemarie.dupond"), ("Ludwig van Beethoven", "l.vanbethoven"),
            ("María García López", "maria.garcia.lopes"), ("Þóra Jónsdóttir", "thora.jonsson"),
        ])
    func different(name: String, local: String) {
        #expect(!resembles(name, local))
    }

    @Test(
        "naming customs from many places",
        arguments: [
            // German: umlauts in two spellings, ß, nobility.
            ("Jürgen Müller", "juergen.mueller"), ("Jürgen Müller", "jurgen.muller"),
            ("Jürgen Müller", "jurgen.mueller"), ("Jörg Weiß", "joerg.weiss"),
            ("Käthe von Bülow", "kaethe.vonbuelow"),
            ("Käthe von Bülow", "k.buelow"), ("Hans-Jürgen Groß", "hj.gross"),
            ("Hans-Jürgen Groß", "hans-juergen.gross"),
            // Nordic.
            ("Søren Kjærgård", "soren.kjaergaard"), ("Søren Kjærgård", "soeren.kjaergard"),
            ("Åse Øvrebø", "aase.oevreboe"),
            ("Åse Øvrebø", "ase.ovrebo"), ("Þóra Björnsdóttir", "thora.bjornsdottir"),
            ("Hafþór Guðmundsson", "hafthor.gudmundsson"),
            ("Þóra Björnsdóttir", "tb"),
            // Polish, Czech, Hungarian, Croatian, Romanian.
            ("Łukasz Wójcik", "lukasz.wojcik"), ("Małgorzata Żółć", "m.zolc"),
            ("Dvořák Antonín", "antonin.dvorak"),
            ("Szőke Ágnes", "agnes.szoke"), ("Đorđe Đukić", "djordje.djukic"), ("Đorđe Đukić", "dorde.dukic"),
            ("Ștefan Țîrlea", "stefan.tirlea"),
            // Turkish, Azerbaijani.
            ("Işıl Yılmaz", "isil.yilmaz"), ("İbrahim Çağlar", "ibrahim.caglar"),
            ("Leyla Əliyeva", "leyla.eliyeva"),
            ("Leyla Əliyeva", "leyla.aliyeva"),
            // Spanish, Portuguese, Catalan: two surnames, particles.
            ("María García López", "maria.garcia"), ("María García López", "mgarcialopez"),
            ("María García López", "mgarcial"),
            ("María García", "maria.garcia.lopez"), ("José Núñez de la Peña", "jose.nunez"),
            ("Luís de Souza", "luis.desouza"),
            ("Luís de Souza", "lsouza"), ("Antoni Gal·la", "antoni.galla"),
            ("João dos Santos Silva", "joaodossantos"),
            // French: hyphens, apostrophes, ligatures.
            ("Jean-Luc d’Aubigné", "jl.daubigne"), ("Jean-Luc d’Aubigné", "jeanluc.daubigne"),
            ("Hélène Lebœuf", "helene.leboeuf"),
            ("Zoë L'Herminier", "zlherminier"), ("François Noël", "noelf"),
            // Dutch and Flemish.
            ("Ludwig van Beethoven", "l.vanbeethoven"), ("Ludwig van Beethoven", "lvbeethoven"),
            ("Henk van 't Hoff", "henk.vanthoff"),
            ("Anna van der Berg", "anna.vdberg"), ("Anna van der Berg", "berg.anna"),
            ("Anna van der Berg", "a.van.der.berg"),
            // Irish, Scottish, Welsh.
            ("Seán Ó Briain", "sean.obriain"), ("Miles O'Brien", "miles.o'brien"),
            ("Miles O'Brien", "mobrien"),
            ("Máire Nic Gearailt", "maire.nicgearailt"), ("Rhys ap Gwilym", "rhys.apgwilym"),
            ("Fiona Mac Donald", "fmacdonald"),
            // Arabic names in Latin letters.
            ("Fatima al-Zahra", "fatima.alzahra"), ("Fatima al-Zahra", "f.zahra"),
            ("Omar ibn al-Khattab", "omar.khattab"),
            ("Abd al-Rahman Said", "abdalrahman.said"),
            // Vietnamese, Chinese, Korean, Japanese: family name first, syllables.
            ("Nguyễn Văn Anh", "anh.nguyen"), ("Nguyễn Văn Anh", "anhnv"), ("Đặng Thị Ngọc", "ngoc.dang"),
            ("王小明 (Xiaoming Wang)", "xiaoming.wang"), ("Wang Xiao-Ming", "xm.wang"),
            ("Wang Xiaoming", "xiaoming.wang"), ("Lü Wei", "wei.lv"),
            ("Lü Wei", "lu.wei"),
            ("Kim Ji-woo", "jiwoo.kim"), ("Kim Ji-woo", "jwkim"), ("Yamada Tarō", "taro.yamada"),
            ("Yamada Tarō", "t-yamada"),
            // South and South-East Asia: initials, one name.
            ("A. P. J. Abdul Kalam", "apj.kalam"), ("S. Ramanujan", "srinivasa.ramanujan"),
            ("Suharto", "suharto"),
            ("Priyanka Chopra", "priyankac"),
            // Hawaiian, Maltese, titles, nicknames in brackets.
            ("Leilani Kaʻahumanu", "l.kaahumanu"), ("Ġorġ Ħal", "gorg.hal"),
            ("Dr. Jane Okafor, PhD", "jane.okafor.ext"),
            ("N'Golo Kanté", "ngolo.kante"), ("Robert (Bob) Smith", "bob.smith"),
            ("J. Okafor", "jane.okafor"),
            ("Jane K Okafor", "jane.katherine.okafor"),
        ])
    func customs(name: String, local: String) {
        #expect(resembles(name, local))
    }

    @Test(
        "the address of a role says nothing of a name",
        arguments: [
            "hr", "HR", "jobs", "careers", "recruitment", "info", "recruitment.team", "hr-london", "jobs2026",
            "talent",
            "human.resources", "humanresources", "noreply", "no-reply", "bewerbung", "recrutement",
            "interviews",
            "vacancies.uk", "hrteam", "12345", "_", "people",
        ])
    func roles(local: String) {
        #expect(resembles("Jane Okafor", local))
    }

    @Test(
        "a name in other letters says nothing of an address",
        arguments: [
            "山田 太郎", "Ольга Іваненко", "محمد علي", "שרה כהן", "김지우", "Ελένη Παππά", "प्रिया", "ใจดี", "李 Wei",
            "123", "–",
        ])
    func otherScripts(name: String) {
        #expect(resembles(name, "jane.okafor"))
    }

    @Test("neither endless names nor repeated letters take long")
    func adversaries() {
        let local = String(repeating: "a", count: 64)
        #expect(resembles(String(repeating: "a ", count: 100), local))
        #expect(!resembles(String(repeating: "aa ", count: 9), local))
        #expect(!resembles(String(repeating: "a. ", count: 9), String(repeating: "ab.", count: 20) + "z"))
        #expect(!resembles(String(repeating: "ä", count: 100) + " x", local))
    }
}
