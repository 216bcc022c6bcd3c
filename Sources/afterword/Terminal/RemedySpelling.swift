import Application
import Desk
import Etiquette
import Foundation
import Wording

extension Sentence {
    /// As a terminal shows it: a remedy is the command to type, a field its option.
    var spelled: String { text(remedy: \.command, field: \.option) }
}

extension Remedy {
    /// What to type. What only the user can fill in stands in capitals.
    var command: String {
        switch self {
        case .beginService: UserManager.begin.map { "\n  " + $0 }.joined()
        case .startService: systemctl("start")
        case .stopService: systemctl("stop")
        case .restartService: systemctl("restart")
        case .enableService: systemctl("enable")
        case .letServiceLinger: UserManager.linger
        case .showLog: "journalctl --user -u afterword"
        // No command does that.
        case .setUpMailbox: "set up your mailbox under imap: in config.yaml"
        default: "afterword " + (ofMessages ?? ofRecord ?? ofLists ?? ofKeeping)
        }
    }

    private func systemctl(_ verb: String) -> String { "systemctl --user \(verb) \(SystemdUnit.name)" }

    private var ofMessages: String? {
        switch self {
        case .approve(let ids, let code):
            "approve \(Self.numbers(ids))" + (code.map { " --ignore \($0)" } ?? "")
        case .release(let ids): "release \(Self.numbers(ids))"
        case .cancel(let ids): "cancel \(Self.numbers(ids))"
        case .edit(let id): "edit \(Self.number(id?.rawValue))"
        case .show(let id): "show \(Self.number(id?.rawValue))"
        case .resolve(let id, let delivered):
            "resolve \(Self.number(id?.rawValue)) "
                + (delivered.map { $0 ? "--delivered" : "--not-delivered" }
                    ?? "--delivered or --not-delivered")
        case .printCard(let id): "card \(id.rawValue) > card.html"
        case .logPosted(let id): "posted \(id.rawValue)"
        case .send: "send"
        case .hand(let id, let step): "hand \(Self.number(id?.rawValue))\(step.option)"
        default: nil
        }
    }

    private var ofRecord: String? {
        switch self {
        case .tell(let id, let news, let mail):
            "heard" + (id.map { " \($0.rawValue)" } ?? (news.isEmpty ? "" : " N"))
                + (mail.map { " --mail \($0.rawValue)" } ?? "")
                + (news.isEmpty ? "" : " " + Wording.list(news.map(\.option), "or"))
        case .heardNothing(let id): "heard \(id.rawValue) --nothing"
        case .sayToldThem(let id): "heard \(id.rawValue) --withdrew"
        case .addInterview: "add"
        case .planInterview: "add --planned"
        case .editInterview(let id, let change):
            "interview edit \(Self.number(id?.rawValue))\(change.options)"
        case .cancelInterview(let id): "interview cancel \(id.rawValue)"
        case .restoreInterview(let id): "interview undelete \(id.rawValue)"
        case .editPerson(let id, let change):
            "person edit \(id.map { String($0.rawValue) } ?? "PERSON")\(change.options)"
        case .verifyPerson(let id): "person verify \(id.map { String($0.rawValue) } ?? "PERSON")"
        case .forget(let id, let name):
            "forget \(id.rawValue)" + (name.map { " --confirm \(Self.argument($0))" } ?? "")
        default: nil
        }
    }

    private var ofLists: String? {
        switch self {
        case .showAdvice: "advise"
        case .showQueue(let all): all ? "queue --all" : "queue"
        case .showPerson(let id): "person show \(id.rawValue)"
        case .listPeople: "person list"
        case .listInterviews: "interview list"
        case .showAudit: "audit"
        case .exportAudit: "audit --format csv"
        case .auditPerson(let id): "audit --person \(id.rawValue)"
        case .listTemplates: "templates list"
        default: nil
        }
    }

    private var ofKeeping: String {
        switch self {
        case .setUp: "init"
        case .readMailbox: "listen"
        case .adopt: "doctor --adopt"
        case .trustClock: "doctor --clock-is-right"
        case .restore(let file): "restore \(file ?? "FILE")"
        case .installService: "service install"
        case .showService: "service status"
        case .stayRunning: "run"
        default: "doctor"
        }
    }

    private static func number(_ id: Int64?) -> String { id.map { String($0) } ?? "NUMBER" }

    private static func numbers(_ ids: [Message.ID]) -> String {
        ids.isEmpty ? "NUMBER" : ids.map { String($0.rawValue) }.joined(separator: " ")
    }

    /// A text as one argument of a command. What mail brings may hold anything, and people copy commands.
    static func argument(_ text: String) -> String {
        let text = Wording.shown(text)
        guard text.contains(where: { "\"$`\\!".contains($0) }) else { return "\"\(text)\"" }
        return "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}

extension Remedy.HandStep {
    fileprivate var option: String {
        switch self {
        case .open: ""
        case .show: " --print"
        case .file: " --eml FILE"
        case .sent: " --sent"
        case .notSent: " --not-sent"
        }
    }
}

extension Remedy.News {
    fileprivate var option: String {
        switch self {
        case .replied: "--replied"
        case .thanked: "--replied --courtesy"
        case .rejected: "--rejected"
        case .offered: "--offered"
        case .decisionDay: "--decision-by DATE"
        case .notThem: "--not-them"
        case .undone: "--undo"
        }
    }
}

extension Remedy.InterviewChange {
    fileprivate var options: String {
        switch self {
        case .any: " --help"
        case .contact: " --contact \"NAME <ADDRESS>\""
        case .talkingPoints(let people):
            people.map { " --talking-point " + Remedy.argument("\($0.address?.text ?? $0.name)=…") }.joined()
        }
    }
}

extension Remedy.PersonChange {
    fileprivate var options: String {
        switch self {
        case .any: ""
        case .address: " --address ADDRESS"
        case .salutation: " --salutation NAME"
        case .name(let name): " --name " + (name.map(Remedy.argument) ?? "NAME")
        }
    }
}

extension FormField {
    /// The option that takes it.
    var option: String {
        switch self {
        case .planned: "--planned"
        case .organisation: "--organisation"
        case .organisationAs: "--organisation-as"
        case .role: "--role"
        case .roleShort: "--role-short"
        case .ended: "--ended"
        case .timeZone: "--time-zone"
        case .length: "--length"
        case .panel: "--panel"
        case .talkingPoint: "--talking-point"
        case .contact: "--contact"
        case .decisionBy: "--decision-by"
        case .message: "--message"
        case .recruitment: "--recruitment"
        case .mail: "--mail"
        case .moment: "--at"
        case .confirmation: "--yes"
        case .replacement: "--replace"
        case .dateOrder: "--date-order"
        case .year: "--year"
        case .timeOfDay: "--time"
        case .column(let name, let meaning):
            "--map \"\(name.map { Wording.shown($0, limit: 60) } ?? "COLUMN")=\(meaning)\""
        case .lookingBack: "--since"
        case .everyRow(let field): "--\(field)"
        }
    }
}
