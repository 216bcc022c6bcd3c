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
    /// The page ends where the user says so, or has not used it for an hour.
    let canClose: Bool

    /// Where one can go from everywhere.
    struct Link {
        let name: String
        let path: String
        let isCurrent: Bool
    }

    /// Whether somebody sends what is due.
    struct Sending {
        /// That it is on, in words; nil where it is not.
        let on: String?
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
        canClose = visit?.request.endsWithVisit ?? false
        zone = try visit.flatMap { try $0.isSetUp ? $0.zone.identifier : nil }
        sending = try visit.flatMap { try $0.isSetUp ? Sending($0) : nil }
    }

    /// The frame of an error, in which nothing is looked up that may be the reason for it.
    init(bare title: String, visit: Visit?) {
        self.title = title
        (links, smallLinks, sending, zone) = (
            [Link(name: "Today", path: "/", isCurrent: false)], [], nil, nil
        )
        token = FormToken(name: FormFields.tokenName, value: visit?.request.formToken ?? "")
        canClose = visit?.request.endsWithVisit ?? false
    }
}

extension FrameView.Sending {
    init(_ visit: Visit) throws {
        let application = visit.application
        let doubt = try application.ledger.doubt().map { Said($0.sentence(application.home.database)).plain }
        fault =
            doubt ?? FaultNote.standing(in: application.home.dataFolder).map { Wording.shown($0, limit: 600) }
        let arrangement = try application.sendingArrangement
        isByHand = arrangement.isByHand
        switch arrangement {
        case .running:
            on = Wording.sendingIsOn(since: try application.sendingSince, at: visit.now, zone: try visit.zone)
        case .scheduled: on = Said(Wording.whoSends(arrangement, zone: try visit.zone)).plain
        case .byHand, .serviceStopped, .nobody: on = nil
        }
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
