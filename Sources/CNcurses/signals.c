/* Gives the terminal back whatever happens, and turns the signals that end into flags. */
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

struct termios hw_saved_modes;
volatile sig_atomic_t hw_is_open;
volatile sig_atomic_t hw_saw_hangup, hw_saw_terminate, hw_saw_continue, hw_saw_suspend;
static char reset_bytes[256];
static volatile sig_atomic_t reset_length;

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
/* All that would end the program where nobody caught it: it ends in order, with what was typed. */
static const int end_signals[] = {SIGHUP,  SIGTERM,   SIGINT,  SIGCONT, SIGTSTP, SIGQUIT,   SIGUSR1, SIGUSR2,
                                  SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO,
#ifdef __linux__
                                  SIGPWR,  SIGSTKFLT,
#endif
                                  SIGSYS};
/* The call that failed says so itself. Caught and not ignored, for programs started from here. */
static const int harmless_signals[] = {SIGPIPE, SIGXFSZ};
enum { CRASHES = sizeof crash_signals / sizeof *crash_signals };
enum { ENDS = sizeof end_signals / sizeof *end_signals };
enum { HARMLESS = sizeof harmless_signals / sizeof *harmless_signals };
static struct sigaction old_crash[CRASHES], old_end[ENDS], old_harmless[HARMLESS];

void hw_write_all(int fd, const char *bytes, size_t length) {
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
  if (!hw_is_open) return;
  hw_is_open = 0;
  hw_write_all(hw_terminal_fd, reset_bytes, (size_t)reset_length);
  tcsetattr(hw_terminal_fd, TCSANOW, &hw_saved_modes);
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

static void on_end(int number) {
  int error = errno;
  if (number == SIGHUP) hw_saw_hangup = 1;
  else if (number == SIGCONT) hw_saw_continue = 1;
  else if (number == SIGTSTP) hw_saw_suspend = 1;
  else hw_saw_terminate = 1;
  hw_wake();
  errno = error;
}

static void on_harmless(int number) { (void)number; }

void hw_catch_signals(void) {
  static bool has_exit_handler;
  if (!has_exit_handler) has_exit_handler = atexit(restore_terminal) == 0;
  reset_length = 0;
  hw_saw_hangup = hw_saw_terminate = hw_saw_continue = hw_saw_suspend = 0;
  static char stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack}, current;
  if (sigaltstack(NULL, &current) == 0 && current.ss_flags & SS_DISABLE)
    sigaltstack(&alternate, NULL);
  struct sigaction crash = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  struct sigaction end = {.sa_handler = on_end};
  for (int i = 0; i < CRASHES; i++) sigaction(crash_signals[i], &crash, &old_crash[i]);
  for (int i = 0; i < ENDS; i++) sigaction(end_signals[i], &end, &old_end[i]);
  struct sigaction harmless = {.sa_handler = on_harmless, .sa_flags = SA_RESTART};
  for (int i = 0; i < HARMLESS; i++) sigaction(harmless_signals[i], &harmless, &old_harmless[i]);
}

void hw_release_signals(void) {
  for (int i = 0; i < CRASHES; i++) sigaction(crash_signals[i], &old_crash[i], NULL);
  for (int i = 0; i < ENDS; i++) sigaction(end_signals[i], &old_end[i], NULL);
  for (int i = 0; i < HARMLESS; i++) sigaction(harmless_signals[i], &old_harmless[i], NULL);
}

void hw_add_reset(const char *bytes) {
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
