import Testing
import Text

@Suite("names-right: a name that no letter says so is asked about, and no other")
struct NameFormTests {
    @Test(
        "names as people of many countries write them draw nothing",
        arguments: [
            "Jane Okafor", "Siân O’Brien", "Seán O'Casey", "Ó Briain", "Tom Ó Briain", "Máire Ní Dhomhnaill",
            "Caoimhín Mac Giolla Bhríde", "Ruairí McDonald", "Fiona MacLeod", "MacLeod-JONES",
            "Anne-Marie McDuval",
            "Rhys ap Gwilym", "Jane ffoulkes", "Ludwig van Beethoven", "van der Berg",
            "Pieter van den Hoogenband",
            "Gerard 't Hooft", "Anna de Vries-ter Beek", "Ursula von der Leyen", "Karl-Theodor zu Guttenberg",
            "Jürgen Groß", "Zoë Müller-Lüdenscheidt", "Charles de Gaulle", "Jean-Luc d'Arc", "Jeanne d’Arc",
            "Éléonore L'Hôte",
            "José Ortega y Gasset", "María del Carmen Ruiz", "João dos Santos", "Luís de Camões",
            "Gal·la Placídia",
            "Leonardo da Vinci", "Alessandro Dell'Acqua", "Björk", "Björk Guðmundsdóttir", "Åsa Ångström",
            "Søren Ø. Holm",
            "Jón Þór", "Łukasz Żółć", "Jiří Dvořák", "Đorđe Đoković", "István Kovács", "Ioana Ștefănescu",
            "Иван Петров", "Наталія Ґонта", "Γιώργος Παπαδόπουλος", "Արամ Խաչատրյան", "ნინო ბურჯანაძე",
            "Oğuz Ünal", "Şükrü Işık", "Əli Əliyev", "Abd al-Rahman ibn Khaldun", "Omar al-Rashid",
            "محمد علي", "שרה כהן",
            "Nguyễn Văn A", "Nguyễn Thị Minh Khai", "Trần Vũ", "Ng", "Li", "Li Wei", "Andrew Ng", "Wu",
            "Jack Ma",
            "Demba Ba", "Md Rahman", "王小明", "欧阳修", "张三", "三浦知良", "五十嵐 健", "李", "김민수", "Kim Jong-un",
            "O Se-hun",
            "王小明 (Xiaoming Wang)", "Xiaoming Wang (王小明)", "Ji-hye Park", "Suharto", "Sukarno", "Prince",
            "Madonna",
            "Kwame Nkrumah", "Chinụa Achebe", "Ngũgĩ wa Thiong'o", "Nana Akufo-Addo", "Nomzamo Mbatha",
            "ʻIolani Kahalewai",
            "Keanu Kaʻahumanu", "Aroha Ngāta", "अमित कुमार", "தமிழ் செல்வன்", "A. P. J. Abdul Kalam",
            "J. R. R. Tolkien",
            "J. Okafor", "Jane M. Okafor", "AJ Smith", "JJ Okocha", "John Smith III", "Henry Louis Gates Jr.",
            "Martin Luther King, Jr.", "Steve Jobs", "Job Cohen", "Talent Chiwenga", "Lillian Board",
            "Peter Lord",
            "DeShawn O'Neal", "Mag Ruffman", "Col Needham",
        ])
    func usual(name: String) {
        #expect(NameForm(of: name) == nil)
        #expect(NameForm.usualWriting(of: name) == nil)
    }

