#!/usr/bin/env bash
# Builds the drivers broken on purpose: break.sh NAME FOLDER. Leaves in FOLDER the test assembly with a Checkpoint.Devices to which
# broken/NAME.patch was applied. What ships knows nothing of it.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
root=$(dirname "$(dirname "$here")")
patch=$here/broken/$1.patch
# shellcheck source=build/needs.sh
. "$root/build/needs.sh"

need_debian patch
folder=$(readlink -m "$2")
build=$folder.build
rm -rf "$folder" "$build"
mkdir -p "$build"
file=$(sed -n 's|^+++ b/src/Checkpoint.Devices/||p' "$patch")
cp "$root/src/Checkpoint.Devices/$file" "$build/broken.cs"
patch --quiet --no-backup-if-mismatch "$build/broken.cs" "$patch" || {
  echo "broken/$1.patch does not fit $file any more: break it anew." >&2
  exit 1
}
dotnet build "$root/src/Checkpoint.Devices" --configuration Release --no-restore --no-dependencies --nologo --verbosity quiet \
  -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:CustomBeforeMicrosoftCommonTargets="$here/broken/broken.targets" \
  -p:BrokenFile="$file" -p:BrokenWith="$build/broken.cs" -p:BrokenInto="$build" >"$build/log" 2>&1 || {
  cat "$build/log" >&2
  exit 1
}
cp -rl "$root/artifacts/bin/Checkpoint.Devices.Tests/release" "$folder"
rm "$folder/Checkpoint.Devices.dll"
cp "$build/bin/Checkpoint.Devices.dll" "$folder/"
! cmp --quiet "$folder/Checkpoint.Devices.dll" "$root/artifacts/bin/Checkpoint.Devices.Tests/release/Checkpoint.Devices.dll"
