import { PALETTES, type Theme, type ThemeChoice } from '@fieldmap/view'
import { type CSSResult, unsafeCSS } from 'lit'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** The theme that a choice means on this system now. */
export function resolveTheme(choice: ThemeChoice): Theme {
  return choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice
}

/** Calls `changed` when the system turns light or dark, until `signal` ends. */
export function onSystemTheme(changed: () => void, signal: AbortSignal): void {
  dark.addEventListener('change', changed, { signal })
}

/** The colours of the palettes as custom properties of a host with the attribute `theme`. */
export const themeStyles: CSSResult = unsafeCSS(`
  :host { ${properties('light')} color-scheme: light; }
  :host([theme='dark']) { ${properties('dark')} color-scheme: dark; }
`)

function properties(theme: Theme): string {
  const { ground, panel, line, ink, quiet, accent, marks, none, band } = PALETTES[theme]
  const hues = marks.map((mark, i) => `--mark-${i}: ${mark};`).join(' ')
  const soft = theme === 'light' ? '#f2efe6' : '#26272a'
  const chosen = theme === 'light' ? '#dce8f3' : '#223446'
  return `--ground: ${ground}; --panel: ${panel}; --line: ${line}; --ink: ${ink}; --quiet: ${quiet}; --accent: ${accent};
    --soft: ${soft}; --chosen: ${chosen}; --band: ${band}; --mark-none: ${none.mark}; ${hues}`
}