    @Test(
        "what a list, a signature or haste makes of a name is found, with the usual writing where that is plain",
        arguments: [
            ("OKAFOR, Jane", NameForm.familyNameFirst, "Jane Okafor"),
            ("Okafor, Jane", .familyNameFirst, "Jane Okafor"),
            ("O'BRIEN, Seán", .familyNameFirst, "Seán O'Brien"),
            ("van der Berg, Anna", .familyNameFirst, "Anna van der Berg"),
            ("JANE OKAFOR", .capitals, "Jane Okafor"), ("Jane OKAFOR", .capitals, "Jane Okafor"),
            ("ZHANG Wei", .capitals, "Zhang Wei"), ("Wei LI", .capitals, "Wei Li"),
            ("JEAN-LUC DUPONT", .capitals, "Jean-Luc Dupont"),
            ("ÉLODIE ÖZ", .capitals, "Élodie Öz"), ("FIONA MCDONALD", .capitals, "Fiona McDonald"),
            ("JAN VAN DER BERG", .capitals, "Jan van der Berg"), ("THI LE", .capitals, "Thi Le"),
            ("ИВАН ПЕТРОВ", .capitals, "Иван Петров"), ("JANE", .capitals, "Jane"),
            ("jane okafor", .smallLetters, "Jane Okafor"), ("jane", .smallLetters, "Jane"),
            ("Jane okafor", .smallLetters, "Jane Okafor"), ("jane Okafor", .smallLetters, "Jane Okafor"),
            ("sean o'brien", .smallLetters, "Sean O'Brien"),
            ("ada smith-jones", .smallLetters, "Ada Smith-Jones"),
            ("Dr Jane Okafor", .title("Dr"), "Jane Okafor"),
            ("Dr. Jane Okafor", .title("Dr."), "Jane Okafor"),
            ("Prof. Dr. Jane Okafor", .title("Prof."), "Jane Okafor"),
            ("Jane Okafor MBA", .title("MBA"), "Jane Okafor"),
            ("Dr Jane Okafor, PhD", .title("Dr"), "Jane Okafor"),
            ("Jane Okafor, PhD, MBA", .title("PhD"), "Jane Okafor"),
            ("Jane Okafor Ph.D.", .title("Ph.D."), "Jane Okafor"), ("Mrs Okafor", .title("Mrs"), nil),
            ("Prof. Smith", .title("Prof."), nil), ("Dr. Smith, PhD", .title("Dr."), nil),
            ("Mag. Anna Huber", .title("Mag."), "Anna Huber"),
            ("Frau Dr. Anna Huber", .title("Frau"), "Anna Huber"),
            ("Jack MA", .title("MA"), "Jack"), ("Tom Reid OBE", .title("OBE"), "Tom Reid"),
            ("Prof.", .title("Prof."), nil),
            ("OKAFOR, Jane, PhD", .title("PhD"), "Jane Okafor"),
            ("DR JANE OKAFOR", .title("DR"), "Jane Okafor"),
            ("HR Northgate", .mailbox("HR"), nil), ("Recruitment Team", .mailbox("Recruitment"), nil),
            ("info", .mailbox("info"), nil), ("The Hiring Manager", .mailbox("Hiring"), nil),
            ("Sir or Madam", .mailbox("Madam"), nil),
            ("Northgate Ltd", .mailbox("Ltd"), nil), ("Human Resources", .mailbox("Resources"), nil),
            ("Personalabteilung", .mailbox("Personalabteilung"), nil),
            ("J.", .tooShort, nil), ("J O", .tooShort, nil), ("X", .tooShort, nil),
            ("Jane Okafor 2", .strayMark("2"), nil), ("Jane <Okafor>", .strayMark("<"), nil),
            ("jane@example.org", .strayMark("@"), nil),
            ("Jane & Tom", .strayMark("&"), nil), ("jane_okafor", .strayMark("_"), nil),
            ("Jane Okafor,", .strayMark(","), nil),
            ("Jane Okafor (HR)", .remark, "Jane Okafor"), ("Jane Okafor (she/her)", .remark, "Jane Okafor"),
            ("Jane Okafor [she]", .remark, "Jane Okafor"),
            ("Jane Okafor | Northgate", .remark, "Jane Okafor"),
            ("Jane Okafor – Head of Data", .remark, "Jane Okafor"),
            ("Jane Okafor via LinkedIn", .remark, "Jane Okafor"),
            ("Jane Okafor, HR", .remark, "Jane Okafor"),
            ("Jane Okafor, Head of Data", .remark, "Jane Okafor"),
        ] as [(String, NameForm, String?)])
    func inDoubt(name: String, form: NameForm, usual: String?) {
        #expect(NameForm(of: name) == form)
        #expect(NameForm.usualWriting(of: name) == usual)
    }

    @Test("what is offered draws nothing itself, whatever was typed")
    func offeredIsUsual() {
        for name in ["OKAFOR, JANE, PHD", "dr jane okafor mba", "MR TOM O'BRIEN (HR)", "jane  OKAFOR - IT"] {
            if let usual = NameForm.usualWriting(of: name) { #expect(NameForm(of: usual) == nil) }
        }
    }
}
