/* Opens and closes the terminal and sends frames to it. */
#include "internal.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

int hw_terminal_fd = -1;
int hw_input_fd = -1;
static SCREEN *screen;
static FILE *out_file, *in_file;
static int ncurses_fd = -1; /* what ncurses writes to: the terminal, or the gathering file */
static int gather_fd = -1;

bool hw_is_plain;
static bool plain_pastes;
static bool uses_mouse, uses_sync;

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool hw_set_locale(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  const char *asked = NULL;
  for (int i = 0; i < 3 && !asked; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) asked = value;
  }
  if (setlocale(LC_CTYPE, "") && is_utf8()) return true;
  /* Nobody asked for anything, or for a UTF-8 locale that is not installed here (as SSH likes
     to send): UTF-8 it is. Whoever asked for C, or for another codeset, gets ASCII. */
  bool wants_utf8 = !asked || strcasestr(asked, "utf-8") || strcasestr(asked, "utf8");
  if (wants_utf8 && setlocale(LC_CTYPE, "C.UTF-8") && is_utf8()) return true;
  setlocale(LC_CTYPE, "C");
  return false;
}

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

static void define_keys(void) {
  /* Terminals send more forms than their terminfo entry says, PuTTY above all. */
  static const struct { const char *bytes; int key; } more[] = {
    {"\033[200~", HW_PASTE_BEGIN}, {"\033[201~", HW_PASTE_END}, {"\033[A", KEY_UP},
    {"\033OA", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033OB", KEY_DOWN}, {"\033[C", KEY_RIGHT},
    {"\033OC", KEY_RIGHT}, {"\033[D", KEY_LEFT}, {"\033OD", KEY_LEFT}, {"\033[H", KEY_HOME},
    {"\033OH", KEY_HOME}, {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME}, {"\033[F", KEY_END},
    {"\033OF", KEY_END}, {"\033[4~", KEY_END}, {"\033[8~", KEY_END}, {"\033[Z", KEY_BTAB},
    {"\033OM", KEY_ENTER}, {"\033[3~", KEY_DC}, {"\033[2~", KEY_IC}, {"\033[5~", KEY_PPAGE},
    {"\033[6~", KEY_NPAGE}, {"\033[1;5D", HW_WORD_LEFT}, {"\033[1;5C", HW_WORD_RIGHT},
    {"\033[5D", HW_WORD_LEFT}, {"\033[5C", HW_WORD_RIGHT}, {"\033Od", HW_WORD_LEFT},
    {"\033[?2026;1$y", HW_SYNC_ON}, {"\033[?2026;2$y", HW_SYNC_KNOWN},
    {"\033[1;5H", HW_FIRST}, {"\033[1;5F", HW_LAST}, {"\033[1;5~", HW_FIRST},
    {"\033[4;5~", HW_LAST}, {"\033[7^", HW_FIRST}, {"\033[8^", HW_LAST},
    {"\033Oc", HW_WORD_RIGHT}, {"\033[1;3D", HW_WORD_LEFT}, {"\033[1;3C", HW_WORD_RIGHT},
  };
  for (size_t i = 0; i < sizeof more / sizeof *more; i++) define_key(more[i].bytes, more[i].key);
}

static bool make_descriptors(int terminal) {
  hw_terminal_fd = fcntl(terminal, F_DUPFD_CLOEXEC, 10);
  ncurses_fd = fcntl(terminal, F_DUPFD_CLOEXEC, 10);
  /* Without the gathering file frames still arrive, in more writes. */
  gather_fd = memfd_create("homeward-frame", MFD_CLOEXEC);
  out_file = ncurses_fd < 0 ? NULL : fdopen(ncurses_fd, "w");
  return hw_terminal_fd >= 0 && out_file && hw_open_wakeup();
}

static void close_descriptors(void) {
  if (out_file) fclose(out_file);
  else if (ncurses_fd >= 0) close(ncurses_fd);
  if (in_file && in_file != stdin) fclose(in_file);
  if (hw_terminal_fd >= 0) close(hw_terminal_fd);
  if (gather_fd >= 0) close(gather_fd);
  hw_close_watch();
  out_file = in_file = NULL;
  ncurses_fd = hw_terminal_fd = gather_fd = hw_input_fd = -1;
}

static void set_plain_modes(void) {
  struct termios modes = hw_saved_modes;
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
  modes.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
  if (plain_pastes) hw_write_all(hw_terminal_fd, paste_on, sizeof paste_on - 1);
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  /* We look for waiting keys ourselves; a frame must never stop half way. */
  typeahead(-1);
  if (!getenv("ESCDELAY")) set_escdelay(25);
}

int hw_open(const char *term) {
  if (tcgetattr(STDIN_FILENO, &hw_saved_modes) != 0 || !make_descriptors(STDOUT_FILENO)) {
    close_descriptors();
    return 3;
  }
  /* The terminal's size, not a stale COLUMNS in the environment. */
  use_env(FALSE);
  use_tioctl(TRUE);
  /* Before newterm, which takes those signals only that nobody has taken. */
  hw_catch_signals();
  in_file = stdin;
  screen = newterm(term, out_file, in_file);
  bool can_move = screen && tigetstr("cup") && tigetstr("cup") != (char *)-1;
  if (!screen || !can_move) {
    if (screen) {
      endwin();
      delscreen(screen);
    }
    int result = screen ? 2 : 1;
    screen = NULL;
    hw_release_signals();
    close_descriptors();
    return result;
  }
  hw_input_fd = STDIN_FILENO;
  hw_add_reset(paste_off);
  hw_add_reset("\033[?1000l\033[?1006l\033[?2026l");
  hw_add_reset(tigetstr("sgr0"));
  hw_add_reset(tigetstr("cnorm"));
  hw_add_reset(tigetstr("rmkx"));
  hw_add_reset(tigetstr("rmcup"));
  hw_is_open = 1;
  set_modes();
  define_keys();
  hw_write_all(hw_terminal_fd, paste_on, sizeof paste_on - 1);
  return 0;
}

int hw_open_headless(int lines, int columns) {
  setlocale(LC_CTYPE, "C.UTF-8"); /* Tests see the same whatever the person's locale. */
  int null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
  bool ready = null_fd >= 0 && make_descriptors(null_fd);
  if (null_fd >= 0) close(null_fd);
  in_file = ready ? fopen("/dev/null", "re") : NULL;
  screen = in_file ? newterm("xterm-256color", out_file, in_file) : NULL;
  if (!screen) {
    close_descriptors();
    return 1;
  }
  set_modes();
  resizeterm(lines, columns);
  flushinp(); /* The key that tells of this resize. */
  return 0;
}

int hw_open_plain(bool pastes) {
  if (tcgetattr(STDIN_FILENO, &hw_saved_modes) != 0) return 3;
  hw_terminal_fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
  if (hw_terminal_fd < 0 || !hw_open_wakeup()) {
    close_descriptors();
    return 3;
  }
  hw_catch_signals();
  hw_input_fd = STDIN_FILENO;
  hw_is_plain = true;
  plain_pastes = pastes;
  if (pastes) hw_add_reset(paste_off);
  hw_is_open = 1;
  set_plain_modes();
  return 0;
}

long hw_read_plain(unsigned char *bytes, long capacity) {
  if (!hw_input_waits(0)) return 0;
  ssize_t got = read(hw_input_fd, bytes, (size_t)capacity);
  return got > 0 ? got : -1;
}

/* All that a terminal reports: at an event that nobody asked for ncurses would wait for the next, and the whole
   program with it, whatever its time-out. */
static const mmask_t every_button = BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON2_PRESSED | BUTTON2_RELEASED
                                    | BUTTON3_PRESSED | BUTTON3_RELEASED | BUTTON4_PRESSED | BUTTON4_RELEASED
                                    | BUTTON5_PRESSED | BUTTON5_RELEASED | REPORT_MOUSE_POSITION;

void hw_mouse(bool on) {
  uses_mouse = on && screen;
  if (!screen) return;
  mouseinterval(0);
  mousemask(on ? every_button : 0, NULL);
}

int hw_mouse_event(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return -2;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON1_PRESSED) return 0;
  if (event.bstate & BUTTON4_PRESSED) return 1;
  return event.bstate & BUTTON5_PRESSED ? 2 : -1;
}

void hw_ask_sync(void) {
  static const char question[] = "\033[?2026$p";
  if (hw_is_open && !hw_is_plain) hw_write_all(hw_terminal_fd, question, sizeof question - 1);
}

void hw_use_sync(void) { uses_sync = true; }

void hw_write_control(const char *bytes, long length) {
  if (hw_is_open) hw_write_all(hw_terminal_fd, bytes, (size_t)length);
}

static void close_plain(void) {
  if (!hw_is_open) return;
  if (plain_pastes) hw_write_all(hw_terminal_fd, paste_off, sizeof paste_off - 1);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &hw_saved_modes);
  hw_is_open = 0;
  hw_release_signals();
  close_descriptors();
  hw_is_plain = false;
}

