import Desk
import Etiquette
import Foundation
import Wording

/// A new interview, typed: recorded once everything is right, its messages drafted.
struct NewInterviewScreen: Screen {
    static let path: PathPattern = "interviews/new"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func view() throws -> PageResponse {
        try page(InterviewFormView(InterviewForm(zone: try visit.zone)))
    }

    func act() throws -> PageResponse {
        guard let step = visit.form["step"], visit.form["organisation"] != nil else {
            throw PageProblem.notAForm
        }
        var form = InterviewForm(visit.form)
        switch step {
        case "more":
            form.addPerson()
            return try page(InterviewFormView(form, focus: form.people.last?.index))
        case "look": break
        case "show": return try record(form)
        case "apart":
            form.isApart = true
            return try record(form)
        default:
            guard let index = step.split(separator: ":").last.flatMap({ Int($0) }) else {
                throw PageProblem.notAForm
            }
            form.removePerson(index)
        }
        return try page(InterviewFormView(form))
    }

    private func record(_ typed: InterviewForm) throws -> PageResponse {
        let names = try NamesOnRecord(typed, at: visit.desk)
        func refused(_ faults: [FieldProblem]) throws -> PageResponse {
            try page(InterviewFormView(typed, faults: faults, names: names), status: 422)
        }
        let form = names.keeping(in: typed)
        switch form.record() {
        case .failure(let faults): return try refused(faults.all + names.open(in: typed))
        case .success(let record):
            let isOld = record.ended.instant < visit.now - Self.longAgo && !typed.isLongAgo
            let open =
                (isOld ? [FieldProblem("date", LongAgo(record.ended.wall.day))] : []) + names.open(in: typed)
            guard open.isEmpty else { return try refused(open) }
            do {
                return try self.record(record, form, names)
            } catch let problem as RecordProblem {
                return try refused([FieldProblem(form.field(of: problem), problem)])
            } catch let problem as DeskProblem {
                return try refused([FieldProblem(nil, problem)])
            }
        }
    }

    /// Seconds after which a date is more likely a slip than an interview that somebody still writes about.
    private static let longAgo = 90.0 * 86_400

    private func record(_ record: InterviewRecord, _ form: InterviewForm, _ names: NamesOnRecord) throws
        -> PageResponse
    {
        let desk = try visit.desk
        let invitation = try InvitationFields(form.invitation)
        // Pressed twice, or in another tab: it is on record, and what is there is changed on its own page.
        if let known = try invitation?.meeting.flatMap({ try desk.invited(to: $0) }) {
            return .seeOther("/interviews/\(known.interview.id.rawValue)/messages")
        }
        // The user has said so, whatever becomes of the rest.
        for (person, name) in names.corrections(in: form) {
            let changes = PersonChanges(name: name, address: nil, salutation: nil)
            _ = try desk.edit("\(person.id.rawValue)", changes, at: visit.now)
        }
        let arrivals = [invitation?.arrival(.record(record))].compactMap(\.self)
        let doubles =
            try arrivals.isEmpty
            ? desk.possibleDoubles(of: [record], at: visit.now)
            : desk.possibleDoubles(of: arrivals, at: visit.now).flatMap(\.self)
        guard doubles.isEmpty || form.isApart else {
            return try page(InterviewFormView(form, doubles: doubles, names: names), status: 422)
        }
        let taken =
            try arrivals.isEmpty
            ? desk.record([record], approving: false, isPlanned: form.isPlanned, at: visit.now).map(
                Taken.recorded)
            : desk.take(arrivals, approving: false, at: visit.now)
        try desk.tellApart(taken.flatMap(\.notices.possibleDoubles), at: visit.now)
        return .seeOther(taken.first.flatMap(\.about).map { "/interviews/\($0.rawValue)/messages" } ?? "/")
    }

    private func page(_ view: InterviewFormView, status: Int = 200) throws -> PageResponse {
        try visit.page("new-interview", title: "New interview", status: status, view)
    }
}
