/// Stands between a program and the file system, for the files of one folder, and does what a fault
/// harness asks: counts the calls that change something, kills, stops or fails one of them, writes
/// down all of them, and watches the locks.
///
/// HOMEWARD_FAULT_FOLDER  the folder, by its real path; without it nothing is done
/// HOMEWARD_FAULT_ACTION  kill, half (half of a write, then kill), stop, enospc, eio
/// HOMEWARD_FAULT_AT      at which call, counted from 1
/// HOMEWARD_FAULT_STAYS   1: at every call from that one on
/// HOMEWARD_FAULT_THEN    kill: at the call after one that was made to fail
/// HOMEWARD_FAULT_ON      which calls count, by letters: w write, s sync, t truncate, u unlink,
///                        c create, r rename; l: only those on the log (desk.sqlite-wal)
/// HOMEWARD_FAULT_TRACE   the file into which the calls are written
/// HOMEWARD_FAULT_METER   a file of zeros that several processes share, for `struct meter`
/// HOMEWARD_FAULT_NO_LOCK 1: flock succeeds and locks nothing
/// HOMEWARD_FAULT_SLOW    by how many milliseconds every sync of the log takes longer
///
/// A line on standard output that begins with "again" ends the faults.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "trace.h"

enum { max_fd = 512, max_files = 64, max_name = 256 };
enum kind { other, plain, folder, log_file, shared, lock_file };

/// What several processes count together; `Tests/FaultHarness/Support/Meter.swift` reads it.
struct meter {
  _Atomic uint64_t writes;       // write transactions that reached the log
  _Atomic uint64_t checkpoints;  // times the checkpoint lock was taken
  _Atomic uint64_t overlaps;     // a write and a checkpoint of two processes at once
  _Atomic uint64_t outside;      // writes to the file or its log without the lock file
  _Atomic uint64_t log_syncs;    // times the log was synced
  _Atomic uint64_t calls;        // calls that counted
  _Atomic uint64_t processes;    // processes that took part
  _Atomic uint8_t writing[256];
  _Atomic uint8_t checkpointing[256];
};

static struct {
  enum kind kind;
  uint32_t file;
} fds[max_fd];
static struct {
  char name[max_name];
  uint32_t file;
} files[max_files];

static const char *root;
static size_t root_length;
static const char *action;
static const char *on = "wstucr";
static long at, calls;
static long slow;
static int stays, is_armed, no_lock, then_kill, has_failed, trace_fd = -1, holds_lock, has_written, slot;
static uint32_t next_file;
static struct meter none, *meter = &none;