void hw_close(void) {
  if (hw_is_plain) close_plain();
  if (!screen) return;
  if (uses_mouse) hw_mouse(false);
  uses_sync = false;
  if (hw_is_open) hw_write_all(hw_terminal_fd, paste_off, sizeof paste_off - 1);
  curs_set(1);
  endwin();
  delscreen(screen);
  screen = NULL;
  if (hw_is_open) {
    tcsetattr(hw_terminal_fd, TCSADRAIN, &hw_saved_modes);
    hw_is_open = 0;
    hw_release_signals();
  }
  close_descriptors();
}

void hw_lend(void) {
  if (!hw_is_open) return;
  if (hw_is_plain) {
    if (plain_pastes) hw_write_all(hw_terminal_fd, paste_off, sizeof paste_off - 1);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &hw_saved_modes);
    return;
  }
  /* Whoever comes now must not be sent clicks. */
  if (uses_mouse) mousemask(0, NULL);
  hw_write_all(hw_terminal_fd, paste_off, sizeof paste_off - 1);
  curs_set(1);
  endwin();
}

bool hw_suspend(void) {
  if (!hw_is_open) return false;
  hw_lend();
  hw_is_open = 0;
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &standard, &ours);
  /* The whole group, as the terminal itself would: a wrapper must stop with us. */
  hw_saw_continue = 0;
  kill(0, SIGTSTP);
  /* Another thread may take the signal; what follows must not run before the stop. */
  if (!hw_saw_continue) poll(NULL, 0, 10);
  sigaction(SIGTSTP, &ours, NULL);
  hw_is_open = 1;
  return hw_resume();
}

