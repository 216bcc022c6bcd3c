/// A table that ships with the program: a line an entry, `|` between its columns, `#` before a remark.
struct DataFile {
    /// The columns of each line, without the white space around them.
    let rows: [[String]]

    init(_ bytes: [UInt8]) {
        rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map
        { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { column in
                String(column.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
        }
    }
}
