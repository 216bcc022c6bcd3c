import Etiquette
import Foundation
import GRDB

/// The ledger opened for one transaction; each subject has its file.
package struct LedgerTransaction {
    let database: Database

    /// The rows of a query; its statement is compiled once per connection.
    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> Rows {
        Rows(cursor: try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments))
    }

    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    }

    /// The row of a number.
    ///
    /// - Throws: `LedgerProblem.noSuch` where no row has it.
    func row<Subject>(_ sql: String, _ id: Identifier<Subject>, of subject: LedgerProblem.Subject) throws
        -> Row
    {
        guard let row = try row(sql, [id]) else { throw LedgerProblem.noSuch(subject, number: id.rawValue) }
        return row
    }

    /// Looks at the rows of a query one after the other and keeps none of them; columns go by their place, which
    /// is told once and not once a row.
    func each(_ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Void) throws {
        let cursor = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        while let row = try cursor.next() { try body(row) }
    }

    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// What a body would answer; whatever it writes is taken back.
    package func rehearse<Value>(_ body: () throws -> Value) throws -> Value? {
        var value: Value?
        try database.inSavepoint {
            value = try body()
            return .rollback
        }
        return value
    }

    /// Runs an INSERT and answers the number that the row got.
    func insert<Subject>(_ sql: String, _ arguments: StatementArguments) throws -> Identifier<Subject> {
        try run(sql, arguments)
        return Identifier(rawValue: database.lastInsertedRowID)
    }
}

/// Numbers for an `IN (…)`. They are one value, so that a statement is compiled once for any count of them, and has few
/// arguments: each of those costs more than the row that it finds.
struct Numbers {
    /// What stands between the brackets.
    static let list = "SELECT value FROM json_each(?)"

    let value: StatementArguments

    init<Subject>(_ ids: some Collection<Identifier<Subject>>) {
        value = ["[" + ids.map { String($0.rawValue) }.joined(separator: ",") + "]"]
    }
}

/// What a query finds, to be read once. No row is kept: a copy of one compares the names of all its columns for each
/// value that it is asked for.
struct Rows: ~Copyable {
    fileprivate let cursor: RowCursor

    consuming func map<Value>(_ transform: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        while let row = try cursor.next() { values.append(try transform(row)) }
        return values
    }

    /// Each row under what stands in its first column; of several with the same the last.
    consuming func keyed<Key: Hashable & DatabaseValueConvertible & StatementColumnConvertible, Value>(
        _ transform: (Row) throws -> Value
    ) throws -> [Key: Value] {
        var values: [Key: Value] = [:]
        while let row = try cursor.next() { values[row[0]] = try transform(row) }
        return values
    }

    /// All rows with the same in their first column under it, in their order.
    consuming func grouped<Key: Hashable & DatabaseValueConvertible & StatementColumnConvertible, Value>(
        _ transform: (Row) throws -> Value
    ) throws -> [Key: [Value]] {
        var values: [Key: [Value]] = [:]
        while let row = try cursor.next() { values[row[0], default: []].append(try transform(row)) }
        return values
    }
}

/// A number is kept as it is.
extension Identifier: DatabaseValueConvertible, StatementColumnConvertible {
    package var databaseValue: DatabaseValue { rawValue.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        Int64.fromDatabaseValue(value).map(Self.init(rawValue:))
    }

    package init(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(rawValue: Int64(sqliteStatement: sqliteStatement, index: index))
    }
}

/// Times are kept as whole milliseconds since 1970.
extension Date {
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

extension RawRepresentable where RawValue == String {
    /// A value of an enumeration whose spelling the schema checks.
    init(ledger text: String) throws {
        guard let value = Self(rawValue: text) else {
            throw LedgerProblem.damaged(path: "", detail: "'\(text)' where a \(Self.self) belongs")
        }
        self = value
    }
}

extension Row {
    func moment(_ column: String) -> Date? {
        (self[column] as Int64?).map(Date.init(milliseconds:))
    }

    /// A value of an enumeration whose spelling the schema checks.
    func value<Value: RawRepresentable>(_ column: String) throws -> Value where Value.RawValue == String {
        let text: String = self[column]
        guard let value = Value(rawValue: text) else {
            throw LedgerProblem.damaged(path: "", detail: "'\(text)' in column \(column)")
        }
        return value
    }

    /// The same where the column may be empty.
    func optionalValue<Value: RawRepresentable>(_ column: String) throws -> Value?
    where Value.RawValue == String {
        (self[column] as String?) == nil ? nil : try value(column) as Value
    }
}
