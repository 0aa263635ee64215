/** The longest line that is read as text, in UTF-16 code units (1 MB); later stages report a longer one and skip it. */
export const LINE_LIMIT: number = 1_000_000

/** The largest file that is read, in bytes (64 MB); a larger one is left out with a finding. */
export const FILE_LIMIT: number = 64 * 1024 * 1024
