# The part «feed» of scripts/bench. Sourced, not run.
#
# Every server and the load generator have a processor of their own, if there are two. In each round each server is asked for
# the same; ratios are taken round by round, and the median of them is the figure.

JSON_SERVER=0.17.4
FASTIFY=5.12.8
FASTIFY_COMPRESS=9.2.0
FASTIFY_ETAG=6.2.0

FILTERS=("section=7" "section=1" "status=not-started" "party=spb" "party=kaliningrad" "year=2023" "year=2026" "section=10")
CHANGES="changes?limit=100"

pin() {
  [ "$(getconf _NPROCESSORS_ONLN)" -gt 1 ] && command -v taskset >/dev/null || return 0
  SERVER_CPU=(taskset -c 0)
  LOAD_CPU=(taskset -c 1)
}

fetch() { curl -sf "$@" || give_up "Sverka does not answer."; }

# People report until the log has a page to show: seven rows a time, so that it is no mass change.
fill_log() {
  say "Feed: filling the log…"
  cat >"$WORK/fill.mjs" <<'JS'
const [values, changes] = process.argv.slice(2);
const { values: rows } = await (await fetch(`${values}/A1:Z100`)).json();
const columns = rows[0].flatMap((text, at) => (text.startsWith('Ход исполнения') ? [at] : []));
const measures = rows.flatMap((row, at) => (/^\d+\.\d+$/.test(row[0] ?? '') ? [at] : [])).slice(0, 7);
const count = async () => (await (await fetch(`${changes}?limit=500`)).json()).entries.length;
const end = Date.now() + 180_000;
for (let turn = 1, before = await count(); before < 100; turn++) {
  for (const row of measures) {
    for (const column of columns) {
      const range = String.fromCharCode(65 + column) + (row + 1);
      const text = `Проведена рабочая встреча № ${turn} представителей деловых кругов, участвовали ${row * 7} организаций`;
      const answer = await fetch(`${values}/${range}?valueInputOption=RAW`, {
        method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ values: [[text]] }) });
      if (!answer.ok) throw new Error(await answer.text());
    }
  }
  const wanted = before + measures.length * columns.length;
  while ((before = await count()) < wanted) {
    if (Date.now() > end) throw new Error(`The log has only ${before} entries`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
JS
  node "$WORK/fill.mjs" "${SHEET%%/spreadsheets/*}/v4/spreadsheets/roadmap/values" "$API/changes" || give_up "The log could not be filled."
}

# What Sverka answers, as files for nginx.
save_answers() {
  local files="$1" i
  mkdir -p "$files/tmp"
  fetch "$API" >"$files/feed.json"
  fetch -H 'Accept-Encoding: gzip' "$API" >"$files/feed.json.gz"
  touch -r "$files/feed.json" "$files/feed.json.gz"
  for i in "${!FILTERS[@]}"; do fetch "$API?${FILTERS[i]}" >"$files/filter-$i.json"; done
  fetch "$API/$CHANGES" >"$files/changes.json"
}

# nginx with these files and the settings that make it fast. Sets NGINX_PORT and NGINX_PID.
start_nginx() {
  local sendfile="$1" root="$WORK/nginx-$1" user=""
  mkdir -p "$root"
  [ "$(id -u)" != 0 ] || user="user root;"
  NGINX_PORT="$(free_port)"
  cat >"$root/nginx.conf" <<CONF
$user
daemon off;
worker_processes 1;
pid $root/pid;
error_log $root/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path $FILES/tmp;
  proxy_temp_path $FILES/tmp;
  fastcgi_temp_path $FILES/tmp;
  uwsgi_temp_path $FILES/tmp;
  scgi_temp_path $FILES/tmp;
  sendfile $sendfile;
  tcp_nopush $sendfile;
  output_buffers 2 64k;
  keepalive_requests 100000000;
  open_file_cache max=100 inactive=1h;
  open_file_cache_valid 1h;
  gzip_static on;
  gzip_vary on;
  types { application/json json; }
  server { listen 127.0.0.1:$NGINX_PORT; root $FILES; }
}
CONF
  "${SERVER_CPU[@]}" nginx -p "$root" -c "$root/nginx.conf" 2>"$root/start.log" &
  NGINX_PID=$!
  RUNNING[$NGINX_PID]=nginx
  await_answer "http://127.0.0.1:$NGINX_PORT/feed.json" "$NGINX_PID" "$root/start.log"
}

await_answer() {
  local url="$1" pid="$2" log="$3"
  until curl -sf -o "$WORK/one" "$url"; do
    if ! kill -0 "$pid" 2>/dev/null; then
      cat "$log" >&2
      fail "A server to compare with did not start."
    fi
    sleep 0.05
  done
}

