//! The published JSON Schema is the one that the types give. `UPDATE_EXPECT=1` rewrites it.

use std::fs;

use memcon_tests::{rewrites, root};
use serde_json::Value;

#[test]
fn the_published_schema_is_that_of_the_types() {
    let path = root().join("schema/memcon-1.schema.json");
    let now = memcon::json_schema();
    if rewrites() {
        fs::create_dir_all(root().join("schema")).unwrap();
        fs::write(&path, &now).unwrap();
    }
    // Values, not text: another crate of the build may change the order of keys.
    let now: Value = serde_json::from_str(&now).unwrap();
    let published = fs::read_to_string(&path).unwrap();
    let published: Value = serde_json::from_str(&published).unwrap();
    assert!(published == now, "{} is not what the types give; run `make golden`", path.display());
    assert_eq!(now["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(now["title"], "memcon/1");
}
