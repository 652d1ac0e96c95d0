#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#ifdef __linux__
#include <sys/timex.h>
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif

int hw_file_system_of(const char *path, struct hw_file_system *found) {
  struct statfs status;
  int result;
  do result = statfs(path, &status); while (result != 0 && errno == EINTR);
  if (result != 0) return errno;
  /* The kernel's numbers have 32 bits; a signed field would stretch them. */
  found->magic = (uint32_t)status.f_type;
  found->total = (uint64_t)status.f_blocks * (uint64_t)status.f_bsize;
  found->free = (uint64_t)status.f_bavail * (uint64_t)status.f_bsize;
  return 0;
}

int hw_clock_is_kept(void) {
#ifdef __linux__
  struct timex state = {.modes = 0};
  int answer = adjtimex(&state);
  return answer < 0 ? -1 : answer != TIME_ERROR;
#else
  return -1;
#endif
}

int hw_exchange(const char *one, const char *other) {
#ifdef RENAME_EXCHANGE
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
#else
  (void)one, (void)other;
  errno = ENOSYS;
  return -1;
#endif
}
