/// One line of a trace, as `Tests/FaultHarness/Power/Trace.swift` reads it: this head, then `length`
/// bytes. Little-endian, packed, 24 bytes.
#pragma once
#include <stdint.h>

struct trace_head {
  uint8_t kind;     // o open, w write, t truncate, s sync, d sync of the folder, u unlink, r rename, x two names exchanged, a said
  uint8_t failed;   // 1 where the call was made to fail
  uint8_t existed;  // for o: whether the file was there before
  uint8_t unused;
  uint32_t file;    // the file's number in this trace; an unlinked name gets a new one
  uint64_t offset;  // for t the new size
  uint64_t length;  // the bytes that follow: data, a name, or what was said
};
