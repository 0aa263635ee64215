import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
export async function diffCommand(_operands: readonly string[], _options: Options, _effects: Effects): Promise<number> {
  return 2
}
