/// One screen: a path, what GET shows there, and what POST does.
///
/// It is made for one request. What its path names and the ledger doesn't know is refused by `init`, as is what a form
/// can't have sent.
protocol Screen {
    static var path: PathPattern { get }

    init(_ visit: Visit) throws

    /// What is shown; it changes nothing.
    func view() throws -> PageResponse

    /// Does what a form asks for, and answers with where to go next; or with the form, where something is wrong with it.
    func act() throws -> PageResponse
}

extension Screen {
    func view() throws -> PageResponse { throw PageProblem.methodNotAllowed }

    func act() throws -> PageResponse { throw PageProblem.methodNotAllowed }
}

/// Every screen there is.
enum Screens {
    /// The first whose path fits answers.
    static var all: [any Screen.Type] { acting + looking }

    /// The screens on which one acts.
    static var acting: [any Screen.Type] {
        [
            TodayScreen.self, QueueScreen.self, MessageScreen.self, EditorScreen.self, RawMessageScreen.self,
            ByHandScreen.self, ByHandFileScreen.self,
            NewInterviewScreen.self, InvitationScreen.self, SheetScreen.self, DeletedInterviewsScreen.self,
            InterviewScreen.self,
            ReviewScreen.self,
            WhomHeardScreen.self,
            HeardScreen.self, SetUpScreen.self, SettingsScreen.self, AccountScreen.self, CheckScreen.self,
            TestNoteScreen.self, ServiceScreen.self,
            AdoptScreen.self, ClockScreen.self, MailboxScreen.self,
            SendScreen.self, CloseScreen.self,
        ]
    }
}
