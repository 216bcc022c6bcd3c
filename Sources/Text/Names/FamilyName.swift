import Foundation

extension PersonalName {
    /// The family name at the end of a name without its titles, particles with it: `O'Hara` of Joan O'Hara, `van der Berg`
    /// of Ann J. van der Berg. Nil where the writing does not tell where it begins, as in Mary Anne Smith.
    package static func familyName(of name: String) -> String? {
        let words = withoutTrailers(name.split(whereSeparator: \.isWhitespace).map(String.init))
        guard let last = words.last else { return nil }
        var start = words.count - 1
        while start > 0, NamePart.isParticle(words[start - 1]),
            words[start - 1].first?.isUppercase != true
                || start > 1
        {
            start -= 1
        }
        let given = words[..<start].filter { !$0.isCutShort }
        return given.count > 1 ? nil : words.count == 1 ? last : words[start...].joined(separator: " ")
    }

    /// The first name of what is plainly a first name and a family name: two words, both written as names are, and the
    /// first of them no family name that usually stands in front. Nil for anything else.
    package static func plainGivenName(of name: String) -> String? {
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 2, NameForm(of: name) == nil,
            name.allSatisfy({ $0.isLetter || " '’-".contains($0) }),
            words.allSatisfy({ !NamePart.isParticle($0) && $0.count > 1 && $0.first?.isUppercase == true }),
            words[0].allSatisfy({ LatinLetter.spellings(of: $0) != nil || "'’-".contains($0) }),
            !familyNamesInFront.contains(
                words[0].lowercased().folding(options: .diacriticInsensitive, locale: nil))
        else { return nil }
        return words[0]
    }

    /// Without degrees, honours and generations behind it.
    private static func withoutTrailers(_ words: [String]) -> [String] {
        var words = words.map { $0.filter { $0 != "," } }.filter { !$0.isEmpty }
        while words.count > 1, let last = words.last,
            Titles.trails(last)
                || ["jr", "sr", "jnr", "snr", "ii", "iii", "iv"].contains(
                    last.lowercased().filter(\.isLetter))
        {
            words.removeLast()
        }
        return words
    }

    /// Families of China, Korea, Vietnam and Japan whose members often write them first.
    private static let familyNamesInFront: Set<String> = [
        "li", "wang", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun", "ma", "zhu",
        "hu", "guo",
        "he", "lin", "gao", "luo", "zheng", "liang", "xie", "tang", "deng", "feng", "cao", "peng", "zeng",
        "xiao", "tian",
        "pan", "yuan", "cai", "jiang", "yu", "du", "ye", "cheng", "wei", "su", "lu", "ding", "ren", "shen",
        "yao", "cui",
        "kim", "lee", "park", "choi", "jung", "jeong", "kang", "cho", "yoon", "yun", "jang", "lim", "shin",
        "seo", "kwon",
        "nguyen", "tran", "le", "pham", "phan", "vu", "vo", "dang", "bui", "do", "ngo", "duong", "ly", "sato",
        "suzuki",
        "tanaka", "takahashi", "watanabe", "ito", "yamamoto", "nakamura", "kobayashi", "wong", "chan",
        "cheung", "lau",
    ]
}

extension String {
    /// `J.` or `J`, which stands for a name.
    fileprivate var isCutShort: Bool { filter(\.isLetter).count == 1 && !contains("'") && !contains("’") }
}
