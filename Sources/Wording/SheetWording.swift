import Etiquette
import Foundation
import Intake

extension Wording {
    /// `jobs.csv:5 (row 5, column “Interview date”)`.
    package static func text(_ place: SheetPlace, in file: String) -> String {
        let name = file == "standard input" ? file : shown(file)
        let column = place.column.map { $0.isEmpty ? "" : ", column \(quoted($0))" }
        return "\(name):\(place.line) (row \(place.row)\(column ?? ", character \(place.character)"))"
    }

    package static func namelessContact(_ address: EmailAddress) -> Sentence {
        "the contact \(address.text) has no name, and is left out; add them with: \(.editInterview(nil, .contact))"
    }

    package static func unlike(_ name: String, _ address: EmailAddress) -> String {
        "the name \(quoted(name)) does not look like the address \(shown(address.text, limit: 60)); the message stays a "
            + "draft: check whether they belong together."
    }

    package static func unknownStatus(_ status: UnreadStatus) -> String {
        let column = status.place.column.map { $0.isEmpty ? "" : "in the column \(quoted($0)), " } ?? ""
        return
            "\(column)row \(status.place.row), the status \(quoted(status.text)) is not understood; the interview counts as "
            + "open, and its messages stay drafts."
    }

    package static func cards(_ names: [String]) -> String {
        "no email address is given for \(list(names.map { shown($0, limit: 60) })): a thank-you becomes a card to print and post."
    }

    package static func passedOver(_ rows: [(row: Int, text: String)]) -> String {
        let list = rows.map { "row \($0.row) (\(quoted($0.text)))" }
        return "Skipped, above the names of the columns: \(self.list(list))"
    }

    package static let hasOwnMessages =
        "its messages were written before, as the export says, and may have gone; the new ones stay drafts."

    package static func notRemembered(_ path: String) -> String {
        "your answers about the columns could not be saved in \(path); you will be asked again."
    }
}

extension SheetProblem: Worded {
    package var sentence: Sentence {
        let name = file == "standard input" ? file : Wording.quoted(file)
        let at = place.map { Wording.text($0, in: file) } ?? name
        return
            "\(at): \(value.map { Wording.quoted($0) + " " } ?? "")\(about)"
    }

    private var about: Sentence { (aboutFile ?? aboutDates).map { Sentence($0) } ?? aboutPeople }

    private var aboutFile: String? {
        switch fault {
        case .tooLarge(let limit):
            "this is larger than \(limit >> 20) MB; split the rows into several files."
        case .workbook: "this is a workbook; save it as CSV (UTF-8) and import that."
        case .zeroByte: "this contains a zero byte, so it is not a text file; save it as CSV (UTF-8)."
        case .unreadableText: "this is text in an unknown character set; save it as CSV (UTF-8)."
        case .tooManyRows(let limit): "this has more than \(limit) rows; split them into several files."
        case .tooManyColumns(let limit):
            "this has more than \(limit) columns; leave out those that don't matter."
        case .tooManyCells(let limit):
            "there are more than \(limit) cells up to here; leave out what doesn't matter."
        case .cellTooLong(let limit): "this cell is longer than \(limit) bytes; is its quotation mark closed?"
        case .quoteInside:
            "there is a quotation mark in a cell without quotation marks around it; double it and put the cell into quotation marks."
        case .textBehindQuote:
            "there is text after a closing quotation mark; double the quotation marks within a cell."
        case .quoteLeftOpen: "the quotation mark here is never closed; close it."
        case .noHeader: "the first row names no columns; put their names there."
        case .surplusCell:
            "is in a cell beyond the last column; put cells that hold a separator into quotation marks."
        case .noSuchColumn(let name):
            "no column is called \(Wording.quoted(name)); give the name as the first row has it."
        case .formula:
            "begins like a formula, which is not accepted; write the text alone, or an apostrophe before it."
        default: nil
        }
    }

    private var aboutDates: String? {
        switch fault {
        case .notADate:
            "is not a date that can be read for certain, with day, month and year; write it like 2026-11-20 15:00."
        case .notADateInOrder(let order):
            "is not a date in the order \(order.words); write it like 2026-11-20."
        case .mixedOrders:
            "can't be in the order of the dates above it; write all dates of the column like 2026-11-20."
        case .wrongWeekday: "gives the wrong weekday for that date; correct one of the two."
        case .notATime: "is not a time of day; write it like 15:00."
        case .notALength: "is not a length; write it like 45m or 1h."
        case .unknownZone: "is not a time zone; write its IANA name, such as Europe/London."
        case .ambiguousZone:
            "is in a time zone that may be one of several; write it with an offset, like 2026-11-20 15:00 GMT+1."
        case .noSuchTime(let zone):
            "did not exist in \(zone): the clocks went forward over it; give the time that the clock showed."
        case .endsBeforeStart: "the interview ends before it begins; correct one of the two times."
        default: nil
        }
    }

    private var aboutPeople: Sentence {
        switch fault {
        case .missing(let meaning):
            "the \(meaning.name) is missing; write it, or give \(.everyRow(meaning.name)) for every row that has none."
        case .refused(let problem): "– \(problem.words)"
        case .notAName:
            "is not a name; write people like “Jane Okafor <jane@example.org>”, with ; between them."
        case .commaBetweenNames:
            "may be several people, or one with a comma in the name; write ; between people."
        case .otherNumberOfAddresses(let people):
            "the addresses don't fit the \(people) people of this row; write as many, in the same order, with ; between them."
        case .crossedAddresses:
            "the addresses look as if they were in a different order from the names; write each person like “Jane Okafor "
                + "<jane@example.org>”."
        case .otherNumberOfLastNames:
            "these last names don't fit the first names beside them; write as many, in the same order, with ; between them."
        case .twoAddresses: "has two addresses; write ; between people, and one address for each."
        case .addressWithoutName: "nobody is named for this address; write the name beside it."
        case .whoseTalkingPoint(let people):
            "may be about any of \(Wording.list(people.map { Wording.shown($0, limit: 60) })); write the name and a colon "
                + "before it, with ; between several."
        case .otherName(let name, let row):
            "has the address of \(Wording.quoted(name)) in row \(row); spell the name in both as its owner does."
        case .severalContacts: "are several contacts; name the one to ask."
        case .contradicts(let row):
            "this is the interview of row \(row), with a different talking point, contact or date for the decision; make "
                + "them agree."
        default: "can't be taken."
        }
    }
}

extension DateOrder {
    /// `day, month, year`.
    package var words: String {
        switch self {
        case .dmy: "day, month, year"
        case .mdy: "month, day, year"
        case .ymd: "year, month, day"
        }
    }
}
