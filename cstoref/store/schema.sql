-- A compiled pack. A build product: never edited, safe to delete, made anew from data/ and corpus/.
-- Offsets are Unicode code points into source.text; days are ISO text; edtf is ISO 8601-2.
-- Start with the views at the end: they read well in any SQLite shell.

CREATE TABLE pack (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The packs of a stack, the lowest first; empty for a pack without layers. Whatever belongs to the lowest has no
-- layer below.
CREATE TABLE layer (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, edition TEXT NOT NULL,
    checked_until TEXT NOT NULL, licence TEXT NOT NULL, description TEXT NOT NULL,
    checked_from TEXT, language TEXT NOT NULL,
    extends TEXT,               -- the id of the pack that it extends
    vocabulary TEXT,            -- what it declares: the text of its data/vocabulary.toml
    folder BLOB,                -- bytes of its path, which need not be text
    state TEXT                  -- names, sizes and times of its files, hashed, where the file is not named by them
);

CREATE TABLE kind (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, plural TEXT NOT NULL,
    letter TEXT NOT NULL,       -- limits a search to the kind: `m:`
    summary TEXT NOT NULL,      -- help of its list command
    standing TEXT NOT NULL,     -- the field that says what such a record is on a day, or empty
    speaks INTEGER NOT NULL, dated INTEGER NOT NULL,
    arranged TEXT NOT NULL,     -- its list: by name, type or time
    lead TEXT NOT NULL,         -- the groups that a page begins with, `|` between them
    weight INTEGER NOT NULL
);

CREATE TABLE field (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,        -- on the page of the subject
    inverse TEXT NOT NULL,      -- on the page of whoever else is concerned
    page_group TEXT NOT NULL,
    value TEXT NOT NULL,        -- record, number, words or empty
    nature TEXT NOT NULL,       -- occurrence or state
    mark TEXT NOT NULL,         -- in the matrix, or empty
    group_weight INTEGER NOT NULL, weight INTEGER NOT NULL,
    lasting INTEGER NOT NULL,   -- an open state of it shows no day of confirmation
    confirms TEXT NOT NULL      -- fields of open states that taking part in it confirms, blanks between
);

-- Posts that the offices of many states or bodies are, and which offices are which.
CREATE TABLE post (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, leads INTEGER NOT NULL,
    council TEXT NOT NULL       -- the body in which its holders sit, or empty
);
CREATE TABLE scheme (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
    code INTEGER NOT NULL,      -- its values stand for a record where there is little room
    head INTEGER NOT NULL,      -- its values stand at the head of a card
    url TEXT NOT NULL           -- before a value, the address of the same thing there; or empty
);
CREATE TABLE leading (body TEXT NOT NULL, post TEXT NOT NULL, since TEXT NOT NULL, until TEXT);
CREATE TABLE office (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,         -- the state or body whose office it is, or empty
    post TEXT NOT NULL          -- or empty
) WITHOUT ROWID;
CREATE INDEX office_by_body ON office (body, post);

-- How the facts at the head of a record are found; lists with blanks between their parts.
CREATE TABLE fact_rule (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT NOT NULL, form TEXT NOT NULL,
    types TEXT NOT NULL, fields TEXT NOT NULL, part TEXT NOT NULL, type TEXT NOT NULL, posts TEXT NOT NULL,
    most INTEGER NOT NULL, phrase TEXT NOT NULL, head INTEGER NOT NULL, missing TEXT NOT NULL
);

-- The facts of every record as of the day of the edition: what stands at the head of its card and page.
CREATE TABLE fact (
    record TEXT NOT NULL, position INTEGER NOT NULL,
    id TEXT NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL,
    statements TEXT NOT NULL,   -- the ids of what it rests on, blanks between them; empty where nothing is known
    conflicts INTEGER NOT NULL, -- how many of these a conflict names
    head INTEGER NOT NULL,      -- 1 for the line under the name
    missing INTEGER NOT NULL,   -- 1 where it only says that the sources do not give it
    layer TEXT,                 -- the topmost layer that a statement of it belongs to
    PRIMARY KEY (record, position)
) WITHOUT ROWID;

-- Which statements stand below the facts of a record's card, as of the day of the edition, the best first.
CREATE TABLE highlight (
    record TEXT NOT NULL, position INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    part TEXT NOT NULL,         -- how the record takes part in it, as in about
    PRIMARY KEY (record, position)
) WITHOUT ROWID;

-- Who leads each state that is or was a member, and as what, as of the day of the edition.
CREATE TABLE leader (record TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;

-- The lists of the explorer as of the day of the edition: the records of a kind, or the sources, under headings.
CREATE TABLE listed (
    section TEXT NOT NULL,      -- the id of a kind, or sources
    position INTEGER NOT NULL,
    record TEXT NOT NULL,       -- or the id of a source
    name TEXT NOT NULL, statements INTEGER NOT NULL, heading TEXT NOT NULL,
    facets TEXT NOT NULL,       -- what the list can be narrowed to, a line each
    day TEXT NOT NULL,          -- its first day, or empty
    first_fact TEXT, second_fact TEXT, -- what a longer line says of it
    possible INTEGER NOT NULL,  -- 1 where it only possibly held on the day
    alphabetical TEXT NOT NULL, -- the name, folded
    sought TEXT NOT NULL,       -- name and heading, folded
    PRIMARY KEY (section, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX listed_by_record ON listed (section, record);
CREATE INDEX listed_by_heading ON listed (section, heading);

-- Everyday words: a key and the phrases that stand for it, `|` between them.
CREATE TABLE word_list (
    list TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL, phrases TEXT NOT NULL,
    PRIMARY KEY (list, position)
) WITHOUT ROWID;

-- The same for questions: each phrase, folded, of the lists topic, type and subject, and the key it stands for.
CREATE TABLE phrase (
    phrase TEXT NOT NULL, list TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (phrase, list, position)
) WITHOUT ROWID;

CREATE TABLE source (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL, publisher TEXT NOT NULL, container TEXT, volume TEXT, issue TEXT,
    issued TEXT, issued_basis TEXT, url TEXT, language TEXT NOT NULL,
    type TEXT NOT NULL,         -- its class, see provenance.py
    short TEXT NOT NULL, note TEXT, path TEXT, sha256 TEXT, length INTEGER,
    copy_of TEXT,               -- who published the original of a copy
    read TEXT,                  -- the day on which an editor looked at it
    layer TEXT,
    abbr TEXT NOT NULL,         -- how a footnote names it, without the date
    original_file TEXT, original_sha256 TEXT, -- the document that the text was read from
    whole_sha256 TEXT,          -- of the whole text, where the pack has only the passages of it
    text TEXT                   -- null where the pack holds no text of it
);

CREATE TABLE author (
    source TEXT NOT NULL, position INTEGER NOT NULL,
    name TEXT NOT NULL,
    body INTEGER NOT NULL,      -- 1 for a body, 0 for a person
    PRIMARY KEY (source, position)
) WITHOUT ROWID;

CREATE TABLE sentence (
    source TEXT NOT NULL, number INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    statements INTEGER NOT NULL, -- how many rest on it
    state TEXT NOT NULL,         -- covered: passages take up half of it or more; partly: less than half;
                                 -- silent: a passage marked as stating nothing takes up half; bare: none of these
    PRIMARY KEY (source, number)
) WITHOUT ROWID;

CREATE TABLE record (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, type TEXT NOT NULL,
    name TEXT NOT NULL, blurb TEXT, edtf TEXT, earliest TEXT, latest TEXT, place TEXT, layer TEXT,
    statements INTEGER NOT NULL, -- how many concern it
    weight INTEGER NOT NULL     -- what puts it before another that is found as well
);
CREATE INDEX record_by_kind ON record (kind, weight DESC);
CREATE INDEX record_by_day ON record (earliest) WHERE earliest IS NOT NULL;

CREATE TABLE name (
    record TEXT NOT NULL, position INTEGER NOT NULL,
    text TEXT NOT NULL, lang TEXT, note TEXT, layer TEXT,
    PRIMARY KEY (record, position)
) WITHOUT ROWID;

CREATE TABLE identifier (
    record TEXT NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (record, scheme)
) WITHOUT ROWID;

-- What a person may type, folded (see fold.py): the way from words to records. Weightier records have lower
-- numbers; ids and codes come last.
CREATE TABLE name_key (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL,          -- folded, without blanks
    words TEXT NOT NULL,        -- folded, with blanks
    record TEXT NOT NULL,
    shown TEXT NOT NULL,        -- the name as written
    sort TEXT NOT NULL,         -- name, other, spelling (British or American), id or code
    lang TEXT
);
CREATE INDEX name_key_by_key ON name_key (key);
CREATE INDEX name_key_by_record ON name_key (record);
-- What the world's languages call the territories and cities among the records: found whole only.
CREATE TABLE world_name (
    key TEXT NOT NULL,          -- folded, without blanks
    record TEXT NOT NULL, shown TEXT NOT NULL,
    language TEXT NOT NULL,     -- in English
    PRIMARY KEY (key, record)
) WITHOUT ROWID;
CREATE TABLE word_key (word TEXT NOT NULL, name_key INTEGER NOT NULL, PRIMARY KEY (word, name_key)) WITHOUT ROWID;
-- Names are compared as they sound (see fold.sound).
CREATE TABLE trigram (gram TEXT NOT NULL, name_key INTEGER NOT NULL, PRIMARY KEY (gram, name_key)) WITHOUT ROWID;
CREATE TABLE gram (gram TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID; -- how many it proposes
-- The terms of each name of an office: words, and `@` with the id of a state or body.
CREATE TABLE office_term (
    term TEXT NOT NULL, office TEXT NOT NULL, name_key INTEGER NOT NULL,
    terms INTEGER NOT NULL,     -- how many that name has
    PRIMARY KEY (term, name_key)
) WITHOUT ROWID;

CREATE TABLE statement (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, subject TEXT NOT NULL, field TEXT NOT NULL,
    text TEXT NOT NULL,
    value TEXT, value_number REAL, unit TEXT, approx INTEGER NOT NULL, value_min REAL, value_max REAL,
    edtf TEXT, start_earliest TEXT, end_latest TEXT,
    {attributes},               -- the plain attributes, from attributes.py
    grounding TEXT NOT NULL,    -- quoted, referenced or inferred
    conflicts INTEGER NOT NULL, -- how many conflicts name it and put it in doubt
    weight INTEGER NOT NULL     -- how telling it is: what a card shows first
);
CREATE UNIQUE INDEX statement_by_id ON statement (id);
CREATE INDEX statement_by_field ON statement (field, value);
CREATE INDEX statement_by_subject ON statement (subject);
CREATE INDEX statement_by_speaker ON statement (said_by) WHERE said_by IS NOT NULL;
CREATE INDEX statement_by_day ON statement (start_earliest);

CREATE TABLE role (
    statement INTEGER NOT NULL, position INTEGER NOT NULL,
    role TEXT NOT NULL, record TEXT, words TEXT,
    PRIMARY KEY (statement, position)
) WITHOUT ROWID;

-- Every record that a statement concerns, its subject and speaker among them, and the states and bodies in
-- which an office is held.
CREATE TABLE about (
    record TEXT NOT NULL, weight INTEGER NOT NULL, statement INTEGER NOT NULL,
    part TEXT NOT NULL,         -- subject, role, value, speaker or office
    PRIMARY KEY (record, weight DESC, statement)
) WITHOUT ROWID;

CREATE TABLE relay (
    statement INTEGER NOT NULL, position INTEGER NOT NULL, by TEXT, by_text TEXT, relayed_on TEXT,
    PRIMARY KEY (statement, position)
) WITHOUT ROWID;

CREATE TABLE citation (
    statement INTEGER NOT NULL,
    position INTEGER NOT NULL,  -- the strongest first
    source TEXT NOT NULL, start INTEGER, "end" INTEGER, quote TEXT, note TEXT, paragraph INTEGER,
    says TEXT,                  -- what the source says on this point, in our words
    confirms TEXT,              -- the day on which, by this source, an open state still held
    PRIMARY KEY (statement, position)
) WITHOUT ROWID;
CREATE INDEX citation_by_place ON citation (source, start);

CREATE TABLE rests_on (
    statement INTEGER NOT NULL, position INTEGER NOT NULL, other TEXT NOT NULL,
    PRIMARY KEY (statement, position)
) WITHOUT ROWID;

-- Members for whom somebody was at an event, by the office then held, who is not said to be there for any.
CREATE TABLE stands_for (
    statement INTEGER NOT NULL, member TEXT NOT NULL,
    PRIMARY KEY (statement, member)
) WITHOUT ROWID;
CREATE INDEX stands_for_by_member ON stands_for (member);

-- What each member did at each event or agreement: one letter a member (see participation.py), in the order of their
-- numbers. For totals over many columns; the cells themselves are made from the statements.
CREATE TABLE matrix (
    mode TEXT NOT NULL, record TEXT NOT NULL, letters TEXT NOT NULL,
    PRIMARY KEY (mode, record)
) WITHOUT ROWID;

CREATE TABLE conflict (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    nature TEXT NOT NULL, topic TEXT NOT NULL, explanation TEXT NOT NULL, layer TEXT
);
CREATE TABLE conflict_record (
    record TEXT NOT NULL, conflict INTEGER NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (record, conflict)
) WITHOUT ROWID;
CREATE TABLE conflict_statement (
    statement TEXT NOT NULL, conflict INTEGER NOT NULL, position INTEGER NOT NULL,
    named INTEGER NOT NULL,     -- 1 if the conflict names it, 0 if it rests on a passage the conflict cites
    PRIMARY KEY (statement, conflict)
) WITHOUT ROWID;
CREATE TABLE conflict_citation (
    conflict INTEGER NOT NULL, position INTEGER NOT NULL,
    source TEXT NOT NULL, start INTEGER, "end" INTEGER, quote TEXT, note TEXT, paragraph INTEGER,
    says TEXT, confirms TEXT,
    PRIMARY KEY (conflict, position)
) WITHOUT ROWID;

-- Ids that were published and are no longer used: what is meant by them now.
CREATE TABLE retired (id TEXT PRIMARY KEY, successor TEXT NOT NULL, reason TEXT) WITHOUT ROWID;

CREATE TABLE silence (
    position INTEGER PRIMARY KEY,
    source TEXT NOT NULL, start INTEGER, "end" INTEGER, quote TEXT, note TEXT, paragraph INTEGER,
    says TEXT, confirms TEXT, reason TEXT NOT NULL
);
-- Statements that do not meet a constraint together, and why that is so; ids with blanks between them.
CREATE TABLE rule_exception (
    position INTEGER PRIMARY KEY, rule TEXT NOT NULL, statements TEXT NOT NULL, reason TEXT NOT NULL
);

-- Full text: rowid is statement.number; columns in the order of their weight.
CREATE VIRTUAL TABLE statement_text USING fts5 (
    text, field, people, quote, tokenize = "unicode61 remove_diacritics 2", content = ''
);
-- The names of sources: rowid is source.position.
CREATE VIRTUAL TABLE document_text USING fts5 (names, rest, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
-- Full text of the sources, a sentence a row: rowid is sentence_row.number.
CREATE TABLE sentence_row (number INTEGER PRIMARY KEY, source TEXT NOT NULL, sentence INTEGER NOT NULL);
CREATE VIRTUAL TABLE sentence_text USING fts5 (
    text, tokenize = "unicode61 remove_diacritics 2", content = ''
);
-- The words of both, and in how many rows they are: what a beginning of a word may go on to.
CREATE TABLE text_word (word TEXT PRIMARY KEY, statements INTEGER NOT NULL, sentences INTEGER NOT NULL) WITHOUT ROWID;

CREATE VIEW statements_read AS
SELECT s.id, r.name AS record, f.label AS field, s.text, s.edtf AS "when",
       coalesce(p.name, s.said_by_text, '') AS said_by, s.stance, s.grounding,
       o.short AS source, c.quote
FROM statement s
JOIN record r ON r.id = s.subject
JOIN field f ON f.id = s.field
LEFT JOIN record p ON p.id = s.said_by
LEFT JOIN citation c ON c.statement = s.number AND c.position = 0
LEFT JOIN source o ON o.id = c.source
ORDER BY s.number;

CREATE VIEW records_read AS
SELECT r.id, k.label AS kind, r.type, r.name, r.edtf AS "when", r.statements, r.blurb
FROM record r JOIN kind k ON k.id = r.kind
ORDER BY k.position, r.name;

CREATE VIEW conflicts_read AS
SELECT c.id, c.nature, c.topic, c.explanation,
       (SELECT group_concat(statement, ', ') FROM conflict_statement WHERE conflict = c.number) AS statements
FROM conflict c
ORDER BY c.number;