# What a webmaster would otherwise take: the same JSON as objects, behind json-server and behind a Fastify handler.
start_node() {
  local root="$WORK/node"
  mkdir -p "$root"
  say "Feed: fetching json-server and Fastify…"
  (cd "$root" && npm init -y >/dev/null 2>&1 \
    && npm install --silent --no-audit --no-fund "json-server@$JSON_SERVER" "fastify@$FASTIFY" \
      "@fastify/compress@$FASTIFY_COMPRESS" "@fastify/etag@$FASTIFY_ETAG" >"$root/npm.log" 2>&1) \
    || { cat "$root/npm.log" >&2; fail "json-server and Fastify could not be installed."; }
  node -e '
    const read = (name) => JSON.parse(require("fs").readFileSync(name, "utf8"));
    const feed = read(process.argv[1] + "/feed.json");
    const measures = feed.sections.flatMap((s) => s.measures.map((m) => ({ id: m.number, section: s.number, ...m })));
    console.log(JSON.stringify({ feed, measures, entries: read(process.argv[1] + "/changes.json").entries }));
  ' "$FILES" >"$root/db.json"
  cat >"$root/fastify.mjs" <<'JS'
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import compress from '@fastify/compress';
import etag from '@fastify/etag';

const { feed, measures, entries } = JSON.parse(readFileSync('db.json', 'utf8'));
const app = Fastify();
await app.register(compress, { encodings: ['gzip'] });
await app.register(etag);
app.get('/feed', async () => feed);
app.get('/measures', async (request) => measures.filter((m) => m.section === request.query.section));
app.get('/entries', async () => entries);
await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) });
JS
  JSON_SERVER_PORT="$(free_port)"
  (cd "$root" && NODE_ENV=production exec "${SERVER_CPU[@]}" node node_modules/json-server/lib/cli/bin.js --quiet --host 127.0.0.1 \
    --port "$JSON_SERVER_PORT" db.json) >"$root/json-server.log" 2>&1 &
  JSON_SERVER_PID=$!
  RUNNING[$JSON_SERVER_PID]=json-server
  FASTIFY_PORT="$(free_port)"
  (cd "$root" && NODE_ENV=production exec "${SERVER_CPU[@]}" node fastify.mjs "$FASTIFY_PORT") >"$root/fastify.log" 2>&1 &
  FASTIFY_PID=$!
  RUNNING[$FASTIFY_PID]=fastify
  await_answer "http://127.0.0.1:$JSON_SERVER_PORT/feed" "$JSON_SERVER_PID" "$root/json-server.log"
  await_answer "http://127.0.0.1:$FASTIFY_PORT/feed" "$FASTIFY_PID" "$root/fastify.log"
}

# Ready bytes behind a handler of Vert.x and nothing else.
start_bare() {
  local port
  port="$(free_port)"
  benchmark_on SERVER_CPU --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Dvertx.cacheImmutableHttpResponseHeaders=true "${UNSAFE[@]}" \
    org.sverka.web.BareServer "$port" "$FILES/feed.json" 2>"$WORK/bare.log" &
  BARE_PID=$!
  RUNNING[$BARE_PID]=bare
  BARE_URL="http://127.0.0.1:$port"
  await_answer "$BARE_URL/" "$BARE_PID" "$WORK/bare.log"
}

etag() { curl -s -o "$WORK/one" -D - "$@" | tr -d '\r' | sed -nE 's/^[Ee][Tt]ag: //p'; }

# Both servers must answer alike before they are compared.
same_answer() {
  local ours="$1" theirs="$2" one two
  shift 2
  one="$(curl -s -w '%{http_code}' "$@" -o "$WORK/one" "$ours") $(cksum <"$WORK/one")"
  two="$(curl -s -w '%{http_code}' "$@" -o "$WORK/two" "$theirs") $(cksum <"$WORK/two")"
  [ "$one" = "$two" ] || fail "Sverka and nginx answer differently: $ours $one, $theirs $two."
}

# Hundredths of a second that a process and its children have computed.
ticks() {
  local pid
  for pid in "$1" $(cat "/proc/$1/task/$1/children"); do
    sed 's/.*) //' "/proc/$pid/stat"
  done | awk '{ sum += $12 + $13 } END { print sum }'
}

# Makes wrk go through several addresses in turn; all but the first are given as paths.
in_turn() {
  local path
  echo "local requests, next = {}, 0"
  echo "init = function()"
  for path in "$@"; do echo "  requests[#requests + 1] = wrk.format('GET', '$path')"; done
  echo "end"
  echo "request = function() next = next % #requests + 1; return requests[next] end"
}

