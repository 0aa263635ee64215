import { describe, expect, it } from 'vitest'
import type { Term } from '../curated/vocabulary.ts'
import { createDatasetNames, type DatasetPlace } from './dataset-names.ts'

function term(name: string, aliases: readonly string[] = [], fullName = name): Term {
  return { id: name.toLowerCase(), name, fullName, aliases, former: [], source: 'datasets.csv', line: 2 }
}

const TERMS = [
  term('AffectNet', ['affectnet-7'], 'AffectNet facial affect database'),
  term('RAF-DB', ['RAF'], 'Real-world Affective Faces Database'),
  term('RaFD', ['RAFD'], 'Radboud faces database'),
  term('CK+', ['CKplus', 'Extended Cohn-Kanade'], 'Extended Cohn-Kanade'),
  term('CK'),
  term('FERPlus', ['FER+']),
  term('FER2013', ['FER-13']),
  term('Aff-Wild'),
  term('Aff-Wild2'),
  term('AFEW', [], 'Acted Facial Expressions in the Wild'),
  term('AFEW-VA'),
  term('CASME'),
  term('CASME II', ['CASME2']),
  term('CAS(ME)^2'),
  term('BP4D'),
  term('BP4D+'),
  term('ExpW', [], 'Expression in-the-Wild'),
  term('FI', [], 'Flickr and Instagram'),
  term('MT', ['MT-dataset'], 'Makeup Transfer dataset'),
  term('SEED'),
  term('Kinetics'),
  term('MEAD'),
  term('CoMA', [], 'CoMA 3D facial expression meshes'),
  term('HED', ['HED database'], 'Hidden Emotion Detection database'),
  term('OMG-Emotion', ['OMG']),
  term('Emotion6'),
  term('300W'),
  term('CelebA'),
  term('ImageNet'),
  term('VGGFace2'),
  term('MS-Celeb-1M', ['MS1M']),
  term('Replay-Attack'),
  term("eNTERFACE'05", ['eNTERFACE']),
  term('SFEW 2.0', ['SFEW']),
  term('CAER-S'),
  term('CAER'),
]
const names = createDatasetNames(TERMS)

/** Names found, in order. */
function found(text: string, place?: DatasetPlace): string[] {
  return names.find(text, place).map((name) => name.term.name)
}

