/* What Swift's C library module does not offer: which file system a path lies on, and whether the
   clock is kept. */
#ifndef HOMEWARD_CSYSTEM_H
#define HOMEWARD_CSYSTEM_H

#include <stdint.h>

/* A file system, as the kernel describes it. */
struct hw_file_system {
  uint64_t magic; /* which kind: the f_type of statfs(2) */
  uint64_t total; /* bytes */
  uint64_t free;  /* bytes that this account may still use */
};

/* Fills in the file system of a path: 0, or the errno. */
int hw_file_system_of(const char *path, struct hw_file_system *found);

/* Whether a time service keeps the clock: 1, 0, or -1 where the kernel does not say. */
int hw_clock_is_kept(void);

/* Lets two files change places in one step: 0, or -1 with errno. */
int hw_exchange(const char *one, const char *other);

#endif
