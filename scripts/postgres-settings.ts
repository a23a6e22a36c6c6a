import { statfsSync } from "node:fs";

/** Safe to lose with the machine: for tests only. */
export const testSettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Docker gives 64 MB of shared memory, too little for a parallel join; then PostgreSQL is told to use files instead. */
function sharedMemory(): Record<string, string> {
  try {
    const { blocks, bsize } = statfsSync("/dev/shm");
    return blocks * bsize < 256 * 2 ** 20 ? { dynamic_shared_memory_type: "mmap" } : {};
  } catch {
    return {};
  }
}

/** Only this machine can connect, with the password of the data directory. */
export const serverSettings = (): Record<string, string> => ({
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  ...sharedMemory(),
});
