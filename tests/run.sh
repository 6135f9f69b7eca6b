#!/usr/bin/env bash
# Passes the whole test suite. Provides what the tests need (PostgreSQL server, Node, Chromium, LibreOffice, PDF tools) through apt when run as root;
# otherwise says in one line what to install and goes on: the tests that need a missing program are then inconclusive and say which.
# Ends with one line: N passed, N failed, N skipped.
set -uo pipefail
export DOTNET_CLI_UI_LANGUAGE=en
cd "$(dirname "$0")/.."

missing=()
have() { command -v "$1" >/dev/null 2>&1; }
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || have initdb || missing+=(postgresql)
have node || missing+=(nodejs)
have chromium || have chromium-browser || missing+=(chromium)
have soffice || missing+=(libreoffice-calc)
have pdftoppm || missing+=(poppler-utils)
fc-list 2>/dev/null | grep -qi 'noto sans cjk' || missing+=(fonts-noto-cjk)
fc-list 2>/dev/null | grep -qi 'carlito' || missing+=(fonts-crosextra-carlito)

if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && have apt-get; then
    echo "Installing: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null || echo "apt-get update failed"
    # One by one: a package that one distribution lacks must not keep the others out.
    for package in fontconfig "${missing[@]}"; do
      apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || echo "apt could not install $package"
    done
  else
    echo "To run every test, install: ${missing[*]}"
  fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test ImpactEval.sln -c Release --nologo "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# One summary line per test project: "Passed!  - Failed: 0, Passed: 12, Skipped: 1, Total: 13, …"
read -r failed passed skipped < <(grep -E '(Passed|Failed|Skipped)! +- ' "$log" |
  sed -E 's/.*Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+).*/\1 \2 \3/' |
  awk '{ f += $1; p += $2; s += $3 } END { print f + 0, p + 0, s + 0 }')

if [ "$passed" = 0 ]; then
  echo "No test ran."
  status=1
fi
if [ "${CI:-}" = true ] && [ "$skipped" != 0 ] && [ -n "${IMPACTEVAL_ORACLE:-}" ]; then
  echo "In continuous integration nothing may be skipped."
  status=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
