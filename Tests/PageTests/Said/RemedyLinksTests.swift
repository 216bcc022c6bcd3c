import Desk
import Etiquette
import Ledger
import Testing
import Wording

@testable import Page

@Suite("Each remedy of a sentence is a control of the page, or says plainly that it is for a terminal")
struct RemedyLinksTests {
    /// One of each kind; a kind that is added to the type is missed by the compiler in `control`.
    private static let all: [Remedy] = [
        .approve([.init(rawValue: 1)]), .approve([.init(rawValue: 1)], ignoring: "other-name"),
        .release([.init(rawValue: 1)]), .cancel([.init(rawValue: 1)]), .edit(.init(rawValue: 1)),
        .show(.init(rawValue: 1)), .resolve(.init(rawValue: 1)), .printCard(.init(rawValue: 2)),
        .logPosted(.init(rawValue: 2)), .send, .hand(.init(rawValue: 1)), .tell(.init(rawValue: 1)),
        .tell(nil),
        .heardNothing(.init(rawValue: 1)), .sayToldThem(.init(rawValue: 1)), .addInterview, .planInterview,
        .editInterview(.init(rawValue: 1)),
        .editInterview(.init(rawValue: 1), .talkingPoints([])), .cancelInterview(.init(rawValue: 1)),
        .restoreInterview(.init(rawValue: 1)), .editPerson(.init(rawValue: 1)),
        .verifyPerson(.init(rawValue: 1)),
        .forget(.init(rawValue: 1)), .showAdvice, .showQueue(all: true), .showPerson(.init(rawValue: 1)),
        .listPeople,
        .listInterviews, .showAudit, .exportAudit, .auditPerson(.init(rawValue: 1)), .listTemplates, .setUp,
        .setUpMailbox, .check, .readMailbox, .adopt, .trustClock, .restore(nil), .installService,
        .showService,
        .beginService, .startService, .stopService, .restartService, .showLog, .enableService,
        .letServiceLinger,
        .stayRunning,
    ]

    /// What has to stand on the page to which the remedy leads: an address that a form or a link goes to, or a button's value.
    private static func control(_ remedy: Remedy) -> String? {
        switch remedy {
        case .approve(_, ignoring: nil): "approve"
        case .approve, .show, .resolve, .hand, .showAdvice, .showQueue, .listPeople, .showAudit,
            .listInterviews,
            .showPerson, .auditPerson, .printCard:
            ""
        case .release, .logPosted: "/messages/"
        case .cancel: "cancel"
        case .edit: "save"
        case .send: "/send"
        case .tell(.some, _, _), .heardNothing, .sayToldThem: "preview"
        case .tell(nil, _, _): "/heard/1"
        case .addInterview, .planInterview: "show"
        case .editInterview(_, .talkingPoints): "/interviews/1"
        case .editInterview: "/interviews/1/edit"
        case .cancelInterview: "cancel"
        case .restoreInterview: "/interviews/1/fate"
        case .editPerson: "/people/1/edit"
        case .verifyPerson: "/people/1/verify"
        case .forget: "/people/1/forget"
        case .exportAudit: "/audit/csv"
        case .listTemplates: "/set-up/settings"
        case .setUp, .check: "/set-up/check"
        case .setUpMailbox: "/set-up/account"
        // Where there is something to do there; `whereItIsAsked` shows it.
        case .readMailbox, .adopt, .trustClock: ""
        case .installService, .startService, .stayRunning, .showService: "/send"
        case .restore, .beginService, .stopService, .restartService, .showLog, .enableService,
            .letServiceLinger:
            nil
        }
    }

    @Test("each leads to a page that has a control for it", arguments: all)
    func controls(remedy: Remedy) throws {
        guard let control = Self.control(remedy) else {
            #expect(remedy.isForTerminal?.contains("in a terminal") == true)
            #expect(!remedy.link.isLink)
            return
        }
        #expect(remedy.isForTerminal == nil && remedy.link.isLink && !remedy.label.isEmpty)
        let desktop = try Desktop()
        desktop.record()
        let address = remedy.address.split(separator: "#").first.map(String.init) ?? ""
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        let query =
            parts.count < 2
            ? []
            : parts[1].split(separator: "&").map { part -> (String, String) in
                let pair = part.split(separator: "=").map(String.init)
                return (pair[0], pair[1])
            }
        let page = desktop.get(parts.first ?? "/", query: query)
        #expect(page.status == 200, "\(address)")
        let elements = Markup(page.text).elements
        let has = elements.contains { element in
            ["action", "href", "value"].contains { element.attributes[$0]?.contains(control) ?? false }
        }
        #expect(control.isEmpty || has, "\(address) has no \(control)")
        // Where it leads to a part of the page that is always there, that part is there.
        if let part = remedy.address.split(separator: "#").dropFirst().first,
            ["sending", "check"].contains(part)
        {
            #expect(elements.contains { $0.attributes["id"] == String(part) })
        }
    }

    @Test("no two ways on have one label where they lead to different pages")
    func labels() {
        let ways = Dictionary(grouping: Self.all.filter { $0.isForTerminal == nil }, by: \.label)
        for (label, remedies) in ways where label.hasPrefix("See ") || label.hasPrefix("Say ") {
            #expect(Set(remedies.map(\.address)).count <= 2, "\(label): \(remedies.map(\.address))")
        }
        #expect(
            !Self.all.contains { $0.label == "See the set-up" && $0 != .setUp && $0.isForTerminal == nil })
    }
}
