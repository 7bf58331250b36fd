// Follows the log of a running Sverka with what the Go team wrote for its checksum database:
// golang.org/x/mod/sumdb/note opens checkpoints, golang.org/x/mod/sumdb/tlog proves that entries are
// in the tree and that a tree is the beginning of a later one. Edits the embedded sheet in between.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	height    = 8
	enough    = 300                // entries, so that there are full tiles
	rowsATurn = 8                  // fewer than a fifth of the measures: more is held as a mass change
	patience  = 4 * time.Minute    // for all edits
	tab       = "'Дорожная карта'" // of the sheet
)

var (
	log   = strings.TrimRight(os.Getenv("LOG_URL"), "/")
	sheet = strings.TrimRight(os.Getenv("SHEET_ROOT"), "/")
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func require(right bool, format string, args ...interface{}) {
	if !right {
		must(fmt.Errorf(format, args...))
	}
}

func ask(method, address string, body interface{}) ([]byte, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequest(method, address, bytes.NewReader(encoded))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	if body == nil {
		request.Body, request.ContentLength = nil, 0
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != 200 {
		err = fmt.Errorf("%s: %s: %s", address, response.Status, answer)
	}
	return answer, err
}

func get(address string) []byte {
	answer, err := ask("GET", address, nil)
	must(err)
	return answer
}

// Opens the checkpoint that the log shows now with the key that it shows.
func checkpoint() tlog.Tree {
	verifier, err := note.NewVerifier(strings.TrimSuffix(string(get(log+"/key")), "\n"))
	must(err)
	opened, err := note.Open(get(log+"/checkpoint"), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	require(len(lines) == 4 && lines[3] == "", "not three lines: %q", opened.Text)
	require(lines[0] == verifier.Name(), "origin %q is not the key's name", lines[0])
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	hash, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	tree := tlog.Tree{N: size}
	require(copy(tree.Hash[:], hash) == tlog.HashSize, "a root of %d bytes", len(hash))
	return tree
}

// Reads tiles as c2sp.org/tlog-tiles names them: tlog's own paths have the height besides.
type tiles struct{ read int }

func (t *tiles) Height() int { return height }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := ask("GET", log+"/"+path, nil)
		if err != nil {
			return nil, err
		}
		all = append(all, data)
		t.read++
	}
	return all, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// The entries of the log from the bundles, each as the tree has it.
func entries(size int64) [][]byte {
	var all [][]byte
	for n := int64(0); n*256 < size; n++ {
		path := fmt.Sprintf("entries/%03d", n)
		if width := size - n*256; width < 256 {
			path += fmt.Sprintf(".p/%d", width)
		}
		for bundle := get(log + "/tile/" + path); len(bundle) > 0; {
			length := int(bundle[0])<<8 | int(bundle[1])
			require(len(bundle) >= 2+length, "%s is cut off", path)
			all = append(all, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	require(int64(len(all)) == size, "%d entries, not %d", len(all), size)
	return all
}

// Proves each entry of the tree.
func follow(tree tlog.Tree) {
	reader := &tiles{}
	hashes := tlog.TileHashReader(tree, reader)
	for i, entry := range entries(tree.N) {
		proof, err := tlog.ProveRecord(tree.N, int64(i), hashes)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entry)))
		var said struct{ Seq int }
		must(json.Unmarshal(entry, &said))
		require(said.Seq == i+1, "entry %d says that it is %d", i+1, said.Seq)
	}
	fmt.Printf("ok %d entries are in the tree\n", tree.N)
}

// Proves that a tree is the beginning of another.
func extends(older, newer tlog.Tree) {
	hashes := tlog.TileHashReader(newer, &tiles{})
	proof, err := tlog.ProveTree(newer.N, older.N, hashes)
	must(err)
	must(tlog.CheckTree(proof, newer.N, newer.Hash, older.N, older.Hash))
	fmt.Printf("ok the tree of %d is the beginning of that of %d\n", older.N, newer.N)
}

// Cells of the tab, once there is one.
func values(cells string, deadline time.Time) [][]string {
	address := sheet + "/v4/spreadsheets/roadmap/values/" + url.PathEscape(tab+"!"+cells)
	for {
		answered, err := ask("GET", address, nil)
		var answer struct{ Values [][]string }
		if err == nil {
			must(json.Unmarshal(answered, &answer))
			return answer.Values
		}
		require(time.Now().Before(deadline), "no cells: %v", err)
		time.Sleep(200 * time.Millisecond)
	}
}

// The rows of measures, and the letters of the columns in which parties report.
func places(deadline time.Time) (rows []int, columns []string) {
	for i, title := range values("A1:Z1", deadline)[0] {
		if strings.HasPrefix(title, "Ход исполнения") {
			columns = append(columns, string(rune('A'+i)))
		}
	}
	for i, row := range values("A1:A100", deadline) {
		if len(row) > 0 && strings.Contains(row[0], ".") {
			rows = append(rows, i+1)
		}
	}
	require(len(rows) > rowsATurn && len(columns) == 2, "%d rows, %d columns", len(rows), len(columns))
	return rows, columns
}

func edit(rows []int, columns []string, turn int) {
	var data []map[string]interface{}
	for i := 0; i < rowsATurn; i++ {
		row := rows[(turn*rowsATurn+i)%len(rows)]
		for _, column := range columns {
			data = append(data, map[string]interface{}{
				"range":  fmt.Sprintf("%s!%s%d", tab, column, row),
				"values": [][]string{{fmt.Sprintf("Проведено заседание № %d", turn+1)}},
			})
		}
	}
	_, err := ask("POST", sheet+"/v4/spreadsheets/roadmap/values:batchUpdate",
		map[string]interface{}{"valueInputOption": "RAW", "data": data})
	must(err)
}

func waitBeyond(size int64, deadline time.Time) tlog.Tree {
	for {
		if tree := checkpoint(); tree.N > size {
			return tree
		}
		require(time.Now().Before(deadline), "still %d entries", size)
		time.Sleep(200 * time.Millisecond)
	}
}

func main() {
	deadline := time.Now().Add(patience)
	first := waitBeyond(1, deadline)
	follow(first)
	rows, columns := places(deadline)
	last := first
	for turn := 0; last.N < enough; turn++ {
		edit(rows, columns, turn)
		next := waitBeyond(last.N, deadline)
		extends(last, next)
		last = next
	}
	follow(last)
	extends(first, last)
}
