import Application
import Wording

/// What stands around each screen.
struct FrameView {
    let title: String
    let links: [Link]
    let smallLinks: [Link]
    /// Nil before the set-up, and where it can't be told.
    let sending: Sending?
    /// The zone of all times that have none beside them; nil before the set-up.
    let zone: String?
    let token: FormToken

    /// Where one can go from everywhere.
    struct Link {
        let name: String
        let path: String
        let isCurrent: Bool
    }

    /// Whether somebody sends what is due.
    struct Sending {
        let isOn: Bool
        /// The user sends each message themselves.
        let isByHand: Bool
        /// Why nothing leaves although somebody would send it.
        let fault: String?
    }

    /// - Parameter visit: nil where nothing can be looked at.
    init(title: String, visit: Visit?) throws {
        self.title = title
        let current = "/" + (visit?.request.path.first ?? "")
        func links(_ all: [(String, String)]) -> [Link] {
            all.map { Link(name: $0, path: $1, isCurrent: visit != nil && $1 == current) }
        }
        self.links = links([("Today", "/"), ("Queue", "/queue"), ("People", "/people"), ("Audit", "/audit")])
        smallLinks = links([("Statistics", "/statistics"), ("Set-up", SetUpScreen.address)])
        token = FormToken(name: FormFields.tokenName, value: visit?.request.formToken ?? "")
        zone = try visit.flatMap { try $0.isSetUp ? $0.zone.identifier : nil }
        sending = try visit.flatMap { try $0.isSetUp ? Sending($0.application) : nil }
    }

    /// The frame of an error, in which nothing is looked up that may be the reason for it.
    init(bare title: String, visit: Visit?) {
        self.title = title
        (links, smallLinks, sending, zone) = (
            [Link(name: "Today", path: "/", isCurrent: false)], [], nil, nil
        )
        token = FormToken(name: FormFields.tokenName, value: visit?.request.formToken ?? "")
    }
}

extension FrameView.Sending {
    init(_ application: Application) throws {
        fault = FaultNote.standing(in: application.home.dataFolder).map { Wording.shown($0, limit: 600) }
        let arrangement = try application.sendingArrangement
        (isOn, isByHand) = (arrangement.isBySelf, arrangement.isByHand)
    }
}

extension Visit {
    /// Whether there is a configuration that can be read.
    var isSetUp: Bool { (try? application.configuration) != nil }
}

/// A screen's content with its frame, as the templates name them.
struct FramedView {
    let frame: FrameView
    let page: Any
}

/// What each form brings back.
struct FormToken {
    let name: String
    let value: String
}
