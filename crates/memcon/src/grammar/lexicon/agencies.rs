//! Agencies, and the words that head groups.

/// Words in the names of agencies and of their fields.
pub(super) const AGENCIES: &[&str] = &[
    "acda", "ad", "administration", "aec", "af", "affairs", "agency", "agricultural", "agriculture",
    "aid", "air", "analysis", "ara", "arms", "army", "assembly", "association", "atlantic",
    "atomic", "bank", "bna", "board", "bob", "branch", "budget", "bureau", "cabinet", "can", "cc",
    "central", "chamber", "chancellery", "chancery", "chiefs", "cia", "city", "college", "command",
    "commerce", "commercial", "commission", "committee", "communications", "communist", "company",
    "congress", "congressional", "consular", "consulate", "control", "corp", "corporation", "corps",
    "council", "county", "cpsu", "cultural", "culture", "defense", "delegation", "department",
    "departments", "desk", "development", "dia", "directorate", "disarmament", "district",
    "division", "dod", "e", "ea", "eb", "economic", "education", "embassy", "energy", "engineering",
    "eur", "export", "far", "fbi", "fco", "fe", "federal", "federation", "finance", "financial",
    "force", "forces", "foreign", "foundation", "front", "fso", "fund", "g", "general", "ger",
    "government", "group", "h", "headquarters", "health", "hew", "hoc", "home", "hotel", "house",
    "hud", "ic", "import", "inc", "industries", "industry", "information", "inr", "institute",
    "intelligence", "interagency", "interdepartmental", "interior", "international", "io", "isa",
    "jcs", "joint", "justice", "kpcc", "kremlin", "l", "labor", "labour", "language", "legal",
    "legation", "liberation", "m", "management", "military", "ministry", "mission", "monetary",
    "movement", "nasa", "national", "naval", "navy", "nea", "near", "nsa", "nsc", "nsf", "oas",
    "ocb", "oep", "office", "offices", "omb", "operations", "organization", "organizations", "osd",
    "osd/isa", "p", "pacific", "palace", "parliament", "party", "pentagon", "planning", "plans",
    "pm", "policy", "politburo", "political", "posts", "presidium", "press", "programs", "protocol",
    "public", "relations", "research", "resources", "ret", "revolutionary", "room", "s/p", "s/s",
    "science", "scientific", "secretariat", "section", "security", "senate", "service", "services",
    "social", "socialist", "society", "sov", "special", "staff", "state", "supreme", "technology",
    "telegraph", "trade", "transport", "treasury", "u", "union", "university", "usa", "usaf",
    "usaid", "usia", "usis", "usmc", "usn", "we", "weapons", "welfare", "white", "workers",
];

/// Words that head a group in a list.
pub(super) const GROUPS: &[&str] = &[
    "addition", "advisers", "advisors", "also", "american", "americans", "and", "attendance",
    "attendees", "behalf", "both", "chairman", "delegation", "delegations", "for", "from",
    "government", "governments", "group", "guests", "in", "in-part", "interpreters", "member",
    "members", "note-takers", "notetakers", "observer", "observers", "of", "officials", "on",
    "other", "others", "participant", "participants", "parties", "party", "people", "persons",
    "present", "principals", "representatives", "secretariat", "side", "sides", "staff", "team",
    "the", "to",
];
