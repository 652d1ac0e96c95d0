/* Waits on keys, files, posts and signals with one poll. */
#include "internal.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int watch_fd = -1;
static char watch_prefix[NAME_MAX + 1];
/* Open for as long as the process: a worker may post after the screen is closed. */
static atomic_int post_fd = -1;
static atomic_bool was_posted;

bool hw_open_wakeup(void) {
  if (post_fd < 0) post_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return post_fd >= 0;
}

void hw_close_watch(void) {
  if (watch_fd >= 0) close(watch_fd);
  watch_fd = -1;
}

void hw_wake(void) {
  uint64_t one = 1;
  if (post_fd >= 0 && write(post_fd, &one, sizeof one) < 0) return;
}

void hw_post(void) {
  atomic_store(&was_posted, true);
  hw_wake();
}

bool hw_watch(const char *directory, const char *prefix) {
  hw_close_watch();
  watch_fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  snprintf(watch_prefix, sizeof watch_prefix, "%s", prefix);
  uint32_t events = IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_DELETE;
  if (watch_fd >= 0 && inotify_add_watch(watch_fd, directory, events) >= 0) return true;
  hw_close_watch();
  return false;
}

static bool read_watch(void) {
  _Alignas(struct inotify_event) char buffer[8192];
  bool changed = false;
  /* One helping: a folder that never rests must not keep keys and signals waiting. */
  ssize_t length = read(watch_fd, buffer, sizeof buffer);
  for (char *at = buffer; at < buffer + length;) {
    const struct inotify_event *event = (const struct inotify_event *)at;
    bool fits = event->len > 0 && strncmp(event->name, watch_prefix, strlen(watch_prefix)) == 0;
    changed = changed || fits || event->mask & IN_Q_OVERFLOW;
    at += sizeof *event + event->len;
  }
  return changed;
}

bool hw_input_waits(int milliseconds) {
  struct pollfd input = {hw_input_fd, POLLIN, 0};
  return poll(&input, 1, milliseconds) > 0 && input.revents & POLLIN;
}

int hw_wait(int milliseconds) {
  struct pollfd ready[] = {{hw_input_fd, POLLIN, 0}, {watch_fd, POLLIN, 0}, {post_fd, POLLIN, 0}};
  int result = 0;
  struct winsize size;
  /* A resize that came in while nobody waited. */
  if (hw_is_open && !hw_is_plain && ioctl(hw_terminal_fd, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col
      && is_term_resized(size.ws_row, size.ws_col))
    return HW_KEYS;
  if (hw_saw_hangup || hw_saw_terminate) milliseconds = 0;
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
  if (hw_saw_hangup) result |= HW_HANGUP;
  if (hw_saw_terminate) result |= HW_TERMINATE;
  if (hw_saw_continue) result |= HW_CONTINUED;
  if (hw_saw_suspend) result |= HW_SUSPEND;
  hw_saw_suspend = 0;
  return result;
}
