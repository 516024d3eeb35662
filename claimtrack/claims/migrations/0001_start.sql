-- The claim store. What articles say is in "versions", as the reports said it; everything below
-- "versions" is worked out from it and can be made anew.

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    digest TEXT NOT NULL,
    outlet TEXT,
    url TEXT,
    source_file TEXT,
    headline TEXT,
    published TEXT,
    report BLOB NOT NULL,
    changes TEXT NOT NULL DEFAULT '[]',
    UNIQUE (article, number)
) STRICT;

CREATE UNIQUE INDEX versions_current ON versions (article) WHERE current = 1;

CREATE TABLE paragraphs (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    shingles BLOB NOT NULL,
    origin INTEGER NOT NULL,
    UNIQUE (version, ordinal)
) STRICT;

CREATE INDEX paragraphs_origin ON paragraphs (origin);

CREATE TABLE paragraph_keys (
    key INTEGER NOT NULL,
    paragraph INTEGER NOT NULL REFERENCES paragraphs (id) ON DELETE CASCADE,
    PRIMARY KEY (key, paragraph)
) STRICT, WITHOUT ROWID;

CREATE INDEX paragraph_keys_paragraph ON paragraph_keys (paragraph);

CREATE TABLE wordings (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    said TEXT NOT NULL,
    weight REAL NOT NULL,
    claim TEXT NOT NULL
) STRICT;

CREATE INDEX wordings_claim ON wordings (claim);

CREATE TABLE wording_keys (
    key INTEGER NOT NULL,
    wording INTEGER NOT NULL REFERENCES wordings (id) ON DELETE CASCADE,
    weight REAL NOT NULL,
    PRIMARY KEY (key, wording)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
    first INTEGER NOT NULL REFERENCES wordings (id) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES wordings (id) ON DELETE CASCADE,
    probability REAL NOT NULL,
    conflicts TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_second ON links (second);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    wording INTEGER NOT NULL REFERENCES wordings (id),
    statement TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    section TEXT NOT NULL,
    status TEXT NOT NULL,
    implicit INTEGER NOT NULL,
    quotation TEXT,
    source TEXT,
    kind TEXT,
    via TEXT NOT NULL DEFAULT '[]',
    hedges TEXT NOT NULL DEFAULT '[]',
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    UNIQUE (version, ordinal)
) STRICT;

CREATE INDEX passages_wording ON passages (wording);

CREATE VIRTUAL TABLE search USING fts5 (
    said,
    content = 'wordings',
    content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER wordings_added AFTER INSERT ON wordings BEGIN
    INSERT INTO search (rowid, said) VALUES (new.id, new.said);
END;

CREATE TRIGGER wordings_removed AFTER DELETE ON wordings BEGIN
    INSERT INTO search (search, rowid, said) VALUES ('delete', old.id, old.said);
END;
