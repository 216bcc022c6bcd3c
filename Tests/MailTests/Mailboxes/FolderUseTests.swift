import Testing

@testable import Mail

@Suite struct FolderUseTests {
    private func folder(_ name: String, _ use: SpecialUse? = nil) -> Folder {
        Folder(wireName: name, name: name, separator: "/", use: use)
    }

    private func sent(_ folders: [Folder]) -> [String] {
        folders.withUsesByName().filter { $0.use == .sent }.map(\.name)
    }

    /// Copies would lie now in the one, now in the other.
    @Test func ofTwoFoldersForSentMailOneIsChosenWhateverTheOrder() {
        let two = [folder("Sent Messages", .sent), folder("Sent", .sent), folder("INBOX")]
        #expect(sent(two) == ["Sent"] && sent(two.reversed()) == ["Sent"])
        let unknown = [folder("Weg damit", .sent), folder("Hinaus", .sent)]
        #expect(sent(unknown) == ["Weg damit"])
        let byName = [folder("Sent Items"), folder("Sent")]
        #expect(sent(byName) == ["Sent"] && sent(byName.reversed()) == ["Sent"])
    }

    @Test func whatAFolderClaimsCountsBeforeItsName() {
        #expect(sent([folder("Sent"), folder("Sent Items", .sent)]) == ["Sent Items"])
    }
}
