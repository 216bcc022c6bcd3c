import Etiquette

/// The days on which nobody works: a date a line, empty lines and what follows a `#` not counted.
enum HolidaysFile {
    /// - Parameter key: of the configuration, for problems.
    static func read(_ path: String, key: String) throws(ConfigurationProblem) -> Set<Day> {
        let bytes = try Configuration.bytes(path: path, key: key)
        return try days(in: UTF8Text.decode(bytes, file: path, key: key), file: path, key: key)
    }

    private static func days(in text: String, file: String, key: String) throws(ConfigurationProblem) -> Set<
        Day
    > {
        var days: Set<Day> = []
        let mistakes = Mistakes()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() {
            let content = line.prefix { $0 != "#" }
            let words = content.split(whereSeparator: \.isWhitespace)
            guard let first = words.first else { continue }
            guard words.count == 1, let day = Day(first) else {
                let column = content.unicodeScalars.prefix(while: \.properties.isWhitespace).count + 1
                let found = words.joined(separator: " ").quotable
                mistakes.add(
                    ConfigurationProblem(
                        file: file, place: Place(line: number + 1, column: column), key: key,
                        fault: .bad(found: found, .day)))
                continue
            }
            days.insert(day)
        }
        if let problem = mistakes.first(in: file) { throw problem }
        return days
    }
}