# One run of wrk against a process. Prints requests per second, the microseconds that the process
# computed for each, and the 99th percentile of the answers' times in microseconds.
load() {
  local seconds="$1" pid="$2" url="$3" before after
  shift 3
  before="$(ticks "$pid")"
  "${LOAD_CPU[@]}" wrk -t1 -c"$CONNECTIONS" -d"${seconds}s" --latency "$@" "$url" >"$WORK/wrk"
  after="$(ticks "$pid")"
  if grep -Eq 'Non-2xx|Socket errors' "$WORK/wrk"; then
    cat "$WORK/wrk" >&2
    give_up "Requests failed."
  fi
  awk -v ticks="$((after - before))" '
    function micros(text) { return text ~ /us$/ ? text + 0 : text ~ /ms$/ ? text * 1000 : text * 1000000 }
    /requests in/ { n = $1 } /Requests\/sec/ { rate = $2 } $1 == "99%" { slow = micros($2) }
    END { printf "%.0f %.2f %.0f\n", rate, ticks * 10000 / n, slow }' "$WORK/wrk"
}

# Medians of the ratios of two files of figures, line by line: of a column, the first file above the second.
paired() { paste -d' ' "$WORK/$1" "$WORK/$2" | awk -v at="$3" '{ printf "%.4f\n", $at / $(at + 3) }' | median; }

ratio() { awk -v value="$1" 'BEGIN { printf value < 10 ? "%.2f" : "%.0f", value }'; }

# Compares Sverka with the better nginx in ROUNDS rounds, and in one more with json-server and Fastify. Before it is called:
# OURS, THEIRS, NODE_JSON and NODE_FASTIFY, the arguments of wrk for each, OURS_LIKE_NODE and THEIRS_LIKE_NODE, those for
# Sverka and nginx beside the last two, and BARE, the path for a bare handler, if any.
measure_form() {
  local form="$1" sendfile="off" pid="${NGINX_OFF[1]}" round port="${NGINX_OFF[0]}" on off
  : >"$WORK/ours" >"$WORK/theirs" >"$WORK/bare"
  on="$(load "$CHOICE_SECONDS" "${NGINX_ON[1]}" "http://127.0.0.1:${NGINX_ON[0]}${THEIRS[0]}" "${THEIRS[@]:1}")"
  off="$(load "$CHOICE_SECONDS" "${NGINX_OFF[1]}" "http://127.0.0.1:${NGINX_OFF[0]}${THEIRS[0]}" "${THEIRS[@]:1}")"
  if awk -v on="$on" -v off="$off" 'BEGIN { split(on, a, " "); split(off, b, " "); exit !(a[2] < b[2]) }'; then
    sendfile=on pid="${NGINX_ON[1]}" port="${NGINX_ON[0]}"
  fi
  load "$WARM_UP" "$PID" "$SITE${OURS[0]}" "${OURS[@]:1}" >/dev/null
  [ -z "$BARE" ] || load "$WARM_UP" "$BARE_PID" "$BARE_URL$BARE" "${OURS[@]:1}" >/dev/null
  for ((round = 1; round <= ROUNDS; round++)); do
    if ((round % 2)); then
      load "$SECONDS_EACH" "$PID" "$SITE${OURS[0]}" "${OURS[@]:1}" >>"$WORK/ours"
      load "$SECONDS_EACH" "$pid" "http://127.0.0.1:$port${THEIRS[0]}" "${THEIRS[@]:1}" >>"$WORK/theirs"
    else
      load "$SECONDS_EACH" "$pid" "http://127.0.0.1:$port${THEIRS[0]}" "${THEIRS[@]:1}" >>"$WORK/theirs"
      load "$SECONDS_EACH" "$PID" "$SITE${OURS[0]}" "${OURS[@]:1}" >>"$WORK/ours"
    fi
    [ -z "$BARE" ] || load "$SECONDS_EACH" "$BARE_PID" "$BARE_URL$BARE" "${OURS[@]:1}" >>"$WORK/bare"
    say "  $form, round $round of $ROUNDS: Sverka $(tail -1 "$WORK/ours"), nginx $(tail -1 "$WORK/theirs")" \
      "(requests/s, µs of processor each, µs for 99 %)"
  done
  load "$SECONDS_EACH" "$PID" "$SITE${OURS_LIKE_NODE[0]}" "${OURS_LIKE_NODE[@]:1}" >"$WORK/like-node"
  load "$SECONDS_EACH" "$pid" "http://127.0.0.1:$port${THEIRS_LIKE_NODE[0]}" "${THEIRS_LIKE_NODE[@]:1}" >"$WORK/nginx-like-node"
  load "$SECONDS_EACH" "$JSON_SERVER_PID" "http://127.0.0.1:$JSON_SERVER_PORT${NODE_JSON[0]}" "${NODE_JSON[@]:1}" >"$WORK/json"
  load "$SECONDS_EACH" "$FASTIFY_PID" "http://127.0.0.1:$FASTIFY_PORT${NODE_FASTIFY[0]}" "${NODE_FASTIFY[@]:1}" >"$WORK/fastify"
  say "  $form: beside Sverka's $(cat "$WORK/like-node") nginx $(cat "$WORK/nginx-like-node"), json-server $(cat "$WORK/json")," \
    "Fastify $(cat "$WORK/fastify")"
  form_row "$form" "$sendfile"
}

