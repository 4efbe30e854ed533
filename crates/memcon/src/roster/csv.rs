//! A roster in CSV (RFC 4180: quotation marks, doubled within; line ends within them).

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Problem, RosterPerson, Tenure, moment};
use crate::model::Moment;

/// The columns that are no ids.
const COLUMNS: [&str; 6] = ["name", "aliases", "office", "of", "from", "to"];

/// Reads the people of a roster.
pub(super) fn read(text: &str) -> Result<Vec<RosterPerson>, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = rows(text)?.into_iter();
    let Some(head) = rows.next() else { return Ok(Vec::new()) };
    let columns: Vec<String> =
        head.cells.iter().map(|cell| cell.trim().to_ascii_lowercase()).collect();
    for (place, column) in columns.iter().enumerate() {
        if columns[..place].contains(column) {
            return Err(at(head.line, format!("found column {column:?} twice; expected it once")));
        }
    }
    if !columns.iter().any(|column| column == "name") {
        let found = head.cells.join(",");
        let problem = format!("found the header {found:?}; expected a column \"name\"");
        return Err(at(head.line, problem));
    }
    let mut people: Vec<RosterPerson> = Vec::new();
    let mut known = Known::default();
    for row in rows {
        add(&mut people, &mut known, &columns, &row)?;
    }
    Ok(people)
}

/// Where in the list somebody of a name and ids stands: a person may have several rows.
type Known = FxHashMap<(String, BTreeMap<String, String>), usize>;

/// A row, and the line at which it begins, from 1.
struct Row {
    line: usize,
    cells: Vec<String>,
}

fn add(
    people: &mut Vec<RosterPerson>,
    known: &mut Known,
    columns: &[String],
    row: &Row,
) -> Result<(), Problem> {
    if row.cells.len() != columns.len() {
        let (found, expected) = (row.cells.len(), columns.len());
        return Err(at(
            row.line,
            format!("found {found} cells; expected {expected}, as the header"),
        ));
    }
    let cell = |name: &str| {
        let place = columns.iter().position(|column| column == name)?;
        row.cells.get(place).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let Some(name) = cell("name") else {
        return Err(at(row.line, "found no name; expected one in column \"name\"".to_owned()));
    };
    let day = |field: &str| -> Result<Option<Moment>, Problem> {
        let Some(written) = cell(field) else { return Ok(None) };
        let day = moment::read(written);
        day.map(Some).ok_or_else(|| at(row.line, moment::problem(field, written)))
    };
    let (from, to) = (day("from")?, day("to")?);
    let ids = columns.iter().zip(&row.cells).filter(|(column, id)| {
        !COLUMNS.contains(&column.as_str()) && !column.is_empty() && !id.trim().is_empty()
    });
    let ids: BTreeMap<String, String> =
        ids.map(|(column, id)| (column.clone(), id.trim().to_owned())).collect();
    let place = *known.entry((name.to_owned(), ids.clone())).or_insert_with(|| {
        people.push(RosterPerson { name: name.to_owned(), ids, ..RosterPerson::default() });
        people.len() - 1
    });
    let person = &mut people[place];
    let aliases = cell("aliases").into_iter().flat_map(|aliases| aliases.split(';'));
    for alias in aliases.map(str::trim).filter(|alias| !alias.is_empty()) {
        if !person.aliases.iter().any(|known| known == alias) {
            person.aliases.push(alias.to_owned());
        }
    }
    if let Some(title) = cell("office") {
        let of = cell("of").map(str::to_owned);
        person.offices.push(Tenure { title: title.to_owned(), of, from, to });
    } else if from.is_some() || to.is_some() {
        let problem = "found a date without an office; expected one in column \"office\"";
        return Err(at(row.line, problem.to_owned()));
    }
    Ok(())
}

fn at(line: usize, problem: String) -> Problem {
    Problem { line: Some(line), problem }
}

/// Divides a text into rows of cells; empty lines are no rows.
fn rows(text: &str) -> Result<Vec<Row>, Problem> {
    let mut rows = Vec::new();
    let mut row = Row { line: 1, cells: Vec::new() };
    let mut cell = String::new();
    let (mut line, mut quoted, mut was_quoted) = (1, None, false);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        if c == '\n' {
            line += 1;
        }
        match (c, quoted) {
            ('"', Some(_)) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', Some(_)) => quoted = None,
            (c, Some(_)) => cell.push(c),
            ('"', None) if cell.trim().is_empty() && !was_quoted => {
                (quoted, was_quoted) = (Some(line), true);
                cell.clear();
            }
            (',', None) => {
                row.cells.push(std::mem::take(&mut cell));
                was_quoted = false;
            }
            ('\r', None) if letters.peek() == Some(&'\n') => {}
            ('\n', None) => {
                close(&mut rows, &mut row, &mut cell, line);
                was_quoted = false;
            }
            (c, None) if was_quoted && !c.is_whitespace() => {
                return Err(at(line, format!("found {c:?} after a closing \"; expected a comma")));
            }
            (_, None) if was_quoted => {}
            (c, None) => cell.push(c),
        }
    }
    if let Some(opened) = quoted {
        return Err(at(opened, "found a \" that opens; expected one that closes".to_owned()));
    }
    close(&mut rows, &mut row, &mut cell, line);
    Ok(rows)
}

fn close(rows: &mut Vec<Row>, row: &mut Row, cell: &mut String, next: usize) {
    row.cells.push(std::mem::take(cell));
    let full = std::mem::replace(row, Row { line: next, cells: Vec::new() });
    if full.cells.iter().any(|cell| !cell.trim().is_empty()) {
        rows.push(full);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_name_are_one_person() {
        let people = read(
            "\u{feff}Name,wikidata,office,from,to,aliases\r\n\"Orlo, Marta\",Q1,\"Envoy \"\"at large\"\"\",1950,1952,M. Orlo; Orlova\r\n\r\n\"Orlo, Marta\",Q1,Secretary,1961-01-21,,\r\n\"Orlo, Marta\",Q7,,,,\r\n",
        )
        .unwrap();
        assert_eq!(people.len(), 2);
        assert_eq!(people[0].name, "Orlo, Marta");
        assert_eq!(people[0].aliases, ["M. Orlo", "Orlova"]);
        let titles: Vec<_> = people[0].offices.iter().map(|office| &*office.title).collect();
        assert_eq!(titles, ["Envoy \"at large\"", "Secretary"]);
        assert_eq!(people[1].ids["wikidata"], "Q7");
        assert_eq!(read("").unwrap(), []);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, line, problem) in [
            ("office\nA\n", 1, "found the header \"office\"; expected a column \"name\""),
            ("name,name\nA,B\n", 1, "found column \"name\" twice; expected it once"),
            ("name,office\nA\n", 2, "found 1 cells; expected 2, as the header"),
            ("name,office\n,A\n", 2, "found no name; expected one in column \"name\""),
            ("name\nA\n\n\"B\nC\n", 4, "found a \" that opens; expected one that closes"),
            ("name\n\"A\"b\n", 2, "found 'b' after a closing \"; expected a comma"),
            (
                "name,from\nA,1961-13\n",
                2,
                "found from \"1961-13\"; expected YYYY-MM-DD, YYYY-MM or YYYY",
            ),
            (
                "name,from\nA,1961\n",
                2,
                "found a date without an office; expected one in column \"office\"",
            ),
        ] {
            let found = read(text).unwrap_err();
            assert_eq!((found.line, &*found.problem), (Some(line), problem), "{text}");
        }
    }
}
