#include "cncurses.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

/* All of this belongs to the one screen of the process and is touched on the main thread only,
   but for what the signal handlers read. */
static SCREEN *screen;
static FILE *out_file, *in_file;
static int ncurses_fd = -1; /* what ncurses writes to: the terminal, or the gathering file */
static int terminal_fd = -1;
static int gather_fd = -1;
static int input_fd = -1;
static int watch_fd = -1;
static char watch_prefix[NAME_MAX + 1];

/* Read by handlers. */
static struct termios saved_modes;
static char reset_bytes[256];
static volatile sig_atomic_t reset_length;
static volatile sig_atomic_t is_open;
static volatile sig_atomic_t saw_hangup, saw_terminate, saw_continue, saw_suspend;
static atomic_int post_fd = -1;
static atomic_bool was_posted;

/* ---- Locale ---- */

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

/* ---- Signals ---- */

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
static const int end_signals[] = {SIGHUP, SIGTERM, SIGINT, SIGCONT, SIGTSTP};
enum { CRASHES = sizeof crash_signals / sizeof *crash_signals };
enum { ENDS = sizeof end_signals / sizeof *end_signals };
static struct sigaction old_crash[CRASHES], old_end[ENDS];

static void write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = write(fd, bytes, length);
    if (sent > 0) {
      bytes += sent;
      length -= (size_t)sent;
    } else if (sent < 0 && errno == EAGAIN) {
      struct pollfd ready = {fd, POLLOUT, 0};
      if (poll(&ready, 1, 1000) == 0) return;
    } else if (sent == 0 || errno != EINTR) {
      return;
    }
  }
}

/* Async-signal-safe: what a terminal needs at the very least. */
static void restore_terminal(void) {
  if (!is_open) return;
  is_open = 0;
  write_all(terminal_fd, reset_bytes, (size_t)reset_length);
  tcsetattr(terminal_fd, TCSANOW, &saved_modes);
}

static void on_crash(int number) {
  int error = errno;
  restore_terminal();
  for (int i = 0; i < CRASHES; i++)
    if (crash_signals[i] == number) sigaction(number, &old_crash[i], NULL);
  /* Blocked while we are in here, so it arrives on return, at the place of the crash. */
  raise(number);
  errno = error;
}

static void wake(void) {
  uint64_t one = 1;
  if (post_fd >= 0 && write(post_fd, &one, sizeof one) < 0) return;
}

static void on_end(int number) {
  int error = errno;
  if (number == SIGHUP) saw_hangup = 1;
  else if (number == SIGCONT) saw_continue = 1;
  else if (number == SIGTSTP) saw_suspend = 1;
  else saw_terminate = 1;
  wake();
  errno = error;
}

static void catch_signals(void) {
  static char stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack}, current;
  if (sigaltstack(NULL, &current) == 0 && current.ss_flags & SS_DISABLE)
    sigaltstack(&alternate, NULL);
  struct sigaction crash = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  struct sigaction end = {.sa_handler = on_end};
  for (int i = 0; i < CRASHES; i++) sigaction(crash_signals[i], &crash, &old_crash[i]);
  for (int i = 0; i < ENDS; i++) sigaction(end_signals[i], &end, &old_end[i]);
}

static void release_signals(void) {
  for (int i = 0; i < CRASHES; i++) sigaction(crash_signals[i], &old_crash[i], NULL);
  for (int i = 0; i < ENDS; i++) sigaction(end_signals[i], &old_end[i], NULL);
}

/* ---- Opening and closing ---- */

static void add_reset(const char *bytes) {
  if (!bytes || bytes == (char *)-1) return;
  /* Padding ($<5>) is for printers of the past. */
  for (const char *at = bytes; *at && reset_length < (int)sizeof reset_bytes; at++) {
    if (at[0] == '$' && at[1] == '<') {
      while (*at && *at != '>') at++;
      if (!*at) return;
    } else {
      reset_bytes[reset_length++] = *at;
    }
  }
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
    {"\033[6~", KEY_NPAGE},
  };
  for (size_t i = 0; i < sizeof more / sizeof *more; i++) define_key(more[i].bytes, more[i].key);
}

