import Glibc

/// The first three descriptors of the process.
enum StandardStreams {
  /// Opens those that are closed on nothing.
  ///
  /// Otherwise the desk's file would become descriptor 2, and the next complaint would be written
  /// over it (https://sqlite.org/howtocorrupt.html, "Continuing to use a file descriptor").
  static func keepOpen() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest number that is free is this one.
      _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
    }
  }
}
