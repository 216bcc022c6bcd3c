/// Rule `professional`: you may face the same panel again, so who was met before is shown with that history.
package enum Professional {
    /// Whether somebody was met or spoken to before.
    ///
    /// - Parameters:
    ///   - encounters: the recruitments in whose interviews or contacts the person appears; nil for a contact that
    ///     belongs to none.
    ///   - recruitment: the one at hand, which is no history.
    package static func wasMetBefore(encounters: Set<Recruitment.ID?>, recruitment: Recruitment.ID) -> Bool {
        encounters.contains { $0 != recruitment }
    }
}
