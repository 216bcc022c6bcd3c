/// Whether somebody is asked before a question goes that nobody's mailbox vouches for. A migration never changes once it has
/// landed: mend by a further one.
enum Migration22 {
    static let name = "22"

    static let sql = """
        -- 1 where it was approved at a screen: where no mailbox is read, whoever approved it is asked before it goes whether
        -- anything was heard since. A script that approves it has answered in advance.
        ALTER TABLE message ADD COLUMN asksFirst INTEGER NOT NULL DEFAULT 0 CHECK (asksFirst IN (0, 1));
        """
}
