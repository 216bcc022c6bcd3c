import Etiquette
import Text

/// Whether an address is that of a room, a list or a program, by the habits of those who set them up.
enum KnownPlaces {
    /// Nil for what may be a person.
    static func reason(for address: EmailAddress?, named name: String?) -> LeftOut.Reason? {
        let core = PersonalName.withoutRemark(name ?? "").lowercased()
        let words = " " + Words.tokens(of: core).joined(separator: " ") + " "
        if let address {
            if isRobot(address) { return .robot }
            if address.isNoReply { return .noReply }
            if Notetakers.isOne(address, named: core) { return .robot }
            if let habit = habits.first(where: { $0.fits(address) }) { return habit.reason }
        }
        if Notetakers.isNamed(words) { return .robot }
        if let habit = habits.first(where: { $0.fits(name: words) }) { return habit.reason }
        if let room = words.range(of: " room "), words[room.upperBound...].first?.isNumber == true {
            return .room
        }
        // Nobody is named, or only the organisation.
        if let address, address.looksShared, isNobody(core, at: address) { return .group }
        return nil
    }

    private static func isNobody(_ name: String, at address: EmailAddress) -> Bool {
        let letters = name.filter(\.isLetter)
        let labels = address.domain.split(separator: ".").map { $0.filter(\.isLetter) }
        return name.isEmpty || address.domain.filter(\.isLetter).contains(letters)
            || labels.contains { $0.count > 3 && letters.contains($0) }
    }

    private static func isRobot(_ address: EmailAddress) -> Bool {
        let local = address.localPart.lowercased()
        return !robots.isDisjoint(with: ["\(local)@\(address.domain)", "*@\(address.domain)", "\(local)@*"])
    }

    private static let robots = Set(PhraseFile(PackageResources.robots_txt).lines.map { $0.columns[0] })

    private static let habits = PhraseFile(PackageResources.places_txt).lines.compactMap(Habit.init)
}

/// One line of the table of places.
private struct Habit {
    let reason: LeftOut.Reason
    let part: Substring
    let text: String

    /// `room domain`, `group name`: what it is, and where the text below it stands.
    init?(_ line: PhraseFile.Line) {
        let words = line.section.split(separator: " ")
        guard words.count == 2 else { return nil }
        reason = words[0] == "room" ? .room : .group
        (part, text) = (words[1], line.text)
    }

    func fits(_ address: EmailAddress) -> Bool {
        switch part {
        case "domain": address.domain == text
        case "local": address.localPart.lowercased().hasPrefix(text)
        default: false
        }
    }

    /// Asked with the words of a name between single spaces.
    func fits(name: String) -> Bool { part == "name" && name.contains(" \(text) ") }
}
