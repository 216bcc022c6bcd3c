/// From whom an invitation came. A migration never changes once it has landed: mend by a further one.
enum Migration28 {
    static let name = "28"

    static let sql = """
        -- Addresses, as they are compared; NULL where nobody is named, and for what was taken in before.
        ALTER TABLE invitation ADD COLUMN organiser TEXT CHECK (organiser <> '');
        ALTER TABLE invitation ADD COLUMN sender TEXT CHECK (sender <> '');
        """
}
