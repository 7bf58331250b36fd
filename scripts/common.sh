# What the scripts share: the place of the project, a JDK, Maven, a build. Sourced, not run.
set -euo pipefail

PROJECT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
OLDEST_JAVA=17

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 3
}

# Installs Debian packages if this is Debian and we may; else says what is missing.
need_packages() {
  local why="$1"
  shift
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing $* ($why)…"
    DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null 2>&1 \
      || fail "Could not install $*. Install it by hand ($why) and try again."
  elif command -v apt-get >/dev/null; then
    fail "Missing: $why. Install it with: sudo apt-get install $*"
  else
    fail "Missing: $why. Install it (on Debian: $*) and try again."
  fi
}

# The number of a JDK's release, or nothing if the folder holds no JDK.
java_release() {
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'
}

# Sets JAVA_HOME to the newest JDK there is.
find_java() {
  local best="" best_release=0 candidate release on_path
  on_path="$(command -v javac || true)"
  [ -z "$on_path" ] || on_path="$(dirname "$(dirname "$(readlink -f "$on_path")")")"
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -d "$candidate" ] || continue
    release="$(java_release "$candidate")"
    if [ -n "$release" ] && [ "$release" -gt "$best_release" ]; then
      best="$candidate"
      best_release="$release"
    fi
  done
  if [ "$best_release" -lt "$OLDEST_JAVA" ]; then
    [ -z "${JAVA_SOUGHT:-}" ] || fail "No JDK $OLDEST_JAVA or newer was found."
    JAVA_SOUGHT=yes
    need_packages "a JDK, $OLDEST_JAVA or newer" openjdk-17-jdk-headless
    find_java
    return
  fi
  export JAVA_HOME="$best"
  # Netty reaches memory faster by sun.misc.Unsafe, which newer releases want to be asked for.
  UNSAFE=()
  if [ "$best_release" -ge 24 ] && [ "$best_release" -le 26 ]; then
    UNSAFE=(--sun-misc-unsafe-memory-access=allow -Dio.netty.noUnsafe=false)
  fi
}

# Installs what the tests of the examples in docs/feed.md run; a test whose language is missing says so and is skipped.
want_languages() {
  local missing=()
  command -v curl >/dev/null || missing+=(curl)
  command -v node >/dev/null || missing+=(nodejs)
  command -v php >/dev/null || missing+=(php-cli)
  command -v python3 >/dev/null || missing+=(python3)
  [ "${#missing[@]}" -gt 0 ] || return 0
  (need_packages "to run the examples of docs/feed.md" "${missing[@]}") || say "Their tests are skipped."
}

find_maven() {
  command -v mvn >/dev/null || need_packages "Maven" maven
}

# Rather the Chromium that has no windows of its own to draw.
chromium_here() {
  command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome || true
}

# Where Chromium is, for the tests of the pages.
find_chromium() {
  local why="Chromium, for the tests of the pages"
  CHROMIUM="${CHROMIUM:-$(chromium_here)}"
  if [ -z "$CHROMIUM" ]; then
    # Older releases have no package of the first kind.
    (need_packages "$why" chromium-headless-shell) || need_packages "$why" chromium
    CHROMIUM="$(chromium_here)"
  fi
  export CHROMIUM
}

maven() {
  (cd "$PROJECT" && mvn -B -ntp "$@")
}

# Builds the program if it is not built, or older than its sources.
build() {
  local jar="$PROJECT/target/sverka.jar" log
  if [ -f "$jar" ] && [ -d "$PROJECT/target/lib" ] \
    && [ -z "$(find "$PROJECT/src/main" "$PROJECT/pom.xml" -newer "$jar" -print -quit)" ]; then
    return
  fi
  find_maven
  say "Building Sverka; the first time takes a minute or two while libraries are fetched…"
  log="$(mktemp)"
  if ! maven -q package -Dmaven.test.skip=true >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "The build failed; see above."
  fi
  rm -f "$log"
  touch "$jar"
}

# Becomes the program, with the arguments given.
sverka() {
  # shellcheck disable=SC2086 # options are several words
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError "${UNSAFE[@]}" \
    -Dfile.encoding=UTF-8 -Dvertx.cacheImmutableHttpResponseHeaders=true -Dsverka.home="$PROJECT" ${SVERKA_JAVA_OPTIONS:-} \
    -jar "$PROJECT/target/sverka.jar" "$@"
}
