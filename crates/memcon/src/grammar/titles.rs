//! TEMPORARY until the people grammar lands.
pub(crate) fn is_title_word(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Gen"
            | "General"
            | "Adm"
            | "Admiral"
            | "Amb"
            | "Ambassador"
            | "Secretary"
            | "President"
            | "Minister"
            | "Director"
            | "Under"
            | "Deputy"
            | "Assistant"
            | "Prime"
            | "Foreign"
            | "Senator"
            | "Congressman"
            | "Representative"
            | "Cardinal"
            | "Lt"
            | "Col"
            | "CIA"
            | "USIA"
            | "Legal"
            | "Special"
            | "Comrade"
            | "Cde"
            | "Com"
            | "Premier"
            | "Chairman"
            | "SECRETARY"
            | "SENATOR"
            | "PRESIDENT"
            | "MR"
            | "Acting"
            | "Sir"
            | "Lord"
            | "Governor"
    )
}
pub(crate) fn is_role_word(word: &str) -> bool {
    matches!(
        word,
        "President"
            | "Secretary"
            | "Minister"
            | "Ambassador"
            | "Chairman"
            | "Director"
            | "Premier"
            | "Chancellor"
            | "Pope"
            | "King"
            | "Operator"
            | "Interpreter"
            | "Madame"
            | "Shah"
    )
}
pub(crate) fn is_role(core: &str) -> bool {
    let c = core.strip_prefix("The ").unwrap_or(core);
    c.split_whitespace().last().is_some_and(is_role_word) && c.split_whitespace().count() <= 3
}