describe('createDatasetNames', () => {
  it('gives the place and the words of every occurrence', () => {
    expect(names.find('on RAF\\_DB and affectnet')).toMatchObject([
      { start: 3, end: 10, words: 'RAF\\_DB', term: { name: 'RAF-DB' } },
      { start: 15, end: 24, words: 'affectnet', term: { name: 'AffectNet' } },
    ])
    expect(found('')).toEqual([])
    expect(createDatasetNames([]).find('RAF-DB')).toEqual([])
  })

  it.each([
    ['RAF-DB', 'RAF_DB', 'RAFDB', 'RAF DB', 'raf-db', 'RAF‐DB', '**RAF-DB**', '`raf_db`'],
    ['FER2013', 'FER-2013', 'FER 2013', 'fer_2013', 'FER-13'],
    ['VGGFace2', 'VGG-Face2', 'vgg_face_2', 'vggface2'],
    ['MS-Celeb-1M', 'MS-Celeb1M', 'MSCeleb-1M', 'ms_celeb_1m', 'MS1M'],
    ['CAS(ME)^2', 'CAS(ME)2', 'CAS(ME)²', 'CAS(ME)$^2$', 'CAS(ME)$^{2}$', 'CAS(ME)<sup>2</sup>'],
    ["eNTERFACE'05", 'eNTERFACE’05', 'eNTERFACE05', 'enterface'],
    ['SFEW 2.0', 'SFEW2.0', 'SFEW_2.0', 'SFEW'],
    ['CK+', 'ck+', 'CKplus', 'ckplus', 'Extended Cohn-Kanade'],
  ])('knows %s in other spellings', (name, ...spellings) => {
    for (const spelling of spellings) expect(found(`evaluated on ${spelling} here`), spelling).toEqual([name])
  })

  it.each([
    ['CK+, CK', ['CK+', 'CK']],
    ['AffWild2 and Aff-Wild', ['Aff-Wild2', 'Aff-Wild']],
    ['CASME II, CASME2 and CASME', ['CASME II', 'CASME II', 'CASME']],
    ['AFEW-VA / AFEW', ['AFEW-VA', 'AFEW']],
    ['BP4D+ BP4D', ['BP4D+', 'BP4D']],
    ['BP4D+RAF-DB', ['BP4D', 'RAF-DB']],
    ['CAER-S and CAER', ['CAER-S', 'CAER']],
    ['FER+ and FERPlus', ['FERPlus', 'FERPlus']],
  ])('takes the longest name: %s', (text, expected) => {
    expect(found(`the datasets ${text}.`)).toEqual(expected)
  })

  it.each([
    'grafdb',
    'AffectNets2',
    'CelebA-HQ faces',
    'mini-ImageNet',
    'FER++',
    'CASME III database',
    'xMS1Mx',
    'emotion 6 is fear',
    'a replay attack detection',
    'Dynamic Facial Expression in-the-Wild',
    'facial expression in the wild datasets',
  ])('does not find a name inside another: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    'a raf of wood',
    'lead and mead',
    'in a coma',
    'the kinetics of it',
    'SEED = 42',
    'Kinetics of the reaction',
    'MT and FI are short',
    'OMG this dataset!',
    'we use MT systems',
    'an expected gain of 300W',
    'omg',
  ])('leaves common words and short abbreviations alone: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['the SEED dataset', ['SEED']],
    ['trained on Kinetics', ['Kinetics']],
    ['results on the FI test set', ['FI']],
    ['benchmarks such as MT', ['MT']],
    ['RAF, MEAD and CoMA', ['RAF-DB', 'MEAD', 'CoMA']],
    ['FI, Emotion6, OMG', ['FI', 'Emotion6', 'OMG-Emotion']],
    ['| FI | [AffectNet](https://example.org/a) | [OMG](x) |', ['FI', 'AffectNet', 'OMG-Emotion']],
    ['HED database, MT-dataset', ['HED', 'MT']],
    ['the 300W benchmark', ['300W']],
  ])('finds them where something beside says data set: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('needs nothing beside a name where data sets stand', () => {
    expect(found('FI', 'datasets')).toEqual(['FI'])
    expect(found('fi', 'datasets')).toEqual([])
  })

  it('takes small letters and joined words in values', () => {
    expect(found('--dataset mead', 'value')).toEqual(['MEAD'])
    expect(found('configs/raf/AffectNetDataset.py', 'value')).toEqual(['RAF-DB', 'AffectNet'])
    expect(found('draft.py', 'value')).toEqual([])
  })

  it('needs no blanks in text of other scripts', () => {
    expect(found('我们在AffectNet数据集和RAF-DB上训练')).toEqual(['AffectNet', 'RAF-DB'])
    expect(found('在FI数据集上')).toEqual(['FI'])
  })

  it('prefers the term whose capitals agree', () => {
    expect(found('RaFD and RAFD database')).toEqual(['RaFD', 'RaFD'])
    const twins = createDatasetNames([term('CoMa-X'), term('COMA-X')])
    expect(twins.find('COMA-X and CoMa-X').map((name) => name.term.name)).toEqual(['COMA-X', 'CoMa-X'])
  })

  it('reads long texts of one letter, of separators and of half names', () => {
    for (const text of ['A'.repeat(200_000), '-'.repeat(200_000), 'MS-Celeb-'.repeat(20_000), 'FI, '.repeat(50_000)]) {
      expect(found(text).length).toBeLessThanOrEqual(50_000)
    }
  })
})
