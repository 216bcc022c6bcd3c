import Etiquette

/// Where in a spreadsheet something stands, as the user finds it there.
package struct SheetPlace: Hashable, Sendable {
    /// As spreadsheets count: the header is 1, blank rows count.
    package let row: Int
    /// The line of the file on which it begins, from 1: a cell may go over several.
    package let line: Int
    /// The character of that line, from 1.
    package let character: Int
    /// What the header calls the column; nil in the header, and where there is none.
    package let column: String?
}

/// Why a spreadsheet, or a row of it, can't be taken; the command line makes the sentence.
package struct SheetProblem: Error, Equatable, Sendable {
    package enum Fault: Equatable, Sendable {
        // The file.
        /// More bytes than a spreadsheet of interviews ever has.
        case tooLarge(limit: Int)
        /// An Excel, Numbers or LibreOffice file: a ZIP archive.
        case workbook
        /// A zero byte, which no text has.
        case zeroByte
        /// Neither UTF-8 nor UTF-16 nor Windows-1252.
        case unreadableText
        case tooManyRows(limit: Int)
        case tooManyColumns(limit: Int)
        case tooManyCells(limit: Int)
        /// Longer than a cell can be in any spreadsheet program.
        case cellTooLong(limit: Int)
        /// A quotation mark in a cell that does not begin with one (RFC 4180, section 2, rule 5).
        case quoteInside
        /// Text behind the closing quotation mark (likewise).
        case textBehindQuote
        /// The file ends within quotation marks.
        case quoteLeftOpen
        /// No first row with names of columns.
        case noHeader
        /// A row with more cells than there are columns.
        case surplusCell
        // The mapping.
        /// No column of this name is there.
        case noSuchColumn(String)
        // A cell.
        /// A spreadsheet would calculate it (OWASP, CSV Injection).
        case formula
        /// Empty, where the row is an interview otherwise.
        case missing(ColumnMeaning)
        case notADate
        /// Day, month or year is missing or written in a way that may mean another.
        case notADateInOrder(DateOrder)
        /// Dates of one column that no single order explains.
        case mixedOrders
        /// The weekday beside a date is another.
        case wrongWeekday
        case notATime
        case notALength
        case unknownZone
        /// Letters such as `IST` that stand for several zones, none of them or more than one that of the row.
        case ambiguousZone
        /// The clocks went forward over it.
        case noSuchTime(zone: String)
        case endsBeforeStart
        /// The door of the field refuses it.
        case refused(InputProblem)
        /// Something that is no name: an address where a name belongs, marks that names do not have.
        case notAName
        /// A comma that may stand between two people or within one name.
        case commaBetweenNames
        /// More addresses than people, or fewer.
        case otherNumberOfAddresses(people: Int)
        /// Names and addresses in columns of their own that look like each other's in another order.
        case crossedAddresses
        /// More first names than last names, or fewer.
        case otherNumberOfLastNames
        /// Two addresses for one person.
        case twoAddresses
        /// An address, and nobody is named.
        case addressWithoutName
        /// A talking point that may be of any of several people.
        case whoseTalkingPoint(people: [String])
        /// The address bears another name in another row (rule `names-right`).
        case otherName(String, row: Int)
        /// More people where one is asked for.
        case severalContacts
        /// Another row of the same interview says something else.
        case contradicts(row: Int)
    }

    /// As the user named the file.
    package let file: String
    /// Nil where it is about the file as a whole.
    package let place: SheetPlace?
    /// The cell, shortened; nil where it is about none.
    package let value: String?
    package let fault: Fault
}

/// A problem before it is known which file it is in.
struct SheetRefusal: Error {
    let fault: SheetProblem.Fault
    var place: SheetPlace?
    var value: String?

    init(_ fault: SheetProblem.Fault, at place: SheetPlace? = nil, value: String? = nil) {
        self.fault = fault
        self.place = place
        self.value = value.map { String($0.prefix(200)) }
    }

    func problem(named file: String) -> SheetProblem {
        SheetProblem(file: file, place: place, value: value, fault: fault)
    }
}
