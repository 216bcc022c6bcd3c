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
        case .cancelInterview, .restoreInterview: "See the interview"
        case .editPerson: "Correct it"
        case .verifyPerson: "Say that it is right"
        case .installService, .startService, .stayRunning: "Have Afterword send by itself"
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
        case .listInterviews, .showAudit, .exportAudit: "See the audit"
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
        case .cancelInterview(let id), .restoreInterview(let id): "/interviews/\(id.rawValue)"
        case .editInterview(let id?, .talkingPoints): "/interviews/\(id.rawValue)"
        case .editInterview(let id, _): id.map { "/interviews/\($0.rawValue)/edit" } ?? "/audit"
        case .editPerson(let id, _), .verifyPerson(let id): id.map { "/people/\($0.rawValue)" } ?? "/people"
        case .logPosted(let id): Self.messages([id])
        case .showPerson(let id), .forget(let id, _): "/people/\(id.rawValue)"
        case .listPeople: "/people"
        case .listInterviews, .showAudit, .exportAudit: "/audit"
        case .showAdvice: "/"
        case .showQueue(let all): all ? "/queue?show=all" : "/queue"
        case .send, .installService, .startService, .stayRunning: "/set-up#sending"
        default: "/set-up"
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
