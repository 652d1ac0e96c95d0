/* What the three parts of the shim share; all of it on the main thread but where handlers say. */
#ifndef HOMEWARD_CNCURSES_INTERNAL_H
#define HOMEWARD_CNCURSES_INTERNAL_H

#include "cncurses.h"

#include <signal.h>
#include <stddef.h>
#include <termios.h>

extern int hw_terminal_fd; /* the terminal itself; read by handlers */
extern int hw_input_fd;
extern bool hw_is_plain; /* whether the terminal was taken for lines rather than a screen */
extern struct termios hw_saved_modes;        /* read by handlers */
extern volatile sig_atomic_t hw_is_open;     /* whether there is a terminal to give back */
extern volatile sig_atomic_t hw_saw_hangup, hw_saw_terminate, hw_saw_continue, hw_saw_suspend;

/* Writes all of it, or gives up on a terminal that takes nothing for a second. */
void hw_write_all(int fd, const char *bytes, size_t length);

/* Adds to the bytes that give the terminal back after a crash; hw_catch_signals starts anew. */
void hw_add_reset(const char *bytes);

/* Takes the signals of crashes and ends, and gives them back. */
void hw_catch_signals(void);
void hw_release_signals(void);

/* Makes hw_wait come back without a post; async-signal-safe. */
void hw_wake(void);

/* Makes and closes the descriptors of waiting. */
bool hw_open_wakeup(void);
void hw_close_watch(void);

#endif
