#!/usr/bin/env bash
# TEI and Parla-CLARIN of every document, invented and real, against their schemas, with jing.
#   tests/heavy/schemas.sh [MEMCON]    MEMCON is the command; target/debug/memcon if not given
# The schemas lie in $MEMCON_CORPUS/../schemas. jing is Debian's package.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

memcon=${1:-target/debug/memcon}
[[ -x $memcon ]] || { echo "no command $memcon; build memcon-cli first" >&2; exit 2; }
if [[ -z ${MEMCON_CORPUS:-} ]]; then
  echo '*** MEMCON_CORPUS is not set: nothing is held against the schemas ***' >&2
  exit 0
fi
sudo=
[[ $EUID -eq 0 ]] || sudo=sudo
command -v jing >/dev/null || { $sudo apt-get update -qq && $sudo apt-get install -y -qq jing; } >/dev/null

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
# What would break out of markup, if it could.
mkdir "$out/hostile"
{
  printf 'Memorandum of Conversation <script>\n\nPARTICIPANTS\n\n<Orlo>\n\n]]>Vey\n\n'
  printf 'ORLO: </p></sp><script>alert(1)</script> ]]> <![CDATA[ &lt; <!-- <?x?>\n\n'
  printf 'VEY: \033[2J \007 \xef\xbf\xbe \xc2\x9b [sic"] (<b>laughs</b>)1\n\n'
  printf 'ORLO: =HYPERLINK("x") [1 line </gap> not declassified]\n\nVEY: %%s &x; &#0;\n\n'
  printf '\n 1. See ]]> below & <x>. ↩\n'
} >"$out/hostile/hostile.txt"
checked=0
wrong=0
for folder in "$out/hostile" tests/corpus "$MEMCON_CORPUS/seed" "$MEMCON_CORPUS"/frus/{web,plain,typescript}; do
  is_document=(-name '*.txt')
  # Of the invented ones what is none is known; their endings may be those of encodings.
  [[ $folder != tests/corpus ]] || is_document=(! -name '*.golden' ! -name '*.md' ! -name '*.toml' ! -name '*.csv')
  mapfile -t files < <(find "$folder" -type f "${is_document[@]}" | sort)
  [[ ${#files[@]} -gt 0 ]] || continue
  for format in tei parla-clarin; do
    schema=$MEMCON_CORPUS/../schemas/tei_all.rng
    [[ $format == tei ]] || schema=$MEMCON_CORPUS/../schemas/parla-clarin.rng
    place=$out/$format
    rm -rf "$place"
    mkdir "$place"
    if ! "$memcon" convert "${files[@]}" --to "$format" -o "$place" 2>"$out/said"; then
      wrong=1
      echo "$folder as $format cannot be written:" >&2
      head -20 "$out/said" >&2
    fi
    checked=$((checked + $(find "$place" -name '*.xml' | wc -l)))
    # jing goes on after a file that is not valid, and says each error.
    if ! find "$place" -name '*.xml' -print0 | sort -z | xargs -0 jing "$schema" >"$out/errors" 2>/dev/null; then
      wrong=1
      echo "$folder as $format:" >&2
      sed "s|$out/||" "$out/errors" | cut -c1-200 | head -20 >&2
    fi
  done
done
[[ $checked -gt 0 ]] || { echo "no document was written" >&2; exit 1; }
[[ $wrong -eq 0 ]] || exit 1
echo "$checked documents are valid"
