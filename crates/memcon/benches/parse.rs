//! How many bytes a second are read: the invented records, and the real ones where
//! `MEMCON_CORPUS` tells where they are.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let invented = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let real = std::env::var_os("MEMCON_CORPUS").map(|corpus| PathBuf::from(corpus).join("frus"));
    for (name, folder) in [("invented", Some(invented)), ("real", real)] {
        measure(&mut criterion, name, &folder.map(|folder| texts(&folder)).unwrap_or_default());
    }
    criterion.final_summary();
}

fn measure(criterion: &mut Criterion, name: &str, texts: &[String]) {
    if texts.is_empty() {
        return;
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("parse");
    group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for text in texts {
                black_box(memcon::parse(black_box(text)));
            }
        });
    });
    group.finish();
}

/// Gives every text below a folder.
fn texts(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            texts.extend(self::texts(&path));
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            texts.extend(fs::read_to_string(&path));
        }
    }
    texts
}
