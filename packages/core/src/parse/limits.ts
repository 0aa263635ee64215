/** A line longer than this many UTF-16 code units is left out, with a finding. Shared with the reader's documentation. */
export const LINE_LIMIT = 1_000_000
/** Items nested deeper than this are read at this depth, with a finding. */
export const NESTING_LIMIT = 100
/** A piece (cell, item, paragraph) with more bytes than this is left out, with a finding: no entry is that long. */
export const PIECE_LIMIT = 100_000
/** The same for a cell or the lines of an item: what they say is looked at with all that stands around it. */
export const INLINE_LIMIT = 30_000
/** A piece with more delimiters than this is left out: the parser's work on nested delimiters grows faster than linear. */
export const DELIMITER_LIMIT = 2_000
