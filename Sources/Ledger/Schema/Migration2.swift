/// What several connections and a server that is down ask for. A migration never changes once it has landed: mend by
/// a further one.
enum Migration2 {
    static let name = "2"

    static let sql = """
        -- How often in a row a server was down, across runs: what its back-off grows with.
        CREATE TABLE serverTrouble (
            server TEXT PRIMARY KEY CHECK (server <> ''),
            failures INTEGER NOT NULL CHECK (failures > 0),
            newest INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
