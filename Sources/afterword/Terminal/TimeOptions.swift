import Application
import Etiquette
import Foundation
import Wording

/// Reads the times and days that are given as options. What may mean several things is asked about on a terminal, and refused
/// elsewhere; what was understood from today is told.
struct TimeOptions {
    let application: Application
    let zone: TimeZone
    /// Somebody is there to answer.
    let asks: Bool

    /// - Parameter json: a document is wanted, and nothing else.
    init(_ application: Application, in zone: TimeZone, json: Bool = false) {
        self.application = application
        self.zone = zone
        asks = application.platform.isTerminal && !json
    }

    func moved(to zone: TimeZone) -> TimeOptions { TimeOptions(application, in: zone, json: !asks) }

    /// - Throws: `InputProblem`.
    func moment(_ text: String, _ tense: TimeReader.Tense, notes: inout [String]) throws -> ZonedTime {
        let reader = TimeReader(at: application.now, in: zone, tense)
        do throws(InputProblem) {
            let understood = try reader.moment(text)
            if understood.wasTwice { notes.append(Wording.twice(text, zone)) }
            if !understood.isExact { notes.append(Wording.understood(text, understood.time)) }
            return understood.time
        } catch {
            guard case .time(let time)? = try which(error, reader) else { throw error }
            return time
        }
    }

    /// - Throws: `InputProblem`.
    func day(_ text: String, _ tense: TimeReader.Tense, notes: inout [String]) throws -> Day {
        let reader = TimeReader(at: application.now, in: zone, tense)
        do throws(InputProblem) {
            let day = try reader.day(text)
            if Day(text) == nil { notes.append(Wording.understood(text, day)) }
            return day
        } catch {
            guard case .day(let day)? = try which(error, reader) else { throw error }
            return day
        }
    }

    /// The same, with what there is to say of it said at once, beside what the command prints.
    func moment(_ text: String, _ tense: TimeReader.Tense) throws -> ZonedTime {
        try told { notes in try moment(text, tense, notes: &notes) }
    }

    func day(_ text: String, _ tense: TimeReader.Tense) throws -> Day {
        try told { notes in try day(text, tense, notes: &notes) }
    }

    private func told<Read>(_ read: (inout [String]) throws -> Read) throws -> Read {
        var notes: [String] = []
        let read = try read(&notes)
        for note in notes { Output.problem("Note: " + note) }
        return read
    }

    /// Nil where nobody is there to say, or nothing is there to choose from.
    private func which(_ problem: InputProblem, _ reader: TimeReader) throws -> WhichTimeDialogue.Answer? {
        guard asks, problem.isChoice else { return nil }
        let answers = try application.ask(WhichTimeDialogue(problem, readBy: reader)) { problem, _ in
            (Wording.whichTime(problem) + [Wording.whichOfThese]).joined(separator: "\n")
        }
        return answers[problem]
    }
}
