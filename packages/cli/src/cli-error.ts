/** A node that a name could mean. */
export interface NodeCandidate {
  readonly key: string
  readonly kind: string
  readonly label: string
}

/** A wrong call or unusable input: the command prints message and hint and exits with `exitCode`. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly hint: string
  readonly exitCode: 1 | 2
  /** What the name could have meant; printed on standard output with `--json`. */
  readonly candidates: readonly NodeCandidate[] | undefined

  constructor(message: string, hint: string, exitCode: 1 | 2 = 2, candidates?: readonly NodeCandidate[]) {
    super(message)
    this.hint = hint
    this.exitCode = exitCode
    this.candidates = candidates
  }
}
