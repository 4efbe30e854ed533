#!/usr/bin/env bash
# Loads exported corpora with ConvoKit itself.
#   tests/heavy/convokit.sh [MEMCON]    MEMCON is the command; target/debug/memcon if not given
# ConvoKit's own list of requirements brings 6 GB; what loading a corpus needs is installed alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

memcon=${1:-target/debug/memcon}
[[ -x $memcon ]] || { echo "no command $memcon; build memcon-cli first" >&2; exit 2; }
venv=target/convokit
if [[ ! -e $venv/.installed ]]; then
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install -q --disable-pip-version-check \
    numpy pandas scipy tqdm pymongo scikit-learn pyyaml requests
  "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps convokit==5.0.0
  touch "$venv/.installed"
fi

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mapfile -t files < <(find tests/corpus -type f -name '*.txt' | sort)
"$memcon" convert "${files[@]}" --to convokit -o "$out/invented" 2>/dev/null
if [[ -n ${MEMCON_CORPUS:-} ]]; then
  mapfile -t files < <(find "$MEMCON_CORPUS"/{seed,frus/web,frus/plain,frus/typescript} -type f -name '*.txt' | sort)
  "$memcon" convert "${files[@]}" --to convokit -o "$out/real" 2>/dev/null
else
  echo '*** MEMCON_CORPUS is not set: no real corpus is loaded ***' >&2
fi
for corpus in "$out"/invented "$out"/real; do
  [[ -d $corpus ]] || continue
  # ConvoKit writes its settings to the home folder.
  HOME=$out "$venv/bin/python" tests/heavy/convokit_check.py "$corpus"
done
