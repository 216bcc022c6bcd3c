CREATE TABLE ledger (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id BLOB NOT NULL CHECK (length(id) = 16)
, generation INTEGER NOT NULL DEFAULT 0 CHECK (generation >= 0), token BLOB CHECK (length(token) = 16), tokenBefore BLOB CHECK (length(tokenBefore) = 16), isMarked INTEGER NOT NULL DEFAULT 0 CHECK (isMarked IN (0, 1)), machine BLOB, boot TEXT CHECK (boot <> '')) STRICT;

CREATE TABLE recruitment (
    id INTEGER PRIMARY KEY,
    organisation TEXT NOT NULL CHECK (organisation <> ''),
    role TEXT NOT NULL CHECK (role <> ''),
    sameOrganisation TEXT NOT NULL,
    sameRole TEXT NOT NULL,
    nameKey TEXT NOT NULL,
    standing TEXT NOT NULL DEFAULT 'open'
        CHECK (standing IN ('open', 'rejected', 'offered', 'withdrawn'))
, voice TEXT CHECK (voice <> ''), roleShort TEXT CHECK (roleShort <> ''), organisationAs TEXT CHECK (organisationAs <> '')) STRICT;

CREATE UNIQUE INDEX recruitmentOpen ON recruitment(sameOrganisation, sameRole) WHERE standing = 'open';

