import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windows1252 } from './misread-encodings.ts'
import { repairMojibake } from './mojibake.ts'

const seeds = new URL('../../../../seeds/', import.meta.url)
const readSeed = (name: string) => readFileSync(new URL(name, seeds), 'utf8')

/** How each program once misread a file. */
const MISREADERS: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'Mac Roman': (bytes) => new TextDecoder('macintosh').decode(bytes),
  'Windows-1252': (bytes) => Array.from(bytes, (byte) => String.fromCharCode(windows1252(byte))).join(''),
  'Latin-1': (bytes) => bytes.toString('latin1'),
}
const misread = (text: string, encoding: string) => MISREADERS[encoding]?.(Buffer.from(text)) ?? text

const SENTENCES = [
  'José Müller et François Noël: “Émotion” – l’école d’été à Paris…',
  'Größe und Straße über Öl, „Ärger“ in Köln',
  'El Niño: ¿qué pasó? ¡Sí! Año y corazón en España',
  'A informação da emoção: ações, não; São João e você também',
  'Zażółć gęślą jaźń; Łukasz Świątek i Żółw',
  'Příliš žluťoučký kůň úpěl ďábelské ódy',
  'Árvíztűrő tükörfúrógép, Győr és Erdős',
  'Ștefan și Țară în București: învățare automată',
  'İstanbul, ığüşöç ve ŞİŞLİ; duygu tanıma için yöntem',
  'Nhận dạng cảm xúc khuôn mặt: tiếng Việt có dấu',
  'Blåbærgrød på Ærø; Åse og Øyvind, själv är öarna små',
  'Распознавание эмоций: Ёлка и «мир» — я и ты',
  'Αναγνώριση συναισθημάτων: ελληνικά και λόγος',
  '表情识别与情感计算：综述（二〇二三年）。',
  '表情認識のデータセット「感情」、ひらがなとカタカナ',
  '얼굴 표정 인식 한국어 텍스트',
  'التعرف على تعابير الوجه بالعربية',
  'זיהוי הבעות פנים בעברית',
  'चेहरे के भाव की पहचान हिन्दी में',
  'การรู้จำสีหน้าภาษาไทย',
  '⭐️⭐️ 🏆 👀 ✅ ✔ → ≤ ∞ • © 2023 ™ 100 €',
  'α-divergence, β-VAE and λ → π/2, 3×3 ± 5 µm²',
  '├── data │ └── ½ ¾',
]

/** Right text that holds, by chance, the bytes of something else. */
const DECOYS = [
  ['d’état', 'voilà…été', '« été »', '«\u00a0été\u00a0»\u00a0: d’été', '« à »…', 'œuvre …à', 'naïveté…”', 'été—à'],
  ['n√π', '√π ≈ √∫ x√∂y', '2√πr', '(–∞, +∞)', '∆°C', 'a√b²', 'ƒ(x) ≈ π', '¬π ¬∂', '5 Å² and 3 Å³, 2 Å±0.1, 10 mÅ²'],
  ['„Ä“', '„HÄ“ „Ö“', '»Ä« »Ö«', 'CAFÉ™', 'CAFÉ®', 'ESPAÑA”', '¿POR QUÉ?', 'MAÇÃ\u00a0»', '“§” §1–§5', 'ﬁèvre reﬂète'],
  [
    'Úžasné těž” což“',
    'TÉŽ MÔŽEŠ',
    'ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûüÿœ',
    'œàâçèéî',
    '€£¥',
    'fiancé’s',
    'Éléonore—Étienne',
  ],
  ['Đặng Thị Ánh “Ê”', 'СССР “Ж”…', '「あ」—中', '©2020 É', 'Señor·Ñ·', '10 °C ± 5 µm × 3½', '\u0080 \u0099'],
].flat()

describe('the seeds', () => {
  it('gets the damaged list back byte for byte', () => {
    const { text, repairs } = repairMojibake(readSeed('awesome-sota-fer.md'))
    const sha256 = createHash('sha256').update(text).digest('hex')
    expect(sha256).toBe('92c286afd4c8caad06a51b8fe60aa0815d2d016ca4060f0649fd31462fc0183d')
    expect(repairs).toMatchObject([{ encoding: 'Mac Roman', line: 6, column: 1, before: '\uf8ffüëÄ', after: '👀' }])
  })

  it('leaves the list that is right as it is', () => {
    const text = readSeed('visual-affective-computing-survey.md')
    expect(repairMojibake(text)).toEqual({ text, repairs: [] })
  })
})

