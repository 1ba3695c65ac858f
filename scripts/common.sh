# What the scripts share: finding a JDK 25, installing missing Debian packages, building when something has changed.
# Sourced, not run. Sets ROOT and, after find_jdk, JAVA_HOME.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# Names and file names are UTF-8, also where the machine's own locale is none, such as C.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*" >&2; }

# A JDK of version 25 or later: JAVA_HOME if it is one, else the first one in the usual places.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /opt/jdk*; do
    [ -x "$home/bin/javac" ] || continue
    local version
    version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || true)"
    if [ "${version:-0}" -ge 25 ]; then
      export JAVA_HOME="$home"
      return 0
    fi
  done
  say "No JDK 25 found. Install one (for example Temurin 25) under /usr/lib/jvm, or set JAVA_HOME to it."
  return 1
}

# need COMMAND-OR-FILE PACKAGE ...: installs the package when the command (or file) is missing.
need() {
  local missing=()
  while [ $# -ge 2 ]; do
    case "$1" in
      /*) compgen -G "$1" >/dev/null || missing+=("$2") ;;
      *) command -v "$1" >/dev/null || missing+=("$2") ;;
    esac
    shift 2
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say "Missing: ${missing[*]}. Run as root: apt-get install ${missing[*]}"
    return 1
  fi
  say "Installing ${missing[*]} …"
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

need_maven() { need mvn maven; }

need_browser() { need chromium chromium /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk; }

# Builds the program unless it is newer than every source.
build() {
  local jar="$ROOT/terminal-app/target/facepay.jar"
  if [ -f "$jar" ] && [ -d "$ROOT/terminal-app/target/lib" ] &&
    [ -z "$(find "$ROOT"/pom.xml "$ROOT"/*/pom.xml "$ROOT"/*/src/main -newer "$jar" -type f -print -quit)" ]; then
    return 0
  fi
  need_maven
  say "Building (the first time takes a few minutes) …"
  local log="$ROOT/terminal-app/target/build.log"
  mkdir -p "$(dirname "$log")"
  if ! (cd "$ROOT" && mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package >"$log" 2>&1); then
    grep -v '^WARNING: ' "$log" | tail -40 >&2
    say "The build failed; the whole log is $log"
    return 1
  fi
  touch "$jar"
}

# The file that follows --config, if there is one.
config_of() {
  while [ $# -gt 1 ]; do
    if [ "$1" = --config ]; then printf '%s' "$2"; return 0; fi
    shift
  done
}

# Runs the program with what a small terminal can spare; its laboratory is there for everything but the terminal itself. The
# class-data archive is made at the first run and read afterwards. The second compiler doubles what a start costs: a terminal
# has it only where it works numbers out, to recognise faces or to settle what left a cabinet.
run_program() {
  umask 077 # what a terminal keeps is its user's alone
  local modules=() jar=facepay-lab compiler=() config
  case "$*" in *vision* | faces* | demo* | run*) modules=(--add-modules jdk.incubator.vector) ;; esac
  if [ "${1:-}" = run ] || [ ! -f "$ROOT/terminal-app/target/facepay-lab.jar" ]; then jar=facepay; fi
  config="$(config_of "$@")"
  if [ "${1:-}" = run ] && [ -f "$config" ] && ! grep -qE '^(faces|container):' "$config"; then
    compiler=(-XX:TieredStopAtLevel=1)
    modules=()
  fi
  # Java does not replace an archive of an older program, and starts without it from then on.
  local program="$ROOT/terminal-app/target/$jar"
  [ "$program.jsa" -nt "$program.jar" ] || rm -f "$program.jsa" || true
  exec "$JAVA_HOME/bin/java" -Xms32m "-Xmx${FACEPAY_HEAP:-192m}" -Xss512k -XX:+UseSerialGC -XX:ReservedCodeCacheSize=64m \
    -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$program.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off \
    ${compiler[@]+"${compiler[@]}"} ${modules[@]+"${modules[@]}"} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true \
    ${FACEPAY_LOG:+-Dfacepay.log=$FACEPAY_LOG} -jar "$program.jar" "$@"
}
