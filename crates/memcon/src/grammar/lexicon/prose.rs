//! Words that tell prose and subjects from lists of people.

/// Words of a subject.
pub(super) const TOPICS: &[&str] = &[
    "about", "access", "against", "agenda", "agreement", "agreements", "aid", "aircraft",
    "approach", "arrangement", "arrangements", "aspects", "assistance", "balance", "ban", "base",
    "bases", "between", "breakfast", "call", "ceasefire", "coffee", "concerning", "conclusions",
    "conference", "conflict", "consultation", "consultations", "conversation", "conversations",
    "cooperation", "cotton", "coup", "crisis", "deployment", "development-loan", "developments",
    "dinner", "disarmament-talks", "discussion", "discussions", "election", "elections", "exchange",
    "exchanges", "expansion", "exports", "future", "grain", "implementation", "implications",
    "imports", "independence", "initiative", "initiatives", "intervention", "invasion",
    "invitation", "issue", "issues", "item", "loan", "loans", "luncheon", "matter", "matters",
    "meeting", "meetings", "missile", "missiles", "negotiations", "nuclear", "objectives", "oil",
    "outlook", "payments", "peace", "plan", "policies", "policy", "position", "positions",
    "problem", "problems", "program", "programme", "programs", "proposal", "proposals", "prospects",
    "question", "questions", "re", "reaction", "reactions", "recognition", "reduction",
    "reductions", "regarding", "relations", "report", "representation", "resolution", "resolutions",
    "response", "reunification", "review", "rights", "sale", "sales", "sanctions", "session",
    "settlement", "situation", "statement", "status", "steel", "strategy", "subject", "subjects",
    "sugar", "summary", "talk", "talks", "tariffs", "tensions", "test-ban", "testing", "tests",
    "textiles", "threat", "topic", "topics", "tour", "toward", "towards", "trade-talks", "treaty",
    "tribute", "trip", "troops", "truce", "use", "versus", "view", "views", "vis-a-vis", "visit",
    "visits", "war", "wheat", "with", "withdrawal",
];

/// Words of a sentence that a list of people has not.
pub(super) const SENTENCE: &[&str] = &[
    "added", "after", "agreed", "although", "are", "asked", "be", "because", "been", "before",
    "began", "being", "believed", "but", "called", "came", "can", "cannot", "cant", "commented",
    "concluded", "continued", "could", "declared", "did", "discussed", "do", "does", "done", "dont",
    "during", "emphasized", "explained", "expressed", "felt", "followed", "following", "gave",
    "had", "has", "have", "having", "he", "held", "herself", "him", "himself", "his", "how",
    "however", "i", "if", "im", "indicated", "inquired", "is", "isnt", "it", "its", "just", "lets",
    "made", "me", "mentioned", "met", "might", "my", "not", "noted", "now", "observed", "opened",
    "our", "place", "pointed", "raised", "read", "recalled", "referred", "remarked", "replied",
    "reported", "requested", "reviewed", "said", "say", "says", "she", "should", "since", "so",
    "spoke", "stated", "suggested", "than", "thanked", "that", "their", "them", "then", "there",
    "these", "they", "this", "those", "thought", "told", "too", "took", "turned", "until", "very",
    "wanted", "was", "we", "welcomed", "went", "were", "what", "when", "whereas", "whether",
    "which", "while", "who", "whom", "why", "will", "wished", "wont", "would", "you", "your",
];

/// Small words that join the words of an office.
pub(super) const JOINTS: &[&str] = &[
    "&", "a", "an", "and", "as", "at", "by", "das", "de", "der", "des", "die", "du", "et", "for",
    "from", "in", "la", "of", "on", "the", "to", "und", "with", "zur",
];
