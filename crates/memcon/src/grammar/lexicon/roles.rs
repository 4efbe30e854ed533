//! Words of office.

/// Nouns of office.
pub(super) const ROLES: &[&str] = &[
    "administrator", "adviser", "advisor", "aide", "amb", "ambassador", "ambassador-at-large",
    "ambassador-designate", "analyst", "archivist", "assistant", "asst", "attache", "attorney",
    "author", "banker", "businessman", "candidate", "cardinal", "chair", "chairman", "chairperson",
    "chairwoman", "chancellor", "chaplain", "charge", "chief", "clerk", "co-chairman",
    "cochairman", "commander", "commander-in-chief", "commissioner", "comptroller", "congressman",
    "consul", "consul-general", "controller", "coordinator", "correspondent", "counsel",
    "counsellor", "counselor", "dean", "delegate", "dep", "deputy", "dir", "director",
    "director-general", "economist", "editor", "emperor", "envoy", "executive", "expert", "general",
    "governor", "guest", "head", "historian", "industrialist", "inspector", "interpreter",
    "journalist", "judge", "king", "lawyer", "leader", "liaison", "manager", "marshal", "mayor",
    "member", "min", "minister", "minister-counselor", "minister-designate", "negotiator",
    "note-taker", "notetaker", "observer", "officer", "physician", "pope", "postmaster", "premier",
    "premier-designate", "pres", "president", "president-elect", "prince", "principal", "professor",
    "publisher", "queen", "rapporteur", "recorder", "rector", "referent", "reporter",
    "representative", "scientist", "secretary", "secretary-general", "secretarygeneral", "secy",
    "senator", "shah", "solicitor", "speaker", "specialist", "spokesman", "spokesperson",
    "stenographer", "student", "superintendent", "translator", "treasurer", "typist",
    "under-secretary", "undersecretary", "vice-chairman", "vice-chancellor", "vice-minister",
    "vice-premier", "vice-president", "vicepresident", "wife", "генеральный", "заведующий",
    "министр", "посол", "председатель", "президент", "секретарь", "советник", "член",
];

/// Words that qualify an office.
pub(super) const ADJECTIVES: &[&str] = &[
    "acting", "ad", "air", "alternate", "assistant", "associate", "asst", "central", "chief",
    "confidential", "crown", "dep", "deputy", "designate", "economic", "executive", "extraordinary",
    "first", "foreign", "former", "general", "honorary", "interim", "international", "joint",
    "junior", "legal", "managing", "military", "minister-designate", "ministerial", "naval",
    "parliamentary", "permanent", "personal", "plenipotentiary", "political", "premier",
    "presidential", "press", "prime", "principal", "private", "regional", "retired", "scientific",
    "second", "senior", "special", "third", "under", "vice",
];
