/** For Node: the heap of the main thread, its nursery, and how much it may grow before it is collected, in percent. */
export const memoryFlags = [
  "--max-old-space-size=192",
  "--max-semi-space-size=8",
  "--heap-growing-percent=20",
];

/**
 * For GNU's malloc, of which the database's pages and what crosses to threads come; others know no such names. Two
 * arenas instead of eight per processor, and large pieces go back to the system instead of staying for a next time.
 */
export const memoryEnvironment = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "1048576",
  MALLOC_TRIM_THRESHOLD_: "1048576",
};