CREATE INDEX recruitmentNameKey ON recruitment(nameKey);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    sameName TEXT NOT NULL,
    nameKey TEXT NOT NULL,
    salutation TEXT CHECK (salutation <> ''),
    address TEXT CHECK (address LIKE '%_@_%'),
    sameAddress TEXT UNIQUE,
    knownFrom INTEGER REFERENCES recruitment(id), isForgotten INTEGER NOT NULL DEFAULT 0 CHECK (isForgotten IN (0, 1)), spellings TEXT,
    CHECK ((address IS NULL) = (sameAddress IS NULL)),
    CHECK (address IS NOT NULL OR knownFrom IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX personWithoutAddress ON person(knownFrom, name) WHERE address IS NULL;

CREATE INDEX personName ON person(name);

CREATE INDEX personNameKey ON person(nameKey);

CREATE TABLE interview (
    id INTEGER PRIMARY KEY,
    recruitment INTEGER NOT NULL REFERENCES recruitment(id),
    ended INTEGER NOT NULL,
    zone TEXT NOT NULL CHECK (zone <> ''),
    contact INTEGER REFERENCES person(id),
    decisionBy TEXT CHECK (decisionBy LIKE '____-__-__'),
    viaAgency INTEGER NOT NULL CHECK (viaAgency IN (0, 1)), isCalledOff INTEGER NOT NULL DEFAULT 0 CHECK (isCalledOff IN (0, 1)), contactTalkingPoint TEXT CHECK (contactTalkingPoint <> ''), contactOwnSentence TEXT CHECK (contactOwnSentence <> ''), medium TEXT CHECK (medium IN ('in-person', 'video', 'telephone')), isDeleted INTEGER NOT NULL DEFAULT 0 CHECK (isDeleted IN (0, 1)), wasCalledOff INTEGER NOT NULL DEFAULT 0 CHECK (wasCalledOff IN (0, 1)),
    CHECK (viaAgency = 0 OR contact IS NOT NULL),
    UNIQUE (recruitment, ended)
) STRICT;

CREATE INDEX interviewContact ON interview(contact);

CREATE TABLE panelMember (
    interview INTEGER NOT NULL REFERENCES interview(id),
    position INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person(id),
    talkingPoint TEXT CHECK (talkingPoint <> ''), ownSentence TEXT CHECK (ownSentence <> ''),
    PRIMARY KEY (interview, position),
    UNIQUE (interview, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX panelMemberPerson ON panelMember(person);

CREATE TABLE waiver (
    message INTEGER NOT NULL REFERENCES message(id),
    code TEXT NOT NULL CHECK (code <> ''),
    time INTEGER NOT NULL, contact INTEGER NOT NULL DEFAULT 0, fact INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (message, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE serverTrouble (
    server TEXT PRIMARY KEY CHECK (server <> ''),
    failures INTEGER NOT NULL CHECK (failures > 0),
    newest INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "message" (
    id INTEGER PRIMARY KEY,
    recruitment INTEGER NOT NULL REFERENCES recruitment(id),
    interview INTEGER REFERENCES interview(id),
    recipient INTEGER NOT NULL REFERENCES person(id),
    kind TEXT NOT NULL CHECK (kind = 'thank-you' OR kind = 'decision-status' OR kind = 'feedback-request'),
    channel TEXT NOT NULL CHECK (channel IN ('email', 'post')),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state = 'sent' OR state = 'handedOver' OR state = 'queued'
        OR state = 'draft' OR state = 'held' OR state = 'refused' OR state = 'unconfirmed' OR state = 'bounced'
        OR state = 'cancelled'),
    due INTEGER NOT NULL,
    nextAttempt INTEGER,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    template TEXT,
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
    messageID TEXT UNIQUE,
    approved INTEGER,
    frozen BLOB,
    sentSubject TEXT,
    sentName TEXT,
    sentAddress TEXT,
    outdated INTEGER NOT NULL DEFAULT 0 CHECK (outdated IN (0, 1)),
    reasonCode TEXT,
    reasonMoment INTEGER,
    reasonDetail TEXT,
    heldCode TEXT,
    heldMoment INTEGER,
    heldDetail TEXT, digest TEXT 
    CHECK (digest IS NULL OR length(digest) = 64 AND frozen IS NOT NULL), asksFirst INTEGER NOT NULL DEFAULT 0 CHECK (asksFirst IN (0, 1)),
    CHECK ((kind = 'thank-you') = (interview IS NOT NULL)),
    CHECK (kind = 'thank-you' OR channel = 'email'),
    CHECK (approved IS NOT NULL OR state = 'draft' OR state = 'held' OR state = 'cancelled'),
    CHECK (state <> 'draft' OR approved IS NULL),
    CHECK (channel = 'post' OR (approved IS NULL) = (frozen IS NULL)),
    CHECK (approved IS NULL OR channel = 'post' OR messageID IS NOT NULL),
    CHECK (reasonCode IS NOT NULL OR NOT (state = 'held' OR state = 'refused' OR state = 'unconfirmed')),
    CHECK (nextAttempt IS NULL OR state = 'queued'),
    CHECK (heldCode IS NULL OR state = 'cancelled')
) STRICT;

CREATE UNIQUE INDEX messageThankYou ON message(interview, recipient) WHERE kind = 'thank-you';

CREATE UNIQUE INDEX messageOnce ON message(recruitment, kind) WHERE kind <> 'thank-you';

CREATE INDEX messageOpen ON message(state, due) WHERE state <> 'sent' AND state <> 'cancelled';

CREATE INDEX messageRecipient ON message(recipient);

CREATE INDEX messageRecruitment ON message(recruitment);

CREATE TRIGGER messageNew BEFORE INSERT ON message WHEN NEW.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a message begins as a draft'); END;

CREATE TRIGGER messageKept BEFORE INSERT ON message
WHEN EXISTS (SELECT 1 FROM message WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM message WHERE messageID = NEW.messageID)
    OR EXISTS (SELECT 1 FROM message WHERE recruitment = NEW.recruitment AND kind = NEW.kind
        AND (kind <> 'thank-you' OR (interview = NEW.interview AND recipient = NEW.recipient)))
BEGIN SELECT RAISE(ABORT, 'a follow-up exists for ever'); END;

CREATE TRIGGER messageSentByPost BEFORE UPDATE OF state ON message
WHEN NEW.state = 'sent' AND OLD.state IN ('queued', 'held') AND NEW.channel <> 'post'
BEGIN SELECT RAISE(ABORT, 'an email is handed over before it is sent'); END;

CREATE TRIGGER messageIdentity BEFORE UPDATE OF recruitment, interview, recipient, kind ON message
WHEN OLD.recruitment <> NEW.recruitment OR OLD.kind <> NEW.kind OR OLD.interview IS NOT NEW.interview
    OR (OLD.kind = 'thank-you' AND OLD.recipient <> NEW.recipient)
BEGIN SELECT RAISE(ABORT, 'a follow-up is what it is for ever'); END;

CREATE TRIGGER messageForEver BEFORE DELETE ON message
BEGIN SELECT RAISE(ABORT, 'a follow-up exists for ever'); END;

CREATE TABLE adoption (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    doubt TEXT NOT NULL CHECK (doubt <> ''),
    generation INTEGER NOT NULL,
    held INTEGER NOT NULL CHECK (held >= 0)
, seed BLOB CHECK (length(seed) = 16)) STRICT;

CREATE TRIGGER adoptionUnchanged BEFORE UPDATE ON adoption
BEGIN SELECT RAISE(ABORT, 'what was adopted stays on record'); END;

CREATE TRIGGER adoptionForEver BEFORE DELETE ON adoption
BEGIN SELECT RAISE(ABORT, 'what was adopted stays on record'); END;

CREATE INDEX recruitmentSame ON recruitment(sameOrganisation, sameRole);

CREATE TABLE folderPosition (
    mailbox TEXT NOT NULL CHECK (mailbox <> ''),
    folder TEXT NOT NULL CHECK (folder <> ''),
    position TEXT NOT NULL,
    soughtFor TEXT NOT NULL,
    PRIMARY KEY (mailbox, folder)
) STRICT, WITHOUT ROWID;

CREATE TABLE mailFact (
    id INTEGER PRIMARY KEY,
    mail TEXT NOT NULL UNIQUE CHECK (mail <> ''),
    noted INTEGER NOT NULL,
    time INTEGER NOT NULL,
    meaning TEXT NOT NULL CHECK (meaning IN ('reply', 'possible-reply', 'automatic', 'challenge', 'bounce')),
    person INTEGER REFERENCES person(id),
    message INTEGER REFERENCES message(id),
    fromName TEXT NOT NULL,
    fromAddress TEXT NOT NULL,
    subject TEXT NOT NULL,
    messageID TEXT,
    thread TEXT NOT NULL,
    evidence TEXT NOT NULL,
    suggestions TEXT NOT NULL,
    sort TEXT,
    returns TEXT CHECK (returns LIKE '____-__-__'),
    words TEXT,
    contact INTEGER REFERENCES contact(id)
) STRICT;

CREATE INDEX mailFactContact ON mailFact(contact) WHERE contact IS NOT NULL;

CREATE TRIGGER mailFactForEver BEFORE DELETE ON mailFact
BEGIN SELECT RAISE(ABORT, 'what was heard stays on record'); END;

CREATE TABLE mailFactRecruitment (
    fact INTEGER NOT NULL REFERENCES mailFact(id),
    recruitment INTEGER NOT NULL REFERENCES recruitment(id),
    settled INTEGER,
    PRIMARY KEY (fact, recruitment)
) STRICT, WITHOUT ROWID;

CREATE INDEX mailFactOpen ON mailFactRecruitment(recruitment) WHERE settled IS NULL;

CREATE TABLE messageAlias (
    messageID TEXT PRIMARY KEY CHECK (messageID <> ''),
    message INTEGER NOT NULL REFERENCES message(id),
    revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX messageAliasMessage ON messageAlias(message);

CREATE TABLE addressFailure (
    person INTEGER PRIMARY KEY REFERENCES person(id),
    address TEXT NOT NULL,
    time INTEGER NOT NULL,
    permanent INTEGER NOT NULL CHECK (permanent IN (0, 1)),
    reason TEXT NOT NULL,
    words TEXT
) STRICT;

CREATE TABLE "contact" (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
    channel TEXT CHECK (channel = 'email' OR channel = 'post' OR channel = 'phone' OR channel = 'social'
        OR channel = 'in-person'),
    person INTEGER NOT NULL REFERENCES person(id),
    name TEXT NOT NULL,
    address TEXT,
    recruitment INTEGER REFERENCES recruitment(id),
    message INTEGER REFERENCES message(id),
    kind TEXT CHECK (kind = 'thank-you' OR kind = 'decision-status' OR kind = 'feedback-request'),
    subject TEXT,
    messageID TEXT,
    outcome TEXT NOT NULL CHECK (outcome = 'sent' OR outcome = 'logged' OR outcome = 'replied'
        OR outcome = 'courtesy' OR outcome = 'rejected' OR outcome = 'offered' OR outcome = 'withdrew'
        OR outcome = 'decision-by' OR outcome = 'undone' OR outcome = 'automatic' OR outcome = 'bounced'),
    detail TEXT,
    answering INTEGER NOT NULL CHECK (answering IN (0, 1)),
    agency INTEGER NOT NULL CHECK (agency IN (0, 1)),
    undoes INTEGER REFERENCES contact(id), isNamed INTEGER NOT NULL DEFAULT 0 CHECK (isNamed IN (0, 1)),
    CHECK ((outcome IN ('undone', 'bounced')) = (undoes IS NOT NULL)),
    CHECK (outcome <> 'sent' OR (direction = 'out' AND message IS NOT NULL)),
    CHECK (outcome NOT IN ('automatic', 'bounced') OR direction = 'in')
) STRICT;

CREATE INDEX contactOfMessage ON contact(message) WHERE direction = 'out' AND message IS NOT NULL;

CREATE UNIQUE INDEX contactUndoes ON contact(undoes) WHERE undoes IS NOT NULL;

CREATE INDEX contactPerson ON contact(person, time);

CREATE INDEX contactRecruitment ON contact(recruitment, time) WHERE outcome <> 'sent';

CREATE TRIGGER contactKept BEFORE INSERT ON contact
WHEN EXISTS (SELECT 1 FROM contact WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM contact WHERE undoes = NEW.undoes)
    OR EXISTS (SELECT 1 FROM contact WHERE message = NEW.message AND direction = 'out' AND NEW.direction = 'out'
        AND NOT EXISTS (SELECT 1 FROM contact AS later WHERE later.undoes = contact.id))
BEGIN SELECT RAISE(ABORT, 'the contact log is never changed'); END;

CREATE TRIGGER contactBounced BEFORE INSERT ON contact
WHEN NEW.outcome = 'bounced' AND NOT EXISTS (SELECT 1 FROM contact WHERE id = NEW.undoes AND outcome = 'sent'
    AND message = NEW.message)
BEGIN SELECT RAISE(ABORT, 'what comes back was sent'); END;

CREATE TRIGGER contactForEver BEFORE DELETE ON contact
BEGIN SELECT RAISE(ABORT, 'the contact log is never shortened'); END;

CREATE TRIGGER messageTransition BEFORE UPDATE OF state ON message
WHEN OLD.state <> NEW.state AND NOT CASE OLD.state
    WHEN 'draft' THEN NEW.state = 'queued' OR NEW.state = 'held' OR NEW.state = 'cancelled'
    WHEN 'queued' THEN NEW.state = 'handedOver' OR NEW.state = 'draft' OR NEW.state = 'held'
        OR NEW.state = 'sent' OR NEW.state = 'refused' OR NEW.state = 'cancelled'
    WHEN 'held' THEN NEW.state = 'draft' OR NEW.state = 'queued' OR NEW.state = 'sent' OR NEW.state = 'cancelled'
    WHEN 'handedOver' THEN NEW.state = 'sent' OR NEW.state = 'queued' OR NEW.state = 'refused'
        OR NEW.state = 'unconfirmed'
    WHEN 'sent' THEN NEW.state = 'bounced'
    WHEN 'refused' THEN NEW.state = 'draft' OR NEW.state = 'cancelled'
    WHEN 'bounced' THEN NEW.state = 'draft' OR NEW.state = 'cancelled'
    WHEN 'unconfirmed' THEN NEW.state = 'sent' OR NEW.state = 'held' OR NEW.state = 'bounced'
    WHEN 'cancelled' THEN NEW.state = 'draft'
    ELSE 0 END
BEGIN SELECT RAISE(ABORT, 'no such transition of a message'); END;

CREATE TABLE copy (
    message INTEGER NOT NULL REFERENCES message(id),
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('owed', 'appending', 'filed', 'found', 'left')),
    nextAttempt INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    detail TEXT,
    PRIMARY KEY (message, revision),
    CHECK ((nextAttempt IS NOT NULL) = (state IN ('owed', 'appending')))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER copySettled BEFORE UPDATE ON copy WHEN OLD.state IN ('filed', 'found', 'left')
BEGIN SELECT RAISE(ABORT, 'a copy that is settled stays settled'); END;

CREATE TABLE providerHabit (
    route TEXT PRIMARY KEY CHECK (route <> ''),
    habit TEXT NOT NULL CHECK (habit IN ('files', 'leaves', 'unsure')),
    messageID TEXT,
    looksAgain INTEGER,
    CHECK ((habit = 'unsure') = (messageID IS NOT NULL)),
    CHECK ((habit = 'unsure') = (looksAgain IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
    uid TEXT NOT NULL CHECK (uid <> ''),
    recurrence TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    written INTEGER,
    isCalledOff INTEGER NOT NULL CHECK (isCalledOff IN (0, 1)),
    -- The people that this version named, an address or a name a line: what a later one adds or drops.
    people TEXT NOT NULL,
    interview INTEGER NOT NULL REFERENCES interview(id), organiser TEXT CHECK (organiser <> ''), sender TEXT CHECK (sender <> ''),
    PRIMARY KEY (uid, recurrence)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitationInterview ON invitation(interview);

CREATE TRIGGER invitationForEver BEFORE DELETE ON invitation
BEGIN SELECT RAISE(ABORT, 'what invited to an interview stays on record'); END;

CREATE TABLE settledName (
    person INTEGER PRIMARY KEY REFERENCES person(id),
    name TEXT NOT NULL CHECK (name <> ''),
    sameAddress TEXT,
    source TEXT NOT NULL CHECK (source IN ('user', 'invitation', 'own-mail')),
    time INTEGER NOT NULL
) STRICT;

CREATE TABLE seenName (
    person INTEGER NOT NULL REFERENCES person(id),
    name TEXT NOT NULL CHECK (name <> ''),
    source TEXT NOT NULL CHECK (source IN ('user', 'invitation', 'own-mail')),
    time INTEGER NOT NULL,
    isSettled INTEGER NOT NULL DEFAULT 0 CHECK (isSettled IN (0, 1)),
    PRIMARY KEY (person, name, source)
) STRICT, WITHOUT ROWID;

CREATE INDEX seenNameOpen ON seenName(person) WHERE isSettled = 0;

CREATE TABLE "attempt" (
    id INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES message(id),
    started INTEGER NOT NULL,
    ended INTEGER,
    outcome TEXT CHECK (outcome = 'sent' OR outcome = 'deferred' OR outcome = 'refused'
        OR outcome = 'unconfirmed' OR outcome = 'stopped'),
    code INTEGER,
    reply TEXT,
    -- As they were handed over; NULL where the body was never given. The last column: who wants the others need
    -- not read past it.
    bytes BLOB,
    CHECK ((ended IS NULL) = (outcome IS NULL)),
    CHECK (ended IS NOT NULL OR bytes IS NOT NULL)
) STRICT;

CREATE INDEX attemptMessage ON attempt(message, started);

CREATE TRIGGER messageHandedOver BEFORE UPDATE OF state ON message
WHEN NEW.state = 'handedOver' AND OLD.state <> 'handedOver' AND NOT EXISTS (SELECT 1 FROM attempt
    WHERE message = NEW.id AND ended IS NULL AND bytes IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'what is handed over is on record'); END;

CREATE TRIGGER attemptOpen BEFORE INSERT ON attempt
WHEN EXISTS (SELECT 1 FROM attempt WHERE message = NEW.message AND ended IS NULL)
BEGIN SELECT RAISE(ABORT, 'one attempt is under way at a time'); END;

CREATE TRIGGER attemptNew BEFORE INSERT ON attempt
WHEN NEW.bytes IS NOT NULL AND (NEW.ended IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM message WHERE id = NEW.message AND state = 'queued'))
BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;

CREATE TRIGGER attemptKept BEFORE INSERT ON attempt
WHEN EXISTS (SELECT 1 FROM attempt WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;

CREATE TRIGGER attemptForEver BEFORE DELETE ON attempt
BEGIN SELECT RAISE(ABORT, 'what left the house stays on record'); END;

CREATE TRIGGER messageRenamed AFTER UPDATE OF messageID ON message
WHEN OLD.messageID IS NOT NULL AND NEW.messageID IS NOT OLD.messageID
    AND EXISTS (SELECT 1 FROM attempt WHERE message = OLD.id AND bytes IS NOT NULL)
BEGIN
    INSERT OR IGNORE INTO messageAlias (messageID, message, revision)
    VALUES (OLD.messageID, OLD.id, OLD.revision);
END;

CREATE TRIGGER messageAliasForEver BEFORE DELETE ON messageAlias
BEGIN SELECT RAISE(ABORT, 'every name of a message stays on record'); END;

CREATE TRIGGER messageDigest BEFORE UPDATE OF digest ON message
WHEN NEW.digest IS NOT OLD.digest AND NEW.frozen IS OLD.frozen
BEGIN SELECT RAISE(ABORT, 'a digest is that of the letter beside it'); END;

CREATE TABLE mailboxTrouble (
    mailbox TEXT PRIMARY KEY CHECK (mailbox <> ''),
    since INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX interviewEnded ON interview(ended);

CREATE TABLE separateInterviews (
    one INTEGER NOT NULL REFERENCES interview(id),
    other INTEGER NOT NULL REFERENCES interview(id),
    time INTEGER NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
) STRICT, WITHOUT ROWID;

CREATE TABLE separatePeople (
    one INTEGER NOT NULL REFERENCES person(id),
    other INTEGER NOT NULL REFERENCES person(id),
    time INTEGER NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
) STRICT, WITHOUT ROWID;

CREATE TABLE clockSet (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    contact INTEGER NOT NULL
) STRICT;

CREATE TRIGGER clockSetUnchanged BEFORE UPDATE ON clockSet
BEGIN SELECT RAISE(ABORT, 'what was said of the clock is never changed'); END;

CREATE TRIGGER clockSetForEver BEFORE DELETE ON clockSet
BEGIN SELECT RAISE(ABORT, 'what was said of the clock stays on record'); END;

CREATE TABLE forgetting (
    person INTEGER PRIMARY KEY REFERENCES person(id),
    time INTEGER NOT NULL,
    -- 0 while their words go.
    isOver INTEGER NOT NULL DEFAULT 0 CHECK (isOver IN (0, 1)),
    -- 1 once the file was cleared of free pages, and the note outside is written.
    isClean INTEGER NOT NULL DEFAULT 0 CHECK (isClean IN (0, 1)),
    CHECK (isClean <= isOver)
) STRICT;

CREATE TABLE forgottenTrace (
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    person INTEGER NOT NULL REFERENCES forgetting(person),
    PRIMARY KEY (digest, person)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER forgettingNew BEFORE INSERT ON forgetting
WHEN NEW.isOver <> 0 OR EXISTS (SELECT 1 FROM forgetting WHERE person = NEW.person OR isOver = 0)
    OR EXISTS (SELECT 1 FROM message WHERE recipient = NEW.person
        AND (state = 'handedOver' OR state = 'unconfirmed'))
BEGIN SELECT RAISE(ABORT, 'nobody is forgotten to whom something is on its way'); END;

CREATE TRIGGER forgettingOver BEFORE UPDATE ON forgetting
WHEN NEW.person <> OLD.person OR NEW.time <> OLD.time OR NEW.isOver < OLD.isOver OR NEW.isClean < OLD.isClean
    OR (NEW.isOver > OLD.isOver AND (
        NOT EXISTS (SELECT 1 FROM person WHERE id = OLD.person AND isForgotten)
        OR EXISTS (SELECT 1 FROM seenName WHERE person = OLD.person)
        OR EXISTS (SELECT 1 FROM message WHERE recipient = OLD.person AND NOT (
            (state = 'sent' OR state = 'cancelled') AND body = '' AND sentAddress IS NULL))
        OR EXISTS (SELECT 1 FROM contact WHERE person = OLD.person AND address IS NOT NULL)))
BEGIN SELECT RAISE(ABORT, 'who is forgotten is forgotten as a whole, and for ever'); END;

CREATE TRIGGER forgettingForEver BEFORE DELETE ON forgetting
BEGIN SELECT RAISE(ABORT, 'that somebody was forgotten stays on record'); END;

CREATE TRIGGER forgottenTraceKept BEFORE UPDATE ON forgottenTrace
BEGIN SELECT RAISE(ABORT, 'that somebody was forgotten stays on record'); END;

CREATE TRIGGER forgottenTraceForEver BEFORE DELETE ON forgottenTrace
BEGIN SELECT RAISE(ABORT, 'that somebody was forgotten stays on record'); END;

CREATE TRIGGER personForgotten BEFORE UPDATE ON person
WHEN OLD.isForgotten OR (NEW.isForgotten AND NOT (
    NEW.id = OLD.id AND NEW.name = 'forgotten person ' || OLD.id AND NEW.sameName = NEW.name AND NEW.nameKey = NEW.name
    AND NEW.salutation IS NULL AND NEW.address IS NULL AND EXISTS (SELECT 1 FROM forgetting WHERE isOver = 0 AND person = OLD.id)))
BEGIN SELECT RAISE(ABORT, 'who was forgotten stays so'); END;

CREATE TRIGGER personNew BEFORE INSERT ON person WHEN NEW.isForgotten
BEGIN SELECT RAISE(ABORT, 'who is forgotten was known'); END;

CREATE TRIGGER contactUnchanged BEFORE UPDATE ON contact
WHEN NOT (EXISTS (SELECT 1 FROM forgetting WHERE isOver = 0) AND NEW.id = OLD.id AND NEW.time = OLD.time AND NEW.direction = OLD.direction
    AND NEW.channel IS OLD.channel AND NEW.person = OLD.person AND NEW.recruitment IS OLD.recruitment
    AND NEW.message IS OLD.message AND NEW.kind IS OLD.kind AND NEW.outcome = OLD.outcome
    AND NEW.answering = OLD.answering AND NEW.agency = OLD.agency AND NEW.isNamed = OLD.isNamed
    AND NEW.undoes IS OLD.undoes
    AND (NEW.subject IS NULL OR NEW.subject IS OLD.subject)
    AND (NEW.messageID IS NULL OR NEW.messageID IS OLD.messageID)
    AND (NEW.detail IS NULL OR NEW.detail IS OLD.detail)
    AND (NEW.name = OLD.name AND NEW.address IS OLD.address OR NEW.name = 'forgotten person ' || OLD.person
        AND NEW.address IS NULL AND EXISTS (SELECT 1 FROM forgetting WHERE isOver = 0 AND person = OLD.person)))
BEGIN SELECT RAISE(ABORT, 'the contact log is never changed'); END;

CREATE TRIGGER messageFrozen BEFORE UPDATE OF subject, body, frozen, sentSubject, sentName, sentAddress,
    messageID, recipient ON message
WHEN (OLD.state = 'handedOver' OR OLD.state = 'sent' OR OLD.state = 'unconfirmed'
        OR (OLD.state = 'bounced' AND NEW.state <> 'draft'))
    AND (OLD.subject <> NEW.subject
    OR OLD.body <> NEW.body OR OLD.frozen IS NOT NEW.frozen OR OLD.sentName IS NOT NEW.sentName
    OR OLD.sentAddress IS NOT NEW.sentAddress OR OLD.sentSubject IS NOT NEW.sentSubject
    OR OLD.messageID IS NOT NEW.messageID OR OLD.recipient <> NEW.recipient)
    -- Words may go, and nothing comes in their place.
    AND NOT (EXISTS (SELECT 1 FROM forgetting WHERE isOver = 0) AND NEW.state = OLD.state AND NEW.body = ''
        AND (NEW.subject = '' OR NEW.subject = OLD.subject)
        AND (NEW.frozen IS OLD.frozen OR coalesce(length(NEW.frozen), 1) = 0)
        AND (NEW.sentSubject IS NULL OR NEW.sentSubject = '' OR NEW.sentSubject IS OLD.sentSubject)
        AND (NEW.sentName IS NULL OR NEW.sentName IS OLD.sentName)
        AND (NEW.sentAddress IS NULL OR NEW.sentAddress IS OLD.sentAddress)
        AND NEW.messageID IS OLD.messageID AND NEW.recipient = OLD.recipient)
BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;

CREATE TRIGGER messageToForgotten BEFORE INSERT ON message
WHEN (SELECT isForgotten FROM person WHERE id = NEW.recipient)
BEGIN SELECT RAISE(ABORT, 'nobody writes to who was forgotten'); END;

CREATE TRIGGER messageOfForgotten BEFORE UPDATE OF state, recipient ON message
WHEN (NEW.state = 'draft' AND OLD.state <> 'draft' OR NEW.recipient <> OLD.recipient)
    AND (SELECT isForgotten FROM person WHERE id = NEW.recipient)
BEGIN SELECT RAISE(ABORT, 'nobody writes to who was forgotten'); END;

CREATE TRIGGER attemptUnchanged BEFORE UPDATE ON attempt
WHEN (OLD.ended IS NOT NULL OR OLD.id <> NEW.id OR OLD.message <> NEW.message OR OLD.started <> NEW.started
        OR OLD.bytes IS NOT NEW.bytes)
    -- That the body was given is still told: bytes that go leave none behind, not NULL.
    AND NOT (EXISTS (SELECT 1 FROM forgetting WHERE isOver = 0) AND NEW.id = OLD.id AND NEW.message = OLD.message AND NEW.started = OLD.started
        AND NEW.ended IS OLD.ended AND NEW.outcome IS OLD.outcome AND NEW.code IS OLD.code
        AND (NEW.reply IS NULL OR NEW.reply IS OLD.reply)
        AND (NEW.bytes IS OLD.bytes OR OLD.bytes IS NOT NULL AND coalesce(length(NEW.bytes), 1) = 0))
BEGIN SELECT RAISE(ABORT, 'what left the house stays as it was'); END;

CREATE TRIGGER seenNameForEver BEFORE DELETE ON seenName
WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE isOver = 0 AND person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'how a name was spelt stays on record'); END;

CREATE TRIGGER interviewDeleted BEFORE UPDATE OF isDeleted ON interview
WHEN NEW.isDeleted AND NOT OLD.isDeleted AND EXISTS (SELECT 1 FROM message WHERE interview = NEW.id
    AND (state IN ('handedOver', 'sent', 'unconfirmed', 'bounced')
        OR EXISTS (SELECT 1 FROM contact WHERE contact.message = message.id)))
BEGIN SELECT RAISE(ABORT, 'an interview for which somebody was thanked took place'); END;

CREATE TRIGGER interviewNotBack BEFORE UPDATE ON interview
WHEN NEW.isDeleted AND NOT NEW.isCalledOff
BEGIN SELECT RAISE(ABORT, 'what was deleted is called off'); END;

CREATE TABLE interviewEvent (
    id INTEGER PRIMARY KEY,
    interview INTEGER NOT NULL REFERENCES interview(id),
    time INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('planned', 'moved', 'called-off', 'taken-up', 'deleted', 'restored'))
) STRICT;

CREATE INDEX interviewEventOf ON interviewEvent(interview);

CREATE TRIGGER interviewEventUnchanged BEFORE UPDATE ON interviewEvent
BEGIN SELECT RAISE(ABORT, 'what became of an interview stays on record'); END;

CREATE TRIGGER interviewEventForEver BEFORE DELETE ON interviewEvent
BEGIN SELECT RAISE(ABORT, 'what became of an interview stays on record'); END;

CREATE INDEX messageDue ON message(due);

CREATE INDEX messageCancelled ON message(due) WHERE state = 'cancelled';

CREATE INDEX messageQuestion ON message(due, recruitment) WHERE kind = 'decision-status';

CREATE INDEX interviewByMistake ON interview(recruitment) WHERE isDeleted;

CREATE VIEW interviewOnRecord AS SELECT * FROM interview WHERE NOT isDeleted;

CREATE TABLE formerPerson (
    person INTEGER NOT NULL REFERENCES person(id),
    name TEXT NOT NULL CHECK (name <> ''),
    address TEXT CHECK (address <> ''),
    UNIQUE (person, name, address)
) STRICT;

CREATE TRIGGER personCorrected AFTER UPDATE OF name, address ON person
WHEN NOT NEW.isForgotten AND (OLD.name <> NEW.name OR OLD.address IS NOT NEW.address)
BEGIN
    INSERT OR IGNORE INTO formerPerson (person, name, address) VALUES (OLD.id, OLD.name, OLD.address);
END;

CREATE TRIGGER formerPersonForEver BEFORE DELETE ON formerPerson
WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE isOver = 0 AND person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'what somebody was called stays on record'); END;

CREATE INDEX personText ON person(sameName, sameAddress, salutation);

CREATE INDEX contactByHand ON contact(channel) WHERE channel <> 'email';

CREATE INDEX personSpellings ON person(spellings) WHERE spellings IS NOT NULL;

CREATE INDEX recruitmentWithdrawn ON recruitment(standing) WHERE standing = 'withdrawn';

