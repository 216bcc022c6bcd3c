/// Who is looked for by a part of a name or address, and what was said in another way than by email, without reading whole
/// tables. A migration never changes once it has landed: mend by a further one.
enum Migration30 {
    static let name = "30"

    static let sql = """
        -- All that the search for people reads, a tenth of the table.
        CREATE INDEX personText ON person(sameName, sameAddress, salutation);
        -- A message that is sent is not written into it: that would be felt.
        CREATE INDEX contactByHand ON contact(channel) WHERE channel <> 'email';
        """
}