__attribute__((constructor)) static void start(void) {
  root = getenv("HOMEWARD_FAULT_FOLDER");
  if (!root) return;
  root_length = strlen(root);
  action = getenv("HOMEWARD_FAULT_ACTION");
  const char *value = getenv("HOMEWARD_FAULT_AT");
  at = value ? atol(value) : 0;
  stays = getenv("HOMEWARD_FAULT_STAYS") != NULL;
  no_lock = getenv("HOMEWARD_FAULT_NO_LOCK") != NULL;
  slow = (value = getenv("HOMEWARD_FAULT_SLOW")) ? atol(value) : 0;
  then_kill = getenv("HOMEWARD_FAULT_THEN") != NULL;
  is_armed = action != NULL && at > 0;
  if ((value = getenv("HOMEWARD_FAULT_ON"))) on = value;
  if ((value = getenv("HOMEWARD_FAULT_TRACE"))) {
    int fd = syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    trace_fd = syscall(SYS_fcntl, fd, F_DUPFD_CLOEXEC, max_fd);
    syscall(SYS_close, fd);
  }
  if ((value = getenv("HOMEWARD_FAULT_METER"))) {
    int fd = syscall(SYS_openat, AT_FDCWD, value, O_RDWR | O_CLOEXEC);
    void *map = mmap(NULL, sizeof(struct meter), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (map != MAP_FAILED) meter = map;
    syscall(SYS_close, fd);
  }
  slot = atomic_fetch_add(&meter->processes, 1) % 256;
}

// MARK: - Which file

static const char *name_of(const char *path) {
  if (!root || !path || strncmp(path, root, root_length) != 0) return NULL;
  if (path[root_length] == 0) return "";
  return path[root_length] == '/' ? path + root_length + 1 : NULL;
}

static int ends(const char *name, const char *end) {
  size_t a = strlen(name), b = strlen(end);
  return a >= b && strcmp(name + a - b, end) == 0;
}

static enum kind kind_of(const char *name) {
  if (!*name) return folder;
  if (ends(name, "-wal")) return log_file;
  if (ends(name, "-shm")) return shared;
  return ends(name, "-lock") ? lock_file : plain;
}

static enum kind fd_kind(int fd) { return fd >= 0 && fd < max_fd ? fds[fd].kind : other; }

/// The number of the file that now has a name, a new one where it has none.
static uint32_t number(const char *name, int forget) {
  for (int i = 0; i < max_files; i++) {
    if (files[i].file && strcmp(files[i].name, name) == 0) {
      uint32_t found = files[i].file;
      if (forget) files[i].file = 0;
      return found;
    }
  }
  if (forget) return 0;
  for (int i = 0; i < max_files; i++) {
    if (files[i].file) continue;
    snprintf(files[i].name, max_name, "%s", name);
    return files[i].file = ++next_file;
  }
  return 0;
}

static void trace(
    uint8_t kind, int failed, int existed, uint32_t file, uint64_t offset, const void *data,
    uint64_t length) {
  if (trace_fd < 0) return;
  struct trace_head head = {kind, failed != 0, existed, 0, file, offset, length};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)data, length}};
  syscall(SYS_writev, trace_fd, parts, 2);
}

// MARK: - Faults

enum verdict { go_on, kill_half, fail };

/// Counts a call and does to it what was asked for.
static enum verdict fault(char letter, enum kind kind) {
  if (!strchr(on, letter) || (strchr(on, 'l') && kind != log_file)) return go_on;
  calls++;
  atomic_fetch_add(&meter->calls, 1);
  if (then_kill && has_failed) syscall(SYS_kill, getpid(), SIGKILL);
  if (!is_armed || (stays ? calls < at : calls != at)) return go_on;
  if (strcmp(action, "kill") == 0) syscall(SYS_kill, getpid(), SIGKILL);
  if (strcmp(action, "stop") == 0) syscall(SYS_kill, getpid(), SIGSTOP);
  if (strcmp(action, "half") == 0) {
    if (letter == 'w') return kill_half;
    syscall(SYS_kill, getpid(), SIGKILL);
  }
  // SQLite hears no error of a sync of the folder, and nothing here could make it.
  if (strcmp(action, "eio") == 0 && kind != folder && (letter == 'w' || letter == 's')) {
    errno = EIO;
    has_failed = 1;
    return fail;
  }
  if (strcmp(action, "enospc") == 0 && (letter == 'w' || letter == 'c')) {
    errno = ENOSPC;
    has_failed = 1;
    return fail;
  }
  return go_on;
}

static int opened(const char *path, int flags, mode_t mode) {
  const char *name = name_of(path);
  struct stat status;
  int existed = name && syscall(SYS_newfstatat, AT_FDCWD, path, &status, 0) == 0;
  if (name && !existed && flags & O_CREAT && fault('c', kind_of(name)) == fail) return -1;
  int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  if (fd < 0 || fd >= max_fd) return fd;
  fds[fd].kind = name ? kind_of(name) : other;
  fds[fd].file = 0;
  if (name && (fds[fd].kind == plain || fds[fd].kind == log_file)) {
    if (!existed) number(name, 1);
    fds[fd].file = number(name, 0);
    trace('o', 0, existed, fds[fd].file, 0, name, strlen(name));
    if (existed && flags & O_TRUNC) trace('t', 0, 0, fds[fd].file, 0, NULL, 0);
  }
  return fd;
}

static mode_t mode_of(int flags, va_list list) {
  return flags & (O_CREAT | __O_TMPFILE) ? va_arg(list, mode_t) : 0;
}

