/// What a letter is worded from beside the names: the applicant's own sentence, how role and organisation are said, over
/// what an interview was held, and whether it was told who brought a piece of news. A migration never changes once it has
/// landed: mend by a further one.
enum Migration18 {
    static let name = "18"

    static let sql = """
        ALTER TABLE panelMember ADD COLUMN ownSentence TEXT CHECK (ownSentence <> '');
        -- Of the conversation with the contact at an agency, who is thanked and sits on no panel.
        ALTER TABLE interview ADD COLUMN contactTalkingPoint TEXT CHECK (contactTalkingPoint <> '');
        ALTER TABLE interview ADD COLUMN contactOwnSentence TEXT CHECK (contactOwnSentence <> '');
        ALTER TABLE interview ADD COLUMN medium TEXT CHECK (medium IN ('in-person', 'video', 'telephone'));
        ALTER TABLE recruitment ADD COLUMN roleShort TEXT CHECK (roleShort <> '');
        ALTER TABLE recruitment ADD COLUMN organisationAs TEXT CHECK (organisationAs <> '');
        -- 1 where somebody was named as the one who said it, and not merely taken for that.
        ALTER TABLE contact ADD COLUMN isNamed INTEGER NOT NULL DEFAULT 0 CHECK (isNamed IN (0, 1));
        """
}
