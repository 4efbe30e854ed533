//! The tables of every document of the corpus, and their published documentation.
//! `UPDATE_EXPECT=1` rewrites the documentation.

use std::collections::BTreeSet;
use std::fs::{self, File};

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use memcon::Parsed;
use memcon_arrow::{Entry, Sheet, Table, write_parquet};
use memcon_tests::{files, has_ending, rewrites, root};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

fn corpus() -> Vec<(String, Parsed)> {
    let texts = files(&root().join("tests/corpus"));
    let texts = texts.into_iter().filter(|path| has_ending(path, "txt"));
    let read: Vec<_> = texts
        .filter_map(|path| Some((path.display().to_string(), memcon::read(&path).ok()?)))
        .collect();
    assert!(read.len() > 20, "only {} documents read", read.len());
    read
}

#[test]
fn the_published_documentation_is_that_of_the_columns() {
    let path = root().join("schema/memcon-tables-1.md");
    let now = memcon_arrow::describe();
    if rewrites() {
        fs::write(&path, &now).unwrap();
    }
    let published = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == now,
        "{} is not what the columns give; run with UPDATE_EXPECT=1",
        path.display()
    );
}

#[test]
fn every_document_makes_every_table() {
    let corpus = corpus();
    for table in Table::ALL {
        let mut sheet = Sheet::new(table);
        let mut expected = 0;
        for (key, parsed) in &corpus {
            let memorandum = &parsed.memorandum;
            expected += match table {
                Table::Documents => 1,
                Table::Participants => memorandum.participants.len(),
                Table::Turns => memorandum.turns.len(),
                Table::Notes => memorandum.notes.len(),
                Table::Diagnostics => parsed.diagnostics.len(),
            };
            sheet.push(&Entry::new(key, parsed)).unwrap();
        }
        assert_eq!(sheet.rows(), expected, "{table}");
        assert!(expected > 0, "{table} has no row");
        let rows = sheet.finish().unwrap();
        assert_eq!(rows.num_rows(), expected, "{table}");
        assert_eq!(rows.schema(), Sheet::schema(table), "{table}");
    }
}

#[test]
fn offsets_count_code_points_of_the_text() {
    let mut checked = 0;
    for (key, parsed) in corpus() {
        let mut sheet = Sheet::new(Table::Turns);
        sheet.push(&Entry::new(&key, &parsed)).unwrap();
        let rows = sheet.finish().unwrap();
        let column = |name: &str| rows.column_by_name(name).unwrap().as_primitive::<Int64Type>();
        let text: Vec<char> = parsed.memorandum.text.chars().collect();
        for (place, turn) in parsed.memorandum.turns.iter().enumerate() {
            let start = usize::try_from(column("char_start").value(place)).unwrap();
            let end = usize::try_from(column("char_end").value(place)).unwrap();
            let words: String = text[start..end].iter().collect();
            assert_eq!(words, turn.span.of(&parsed.memorandum.text), "{key}");
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} turns");
}

#[test]
fn a_document_that_cannot_be_read_is_a_row() {
    let parsed = Parsed::default();
    let mut entry = Entry::new("a", &parsed);
    entry.error = Some("is binary");
    for table in Table::ALL {
        let mut sheet = Sheet::new(table);
        sheet.push(&entry).unwrap();
        assert_eq!(sheet.rows(), usize::from(table == Table::Documents), "{table}");
        let rows = sheet.finish().unwrap();
        if table == Table::Documents {
            assert_eq!(
                rows.column_by_name("error").unwrap().as_string::<i32>().value(0),
                "is binary"
            );
        }
    }
}

#[test]
fn parquet_gives_back_what_was_written() {
    let folder = std::env::temp_dir().join(format!("memcon-tables-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for table in Table::ALL {
        let path = folder.join(format!("{table}.parquet"));
        let batches: Vec<_> = corpus()
            .iter()
            .map(|(key, parsed)| {
                let mut sheet = Sheet::new(table);
                sheet.push(&Entry::new(key, parsed)).unwrap();
                sheet.finish().unwrap()
            })
            .collect();
        write_parquet(&path, Sheet::schema(table), batches.iter().cloned().map(Ok)).unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap();
        assert_eq!(reader.schema(), &Sheet::schema(table), "{table}");
        let read: usize = reader.build().unwrap().map(|rows| rows.unwrap().num_rows()).sum();
        assert_eq!(read, batches.iter().map(arrow_array::RecordBatch::num_rows).sum::<usize>());
    }
    let left = fs::read_dir(&folder).unwrap().count();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(left, Table::ALL.len(), "something else was left beside the files");
}

#[test]
fn columns_have_names_of_their_own_and_are_told() {
    let mut checked = 0;
    for table in Table::ALL {
        let columns = table.columns();
        let names: BTreeSet<_> = columns.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), columns.len(), "{table}");
        for column in columns {
            checked += 1;
            assert!(column.words.ends_with('.'), "{table}.{}: no sentence", column.name);
        }
    }
    assert!(checked > 50);
}
