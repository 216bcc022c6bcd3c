import Testing

/// A name as its owner writes it, and the language that it comes from.
struct NamedPerson: Sendable, CustomTestStringConvertible {
    let language: String
    let name: String

    var testDescription: String { language }
}

extension NamedPerson {
    /// What names have brought other mailers to grief: accents, apostrophes, particles, long names, scripts of more
    /// than one byte a letter, scripts written from right to left, quotes and commas.
    static let all: [NamedPerson] = [
        NamedPerson(language: "English", name: "Jane Okafor"),
        NamedPerson(language: "Irish", name: "Siobhán O'Brien-Ní Dhomhnaill"),
        NamedPerson(language: "Irish, typographic apostrophe", name: "Seán O’Neill"),
        NamedPerson(language: "Dutch", name: "Johannes van der Meer-de Vries"),
        NamedPerson(
            language: "Spanish", name: "María José Ñúñez de la Peña y García-Sánchez del Río Bermúdez"),
        NamedPerson(language: "German", name: "Dr. Jörg Müßig-Weiß"),
        NamedPerson(language: "Polish", name: "Łukasz Świętosław Żółć"),
        NamedPerson(language: "Turkish", name: "İpek Işık Çağlayan Öztürkoğlu"),
        NamedPerson(language: "Vietnamese", name: "Nguyễn Thị Minh Khai"),
        NamedPerson(language: "Icelandic", name: "Þórdís Kolbrún Reykfjörð Gylfadóttir"),
        NamedPerson(language: "Greek", name: "Γεώργιος Παπαδόπουλος"),
        NamedPerson(language: "Russian", name: "Александра Ивановна Достоевская-Преображенская"),
        NamedPerson(language: "Arabic", name: "محمد بن عبد الله الأنصاري"),
        NamedPerson(language: "Hebrew", name: "שירה בן־דוד"),
        NamedPerson(language: "Hindi", name: "श्रीमती प्रियंका त्रिपाठी"),
        NamedPerson(language: "Thai", name: "สมหญิง ศรีสุวรรณ"),
        NamedPerson(language: "Chinese", name: "欧阳娜娜"),
        NamedPerson(language: "Japanese", name: "髙橋 美智子"),
        NamedPerson(language: "Korean", name: "김민서"),
        NamedPerson(language: "Yoruba, combining marks", name: "Adébáyọ̀ Ọlátúnjí"),
        NamedPerson(language: "comma", name: "Okafor, Jane, Ph.D."),
        NamedPerson(language: "quotes", name: "Jane \"Janey\" Okafor"),
        NamedPerson(language: "quotes and accents", name: "José \"Pepe\" Núñez, Jr."),
        NamedPerson(language: "backslash", name: "Jane \\ Okafor"),
        NamedPerson(language: "parentheses", name: "Jane Okafor (HR)"),
        NamedPerson(language: "looks encoded", name: "=?utf-8?q?Jane?= Okafor"),
        NamedPerson(language: "at sign", name: "jane@work Okafor"),
        NamedPerson(language: "one letter", name: "Ø"),
        NamedPerson(language: "two hundred letters", name: String(repeating: "Ångström ", count: 22) + "Åå"),
        NamedPerson(language: "two hundred ideographs", name: String(repeating: "漢", count: 200)),
        NamedPerson(language: "one long ASCII word", name: String(repeating: "x", count: 200)),
    ]
}
