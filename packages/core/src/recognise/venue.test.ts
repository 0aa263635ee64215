import { describe, expect, it } from 'vitest'
import { VENUES } from '../data/venues/index.ts'
import { foldLabel } from './label.ts'
import { createVenueIndex, findVenue } from './venue.ts'
import { formOf } from './venue-form.ts'

const venues = createVenueIndex(VENUES)
const name = (text: string, place: 'field' | 'text' = 'field'): string | undefined =>
  findVenue(text, venues, place)?.name

describe('findVenue', () => {
  it.each([
    ['2023 ACM MM', 'ACM MM', 2023],
    ['CVPR 2022', 'CVPR', 2022],
    ["CVPR'23", 'CVPR', 2023],
    ['CVPR’23 (Oral)', 'CVPR', 2023],
    ['CVPR2021', 'CVPR', 2021],
    ['ICCV-21', 'ICCV', 2021],
    ['NIPS 2016', 'NeurIPS', 2016],
    ['NeurIPS (spotlight)', 'NeurIPS', undefined],
    ['AAAI (Oral)', 'AAAI', undefined],
    ['CVPR (best paper finalist)', 'CVPR', undefined],
    ['Cognition (ELSEVIER)', 'Cognition', undefined],
    ['IEEE TAC', 'TAC', undefined],
    ['Phys. Rev. 35, 210', 'Physical Review', undefined],
    ['Nat Rev Genet 2015', 'Nature Reviews Genetics', 2015],
    ['IEEE Transactions on Affective Computing, vol. 13, no. 3, 2022', 'TAC', 2022],
    ['Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition', 'CVPR', undefined],
    ['CVPR 2022 Workshop', 'CVPRW', 2022],
    ['CVPRW', 'CVPRW', undefined],
    ['Tech. report', 'Tech. report', undefined],
    ['Findings of EMNLP 2020', 'Findings of EMNLP', 2020],
    ['ACL Findings 2021', 'Findings of ACL', 2021],
    ['arXiv preprint arXiv:1409.1556 (2014)', 'arXiv', 2014],
    ['ArXiv', 'arXiv', undefined],
    ['International Conference on Learning Representations (ICLR), 2020', 'ICLR', 2020],
  ])('reads %s as %s %s', (text, venue, year) => {
    expect(findVenue(text, venues, 'field')).toMatchObject({
      name: venue,
      basis: 'known',
      ...(year === undefined ? {} : { year }),
    })
  })

  it('recognises an unknown venue by its form', () => {
    expect(findVenue('XYZCONF 2021', venues, 'text')).toMatchObject({ name: 'XYZCONF', basis: 'form', year: 2021 })
    expect(findVenue('Journal of Imaginary Results', venues, 'field')).toMatchObject({ form: 'journal', basis: 'form' })
  })

  it.each([
    'Deep Learning for Face Recognition',
    'Code',
    'PyTorch',
    'N/A',
    '-',
    'Jane Doe',
    '2021',
    'We propose a new method for pattern recognition',
    'Dependably Fast Harbour Transactions, 2017',
    'Theory and Algorithms of Tides, ACM Transactions on Harbours, 1983',
  ])('does not take "%s" in running text for a venue', (text) => {
    expect(name(text, 'text')).toBeUndefined()
  })

  it('takes an ordinary word for a venue only in the case of its name', () => {
    expect(name('Sensors')).toBe('Sensors')
    expect(name('sensors', 'text')).toBeUndefined()
    expect(name('CHI 2021', 'text')).toBe('CHI')
  })
})

describe('formOf', () => {
  it('takes a capital W at the end for a workshop, and a law review for a journal', () => {
    expect(formOf('CVPRW')).toBe('workshop')
    expect(formOf('California Law Review')).toBe('journal')
  })
})

describe('the table of venues', () => {
  it('gives no spelling to two venues', () => {
    const owners = new Map<string, string>()
    for (const { name: owner, fullName, aliases } of VENUES) {
      for (const spelling of new Set([owner, fullName, ...aliases].map(foldLabel))) {
        expect([spelling, owners.get(spelling) ?? owner]).toEqual([spelling, owner])
        owners.set(spelling, owner)
      }
    }
    expect(VENUES.length).toBeGreaterThan(400)
  })
})
