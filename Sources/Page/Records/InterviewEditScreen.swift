import Desk
import Etiquette
import Foundation
import Wording

/// Changes an interview: what `interview edit` takes, as a form.
struct InterviewEditScreen: Screen {
    static let path: PathPattern = "interviews/:interview/edit"

    private let visit: Visit
    private let known: InterviewOnRecord

    init(_ visit: Visit) throws {
        self.visit = visit
        known = try visit.desk.interviewOnRecord(visit.id("interview"))
    }

    private var onRecord: InterviewCorrection { InterviewCorrection(known.interview, of: known.recruitment) }

    /// What the form was filled in for; as it is now where there is none yet.
    private var seen: Seen { Seen(known.interview, of: known.recruitment) }

    func view() throws -> PageResponse { try page(onRecord, FieldProblems()) }

    func act() throws -> PageResponse {
        var form = try InterviewCorrection(visit.form)
        guard let shown = visit.form["seen"].map(Seen.init(rawValue:)) else { throw PageProblem.notAForm }
        // What differs from a record that nobody has seen is no wish of anybody's.
        guard shown == seen else {
            var problems = FieldProblems()
            problems.add(DeskProblem.recordChangedMeanwhile, at: nil)
            return try page(form, problems, isStale: true)
        }
        if visit.form["more"] != nil {
            form.members.append(InterviewCorrection.Member())
            return try page(form, FieldProblems(), isFocused: true)
        }
        var problems = FieldProblems()
        let done = "/recruitments/\(known.recruitment.id.rawValue)"
        if let changes = form.changes(from: onRecord, &problems) {
            guard changes != InterviewChanges() else { return .seeOther(done) }
            if problems.take(
                nil, { try visit.desk.edit(known.interview.id, changes, seen: shown, at: visit.now) }) != nil
            {
                return .seeOther(done + "?saved=yes")
            }
        }
        return try page(form, problems)
    }

    private func page(
        _ form: InterviewCorrection, _ problems: FieldProblems, isStale: Bool = false, isFocused: Bool = false
    ) throws -> PageResponse {
        try visit.page(
            "interview-edit",
            title: "Change the interview at \(Wording.shown(known.recruitment.organisation))",
            status: isStale ? 409 : problems.isEmpty ? 200 : 422,
            View(
                problems: problems.errors.summary, stale: isStale ? Wording.typedStaysBelow : nil,
                seen: seen.rawValue, path: "/interviews/\(known.interview.id.rawValue)/edit",
                fate: InterviewFateScreen.address(of: known.interview.id),
                steps: FateStep.possible(for: known.interview.isCalledOff ? .calledOff : .stands).map {
                    Step(name: $0.rawValue, label: $0.label)
                },
                back: "/recruitments/\(known.recruitment.id.rawValue)",
                form: InputView(form, problems, isFocused: isFocused)))
    }

    private struct View {
        let problems: ProblemSummary?
        /// What to do where the record is another one by now.
        let stale: String?
        let seen: String
        let path: String
        let fate: String
        let steps: [Step]
        let back: String
        let form: InputView
    }

    /// A button that says whether it took place.
    private struct Step {
        let name: String
        let label: String
    }

    private struct InputView {
        let place: [FormInput]
        let ended: [FormInput]
        let which: FormChoice?
        let medium: FormChoice
        let members: [Row]
        let decision: [FormInput]
        let saying: [FormInput]

        struct Row {
            let legend: String
            let inputs: [FormInput]
        }

        /// - Parameter isFocused: the user goes on with the last member of the panel.
        init(_ form: InterviewCorrection, _ problems: FieldProblems, isFocused: Bool) {
            func input(
                _ name: String, _ label: String, _ value: String, _ kind: FormInput.Kind = .text,
                _ hint: String? = nil
            ) -> FormInput {
                FormInput(
                    name, label, value: value, kind: kind, hint: hint, error: problems.errors[name],
                    isFocused: isFocused && name == "name-\(form.members.count - 1)")
            }
            place = [
                input("organisation", "Organisation", form.organisation), input("role", "Role", form.role),
            ]
            ended = [
                input("day", "It ended on", form.day, .date), input("time", "at", form.time, .time),
                input("zone", "in", form.zone, .text, "A time zone, such as Europe/London."),
            ]
            which = ClockShowing.choice("which", chosen: form.showing, problems.errors)
            let isUnsaid = form.medium.isEmpty
            medium = FormChoice(
                "medium", "It was held",
                options: (isUnsaid ? [("", "not said")] : [])
                    + Interview.Medium.allCases.map { ($0.rawValue, Wording.text($0)) },
                chosen: form.medium, error: problems.errors["medium"])
            members = form.members.enumerated().map { place, member in
                Row(
                    legend: member.name.isEmpty ? "One more person" : member.name,
                    inputs: [
                        input("name-\(place)", "Name", member.name),
                        input("email-\(place)", "Email", member.email, .email, "None: a card to post."),
                        input("greeting-\(place)", "Dear …", member.greeting, .text, "Empty: the full name."),
                        input("topic-\(place)", "What did you talk about?", member.talkingPoint, .area),
                        input(
                            "sentence-\(place)", "Something you would like to say about it",
                            member.ownSentence, .area),
                    ])
            }
            decision = [
                input("contact-name", "Whom to ask for the decision: name", form.contactName),
                input("contact-email", "Their email", form.contactEmail, .email),
                input("decision-by", "They decide by", form.decisionBy, .date),
            ]
            saying = [
                input(
                    "role-short", "The role in a sentence", form.roleShort, .text,
                    "As you would say it before “role”. Empty: as Afterword says it."),
                input(
                    "organisation-as", "The organisation in a sentence", form.organisationAs, .text,
                    "As you would say it behind “work at”."),
                input("voice", "Voice", form.voice, .text, "warm, plain, formal, or one of your own."),
            ]
        }
    }
}
