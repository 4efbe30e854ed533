//! What a reviewer would otherwise have to look for.

use std::fs;
use std::path::{Path, PathBuf};

use memcon::DiagnosticKind;
use memcon_tests::{files, has_ending, root};

/// The layers of the core crate, the lowest first: a module uses its own and those below.
const LAYERS: &[&[&str]] = &[
    &["span", "format", "lines"],
    &["error", "diagnostic"],
    &["source"],
    &["model"],
    &["roster", "extract"],
    &["options"],
    &["layout", "block"],
    &["read"],
    &["grammar"],
    &["assemble"],
    &["resolve"],
    &["record"],
    &["write"],
    &["documents"],
    &["lib"],
];

/// The most lines that a file may have.
const LINES: usize = 400;

/// Diagnostics that no document of the corpus provokes, and why.
const UNPROVOKED: &[(&str, &str)] =
    &[("page-without-text", "told of PDF alone, which tests/python/test_pdf.py makes")];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

fn sources(folder: &str, ending: &str) -> Vec<PathBuf> {
    let sources: Vec<PathBuf> =
        files(&root().join(folder)).into_iter().filter(|path| has_ending(path, ending)).collect();
    assert!(ending != "rs" || !sources.is_empty(), "no source below {folder}");
    sources
}

fn told(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Gives the modules that the `use crate::…` lines of a source name, tests left out.
fn imports(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut modules = Vec::new();
    for line in code.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
        let Some((before, after)) = line.split_once("use crate::") else { continue };
        if !["", "pub ", "pub(crate) "].contains(&before) {
            continue;
        }
        for path in after.trim_start_matches('{').split(", ") {
            let module: String =
                path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            // `use crate::{block, model::Turn}` names several; `use crate::model::{Turn, …}` one.
            if !module.is_empty() {
                modules.push(module);
            }
            if !after.starts_with('{') {
                break;
            }
        }
    }
    modules
}

#[test]
fn imports_go_down() {
    let folder = root().join("crates/memcon/src");
    let mut wrong = Vec::new();
    let mut checked = 0;
    for path in sources("crates/memcon/src", "rs") {
        let inside = path.strip_prefix(&folder).unwrap().with_extension("");
        let module = inside.iter().next().unwrap().to_string_lossy().into_owned();
        let Some(own) = layer(&module) else {
            wrong.push(format!("{}: module {module:?} is in no layer", told(&path)));
            continue;
        };
        for import in imports(&fs::read_to_string(&path).unwrap()) {
            checked += 1;
            // What is no module is named by the crate's root, which stands above all.
            let used = layer(&import).unwrap_or(LAYERS.len() - 1);
            if import != module && used >= own {
                wrong.push(format!("{}: uses crate::{import}, which is not below", told(&path)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked > 10, "only {checked} imports seen");
}

#[test]
fn files_are_short() {
    let mut checked = 0;
    for path in [sources("crates", "rs"), sources("python/memcon", "py")].concat() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= LINES, "{} has {lines} lines; split it before {LINES}", told(&path));
        checked += 1;
    }
    assert!(checked > 0);
}

#[test]
fn every_layout_is_registered_and_has_documents() {
    let known = memcon::layouts();
    assert!(!known.is_empty());
    for path in sources("crates/memcon/layouts", "toml") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(known.contains(&name), "layout {name:?} is not registered");
        let corpus = root().join("tests/corpus");
        let documents =
            [name.clone(), format!("html-{name}")].map(|name| files(&corpus.join(name)));
        assert!(
            documents.iter().any(|documents| !documents.is_empty()),
            "layout {name:?} has no document in tests/corpus/{name} or tests/corpus/html-{name}"
        );
    }
}

#[test]
fn every_diagnostic_has_a_document() {
    let goldens: String = sources("tests/corpus", "golden")
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let mut wrong = Vec::new();
    for code in DiagnosticKind::CODES {
        let occurs = ["warning", "note"]
            .iter()
            .any(|severity| goldens.contains(&format!(" {severity} {code} ")));
        let excused = UNPROVOKED.iter().find(|(excused, _)| excused == code);
        match (occurs, excused) {
            (false, None) => wrong.push(format!("{code}: no document of the corpus provokes it")),
            (true, Some((_, reason))) => {
                wrong.push(format!("{code} occurs; drop the excuse {reason:?}"));
            }
            (true, None) | (false, Some(_)) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!DiagnosticKind::CODES.is_empty());
}

#[test]
fn every_diagnostic_is_explained() {
    let page = fs::read_to_string(root().join("docs/diagnostics.md")).unwrap();
    let told: Vec<&str> = page
        .split("\n## `")
        .skip(1)
        .map(|section| section.split('`').next().unwrap_or_default())
        .collect();
    assert_eq!(told, DiagnosticKind::CODES, "the page should explain every code, in this order");
    for section in page.split("\n## `").skip(1) {
        assert!(section.contains("```text\n"), "{section:?} gives no example");
        assert!(
            section.contains("\n*note*") || section.contains("\n*warning*"),
            "{section:?} gives no severity"
        );
    }
}

#[test]
fn nothing_tells_of_one_machine() {
    // In halves, so that this file may be among the files.
    let words = [
        ["/ro", "ot/"],
        ["/ho", "me/"],
        ["/Us", "ers/"],
        ["/wo", "rk/"],
        ["/tmp/", "wt"],
        ["static.crates", ".io"],
        ["index.crates", ".io"],
        ["py", "pi.org"],
        ["python", "hosted.org"],
        ["arti", "factory"],
        ["npmjs", ".org"],
    ]
    .map(|halves| halves.concat());
    let mut checked = 0;
    for path in files(&root()) {
        // What is no text, as an image or a built module, cannot be looked through.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        checked += 1;
        for word in &words {
            assert!(!text.contains(word.as_str()), "{} contains {word:?}", told(&path));
        }
    }
    assert!(checked > 20, "only {checked} files seen");
}

#[test]
fn imports_are_read_as_they_are_written() {
    let source = "use std::fmt;\nuse crate::model::{Turn, Note};\npub(crate) use crate::span::Span;\n\
        use crate::{block, layout::Layout};\n// use crate::write;\n#[cfg(test)]\nuse crate::parse;";
    assert_eq!(imports(source), ["model", "span", "block", "layout"]);
}