static bool make_descriptors(int terminal) {
  terminal_fd = fcntl(terminal, F_DUPFD_CLOEXEC, 10);
  ncurses_fd = fcntl(terminal, F_DUPFD_CLOEXEC, 10);
  /* Without the gathering file frames still arrive, in more writes. */
  gather_fd = memfd_create("homeward-frame", MFD_CLOEXEC);
  if (post_fd < 0) post_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  out_file = ncurses_fd < 0 ? NULL : fdopen(ncurses_fd, "w");
  return terminal_fd >= 0 && out_file && post_fd >= 0;
}

static void close_descriptors(void) {
  if (out_file) fclose(out_file);
  else if (ncurses_fd >= 0) close(ncurses_fd);
  if (in_file && in_file != stdin) fclose(in_file);
  if (terminal_fd >= 0) close(terminal_fd);
  if (gather_fd >= 0) close(gather_fd);
  if (watch_fd >= 0) close(watch_fd);
  out_file = in_file = NULL;
  ncurses_fd = terminal_fd = gather_fd = watch_fd = input_fd = -1;
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
  if (tcgetattr(STDIN_FILENO, &saved_modes) != 0 || !make_descriptors(STDOUT_FILENO)) {
    close_descriptors();
    return 3;
  }
  /* The terminal's size, not a stale COLUMNS in the environment. */
  use_env(FALSE);
  use_tioctl(TRUE);
  /* Before newterm, which takes those signals only that nobody has taken. */
  catch_signals();
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
    release_signals();
    close_descriptors();
    return result;
  }
  input_fd = STDIN_FILENO;
  reset_length = 0;
  add_reset(paste_off);
  add_reset(tigetstr("sgr0"));
  add_reset(tigetstr("cnorm"));
  add_reset(tigetstr("rmkx"));
  add_reset(tigetstr("rmcup"));
  is_open = 1;
  static bool has_exit_handler;
  if (!has_exit_handler) has_exit_handler = atexit(restore_terminal) == 0;
  set_modes();
  define_keys();
  write_all(terminal_fd, paste_on, sizeof paste_on - 1);
  return 0;
}

int hw_open_headless(int lines, int columns) {
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

void hw_close(void) {
  if (!screen) return;
  if (is_open) write_all(terminal_fd, paste_off, sizeof paste_off - 1);
  curs_set(1);
  endwin();
  delscreen(screen);
  screen = NULL;
  if (is_open) {
    tcsetattr(terminal_fd, TCSADRAIN, &saved_modes);
    is_open = 0;
    release_signals();
  }
  close_descriptors();
}

void hw_suspend(void) {
  if (!is_open) return;
  write_all(terminal_fd, paste_off, sizeof paste_off - 1);
  curs_set(1);
  endwin();
  is_open = 0;
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &standard, &ours);
  /* The whole group, as the terminal itself would: a wrapper must stop with us. */
  saw_continue = 0;
  kill(0, SIGTSTP);
  /* Another thread may take the signal; what follows must not run before the stop. */
  if (!saw_continue) poll(NULL, 0, 10);
  sigaction(SIGTSTP, &ours, NULL);
  is_open = 1;
  hw_resume();
}

void hw_resume(void) {
  saw_continue = 0;
  if (!is_open) return;
  reset_prog_mode();
  set_modes();
  hw_follow_size();
  clearok(curscr, TRUE);
  write_all(terminal_fd, paste_on, sizeof paste_on - 1);
}

