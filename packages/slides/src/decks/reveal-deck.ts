import { escapeXml, PALETTES } from '@fieldmap/view'
import type { Deck, DeckSlide } from './deck.ts'
import { exploreSlide } from './explore-slide.ts'

/** What a deck in one file is made of besides its slides: texts of the files of reveal.js, and the shipped font. */
export interface RevealAssets {
  /** `reset.css` and `reveal.css`. */
  readonly css: string
  /** `reveal.js` and its plugin for notes, as classic scripts: they define `Reveal` and `RevealNotes`. */
  readonly scripts: readonly string[]
  /** `@font-face` rules with the font inside. */
  readonly fontFaces: string
  /** What the live map needs; left out: the deck has pictures only. */
  readonly live?: {
    /** The viewer as a classic script that looks for `<field-map>` and for the field in `#field`. */
    readonly script: string
    /** The field, as `packField` writes it: once for all slides. */
    readonly field: string
  }
}

/**
 * A deck for reveal.js in one page that asks for nothing: it works from `file://`, by mail and offline, and prints. One slide
 * a step, with title, picture, caption, the speaker's notes (key S), a link to the live view, and, with `live`,
 * the map itself in the picture's place on demand (key M). What comes from the tour
 * reaches the page as text only. The same deck gives the same bytes.
 */
export function revealDeck(deck: Deck, { css, scripts, fontFaces, live }: RevealAssets): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no">
<title>${escapeXml(deck.title)}</title>
<style>
${inStyle(css)}
${inStyle(fontFaces)}
${ownCss(deck)}
</style>
<noscript><style>
${NO_SCRIPT_CSS}
</style></noscript>
</head>
<body>
<div class="reveal"><div class="slides">
${deck.slides.map((slide) => slideHtml(slide, live !== undefined)).join('\n')}
</div></div>
${live === undefined ? '' : `<field-map src="" map="" embed hidden></field-map>\n<script type="application/json" id="field">${live.field}</script>`}
${scripts.map((script) => `<script>\n${inScript(script)}\n</script>`).join('\n')}
<script>
Reveal.initialize(${JSON.stringify(SETTINGS).replace(/\}$/, ',"plugins":[RevealNotes]}')})
</script>
${live === undefined ? '' : `<script>\n${inScript(live.script)}\n</script>\n<script>\n(${exploreSlide.toString()})('${deck.theme}')\n</script>`}
</body>
</html>
`
}

/** As large as the slide of a picture is, so that its pixels are the deck's. */
const SETTINGS = {
  width: 1920,
  height: 1080,
  margin: 0,
  center: false,
  display: 'flex',
  hash: true,
  controls: true,
  progress: true,
  transition: 'fade',
} as const

function slideHtml({ id, title, caption, notes, hash, link, svg }: DeckSlide, canExplore: boolean): string {
  const open =
    link === undefined ? '' : `<a href="${escapeXml(link)}" target="_blank" rel="noopener">Open the live map</a>`
  const explore = canExplore ? '<button class="explore" aria-pressed="false" title="M">Explore</button>' : ''
  return `<section id="${escapeXml(id)}" data-state-hash="${escapeXml(hash)}">
<h2>${escapeXml(title)}</h2>
<div class="map">${svg}</div>
<div class="foot"><div class="caption">${paragraphs(caption)}</div><div class="acts">${explore}${open}</div></div>
${notes === '' ? '' : `<aside class="notes">${paragraphs(notes)}</aside>`}
</section>`
}

function paragraphs(text: string): string {
  return text
    .split(/\n\n+/)
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeXml(part).replace(/\n/g, '<br>')}</p>`)
    .join('')
}

function ownCss({ theme }: Deck): string {
  const { ground, ink, quiet, accent } = PALETTES[theme]
  return `:root{color-scheme:${theme}}
html,body,.reveal-viewport{background:${ground};color:${ink}}
.reveal{font:400 36px/1.35 Inter,'Helvetica Neue',Arial,sans-serif;--r-controls-color:${accent}}
.reveal .slides{text-align:left}
.reveal .slides>section{display:flex;flex-direction:column;height:100%;padding:0}
.reveal .slides>section:not(.present){pointer-events:none}
.reveal h2{margin:44px 86px 0;font-size:54px;line-height:1.2;font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.reveal .map{flex:none;height:800px;margin-top:36px}
.reveal .map svg{display:block;width:100%;height:100%}
.reveal .map svg a{cursor:pointer}
.reveal .foot{display:flex;justify-content:space-between;gap:60px;margin:12px 210px 0 86px;color:${quiet}}
.reveal .caption p{margin:0}
.reveal .acts{flex:none;display:flex;gap:44px;align-items:baseline}
.reveal .acts>*{padding:0;border:0;background:none;color:${accent};font:inherit;font-size:30px;line-height:1.6;text-decoration:none;cursor:pointer}
.reveal .acts>:hover,.reveal .acts>:focus-visible{text-decoration:underline}
field-map{position:fixed;z-index:20;background:${ground}}
field-map[hidden]{display:none}
@media print{field-map,.reveal .acts{display:none!important}}
.reveal .controls,.reveal .progress{color:${accent}}
.reveal .aside.notes,.reveal aside.notes{display:none}`
}

/** Without JavaScript the slides stand one below the other, as pictures. */
const NO_SCRIPT_CSS = `html,body{height:auto;overflow:auto}
.reveal,.reveal .slides{position:static;width:auto;height:auto;overflow:visible;font-size:2vw}
.reveal .slides>section{display:flex!important;position:static!important;visibility:visible!important;opacity:1!important;height:auto;margin-bottom:6vw}
.reveal h2{margin:2vw 4vw 0;font-size:3vw}
.reveal .map{height:auto;margin-top:0}
.reveal .foot{margin:0 4vw}
.reveal .explore{display:none}`

/** Text that cannot end the element that it stands in. */
function inScript(text: string): string {
  return text.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
}

function inStyle(text: string): string {
  return text.replace(/<\/(style)/gi, '<\\/$1')
}
