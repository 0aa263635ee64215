/** Why a repository could not be read. */
export type FetchFailure = 'unreachable' | 'empty' | 'too-large' | 'too-slow'

/** Files of a repository that are wanted could not be brought here. */
export class FetchProblem extends Error {
  readonly reason: FetchFailure

  constructor(reason: FetchFailure, message: string) {
    super(message)
    this.name = 'FetchProblem'
    this.reason = reason
  }
}
