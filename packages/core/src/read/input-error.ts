/**
 * The input as a whole can't be used: a missing file or folder, no repository, an unknown revision, a failed clone,
 * nothing to read. The command prints message and hint and exits with 2. Everything smaller is a `Finding`.
 */
export class InputError extends Error {
  /** What the caller can do about it, one sentence. */
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'InputError'
    this.hint = hint
  }
}
