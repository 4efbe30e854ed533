#!/usr/bin/env bash
# Looks at the reading edition of an invented record in headless Chromium.
#   tests/heavy/edition.sh [--update] [MEMCON]    MEMCON is the command; target/debug/memcon if not given
# By day, at night, on a telephone and on paper it is compared with the pictures in edition/; what a
# keyboard, a screen reader and weak eyes need is checked, also by axe-core. `--update` reads the
# record and makes the pictures anew: look at them before you commit them. Otherwise the reading is
# that of edition/record.json, so that only the writer is looked at. What was seen is in target/edition.
# Chromium and the fonts are Debian's; PYTHON is one that has Pillow.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

update=
[[ ${1:-} != --update ]] || { update=--update; shift; }
memcon=${1:-target/debug/memcon}
[[ -x $memcon ]] || { echo "no command $memcon; build memcon-cli first" >&2; exit 2; }
python=${PYTHON:-.venv/bin/python}
sudo=
[[ $EUID -eq 0 ]] || sudo=sudo
fonts=/usr/share/fonts/truetype/dejavu
if ! command -v chromium >/dev/null || [[ ! -e $fonts/DejaVuSerif-BoldItalic.ttf || ! -e $fonts/DejaVuSans-Oblique.ttf ]]; then
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends chromium fonts-dejavu; } >/dev/null
fi
axe=target/axe/axe_playwright_python/axe.min.js
# Only the script in the package is used; nothing of Playwright is needed.
[[ -e $axe ]] || "$python" -m pip install -q --disable-pip-version-check --no-deps \
  --target target/axe axe-playwright-python==0.1.8

mkdir -p target/edition
record=tests/heavy/edition/record
[[ -z $update ]] || "$memcon" parse "$record.txt" -o "$record.json"
"$memcon" convert "$record.json" --to html -o target/edition/record.html 2>/dev/null
"$python" tests/heavy/edition/check.py target/edition/record.html "$axe" target/edition $update