bool hw_follow_size(void) {
  struct winsize size;
  if (!is_open || ioctl(terminal_fd, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  return is_term_resized(size.ws_row, size.ws_col) && resizeterm(size.ws_row, size.ws_col) == OK;
}

/* ---- Sending ---- */

long hw_send(int cursor) {
  /* ncurses 6.4 writes to its descriptor at every cursor move. For the length of a frame that
     descriptor is a file in memory, which then goes to the terminal in one write. */
  bool gathers = gather_fd >= 0 && dup3(gather_fd, ncurses_fd, O_CLOEXEC) >= 0;
  if (cursor == 0) curs_set(0);
  doupdate();
  if (cursor == 1) curs_set(1);
  if (!gathers) return 0;
  dup3(terminal_fd, ncurses_fd, O_CLOEXEC);
  off_t length = lseek(gather_fd, 0, SEEK_CUR);
  if (length <= 0) return 0;
  lseek(gather_fd, 0, SEEK_SET);
  static char bytes[128 * 1024];
  for (off_t at = 0; at < length;) {
    size_t wanted = length - at < (off_t)sizeof bytes ? (size_t)(length - at) : sizeof bytes;
    ssize_t got = pread(gather_fd, bytes, wanted, at);
    if (got <= 0) break;
    write_all(terminal_fd, bytes, (size_t)got);
    at += got;
  }
  return (long)length;
}

/* ---- Waiting ---- */

void hw_post(void) {
  atomic_store(&was_posted, true);
  wake();
}

bool hw_watch(const char *directory, const char *prefix) {
  if (watch_fd >= 0) close(watch_fd);
  watch_fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  snprintf(watch_prefix, sizeof watch_prefix, "%s", prefix);
  uint32_t events = IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_DELETE;
  if (watch_fd >= 0 && inotify_add_watch(watch_fd, directory, events) >= 0) return true;
  if (watch_fd >= 0) close(watch_fd);
  watch_fd = -1;
  return false;
}

static bool read_watch(void) {
  _Alignas(struct inotify_event) char buffer[8192];
  bool changed = false;
  ssize_t length;
  while ((length = read(watch_fd, buffer, sizeof buffer)) > 0) {
    for (char *at = buffer; at < buffer + length;) {
      const struct inotify_event *event = (const struct inotify_event *)at;
      bool fits = event->len > 0
        && strncmp(event->name, watch_prefix, strlen(watch_prefix)) == 0;
      changed = changed || fits || event->mask & IN_Q_OVERFLOW;
      at += sizeof *event + event->len;
    }
  }
  return changed;
}

bool hw_input_waits(int milliseconds) {
  struct pollfd input = {input_fd, POLLIN, 0};
  return poll(&input, 1, milliseconds) > 0 && input.revents & POLLIN;
}

int hw_wait(int milliseconds) {
  struct pollfd ready[] = {{input_fd, POLLIN, 0}, {watch_fd, POLLIN, 0}, {post_fd, POLLIN, 0}};
  int result = 0;
  struct winsize size;
  /* A resize that came in while nobody waited. */
  if (is_open && ioctl(terminal_fd, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col
      && is_term_resized(size.ws_row, size.ws_col))
    return HW_KEYS;
  if (saw_hangup || saw_terminate) milliseconds = 0;
  int count = poll(ready, 3, milliseconds);
  /* Interrupted by SIGWINCH, which ncurses hands out as a key. */
  if (count < 0) return errno == EINTR ? HW_KEYS : HW_HANGUP;
  if (ready[0].revents & POLLIN) result |= HW_KEYS;
  if (ready[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= HW_HANGUP;
  if (ready[1].revents && read_watch()) result |= HW_FILE;
  if (ready[2].revents) {
    uint64_t posts;
    if (read(post_fd, &posts, sizeof posts) > 0 && atomic_exchange(&was_posted, false))
      result |= HW_POSTED;
  }
  if (saw_hangup) result |= HW_HANGUP;
  if (saw_terminate) result |= HW_TERMINATE;
  if (saw_continue) result |= HW_CONTINUED;
  if (saw_suspend) result |= HW_SUSPEND;
  saw_suspend = 0;
  return result;
}
