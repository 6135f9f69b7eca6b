#!/usr/bin/env bash
# How many seeded faults in the central statistics the tests find: mutation score of three parts, each held against the tests of its own folder.
# Needs an hour on two cores; results: src/docs/results/mutation.md. Usage: bash tests/mutation.sh [REPORT_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
reports=$(realpath -m "${1:-$(mktemp -d)}")
mkdir -p "$reports"
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$tools" >/dev/null

# part | files that are changed | tests that must notice
parts='
noncentral-t|Distributions/NoncentralT.cs Distributions/NoncentralTMixture.cs Distributions/NoncentralityLimits.cs|FullyQualifiedName~Tests.Distributions
paired-effects|Paired/PairedSummary.cs Paired/PairedSums.cs Paired/CohensDz.cs Paired/CohensDav.cs Paired/CohensDrm.cs Paired/GlassDelta.cs Paired/HedgesCorrection.cs|FullyQualifiedName~Tests.Paired
random-effects-pooling|Pooling/PoolingFit.cs Pooling/BetweenStudyVariance.cs Pooling/PredictionInterval.cs|FullyQualifiedName~Tests.Pooling
'
while IFS='|' read -r part files tests; do
  [ -n "$part" ] || continue
  mutate=()
  for file in $files; do mutate+=(--mutate "**/$file"); done
  (cd tests/ImpactEval.Statistics.Tests &&
    "$tools/dotnet-stryker" --project ImpactEval.Statistics.csproj "${mutate[@]}" --test-case-filter "$tests" --configuration Release \
      --concurrency 2 --skip-version-check --reporter json --reporter cleartext --output "$reports/$part" > "$reports/$part.log" 2>&1) || true
  echo "$part: $(grep -o 'final mutation score is [0-9.]* %' "$reports/$part.log" || tail -1 "$reports/$part.log")"
done <<< "$parts"
