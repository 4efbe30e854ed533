//! How many bytes a second are read: invented records of several kinds, beside a bare scan for
//! line ends of the same bytes, which is the most that a machine could do; and real ones, where
//! `MEMCON_CORPUS` tells where they are.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{BenchmarkGroup, Criterion, Throughput, measurement::WallTime};

/// A record with the page of an archive around it, as the seed has; not in the published crate.
const PAGE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/wilson-center/border-talks.txt");

/// The invented records of the tests, a folder for each kind.
const KINDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus");

/// How often the paragraphs of the long records recur.
const LONG: usize = 200;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    if let Ok(page) = fs::read_to_string(PAGE) {
        measure(&mut criterion, "page", &page);
    }
    measure(&mut criterion, "labelled", &labelled());
    measure(&mut criterion, "reported", &reported());
    file(&mut criterion, "TEI", "volume.xml", &tei());
    file(&mut criterion, "HTML", "talk.html", &html());
    for kind in folders(Path::new(KINDS)) {
        let name = kind.file_name().unwrap_or_default().to_string_lossy().into_owned();
        all(&mut criterion, &format!("invented, {name}"), &texts(&kind));
    }
    let corpus = std::env::var_os("MEMCON_CORPUS").map(PathBuf::from);
    for text in corpus.iter().flat_map(|corpus| texts(&corpus.join("seed"))) {
        measure(&mut criterion, "seed", &text);
    }
    if let Some(corpus) = &corpus {
        all(&mut criterion, "frus", &texts(&corpus.join("frus/web")));
    }
    criterion.final_summary();
}

/// Measures texts that are short or many together.
fn all(criterion: &mut Criterion, name: &str, texts: &[String]) {
    if texts.is_empty() {
        return;
    }
    let mut group = group(criterion, name, texts.iter().map(String::len).sum());
    group.sample_size(10);
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            for text in texts {
                black_box(memcon::parse(black_box(text)));
            }
        });
    });
    group.finish();
}

fn group<'c>(
    criterion: &'c mut Criterion,
    name: &str,
    bytes: usize,
) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(bytes as u64));
    group
}

fn measure(criterion: &mut Criterion, name: &str, text: &str) {
    let mut group = group(criterion, name, text.len());
    group.bench_function("parse", |bencher| {
        bencher.iter(|| black_box(memcon::parse(black_box(text))));
    });
    group.bench_function("scan for line ends", |bencher| {
        bencher.iter(|| memchr::memchr_iter(b'\n', black_box(text).as_bytes()).count());
    });
    group.finish();
}

/// Measures a file: its documents read, and read as records of conversation.
fn file(criterion: &mut Criterion, name: &str, path: &str, made: &str) {
    let documents = || {
        let bytes = black_box(made).as_bytes().to_vec();
        memcon::documents_in(path, bytes, &memcon::Options::new()).into_iter().flatten().flatten()
    };
    assert!(documents().count() > 0, "{name} holds no document");
    let mut group = group(criterion, name, made.len());
    group.bench_function("read", |bencher| {
        bencher.iter(|| documents().map(|document| document.text().len()).sum::<usize>());
    });
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            for document in documents() {
                black_box(document.parse());
            }
        });
    });
    group.bench_function("scan for line ends", |bencher| {
        bencher.iter(|| memchr::memchr_iter(b'\n', black_box(made).as_bytes()).count());
    });
    group.finish();
}

/// A volume of TEI with fifty records.
fn tei() -> String {
    let said: String = labelled()
        .lines()
        .skip(9)
        .filter(|line| !line.is_empty())
        .take(80)
        .fold(String::new(), |said, line| said + "<p>" + line + "</p>\n");
    let document = |number: usize| {
        format!(
            "<div type=\"document\" xml:id=\"d{number}\"><head>{number}. Memorandum of \
             Conversation</head><opener><dateline><placeName>Taver</placeName>, <date \
             when=\"1957-05-02\">May 2, 1957</date></dateline></opener>{said}</div>\n"
        )
    };
    let body: String = (1..=50).map(document).collect();
    format!("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>{body}</body></text></TEI>")
}

/// A page of the web with one record.
fn html() -> String {
    let lines = labelled();
    let said = lines.lines().filter(|line| !line.is_empty());
    let body = said.fold(String::new(), |said, line| said + "<p>" + line + "</p>\n");
    format!("<!DOCTYPE html><html><head><title>Talk</title></head><body>{body}</body></html>")
}

/// A long record in which everybody speaks under a label.
fn labelled() -> String {
    let head = "Memorandum of Conversation\n\nTaver, May 2, 1957, 9 a.m.\n\nPARTICIPANTS\n\n\
                Marn Orlo, Minister of Lakes\nTarn Rivel, Envoy of Vesta\n\n";
    let turns = "Orlo: The dam will stand for another year, and we shall see to the lakes.\n\n\
                 Rivel: My government (I say so gladly) has heard of it [laughter].\n\n";
    [head, &turns.repeat(LONG)].concat()
}

/// A long record that tells in prose what was said.
fn reported() -> String {
    let head = "Memorandum of Conversation\n\nTaver, May 2, 1957\n\nPARTICIPANTS\n\n\
                Marn Orlo, Minister of Lakes\nTarn Rivel, Envoy of Vesta\n\n";
    let paragraphs = "The Minister said that the dam would stand for another year. He added that \
                      the lakes were high.\n\nMr. Rivel replied that his government had heard of \
                      it, and asked whether the railway would be built.\n\n";
    [head, &paragraphs.repeat(LONG)].concat()
}

/// Gives every text of a folder.
fn texts(folder: &Path) -> Vec<String> {
    let is_text = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "txt");
    entries(folder).filter(is_text).filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// Gives the folders in a folder.
fn folders(folder: &Path) -> impl Iterator<Item = PathBuf> {
    entries(folder).filter(|path| path.is_dir())
}

/// Gives what a folder has, in order.
fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter()
}
