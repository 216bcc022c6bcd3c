import Desk
import Etiquette
import Foundation
import Intake
import Ledger
import Wording

/// An interview from an invitation: what was understood is shown, and goes on in the form of a typed one.
struct InvitationScreen: Screen {
    static let path: PathPattern = "interviews/import"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func view() throws -> PageResponse { try page() }

    func act() throws -> PageResponse {
        if visit.form["step"] == "call-off" { return try callOff() }
        if visit.form["step"] == "move" { return try move() }
        guard let upload = visit.form.uploads["file"], !upload.bytes.isEmpty else {
            return try page(Failure(text: "Choose a file first."), status: 422)
        }
        do {
            guard
                !Spreadsheet.isNamedLikeOne(upload.name),
                !Spreadsheet.looksLikeOne(Data(upload.bytes.prefix(65_536)))
            else {
                guard upload.bytes.count <= SheetUpload.limit else {
                    return try page(Failure(text: Wording.sheetTooLarge(SheetUpload.limit)), status: 422)
                }
                return try SheetScreen(visit, SheetUpload(upload)).page()
            }
            let configuration = try visit.application.configuration
            let me = Me(
                name: configuration.me.name, addresses: configuration.ownAddresses,
                zone: configuration.me.timeZone)
            let file = try Invitation.read(upload.bytes, named: upload.name, for: me)
            return try page(understood: try file.invitations.map(understood), refused: file.refused)
        } catch let problem as any Worded where problem is IntakeProblem || problem is SheetProblem {
            return try page(Failure(text: Said(problem.sentence).plain), status: 422)
        }
    }

    private func callOff() throws -> PageResponse {
        guard let invitation = try InvitationFields(visit.form["invitation"]) else {
            throw PageProblem.notAForm
        }
        _ = try visit.desk.take([invitation.arrival(.callOff)], approving: false, at: visit.now)
        return .seeOther("/")
    }

    /// The interview of an earlier version is at another time; everything else of it stays as the user has it.
    private func move() throws -> PageResponse {
        guard let invitation = try InvitationFields(visit.form["invitation"]),
            let meeting = invitation.meeting,
            let known = try visit.desk.invited(to: meeting)
        else { throw PageProblem.notAForm }
        let form = InterviewForm(visit.form)
        do {
            let end = try EndedTime.parse("\(form.date) \(form.time)", zone: .iana(form.zone)).time
            let joining = try invitation.joining(known)
            _ = try visit.desk.take(
                [invitation.arrival(.move(to: end, joining: joining, voice: nil))], approving: false,
                at: visit.now)
        } catch is InputProblem {
            throw PageProblem.notAForm
        }
        return .seeOther("/interviews/\(known.interview.id.rawValue)/edit")
    }

    private func understood(_ invitation: Invitation) throws -> Understood {
        let name = invitation.identity.map { MeetingName($0) }
        let known = try name.flatMap { try visit.desk.invited(to: $0) }
        let fields = InvitationFields(invitation)
        let isNews = known.map { invitation.version.replaces($0.entry.version) } ?? true
        var hidden = [Hidden(name: "invitation", value: try fields.text())]
        if isNews, let meeting = invitation.meeting {
            hidden += try InterviewForm(meeting, fields, known: known).fields.map {
                Hidden(name: $0, value: $1)
            }
        }
        let text = InvitationText(invitation: invitation)
        let parts = text.parts(known)
        return Understood(
            title: text.title, notes: parts.filter(\.label.isEmpty).map { Wording.capitalised($0.text) },
            parts: parts.filter { !$0.label.isEmpty }.map {
                Part(label: Wording.capitalised($0.label), text: $0.text)
            },
            hidden: hidden,
            isMoved: isNews && hidden.contains { $0.name == "time" && !$0.value.isEmpty } && known != nil,
            isMeeting: isNews && invitation.meeting != nil && known == nil,
            isCalledOff: isNews && invitation.meeting == nil && known != nil,
            known: known.map { "/interviews/\($0.interview.id.rawValue)/messages" } ?? "",
            isKnown: known != nil)
    }

    private func page(
        _ failure: Failure? = nil, understood: [Understood] = [], refused: [IntakeProblem] = [],
        status: Int = 200
    ) throws -> PageResponse {
        let problems = failure.map { failure in
            ProblemSummary([ProblemSummary.Item(Said(failure.text), field: "file")])
        }
        let view = View(
            problems: problems ?? nil,
            file: FormInput(
                "file", "An invitation (.ics), a mail that carries one (.eml), or a spreadsheet (.csv)",
                kind: .file,
                error: failure?.text),
            understood: understood, hasUnderstood: !understood.isEmpty,
            refused: refused.map { Said(Wording.sentence(for: $0)) })
        return try visit.page("invitation", title: "Interview from a file", status: status, view)
    }

    private struct Failure {
        let text: String
    }

    private struct View {
        let problems: ProblemSummary?
        let file: FormInput
        let understood: [Understood]
        let hasUnderstood: Bool
        let refused: [Said]
    }

    /// A meeting of the file.
    private struct Understood {
        let title: String
        let notes: [String]
        let parts: [Part]
        let hidden: [Hidden]
        /// It is on record at another time, or with other people.
        let isMoved: Bool
        let isMeeting: Bool
        let isCalledOff: Bool
        let known: String
        let isKnown: Bool
    }

    /// One thing that it says.
    private struct Part {
        let label: String
        let text: String
    }

    private struct Hidden {
        let name: String
        let value: String
    }
}
