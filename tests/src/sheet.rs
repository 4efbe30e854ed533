//! Reads CSV and TSV, independently of the code that writes them.

/// Gives the rows of a sheet, a cell in quotes as what it holds.
///
/// Strict: a quote within a bare cell, and words after a closed one, are told as an error.
///
/// # Errors
///
/// What is wrong with the sheet, in a sentence.
pub fn rows(text: &str, delimiter: char) -> Result<Vec<Vec<String>>, String> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut letters = text.chars().peekable();
    while letters.peek().is_some() {
        let mut cell = String::new();
        if letters.next_if_eq(&'"').is_some() {
            loop {
                match letters.next() {
                    Some('"') if letters.next_if_eq(&'"').is_some() => cell.push('"'),
                    Some('"') => break,
                    Some(letter) => cell.push(letter),
                    None => return Err(format!("row {} ends within quotes", rows.len())),
                }
            }
        } else {
            while let Some(letter) =
                letters.next_if(|it| *it != delimiter && *it != '\n' && *it != '\r')
            {
                if letter == '"' {
                    return Err(format!("row {} has a bare quote", rows.len()));
                }
                cell.push(letter);
            }
        }
        row.push(cell);
        match letters.next() {
            Some(letter) if letter == delimiter => {}
            Some('\n') => rows.push(std::mem::take(&mut row)),
            other => return Err(format!("{other:?} after a cell of row {}", rows.len())),
        }
    }
    Ok(rows)
}
