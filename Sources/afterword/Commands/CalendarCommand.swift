import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Intake
import Ledger
import Wording

/// What was and what is to come, for a calendar program.
struct CalendarCommand: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Write your interviews and what is due as a calendar file (.ics).",
        usage: "afterword calendar [FILE] [--with-text]",
        discussion: """
            In it are what is due, quiet times, promised days and interviews. A calendar
            program may subscribe to the file: written again, it shows what has changed.
            While 'afterword run' is up, the file calendar.ics in your data folder is kept
            current. The words of your letters are left out unless you ask for them.

            EXAMPLES
              afterword calendar > afterword.ics
              afterword calendar ~/afterword.ics
            """)

    @Argument(
        help: "Where it goes; an earlier calendar there is replaced. Standard output if left out.",
        completion: .file())
    var file: String?

    @Flag(help: "With the words of the letters.")
    var withText = false

    func run(in application: Application) throws -> Exit {
        guard let file, file != "-" else {
            Output.write(try application.calendar(withText: withText))
            return .done
        }
        if let count = try application.writeCalendar(to: file, withText: withText) {
            Output.line(Wording.written(count, "event", to: file))
        } else {
            Output.line("Nothing has changed in \(file)")
        }
        return .done
    }
}

extension Application {
    func calendar(withText: Bool) throws -> String {
        text(of: try calendarEvents(withText: withText), replacing: nil)
    }

    private func text(of events: [CalendarEvent], replacing old: [UInt8]?) -> String {
        CalendarWriting.text(events, called: "Afterword", replacing: old, at: platform.now)
    }

    /// Writes the calendar in the place of an earlier one; nil where that says the same already.
    ///
    /// - Throws: `NotExported` where something else is there.
    func writeCalendar(to file: String, withText: Bool) throws -> Int? {
        let old = FileManager.default.contents(atPath: file).map(Array.init)
        if let old, !old.starts(with: "BEGIN:VCALENDAR".utf8) { throw NotExported(file: file, exists: true) }
        let events = try calendarEvents(withText: withText)
        let text = text(of: events, replacing: old)
        guard old != Array(text.utf8) else { return nil }
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw NotExported(file: file, exists: false)
        }
        return events.count
    }

    /// Interviews of the last three months stay in it, in seconds.
    private static let past: TimeInterval = 90 * 86_400

    private func calendarEvents(withText: Bool) throws -> [CalendarEvent] {
        let queue = try desk.queue(all: false, at: platform.now)
        let meetings = try desk.meetings(after: platform.now - Self.past)
        let wording = CalendarWording(ledger: try ledger.calendarName, withText: withText)
        let quiet = queue.compactMap { status in
            meetings.last { $0.recruitment.id == status.recruitment.id && !$0.interview.isCalledOff }.flatMap
            {
                wording.quiet(status, since: $0.interview.ended.instant)
            }
        }
        return wording.events(queue, meetings) + quiet
    }
}