bool hw_resume(void) {
  hw_saw_continue = 0;
  if (!hw_is_open) return false;
  if (hw_is_plain) {
    set_plain_modes();
    return false;
  }
  reset_prog_mode();
  set_modes();
  /* Whoever had the terminal may have seen it change its size; no signal of it comes to us. */
  bool is_resized = hw_follow_size();
  clearok(curscr, TRUE);
  if (uses_mouse) hw_mouse(true);
  hw_write_all(hw_terminal_fd, paste_on, sizeof paste_on - 1);
  return is_resized;
}

bool hw_follow_size(void) {
  struct winsize size;
  if (!hw_is_open || hw_is_plain || ioctl(hw_terminal_fd, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  return is_term_resized(size.ws_row, size.ws_col) && resizeterm(size.ws_row, size.ws_col) == OK;
}

long hw_send(int cursor) {
  /* ncurses 6.4 writes to its descriptor at every cursor move. For the length of a frame that
     descriptor is a file in memory, which then goes to the terminal in one write. */
  bool gathers = gather_fd >= 0 && dup3(gather_fd, ncurses_fd, O_CLOEXEC) >= 0;
  if (cursor == 0) curs_set(0);
  doupdate();
  if (cursor == 1) curs_set(1);
  if (!gathers) return 0;
  dup3(hw_terminal_fd, ncurses_fd, O_CLOEXEC);
  off_t length = lseek(gather_fd, 0, SEEK_CUR);
  if (length <= 0) return 0;
  lseek(gather_fd, 0, SEEK_SET);
  static char bytes[128 * 1024];
  static const char hold[] = "\033[?2026h", let_go[] = "\033[?2026l";
  size_t held = 0;
  /* In one write with the frame, where it fits: the point is that nothing is seen in between. */
  if (uses_sync && length + (off_t)(sizeof hold + sizeof let_go) <= (off_t)sizeof bytes) {
    held = sizeof hold - 1;
    memcpy(bytes, hold, held);
    ssize_t got = pread(gather_fd, bytes + held, (size_t)length, 0);
    if (got > 0) held += hw_thrift(bytes + held, (size_t)got);
    memcpy(bytes + held, let_go, sizeof let_go - 1);
    hw_write_all(hw_terminal_fd, bytes, held + sizeof let_go - 1);
    return (long)(held + sizeof let_go - 1);
  }
  long sent = 0;
  for (off_t at = 0; at < length;) {
    size_t wanted = length - at < (off_t)sizeof bytes ? (size_t)(length - at) : sizeof bytes;
    ssize_t got = pread(gather_fd, bytes, wanted, at);
    if (got <= 0) break;
    size_t left = hw_thrift(bytes, (size_t)got);
    hw_write_all(hw_terminal_fd, bytes, left);
    sent += (long)left;
    at += got;
  }
  return sent;
}
