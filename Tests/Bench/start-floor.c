/* The least a program can do to show a tray of a homeward desk: open the file as the desk does, ask for
 * the counts and the first rows, draw one frame, wait for q. `Scripts/bench-start` measures the desk
 * beside it.
 *
 *   cc -O2 -o start-floor start-floor.c -lncursesw -ltinfo -lsqlite3
 *   start-floor DESK TRAY NOW
 */
#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static sqlite3 *db;

static sqlite3_stmt *ask(const char *sql) {
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
    fprintf(stderr, "start-floor: %s\n", sqlite3_errmsg(db));
    exit(1);
  }
  return statement;
}

static void set(const char *pragma) {
  sqlite3_stmt *statement = ask(pragma);
  while (sqlite3_step(statement) == SQLITE_ROW) {
  }
  sqlite3_finalize(statement);
}

int main(int count, char **words) {
  if (count < 4) return 64;
  setlocale(LC_ALL, "");
  if (sqlite3_open_v2(words[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) return 1;
  sqlite3_busy_timeout(db, 5000);
  set("PRAGMA journal_mode = WAL");
  set("PRAGMA synchronous = FULL");
  set("PRAGMA foreign_keys = ON");
  sqlite3_stmt *counts = ask(
      "SELECT tray, count(*), sum(sort_due < ?1), sum(sort_due >= ?1 AND sort_due < ?1 + 86400) "
      "FROM steps WHERE outcome = 'open' GROUP BY tray");
  sqlite3_bind_int64(counts, 1, atoll(words[3]));
  sqlite3_stmt *rows = ask(
      "SELECT s.title, s.due, c.family_name, c.given_names, s.episode FROM ("
      " SELECT * FROM steps WHERE outcome = 'open' AND tray = ? ORDER BY sort_due, id LIMIT 100) s "
      "JOIN children c ON c.id = s.child ORDER BY s.sort_due, s.id");
  sqlite3_bind_text(rows, 1, words[2], -1, SQLITE_STATIC);

  initscr();
  raw();
  noecho();
  keypad(stdscr, TRUE);
  start_color();
  use_default_colors();
  int line = 1;
  while (sqlite3_step(counts) == SQLITE_ROW)
    mvprintw(line++, 1, "%-20s %4d %4d!", sqlite3_column_text(counts, 0), sqlite3_column_int(counts, 1),
             sqlite3_column_int(counts, 2));
  line = 2;
  while (sqlite3_step(rows) == SQLITE_ROW && line < LINES - 2)
    mvprintw(line++, 34, "%lld %-24.24s, %-12.12s %s", (long long)sqlite3_column_int64(rows, 1),
             sqlite3_column_text(rows, 2), sqlite3_column_text(rows, 3), sqlite3_column_text(rows, 0));
  mvprintw(LINES - 1, 0, "q quit");
  refresh();
  while (getch() != 'q') {
  }
  endwin();
  sqlite3_close(db);
  return 0;
}
