/// The voice in which the messages of a recruitment are worded; NULL where the user has not chosen one. A migration
/// never changes once it has landed: mend by a further one.
enum Migration8 {
    static let name = "8"

    static let sql = "ALTER TABLE recruitment ADD COLUMN voice TEXT CHECK (voice <> '');"
}
