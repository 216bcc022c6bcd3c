import Etiquette
import Foundation

extension Application {
    /// Where a long run keeps the calendar.
    package var keptCalendar: String { home.dataFolder + "/calendar.ics" }

    /// Databases of before a restoring, which hold what they held then.
    package var databasesSetAside: [String] {
        let folder = home.dataFolder
        let aside = (home.database as NSString).lastPathComponent + ".old-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(aside) }.sorted().map { folder + "/" + $0 }
    }

    /// Whether what was typed is the name of somebody who is to be forgotten.
    package static func confirms(_ typed: String, _ person: Person) -> Bool {
        typed.trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping == person.name
    }

    /// Makes the calendar say no more than the record, where one is kept.
    package func followCalendar() {
        if FileManager.default.fileExists(atPath: keptCalendar) { face.keepCalendar(self) }
    }
}
