/// One role at one organisation that the user is being considered for. It has one or more interviews.
public struct Recruitment: Equatable, Sendable {
    public typealias ID = Identifier<Recruitment>

    /// Where the recruitment stands, as far as the user has said or heard.
    public enum Standing: String, Sendable, CaseIterable {
        /// Nothing final has been heard. The only standing that a new interview joins.
        case open
        /// Bad news was heard; left by undoing that.
        case rejected
        /// An offer was made; left by undoing that.
        case offered
        /// The user took the application back; left by undoing that.
        case withdrawn
    }

    public let id: ID
    public let organisation: String
    public let role: String
    public let standing: Standing

    public init(id: ID, organisation: String, role: String, standing: Standing) {
        self.id = id
        self.organisation = organisation
        self.role = role
        self.standing = standing
    }
}
