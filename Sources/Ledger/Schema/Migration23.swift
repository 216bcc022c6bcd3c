/// What is looked up in a long life's ledger and was gone through whole before. None of these indexes is written into when
/// a message leaves. A migration never changes once it has landed: mend by a further one.
enum Migration23 {
    static let name = "23"

    static let sql = """
        -- The messages by their due times, whatever became of them; those that were called off are few.
        CREATE INDEX messageDue ON message(due);
        CREATE INDEX messageCancelled ON message(due) WHERE state = 'cancelled';
        CREATE INDEX messageQuestion ON message(due, recruitment) WHERE kind = 'decision-status';
        """
}
