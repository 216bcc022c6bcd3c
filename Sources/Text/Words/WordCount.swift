extension String {
    /// What stands between white space and has a letter or digit.
    package var wordCount: Int {
        var count = 0
        var hasLetter = false
        for scalar in unicodeScalars {
            if scalar.plain == " " {
                hasLetter = false
            } else if !hasLetter, WordPart(scalar) == .middle || WordPart(scalar) == .whole {
                hasLetter = true
                count += 1
            }
        }
        return count
    }
}
