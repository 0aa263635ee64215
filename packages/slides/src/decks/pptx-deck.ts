import type { Theme } from '@fieldmap/view'
import { PALETTES } from '@fieldmap/view'
import PptxGenJS from 'pptxgenjs'
import { DECK_PICTURE, type Deck, type DeckSlide } from './deck.ts'
import { mendPptx } from './mend-pptx.ts'

/** Inches of a slide of 16:9. */
const PAGE = { width: 40 / 3, height: 7.5 }
const SIDE = 0.6
/** Rows from the top, in inches. */
const TITLE = { y: 0.3, height: 0.7 }
const PICTURE_TOP = 1
const CAPTION = { y: PICTURE_TOP + (DECK_PICTURE.height / DECK_PICTURE.width) * PAGE.width, height: 0.86 }
const LINK = { width: 1.9 }
/** On every machine that shows slides, or metrically alike: the shipped font is in the pictures only. */
const FONT = 'Arial'
/** Sizes of captions in points, and how many characters of them fit the two lines. */
const CAPTION_SIZES = [
  { size: 18, characters: 170 },
  { size: 16, characters: 210 },
] as const
const SMALL_CAPTION = 14

/**
 * A deck for PowerPoint, Keynote, Google Slides and LibreOffice (ECMA-376), one slide a step: title and caption as text
 * that can be edited, the picture as SVG with a PNG for programs that draw none, its description as alternative text, the
 * speaker's notes, a link to the live view. The same deck gives the same bytes.
 *
 * @param pictures the PNG of each slide's picture, in their order
 * @throws {RangeError} if there are more or fewer pictures than slides
 */
export async function pptxDeck(deck: Deck, pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  if (pictures.length !== deck.slides.length)
    throw new RangeError(`${deck.slides.length} slides need as many pictures, not ${pictures.length}.`)
  const file = new PptxGenJS()
  file.defineLayout({ name: 'WIDE', width: PAGE.width, height: PAGE.height })
  file.layout = 'WIDE'
  file.title = deck.title
  file.subject = deck.title
  file.author = 'Fieldmap'
  file.company = 'Fieldmap'
  file.theme = { headFontFace: FONT, bodyFontFace: FONT }
  for (const slide of deck.slides) addSlide(file, slide, deck.theme)
  const written = await file.write({ outputType: 'uint8array' })
  if (!(written instanceof Uint8Array)) throw new TypeError('pptxgenjs gave no bytes')
  return mendPptx(written, pictures)
}

function addSlide(file: PptxGenJS, slide: DeckSlide, theme: Theme): void {
  const { ground, ink, quiet, accent } = colorsOf(theme)
  const page = file.addSlide()
  page.background = { color: ground }
  page.addImage({
    data: `data:image/svg+xml;base64,${Buffer.from(slide.svg).toString('base64')}`,
    x: 0,
    y: PICTURE_TOP,
    w: PAGE.width,
    h: CAPTION.y - PICTURE_TOP,
    altText: slide.alt,
    objectName: 'Map',
    ...(slide.link === undefined ? {} : { hyperlink: { url: slide.link, tooltip: 'Open the live map' } }),
  })
  page.addText(slide.title, {
    ...{ x: SIDE, y: TITLE.y, w: PAGE.width - 2 * SIDE, h: TITLE.height },
    ...{ fontFace: FONT, fontSize: slide.title.length > 60 ? 24 : 28, bold: true, color: ink },
    ...{ margin: 0, valign: 'middle', objectName: 'Title' },
  })
  const linkRoom = slide.link === undefined ? 0 : LINK.width + 0.3
  if (slide.caption !== '') {
    page.addText(slide.caption.replace(/\n\n+/g, '\n'), {
      ...{ x: SIDE, y: CAPTION.y, w: PAGE.width - 2 * SIDE - linkRoom, h: CAPTION.height },
      ...{ fontFace: FONT, fontSize: captionSize(slide.caption), color: quiet },
      ...{ margin: 0, valign: 'top', objectName: 'Caption' },
    })
  }
  if (slide.link !== undefined) {
    page.addText([{ text: 'Open the live map', options: { hyperlink: { url: slide.link }, color: accent } }], {
      ...{ x: PAGE.width - SIDE - LINK.width, y: CAPTION.y, w: LINK.width, h: 0.35 },
      ...{ fontFace: FONT, fontSize: 14, color: accent, align: 'right', margin: 0, valign: 'top', objectName: 'Link' },
    })
  }
  if (slide.notes !== '') page.addNotes(slide.notes)
}

function captionSize(caption: string): number {
  return CAPTION_SIZES.find(({ characters }) => caption.length <= characters)?.size ?? SMALL_CAPTION
}

/** Colours as PresentationML has them: without `#`. */
function colorsOf(theme: Theme): Record<'ground' | 'ink' | 'quiet' | 'accent', string> {
  const { ground, ink, quiet, accent } = PALETTES[theme]
  const bare = (color: string): string => color.slice(1).toUpperCase()
  return { ground: bare(ground), ink: bare(ink), quiet: bare(quiet), accent: bare(accent) }
}
