/* Measures how long programs take from exec to their first whole frame, in turn, on terminals of their
 * own, and prints each beside the first.
 *
 *   cc -O2 -o first-frame first-frame.c -lutil
 *   first-frame ROUNDS "COMMAND" READY "COMMAND" READY ...
 *
 * READY is text that the frame ends with. The time is that of the read which brought it.
 */
#define _GNU_SOURCE 1
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int by_value(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return difference < 0 ? -1 : difference > 0;
}

static double start(const char *command, const char *ready) {
  struct winsize size = {40, 120, 0, 0};
  int terminal;
  double began = milliseconds();
  pid_t pid = forkpty(&terminal, NULL, NULL, &size);
  if (pid == 0) {
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    char *words[32] = {0}, *copy = strdup(command), *rest = NULL;
    int count = 0;
    for (char *word = strtok_r(copy, " ", &rest); word && count < 31; word = strtok_r(NULL, " ", &rest))
      words[count++] = word;
    execv(words[0], words);
    _exit(127);
  }
  static char seen[1 << 20];
  size_t length = 0;
  double shown = -1;
  while (length < sizeof seen - 1) {
    ssize_t got = read(terminal, seen + length, sizeof seen - 1 - length);
    if (got <= 0) break;
    length += (size_t)got;
    if (memmem(seen, length, ready, strlen(ready))) {
      shown = milliseconds() - began;
      break;
    }
  }
  if (write(terminal, "q", 1) == 1) {
    struct pollfd waiting = {terminal, POLLIN, 0};
    while (poll(&waiting, 1, 500) > 0 && read(terminal, seen, sizeof seen) > 0) continue;
  }
  kill(pid, SIGKILL);
  waitpid(pid, NULL, 0);
  close(terminal);
  return shown;
}

int main(int count, char **words) {
  int rounds = count > 1 ? atoi(words[1]) : 0, programs = (count - 2) / 2;
  if (rounds < 3 || programs < 1) {
    fputs("first-frame ROUNDS \"COMMAND\" READY ...\n", stderr);
    return 64;
  }
  double *times = calloc((size_t)(rounds * programs), sizeof *times), floor_median = 0, floor_best = 0;
  for (int round = -2; round < rounds; round++)
    for (int program = 0; program < programs; program++) {
      double time = start(words[2 + 2 * program], words[3 + 2 * program]);
      if (time < 0) {
        fprintf(stderr, "no '%s' from: %s\n", words[3 + 2 * program], words[2 + 2 * program]);
        return 1;
      }
      /* The first two rounds warm the page cache. */
      if (round >= 0) times[program * rounds + round] = time;
    }
  for (int program = 0; program < programs; program++) {
    double *own = times + program * rounds;
    qsort(own, (size_t)rounds, sizeof *own, by_value);
    double best = own[0], median = own[rounds / 2];
    if (program == 0) floor_best = best, floor_median = median;
    printf("%-60.60s best %6.2f ms (x %.2f)  median %6.2f ms (x %.2f)\n", words[2 + 2 * program], best,
           best / floor_best, median, median / floor_median);
  }
  return 0;
}
