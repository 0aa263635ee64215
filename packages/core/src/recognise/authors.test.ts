import { describe, expect, it } from 'vitest'
import { findAuthors } from './authors.ts'

const names = (text: string): string[] => findAuthors(text).map(({ name }) => name)

describe('findAuthors', () => {
  it.each([
    ['Jicai Pan, Shangfei Wang', ['Jicai Pan', 'Shangfei Wang']],
    ['Haimin Zhang; Min Xu', ['Haimin Zhang', 'Min Xu']],
    [
      'Emmeke Veltmeijer , Charlotte Gerritsen and Koen Hindriks',
      ['Emmeke Veltmeijer', 'Charlotte Gerritsen', 'Koen Hindriks'],
    ],
    [
      'Mohamed, Youssef; Khan, Faizan Farooq; Elhoseiny, Mohamed',
      ['Youssef Mohamed', 'Faizan Farooq Khan', 'Mohamed Elhoseiny'],
    ],
    [
      'Bowen Zhang, Chenyang Qi, Pan Zhang1 Bo Zhang, HsiangTao Wu',
      ['Bowen Zhang', 'Chenyang Qi', 'Pan Zhang', 'Bo Zhang', 'HsiangTao Wu'],
    ],
    ['Jie Guo, Bin Song,∗, Peng Zhang', ['Jie Guo', 'Bin Song', 'Peng Zhang']],
    ['Björn W. Schuller; Kurt Keutzer', ['Björn W. Schuller', 'Kurt Keutzer']],
    ['K R Prajwal, C V Jawahar, Ponnurangam Kumaraguru', ['K R Prajwal', 'C V Jawahar', 'Ponnurangam Kumaraguru']],
    ['A. Razavian et al.', ['A. Razavian']],
    ['Xun Gao, Yin Zhao, Jie Zhang, jun Cai', ['Xun Gao', 'Yin Zhao', 'Jie Zhang', 'jun Cai']],
    ['Sander van der Linden & Ludwig van Beethoven', ['Sander van der Linden', 'Ludwig van Beethoven']],
    ['王小明、李雷', ['王小明', '李雷']],
    ['Minsu Kim 김민수, 이서연', ['Minsu Kim 김민수', '이서연']],
    ['Ba, Jimmy, Hinton, Geoffrey E, and Ionescu, Catalin', ['Jimmy Ba', 'Geoffrey E Hinton', 'Catalin Ionescu']],
    ['Smith, J., Doe, A. B.', ['J. Smith', 'A. B. Doe']],
    ['Fischer, Dana and Ito, Emi A', ['Dana Fischer', 'Emi A Ito']],
    ['Fischer, Dana and van den Berg, Kim and Ito, Emi', ['Dana Fischer', 'Kim van den Berg', 'Emi Ito']],
  ])('reads %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    'GPU를 사용하여 추론을 가속하려면, CUDA와 cuDNN이 설치되어 있는지',
    'Publikationen, Bilder etc.',
    'CSV, XLS JSON, ODS',
    'Deep Learning, Face Recognition',
    'A Survey of Graph Networks',
    'CVPR 2022',
    'Jane Doe',
    'Emotion Recognition, Facial Representations, and Others',
    'code, data and models',
    '',
    'Hefei University of Technology, China, Asia',
    'Eunjung Park, Sameer Kulkarni, and John Cavazos. CASES',
  ])('finds nobody in "%s"', (text) => {
    expect(names(text)).toEqual([])
  })

  it('says where each name stands', () => {
    const text = 'Ada Lovelace, Alan Turing'
    expect(findAuthors(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Ada Lovelace', 'Alan Turing'])
  })
})
