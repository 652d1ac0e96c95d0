/* What Terminal needs of ncursesw, in the forms Swift can call: ncurses' globals, its cast
   macros and its cells are out of Swift's reach, and so are signal handlers. */
#ifndef HOMEWARD_CNCURSES_H
#define HOMEWARD_CNCURSES_H

/* These four must come before every system header: wide cells and wcwidth hang on them. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef NCURSES_NOMACROS
#define NCURSES_NOMACROS 1
#endif
#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>

/* Globals and macros. */
static inline WINDOW *hw_stdscr(void) { return stdscr; }
static inline int hw_lines(void) { return LINES; }
static inline int hw_columns(void) { return COLS; }
static inline int hw_colors(void) { return COLORS; }
static inline attr_t hw_bold(void) { return A_BOLD; }
static inline attr_t hw_dim(void) { return A_DIM; }
static inline attr_t hw_underline(void) { return A_UNDERLINE; }
static inline attr_t hw_reverse(void) { return A_REVERSE; }

/* Writes one cell into a run; false when the C library would not give it this width. */
static inline bool hw_cell(cchar_t *cell, const wchar_t *text, int width, attr_t attributes,
                           int pair) {
  if (wcwidth(text[0]) != width) return false;
  return setcchar(cell, text, attributes, (short)pair, &pair) == OK;
}

/* Reads a cell back: its text (up to 5 scalars and a 0), attributes and pair. */
static inline bool hw_read_cell(int row, int column, wchar_t text[CCHARW_MAX + 1],
                                attr_t *attributes, int *pair) {
  cchar_t cell;
  short small = 0;
  if (mvwin_wch(stdscr, row, column, &cell) != OK) return false;
  for (int i = 0; i <= CCHARW_MAX; i++) text[i] = 0;
  return getcchar(&cell, text, attributes, &small, pair) == OK;
}

/* One key without waiting: 0 a character, 1 a function key, -1 nothing there. */
static inline int hw_key(WINDOW *window, uint32_t *value) {
  wint_t key = 0;
  int result = wget_wch(window, &key);
  *value = (uint32_t)key;
  return result == OK ? 0 : result == KEY_CODE_YES ? 1 : -1;
}

/* Codes for the ends of a bracketed paste, above all of ncurses' own. */
enum { HW_PASTE_BEGIN = 2000, HW_PASTE_END = 2001 };

/* Codes for the arrows with Ctrl, which go by words. */
enum { HW_WORD_LEFT = 2002, HW_WORD_RIGHT = 2003 };

/* Codes for Home and End with Ctrl, which go to the first and the last. */
enum { HW_FIRST = 2006, HW_LAST = 2007 };

/* The terminal's answers that it knows synchronized output, on or off now. */
enum { HW_SYNC_KNOWN = 2004, HW_SYNC_ON = 2005 };

/* Where the mouse was clicked or turned, from the event that ncurses keeps: 0 a click, 1 the wheel up,
   2 the wheel down, -1 anything else, -2 none. */
int hw_mouse_event(int *row, int *column);

/* Has the terminal report the mouse, or leaves it to the terminal. */
void hw_mouse(bool on);

/* Asks the terminal whether it can hold a frame back until it is whole; its answer comes as a key. */
void hw_ask_sync(void);

/* From now on each frame is held back until it is whole. */
void hw_use_sync(void);

/* Writes bytes that are no part of a frame, such as for the clipboard. */
void hw_write_control(const char *bytes, long length);

/* Takes the terminal on stdin and stdout for lines rather than a screen: 0, or 3 the system refused. */
int hw_open_plain(bool pastes);

/* Reads what waits, at most so many bytes: how many, 0 nothing, -1 the end. */
long hw_read_plain(unsigned char *bytes, long capacity);

/* Chooses the locale; true when its codeset is UTF-8. */
bool hw_set_locale(void);

/* Opens the terminal on stdin and stdout: 0, or 1 unknown terminal, 2 it cannot move a cursor,
   3 the system refused. */
int hw_open(const char *term);

/* Opens a screen on /dev/null of a given size: 0, or as hw_open. */
int hw_open_headless(int lines, int columns);

/* Gives the terminal back; safe to call twice. */
void hw_close(void);

/* Gives the terminal back, stops the process group as Ctrl-Z does, and takes it again: as hw_resume. */
bool hw_suspend(void);

/* Gives the terminal back until hw_resume. */
void hw_lend(void);

/* Takes the terminal's modes again after somebody else changed them; true when it has another size since. */
bool hw_resume(void);

/* Brings ncurses' size to the terminal's; true when it had changed. */
bool hw_follow_size(void);

/* Says the same to the terminal in fewer bytes, in place.
   Returns how many they are. */
size_t hw_thrift(char *bytes, size_t length);

/* Sends what was drawn: one doupdate and the cursor, gathered into one write(2).
   Returns the bytes sent; `cursor` is 0 or 1 to set its visibility, -1 to leave it. */
long hw_send(int cursor);

/* Why hw_wait came back. */
enum {
  HW_KEYS = 1, HW_FILE = 2, HW_POSTED = 4, HW_HANGUP = 8, HW_TERMINATE = 16, HW_CONTINUED = 32,
  HW_SUSPEND = 64
};

/* Waits on keys, the watched folder, posts and signals; milliseconds, negative for ever. */
int hw_wait(int milliseconds);

/* Whether input waits, within milliseconds. */
bool hw_input_waits(int milliseconds);

/* Watches a folder for changes to names with this prefix; false when that cannot be done. */
bool hw_watch(const char *directory, const char *prefix);

/* Wakes hw_wait from any thread. */
void hw_post(void);

#endif