describe('right text', () => {
  it.each([...SENTENCES, ...DECOYS])('stays: %s', (text) => {
    expect(repairMojibake(text)).toEqual({ text, repairs: [] })
  })

  it('stays in any mixture of languages and decoys', () => {
    const texts = fc.array(fc.constantFrom(...SENTENCES, ...DECOYS), { maxLength: 12 })
    fc.assert(
      fc.property(texts, (lines) => {
        expect(repairMojibake(lines.join('\n')).repairs).toEqual([])
      }),
    )
  })

  it('is not harmed beside damaged text', () => {
    const damaged = fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(...Object.keys(MISREADERS)))
    const decoys = DECOYS.filter((decoy) => !/^(¬π|€£|\u0080)/.test(decoy)) // signs alone may be either
    fc.assert(
      fc.property(fc.constantFrom(...decoys), damaged, (decoy, [sentence, encoding]) => {
        const { text } = repairMojibake(`${decoy}\n\n${misread(sentence, encoding)}`)
        expect(text.split('\n')[0]).toBe(decoy)
      }),
    )
  })
})

describe('damaged text', () => {
  const chains = Object.keys(MISREADERS).flatMap((first) => [
    [first],
    ...Object.keys(MISREADERS).map((second) => [first, second]),
  ])

  it.each(chains.map((chain) => [chain.join(', then '), chain] as const))('comes back from %s', (_, chain) => {
    for (const sentence of SENTENCES) {
      expect(repairMojibake(chain.reduce(misread, sentence)).text).toBe(sentence)
    }
  })

  it('comes back from any chain and mixture', () => {
    const lines = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lines, fc.constantFrom(...chains), (sentences, chain) => {
        const text = sentences.join('\r\n')
        expect(repairMojibake(chain.reduce(misread, text)).text).toBe(text)
      }),
    )
  })

  it.each([
    ['Jos√© M√ºller', 'José Müller'],
    ['by BjÃ¶rn Schuller', 'by Björn Schuller'],
    ['NoÃ©mie', 'Noémie'],
    ['it‚Äôs', 'it’s'],
    ['itâ€™s', 'it’s'],
    ['ï»¿# Title', '\ufeff# Title'],
    ['10 ¬∞C, ≈Åukasz', '10 °C, Łukasz'],
    ['¬Ω of Jos√©', '¬Ω of José'],
  ])('mends one place in right text: %s', (damaged, right) => {
    expect(repairMojibake(damaged).text).toBe(right)
  })

  it('mends a damaged part and leaves the right part', () => {
    const right = 'Été: “d’accord” – 表情 ⭐️'
    const { text, repairs } = repairMojibake(
      `${right}\n${misread(right, 'Mac Roman')}\n${misread(right, 'Windows-1252')}`,
    )
    expect(text).toBe(`${right}\n${right}\n${right}`)
    expect(repairs.map(({ encoding }) => encoding).sort()).toEqual(['Mac Roman', 'Windows-1252'])
  })

  it('keeps every line end', () => {
    const ends = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\u0085', '\u2028')
    const parts = fc.array(fc.tuple(fc.constantFrom(...SENTENCES, ...DECOYS), ends), { maxLength: 8 })
    fc.assert(
      fc.property(parts, fc.constantFrom(...chains), (lines, chain) => {
        const damaged = chain.reduce(misread, lines.flat().join(''))
        const count = (text: string) => text.split(/\r\n|\n|\r/).length
        expect(count(repairMojibake(damaged).text)).toBe(count(damaged))
      }),
    )
  })

  it('never throws and is stable, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = repairMojibake(text)
        if (once.repairs.length === 0) expect(once.text).toBe(text)
      }),
    )
  })
})

it('repairs long texts piece by piece, with right line numbers', () => {
  const line = 'Émotion, 表情 and ⭐️: d’accord\r\n'
  const right = `${'ASCII\n'.repeat(700_000)}${line.repeat(5_000)}`
  const { text, repairs } = repairMojibake(misread(right, 'Mac Roman'))
  expect(text === right).toBe(true)
  expect(repairs).toMatchObject([{ encoding: 'Mac Roman', line: 700_001, column: 1, places: 20_000 }])
  const hostile = '√©'.repeat(500_000)
  expect(repairMojibake(hostile).text).toHaveLength(500_000)
})

it('costs one scan for ASCII', () => {
  const ascii = 'plain ASCII text, line after line\n'.repeat(450_000) // 15 MB
  const start = performance.now()
  expect(repairMojibake(ascii).text).toBe(ascii)
  expect(performance.now() - start).toBeLessThan(1000)
})