form_row() {
  row "| $1 | $(column 1 ours) | $(column 1 theirs) (sendfile $2) | $(ratio "$(paired ours theirs 1)") |" \
    "$(column 2 ours) | $(column 2 theirs) | $(ratio "$(paired theirs ours 2)") |" \
    "$(column 3 ours) | $(column 3 theirs) | $(ratio "$(paired ours theirs 3)") |" \
    "$(times json) | $(times fastify) | $([ -z "$BARE" ] || ratio "$(paired theirs bare 2)") |"
}

# How many times the requests per second of processor of another server Sverka makes.
times() {
  awk -v ours="$(column 2 like-node)" '{ printf "%.0f", $2 / ours }' "$WORK/$1"
}

bench_feed() {
  local i paths=() files=() mine theirs
  command -v nginx >/dev/null || need_packages "nginx, to compare with" nginx-light
  command -v wrk >/dev/null || need_packages "wrk, the load generator" wrk
  command -v npm >/dev/null || need_packages "npm, for json-server and Fastify" npm
  build_benchmarks
  pin
  say "Feed: starting Sverka and the others…"
  SVERKA_POLL_SECONDS=1 start_sverka "$WORK/feed-data"
  await_first_look
  fill_log
  # What is measured looks at the sheet as often as it does by itself.
  stop_sverka
  start_sverka "$WORK/feed-data"
  await_first_look
  FILES="$WORK/files"
  save_answers "$FILES"
  start_nginx on
  NGINX_ON=("$NGINX_PORT" "$NGINX_PID")
  start_nginx off
  NGINX_OFF=("$NGINX_PORT" "$NGINX_PID")
  start_node
  start_bare
  FEED="${API#"$SITE"}"
  for i in "${!FILTERS[@]}"; do
    paths+=("$FEED?${FILTERS[i]}")
    files+=("/filter-$i.json")
    same_answer "$API?${FILTERS[i]}" "http://127.0.0.1:$NGINX_PORT/filter-$i.json"
  done
  same_answer "$API" "http://127.0.0.1:$NGINX_PORT/feed.json"
  same_answer "$API" "http://127.0.0.1:$NGINX_PORT/feed.json" -H 'Accept-Encoding: gzip'
  same_answer "$API/$CHANGES" "http://127.0.0.1:$NGINX_PORT/changes.json"
  in_turn "${paths[@]}" >"$WORK/ours.lua"
  in_turn "${files[@]}" >"$WORK/theirs.lua"

  table "| | Sverka, requests/s | nginx, requests/s | ratio | Sverka, µs of processor each | nginx, µs of processor each | requests for the processor's time, ratio | Sverka, µs for 99 % | nginx, µs for 99 % | ratio | × json-server | × Fastify | a bare handler: requests for the processor's time, ratio to nginx |"
  say "Feed: warming Sverka and the bare handler up…"
  load "$FIRST_WARM_UP" "$PID" "$API" >/dev/null
  load "$FIRST_WARM_UP" "$BARE_PID" "$BARE_URL/plain" >/dev/null
  BARE=/plain
  set_all "$FEED" /feed.json /feed /feed
  measure_form "the feed, plain"
  BARE=/gzip
  set_all "$FEED" /feed.json /feed /feed -H 'Accept-Encoding: gzip'
  measure_form "the feed, gzip"
  mine="$(etag "$API")" theirs="$(etag "http://127.0.0.1:$NGINX_PORT/feed.json")"
  OURS=("$FEED" -H "If-None-Match: $mine")
  THEIRS=(/feed.json -H "If-None-Match: $theirs")
  NODE_JSON=(/feed -H "If-None-Match: $(etag "http://127.0.0.1:$JSON_SERVER_PORT/feed")")
  NODE_FASTIFY=(/feed -H "If-None-Match: $(etag "http://127.0.0.1:$FASTIFY_PORT/feed")")
  OURS_LIKE_NODE=("${OURS[@]}") THEIRS_LIKE_NODE=("${THEIRS[@]}")
  all_answer_304
  BARE=/304
  measure_form "the feed, 304"
  BARE=""
  OURS=("$FEED" -s "$WORK/ours.lua")
  THEIRS=(/feed.json -s "$WORK/theirs.lua")
  OURS_LIKE_NODE=("$FEED?${FILTERS[0]}") THEIRS_LIKE_NODE=("/filter-0.json")
  NODE_JSON=("/measures?${FILTERS[0]}")
  NODE_FASTIFY=("/measures?${FILTERS[0]}")
  measure_form "filtered queries, ${#FILTERS[@]} in turn"
  set_all "$FEED/$CHANGES" /changes.json "/entries?_limit=100" /entries
  measure_form "a page of changes"
  stop_sverka
}

# What many who only hold connections do to those who ask, once they are all there. The crowd goes again within the
# 30 seconds after which it would be cut off.
bench_crowd() {
  local round crowd
  command -v wrk >/dev/null || need_packages "wrk, the load generator" wrk
  build_benchmarks
  pin
  start_sverka "$WORK/crowd-data"
  await_first_look
  : >"$WORK/alone" >"$WORK/crowded"
  say "Crowd: $IDLE idle connections and $SLOW slow readers…"
  load "$FIRST_WARM_UP" "$PID" "$API" >/dev/null
  for ((round = 1; round <= ROUNDS; round++)); do
    load "$CROWD_SECONDS" "$PID" "$API" >>"$WORK/alone"
    benchmark_on LOAD_CPU org.sverka.web.Crowd "$API" "$IDLE" "$SLOW" >"$WORK/crowd" &
    crowd=$!
    RUNNING[$crowd]=crowd
    until grep -q idle "$WORK/crowd"; do
      kill -0 "$crowd" 2>/dev/null || fail "The crowd could not connect: $IDLE and $SLOW more descriptors are needed (ulimit -n)."
      sleep 0.1
    done
    settle
    load "$CROWD_SECONDS" "$PID" "$API" >>"$WORK/crowded"
    if grep -q 'cut off' "$WORK/crowd"; then fail "Of the crowd some were cut off before it had been measured."; fi
    kill "$crowd" && wait "$crowd" 2>/dev/null || true
    unset "RUNNING[$crowd]"
    settle
    say "  round $round of $ROUNDS: alone $(tail -1 "$WORK/alone"), in the crowd $(tail -1 "$WORK/crowded")"
  done
  table "| | requests/s | µs for 99 % |"
  row "| the feed, plain, as before | $(column 1 alone) | $(column 3 alone) |"
  row "| with $(head -1 "$WORK/crowd") readers | $(column 1 crowded) | $(column 3 crowded) |"
  row "| ratio | $(ratio "$(paired crowded alone 1)") | $(ratio "$(paired crowded alone 3)") |"
  stop_sverka
}

# Coming and going are not measured, nor is what the collector does with so many who have just come.
settle() {
  sleep "$SETTLING"
  "${LOAD_CPU[@]}" wrk -t1 -c"$CONNECTIONS" -d"${SETTLING}s" "$API" >"$WORK/settled"
}

# The paths on the four servers, and what all of them are asked with.
set_all() {
  local ours="$1" theirs="$2" json="$3" fastify="$4"
  shift 4
  OURS=("$ours" "$@") OURS_LIKE_NODE=("$ours" "$@") THEIRS=("$theirs" "$@") THEIRS_LIKE_NODE=("$theirs" "$@")
  NODE_JSON=("$json" "$@") NODE_FASTIFY=("$fastify" "$@")
}

all_answer_304() {
  local url
  for url in "$SITE${OURS[0]} ${OURS[2]}" "http://127.0.0.1:${NGINX_ON[0]}${THEIRS[0]} ${THEIRS[2]}" \
    "http://127.0.0.1:${NGINX_OFF[0]}${THEIRS[0]} ${THEIRS[2]}" \
    "http://127.0.0.1:$JSON_SERVER_PORT${NODE_JSON[0]} ${NODE_JSON[2]}" \
    "http://127.0.0.1:$FASTIFY_PORT${NODE_FASTIFY[0]} ${NODE_FASTIFY[2]}"; do
    [ "$(curl -s -o "$WORK/one" -w '%{http_code}' -H "${url#* }" "${url%% *}")" = 304 ] || fail "${url%% *} does not answer 304."
  done
}