#define OPEN(function)                          \
  int function(const char *path, int flags, ...) { \
    va_list list;                               \
    va_start(list, flags);                      \
    mode_t mode = mode_of(flags, list);         \
    va_end(list);                               \
    return opened(path, flags, mode);           \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(function)                                          \
  int function(int at_fd, const char *path, int flags, ...) {     \
    va_list list;                                                 \
    va_start(list, flags);                                        \
    mode_t mode = mode_of(flags, list);                           \
    va_end(list);                                                 \
    if (name_of(path)) return opened(path, flags, mode);          \
    int fd = syscall(SYS_openat, at_fd, path, flags, mode);       \
    if (fd >= 0 && fd < max_fd) fds[fd].kind = other;             \
    return fd;                                                    \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  if (fd_kind(fd) == lock_file) holds_lock = 0;
  if (fd >= 0 && fd < max_fd) fds[fd].kind = other;
  return syscall(SYS_close, fd);
}

static ssize_t written(int fd, const void *data, size_t length, off64_t offset, int has_offset) {
  enum kind kind = fd_kind(fd);
  if (!has_offset && kind == plain) offset = syscall(SYS_lseek, fd, 0, SEEK_CUR);
  if (kind == plain || kind == log_file || kind == shared) {
    if (kind != shared && !holds_lock) atomic_fetch_add(&meter->outside, 1);
    if (kind == log_file && !has_written) {
      has_written = 1;
      atomic_fetch_add(&meter->writes, 1);
    }
    enum verdict verdict = fault('w', kind);
    if (verdict == kill_half) {
      if (kind != shared) trace('w', 0, 0, fds[fd].file, offset, data, length / 2);
      syscall(SYS_pwrite64, fd, data, length / 2, offset);
      syscall(SYS_kill, getpid(), SIGKILL);
    }
    if (verdict == fail) return -1;
    if (kind != shared) trace('w', 0, 0, fds[fd].file, offset, data, length);
  }
  return has_offset ? syscall(SYS_pwrite64, fd, data, length, offset)
                    : syscall(SYS_write, fd, data, length);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  return written(fd, data, length, offset, 1);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  return written(fd, data, length, offset, 1);
}

ssize_t write(int fd, const void *data, size_t length) {
  if (fd == 1 && root) {
    if (length >= 5 && memcmp(data, "again", 5) == 0) is_armed = 0;
    trace('a', 0, 0, 0, 0, data, length);
  }
  return written(fd, data, length, 0, 0);
}

static int truncated(int fd, off64_t length) {
  enum kind kind = fd_kind(fd);
  if (kind == plain || kind == log_file) {
    if (!holds_lock) atomic_fetch_add(&meter->outside, 1);
    if (fault('t', kind) == fail) return -1;
    trace('t', 0, 0, fds[fd].file, length, NULL, 0);
  }
  return syscall(SYS_ftruncate, fd, length);
}

int ftruncate(int fd, off_t length) { return truncated(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncated(fd, length); }

static int synced(int fd, long call) {
  enum kind kind = fd_kind(fd);
  if (kind == plain || kind == log_file || kind == folder) {
    if (kind == log_file) atomic_fetch_add(&meter->log_syncs, 1);
    int failed = fault('s', kind) == fail;
    if (kind == folder) {
      trace('d', failed, 0, 0, 0, NULL, 0);
    } else {
      trace('s', failed, 0, fds[fd].file, 0, NULL, 0);
    }
    if (failed) return -1;
    if (slow && kind == log_file) usleep(slow * 1000);
  }
  return syscall(call, fd);
}

int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int unlink(const char *path) {
  const char *name = name_of(path);
  if (name) {
    enum kind kind = kind_of(name);
    if (fault('u', kind) == fail) return -1;
    if (kind == plain || kind == log_file) {
      trace('u', 0, 0, 0, 0, name, strlen(name));
      number(name, 1);
    }
  }
  return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

/// Tells the trace of a file that is there and was never opened here.
static void introduce(const char *name) {
  for (int i = 0; i < max_files; i++) {
    if (files[i].file && strcmp(files[i].name, name) == 0) return;
  }
  trace('o', 0, 1, number(name, 0), 0, name, strlen(name));
}

int rename(const char *from, const char *to) {
  const char *name = name_of(from), *new_name = name_of(to);
  if (name && new_name) {
    if (fault('r', kind_of(new_name)) == fail) return -1;
    introduce(name);
    char both[2 * max_name];
    int length = snprintf(both, sizeof both, "%s%c%s", name, 0, new_name);
    uint32_t file = number(name, 1);
    number(new_name, 1);
    for (int i = 0; file && i < max_files; i++) {
      if (files[i].file) continue;
      snprintf(files[i].name, max_name, "%s", new_name);
      files[i].file = file;
      break;
    }
    trace('r', 0, 0, file, 0, both, length);
  }
  return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned flags) {
  const char *name = name_of(from), *other = name_of(to);
  if (name && other && flags & RENAME_EXCHANGE) {
    if (fault('r', kind_of(other)) == fail) return -1;
    introduce(name);
    introduce(other);
    for (int i = 0; i < max_files; i++) {
      if (!files[i].file) continue;
      if (strcmp(files[i].name, name) == 0) {
        snprintf(files[i].name, max_name, "%s", other);
      } else if (strcmp(files[i].name, other) == 0) {
        snprintf(files[i].name, max_name, "%s", name);
      }
    }
    char both[2 * max_name];
    int length = snprintf(both, sizeof both, "%s%c%s", name, 0, other);
    trace('x', 0, 0, 0, 0, both, length);
  }
  return syscall(SYS_renameat2, from_fd, from, to_fd, to, flags);
}

// MARK: - Locks

int flock(int fd, int operation) {
  if (fd_kind(fd) != lock_file) return syscall(SYS_flock, fd, operation);
  if (no_lock) return 0;
  if (operation & LOCK_UN) holds_lock = 0;
  int result = syscall(SYS_flock, fd, operation);
  if (result == 0 && operation & LOCK_EX) holds_lock = 1;
  return result;
}

/// The bytes of the shared index by which SQLite locks writing and checkpoints.
enum { writing_byte = 120, checkpoint_byte = 121 };

static void looked_at(_Atomic uint8_t *others) {
  for (int i = 0; i < 256; i++) {
    if (i != slot && others[i]) atomic_fetch_add(&meter->overlaps, 1);
  }
}

static int locked(int fd, int command, void *argument) {
  struct flock *lock = argument;
  int is_ours = root && (command == F_SETLK || command == F_SETLKW) && fd_kind(fd) == shared;
  int has_writing = is_ours && lock->l_start == writing_byte;
  int has_checkpoint = is_ours && lock->l_start <= checkpoint_byte
                       && lock->l_start + lock->l_len > checkpoint_byte;
  // The marks lie within the time in which the lock is held: what overlaps here did overlap.
  if (is_ours && lock->l_type == F_UNLCK) {
    if (has_writing) meter->writing[slot] = has_written = 0;
    if (has_checkpoint) meter->checkpointing[slot] = 0;
  }
  int result = syscall(SYS_fcntl, fd, command, argument);
  if (is_ours && result == 0 && lock->l_type == F_WRLCK) {
    if (has_writing) {
      meter->writing[slot] = 1;
      looked_at(meter->checkpointing);
    }
    if (has_checkpoint) {
      if (lock->l_len == 1) atomic_fetch_add(&meter->checkpoints, 1);
      meter->checkpointing[slot] = 1;
      looked_at(meter->writing);
    }
  }
  return result;
}

int fcntl(int fd, int command, ...) {
  va_list list;
  va_start(list, command);
  void *argument = va_arg(list, void *);
  va_end(list);
  return locked(fd, command, argument);
}

int fcntl64(int fd, int command, ...) {
  va_list list;
  va_start(list, command);
  void *argument = va_arg(list, void *);
  va_end(list);
  return locked(fd, command, argument);
}
