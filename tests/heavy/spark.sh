#!/usr/bin/env bash
# Reads records on a real local Spark, and by Dask and Daft, and compares with what one machine gives.
#   tests/heavy/spark.sh [PYTHON]    PYTHON has memcon; .venv/bin/python if not given
# Java is Debian's package; Spark and its friends live in a virtual environment of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

python=${1:-.venv/bin/python}
package=$("$python" -c 'import memcon, pathlib; print(pathlib.Path(memcon.__file__).parent)')
sudo=
[[ $EUID -eq 0 ]] || sudo=sudo
command -v java >/dev/null || {
  $sudo apt-get update -qq
  # A machine has one or the other of them; Spark 4 takes both.
  $sudo apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless ||
    $sudo apt-get install -y -qq --no-install-recommends openjdk-21-jre-headless
} >/dev/null

venv=target/spark
if [[ ! -e $venv/.installed || pyproject.toml -nt $venv/.installed ]]; then
  [[ -x $venv/bin/python ]] || "$python" -m venv "$venv"
  # What a user gets with `memcon[spark]`, and the other engines that the documentation names.
  mapfile -t wanted < <(grep '^spark = ' pyproject.toml | grep -o '"[^"]*"' | tr -d '"')
  "$venv/bin/python" -m pip install -q --disable-pip-version-check \
    "${wanted[@]}" 'dask[dataframe]' distributed daft
  touch "$venv/.installed"
fi

# The workers are to find the memcon of that Python, and nothing else of it.
mkdir -p "$venv/given"
ln -sfn "$package" "$venv/given/memcon"
export PYTHONPATH=$PWD/$venv/given
"$venv/bin/python" tests/heavy/spark.py
"$venv/bin/python" tests/heavy/engines.py
