import Desk
import Etiquette
import Ledger
import Wording

/// Where the page does what a sentence speaks of.
extension Remedy {
    /// What the link says.
    var label: String {
        switch self {
        case .approve(let ids, _): ids.count == 1 ? "approve it" : "read and approve them"
        case .release: "release it"
        case .cancel: "cancel it"
        case .edit: "edit it"
        case .show: "look at it"
        case .resolve: "say whether it arrived"
        case .printCard: "print the card"
        case .logPosted: "say that you have posted it"
        case .send: "send what is due"
        case .tell: "say what you heard"
        case .addInterview: "record an interview"
        case .editInterview: "add to the interview"
        case .editPerson: "correct it"
        case .verifyPerson: "say that it is right"
        case .forget: "delete what is kept of them"
        default: labelOfLists ?? "see the set-up"
        }
    }

    private var labelOfLists: String? {
        switch self {
        case .showAdvice: "see Today"
        case .showQueue: "see the queue"
        case .showPerson: "see what is known of them"
        case .listPeople: "see the people"
        case .listInterviews, .showAudit, .exportAudit: "see the audit"
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
        case .addInterview: "/interviews/new"
        case .editInterview(let id, _): id.map { "/interviews/\($0.rawValue)" } ?? "/audit"
        case .editPerson(let id, _), .verifyPerson(let id): id.map { "/people/\($0.rawValue)" } ?? "/people"
        case .logPosted(let id), .showPerson(let id), .forget(let id): "/people/\(id.rawValue)"
        case .listPeople: "/people"
        case .listInterviews, .showAudit, .exportAudit: "/audit"
        case .showAdvice: "/"
        case .showQueue(let all): all ? "/queue?show=all" : "/queue"
        case .send: "/set-up#sending"
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
        case .column(let name, let meaning): "\(name ?? "a column") = \(meaning)"
        case .everyRow(let field): field
        }
    }
}
