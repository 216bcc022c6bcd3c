import Desk
import Etiquette
import Ledger
import Wording

/// Where the page does what a sentence speaks of.
extension Remedy {
    /// What the link says.
    var label: String {
        switch self {
        case .approve(let ids, _): ids.count == 1 ? "Read and approve it" : "Read and approve them"
        case .release: "Release it"
        case .cancel: "Cancel it"
        case .edit: "Edit it"
        case .show: "Look at it"
        case .resolve: "Say whether it arrived"
        case .printCard: "Print the card"
        case .logPosted: "Say that you have posted it"
        case .send: "Send what is due"
        case .hand(_, .sent): "Say that you have sent it"
        case .hand(_, .notSent): "Say that you have not"
        case .hand: "Send it yourself"
        case .heardNothing: "Say that you have heard nothing"
        case .tell: "Say what you heard"
        case .sayToldThem: "Say that you have told them"
        case .addInterview, .planInterview: "Record an interview"
        case .editInterview(_, .talkingPoints): "Add what you talked about"
        case .editInterview: "Change the interview"
        case .cancelInterview: "Say that it did not take place"
        case .restoreInterview: "Put it back on the record"
        case .editPerson: "Correct it"
        case .verifyPerson: "Say that it is right"
        case .installService, .startService, .stayRunning, .showService: "See who sends"
        case .check: "Check everything"
        case .adopt: "Say which database is to send"
        case .trustClock: "Say that the clock is right"
        case .readMailbox: "Look for answers now"
        case .setUpMailbox: "Say where answers arrive"
        case .forget: "Delete what is kept of them"
        default: labelOfLists ?? "See the set-up"
        }
    }

    private var labelOfLists: String? {
        switch self {
        case .showAdvice: "See Today"
        case .showQueue: "See the queue"
        case .showPerson: "See what is known of them"
        case .listPeople: "See the people"
        case .listInterviews, .showAudit, .exportAudit, .auditPerson: "See the audit"
        case .listTemplates: "See the voices"
        default: nil
        }
    }

    /// The screen.
    var address: String {
        switch self {
        case .approve(let ids, _), .release(let ids), .cancel(let ids): Self.messages(ids)
        case .show(let id), .resolve(let id, _): Self.messages([id].compactMap(\.self))
        case .edit(let id): id.map { "/messages/\($0.rawValue)/edit" } ?? "/queue"
        case .printCard(let id): "/messages/\(id.rawValue)/card"
        case .tell(let id, _, let mail):
            (id.map { "/heard/\($0.rawValue)" } ?? "/heard") + (mail.map { "?mail=\($0.rawValue)" } ?? "")
        case .hand(let id?, .sent), .hand(let id?, .notSent): ByHandScreen.address(of: id)
        case .hand(let id, _): Self.messages([id].compactMap(\.self))
        case .heardNothing(let id): "/heard/\(id.rawValue)?news=\(HeardNews.nothing.rawValue)"
        case .sayToldThem(let id): "/heard/\(id.rawValue)?news=\(HeardNews.withdrew.rawValue)"
        case .addInterview, .planInterview: "/interviews/new"
        case .cancelInterview(let id), .restoreInterview(let id): InterviewFateScreen.address(of: id)
        case .editInterview(let id?, .talkingPoints): "/interviews/\(id.rawValue)"
        case .editInterview(let id, _): id.map { "/interviews/\($0.rawValue)/edit" } ?? "/audit"
        case .editPerson(let id, _), .verifyPerson(let id): id.map { "/people/\($0.rawValue)" } ?? "/people"
        case .logPosted(let id): Self.messages([id])
        case .showPerson(let id), .forget(let id, _): "/people/\(id.rawValue)"
        case .listPeople: "/people"
        case .listInterviews, .showAudit, .exportAudit: "/audit"
        case .showAdvice: "/"
        case .showQueue(let all): all ? "/queue?show=all" : "/queue"
        case .auditPerson(let id): "/people/\(id.rawValue)"
        case .listTemplates: "/set-up/settings"
        case .setUpMailbox: AccountScreen.address
        case .readMailbox: "/set-up#mailbox"
        case .check: "/set-up#check"
        case .adopt: "/set-up#doubt"
        case .trustClock: "/set-up#clock"
        case .setUp: "/set-up"
        default: "/set-up#sending"
        }
    }

    /// Nothing of the page does it: it is for whoever keeps this computer, in a terminal. The page itself may have ended with
    /// it, or can't be served without a database.
    var isForTerminal: String? {
        switch self {
        case .restore: "“afterword restore”, in a terminal, with the file of a backup"
        case .showLog: "“journalctl --user -u afterword”, in a terminal"
        case .stopService: "“systemctl --user stop afterword”, in a terminal"
        case .restartService: "“systemctl --user restart afterword”, in a terminal"
        case .enableService, .beginService: "“systemctl --user enable --now afterword”, in a terminal"
        case .letServiceLinger: "“loginctl enable-linger”, in a terminal"
        default: nil
        }
    }

    var link: Said.Piece {
        isForTerminal.map { Said.Piece(words: $0, isLink: false, address: "") }
            ?? Said.Piece(words: label, isLink: true, address: address)
    }

    /// Where it names nobody and nothing, it means what the message at hand is about.
    func completed(by message: Message) -> Remedy {
        switch self {
        case .resolve(nil, let delivered): .resolve(message.id, delivered: delivered)
        case .edit(nil): .edit(message.id)
        case .show(nil): .show(message.id)
        case .hand(nil, let step): .hand(message.id, step)
        case .editPerson(nil, let change): .editPerson(message.recipient.id, change)
        case .verifyPerson(nil): .verifyPerson(message.recipient.id)
        case .editInterview(nil, let change): .editInterview(message.followUp.interview, change)
        case .tell(nil, let news, let mail): .tell(message.followUp.recruitment, news, mail: mail)
        default: self
        }
    }

    /// What the button for it says on the page of a message.
    func button(below message: Message) -> String {
        func quoted(_ step: MessageStep) -> String { "“\(step.label(of: message))”" }
        return switch self {
        case .approve(_, ignoring: .some): "“I mean it as it is”"
        case .approve: quoted(.approve)
        case .release: quoted(.release)
        case .cancel: quoted(.cancel)
        case .logPosted: quoted(.posted)
        case .hand: quoted(.open)
        case .edit: "“Edit”"
        case .resolve: "\(quoted(.delivered)) or \(quoted(.notDelivered))"
        default: label
        }
    }

    private static func messages(_ ids: [Message.ID]) -> String {
        ids.count == 1 ? "/messages/\(ids[0].rawValue)" : "/queue"
    }
}

extension FormField {
    /// As the forms of the page call it.
    var label: String {
        switch self {
        case .planned: "It is still to come"
        case .organisation: "Organisation"
        case .organisationAs: "Organisation as you say it"
        case .role: "Role"
        case .roleShort: "Role as you say it"
        case .ended: "It ended"
        case .timeZone: "Time zone"
        case .length: "Length"
        case .panel: "Panel"
        case .talkingPoint: "What did you talk about?"
        case .contact: "Whom to ask for the decision"
        case .decisionBy: "They decide by"
        case .message: "Message"
        case .recruitment: "Role and organisation"
        case .mail: "Mail"
        case .moment: "When"
        case .confirmation: "That is right"
        case .replacement: "Replace it"
        case .dateOrder: "Order of the date"
        case .year: "Year"
        case .timeOfDay: "Time of day"
        case .lookingBack: "How far back"
        case .column(let name, let meaning): "\(name ?? "a column") = \(meaning)"
        case .everyRow(let field): field
        }
    }
}
