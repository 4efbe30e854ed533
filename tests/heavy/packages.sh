#!/usr/bin/env bash
# Makes what would be published and tries it as a stranger would.
#   tests/heavy/packages.sh [PYTHON]    PYTHON is the oldest that the package names; python3 if not given
# The source package is built into a wheel outside of any repository; the wheel is installed in an
# environment of its own and read with. The crates are packed and built from what was packed.
# What was made is in target/packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

python=${1:-python3}
root=$PWD
made=$root/target/packages
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
rm -rf "$made"/*.tar.gz "$made"/*.whl
mkdir -p "$made"
# Later runs go on from here.
export CARGO_TARGET_DIR=$made/build

# Fails unless the archive that is listed on standard input holds each of these files.
holds() {
  local list
  list=$(cat)
  for file; do
    grep -qE "$file\$" <<<"$list" || { echo "not in the package: $file" >&2; exit 1; }
  done
}

tools=$made/tools
[[ -x $tools/bin/python ]] || "$python" -m venv "$tools"
"$tools/bin/python" -m pip install -q --disable-pip-version-check 'maturin>=1.10,<2' twine

"$tools/bin/maturin" sdist -o "$made" &>"$out/said" || { cat "$out/said" >&2; exit 1; }
tar tzf "$made"/memcon-*.tar.gz | holds \
  /LICENSE-MIT /LICENSE-APACHE /README.md /CHANGELOG.md /CITATION.cff /Cargo.lock /py.typed \
  /schema/memcon-1.schema.json /schema/memcon-tables-1.md /crates/memcon/LICENSE-MIT
mkdir "$out/unpacked"
tar xzf "$made"/memcon-*.tar.gz -C "$out/unpacked" --strip-components 1
[[ -z $(find "$out/unpacked" -type l) ]] || { echo "the source package has links" >&2; exit 1; }

(cd "$out/unpacked" && "$tools/bin/python" -m pip wheel -q --disable-pip-version-check . \
  --no-deps --wheel-dir "$made")
"$tools/bin/python" -m zipfile -l "$made"/memcon-*.whl | awk '{ print $1 }' | holds \
  memcon/py.typed memcon/_memcon.pyi memcon/_memcon.'(abi3.so|pyd)' \
  licenses/LICENSE-MIT licenses/LICENSE-APACHE
"$tools/bin/twine" check --strict "$made"/memcon-*.whl "$made"/memcon-*.tar.gz

"$python" -m venv "$out/venv"
"$out/venv/bin/python" -m pip install -q --disable-pip-version-check "$made"/memcon-*.whl
(cd "$out" && "$out/venv/bin/python" "$root/tests/heavy/packages_check.py" "$root/python/README.md")
"$out/venv/bin/memcon" schema | cmp - schema/memcon-1.schema.json

# A crate that is not published says so; of a warning only that nobody has said where it is hosted.
cargo package --workspace --exclude memcon-py --exclude memcon-tests --locked --allow-dirty \
  &>"$out/said" || { cat "$out/said" >&2; exit 1; }
if grep '^warning' "$out/said" | grep -v 'has no documentation, homepage or repository' >&2; then
  exit 1
fi
for crate in "$CARGO_TARGET_DIR"/package/*.crate; do
  tar tzf "$crate" | holds /LICENSE-MIT /LICENSE-APACHE /README.md
done
ls -l "$made"/memcon-* "$CARGO_TARGET_DIR"/package/*.crate | awk '{ print $5, $NF }' | sed "s|$root/||"
