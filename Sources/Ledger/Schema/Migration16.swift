/// Interviews by the moment of their end, and what the user has said of those that looked like one. A migration never
/// changes once it has landed: mend by a further one.
enum Migration16 {
    static let name = "16"

    static let sql = """
        CREATE INDEX interviewEnded ON interview(ended);

        -- Two meetings, whatever they have in common. Each pair once, the older interview first.
        CREATE TABLE separateInterviews (
            one INTEGER NOT NULL REFERENCES interview(id),
            other INTEGER NOT NULL REFERENCES interview(id),
            time INTEGER NOT NULL,
            PRIMARY KEY (one, other),
            CHECK (one < other)
        ) STRICT, WITHOUT ROWID;

        -- Two people of one name, likewise.
        CREATE TABLE separatePeople (
            one INTEGER NOT NULL REFERENCES person(id),
            other INTEGER NOT NULL REFERENCES person(id),
            time INTEGER NOT NULL,
            PRIMARY KEY (one, other),
            CHECK (one < other)
        ) STRICT, WITHOUT ROWID;
        """
}
