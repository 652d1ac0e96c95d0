/// The fault shim is loaded before a program (`LD_PRELOAD`) and needs nothing of it; there is nothing
/// to call here. `shim.c` says what its environment variables do.
