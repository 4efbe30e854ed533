//! What is said before a name.

/// Words before a name that are no office.
pub(super) const HONORIFICS: &[&str] = &[
    "amb", "archbishop", "ayatollah", "baron", "bishop", "camarade", "cardinal", "cde", "cdes",
    "chief", "com", "companero", "comr", "comrade", "comrades", "congressman", "congresswoman",
    "count", "countess", "dame", "dato", "doctor", "don", "dona", "dr", "duke", "earl",
    "excellency", "father", "frau", "gen", "genosse", "gov", "her", "herr", "his", "hon",
    "honorable", "honourable", "hrh", "imam", "kamerad", "lady", "lord", "madam", "madame", "min",
    "miss", "mister", "mlle", "mme", "monsieur", "mr", "mrs", "ms", "mstr", "pres", "prince",
    "princess", "prof", "professor", "rabbi", "rev", "reverend", "sec", "sen", "senator", "senor",
    "senora", "shah", "shaikh", "sheik", "sheikh", "shri", "signor", "sir", "soudruh", "tov",
    "tovarasul", "towarzysz", "tun", "tunku", "viscount", "г-н", "господин", "тов", "товарищ",
];

/// Honorifics that are also written small, with a stop.
pub(super) const SMALL: &[&str] = &[
    "cde", "cdes", "com", "comr", "dr", "mr", "tov", "г", "гр", "т", "тов",
];

/// Ranks of soldiers.
pub(super) const RANKS: &[&str] = &[
    "adm", "admiral", "air", "b/g", "b/gen", "b/general", "bgen", "brig", "brig/gen", "brigadier",
    "capt", "captain", "cdr", "cmdr", "col", "colonel", "comdr", "commander", "commodore", "ens",
    "ensign", "field", "gen", "general", "l/gen", "lcdr", "lieut", "lieutenant", "lt", "lt/gen",
    "ltc", "ltcol", "ltg", "ltgen", "m/g", "m/gen", "maj", "maj/gen", "major", "marshal", "mgen",
    "r/adm", "radm", "rear", "sergeant", "sgt", "v/adm", "vadm", "vice", "wing",
];

/// Titles of several people.
pub(super) const PLURALS: &[&str] = &[
    "admirals", "ambassadors", "cdes", "colonels", "comrades", "congressmen", "directors", "drs",
    "generals", "governors", "lords", "mesdames", "messrs", "ministers", "misses", "presidents",
    "secretaries", "senators", "sirs", "undersecretaries",
];

/// Small words inside a surname.
pub(super) const PARTICLES: &[&str] = &[
    "abu", "af", "al", "ap", "av", "ben", "bin", "bint", "d", "da", "dal", "dalla", "das", "de",
    "del", "della", "delle", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las",
    "le", "los", "st", "ten", "ter", "ud", "ul", "van", "vom", "von", "y", "zu", "zum", "zur",
];
