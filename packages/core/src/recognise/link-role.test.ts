import { describe, expect, it } from 'vitest'
import { addressRole, frameworkOf, labelRole, linkRole } from './link-role.ts'

describe('link roles', () => {
  it.each([
    ['Paper', 'paper'],
    ['pdf', 'paper'],
    ['[Code]', 'code'],
    ['Official PyTorch code', 'code'],
    ['TensorFlow', 'code'],
    ['Project Page', 'project'],
    ['Slides', 'slides'],
    ['📄 Paper', 'paper'],
    ['论文', 'paper'],
    ['代码', 'code'],
    ['Demo', 'demo'],
    ['Supp', 'supplementary'],
    ['dataset', 'data'],
    ['BibTeX', 'other'],
    ['arXiv:2301.12149', 'paper'],
    ['code2', 'code'],
  ])('%s says %s', (label, role) => {
    expect(labelRole(label)).toBe(role)
  })

  it.each(['POSTER V2: A simpler and stronger network', 'Daeha Kim', 'MetaPortrait'])('"%s" says nothing', (label) => {
    expect(labelRole(label)).toBeUndefined()
  })

  it('lets the address decide where the words fit any page', () => {
    expect(linkRole('Site', 'https://github.com/cvlab-stonybrook/EmotionNet_CVPR2020')).toBe('code')
    expect(linkRole('Site', 'https://emoca.is.tue.mpg.de/')).toBe('project')
    expect(linkRole('Data', 'https://github.com/wangyanckxx/FERV39k')).toBe('data')
    expect(linkRole('here', 'https://arxiv.org/abs/2301.12149')).toBe('paper')
    expect(linkRole('Code', 'https://www.artemisdataset-v2.org/')).toBe('code')
    expect(linkRole('Conference Video', 'https://www.youtube.com/watch?v=x')).toBe('video')
  })

  it.each([
    ['https://youtu.be/x', 'video'],
    ['https://huggingface.co/datasets/a', 'data'],
    ['https://www.a.org/b.pdf', 'paper'],
    ['https://a.github.io/', 'project'],
    ['mailto:a@b.c', 'other'],
  ])('%s alone is %s', (url, role) => {
    expect(addressRole(url)).toBe(role)
  })

  it('takes a repository as a whole for code, whatever it is called, and a PDF inside one for the paper', () => {
    expect(linkRole('Paper', 'https://github.com/owner/paper-code')).toBe('code')
    expect(linkRole('Paper', 'https://github.com/owner/name/blob/main/paper.pdf')).toBe('paper')
  })

  it('names frameworks', () => {
    expect(frameworkOf('PyTorch')).toBe('PyTorch')
    expect(frameworkOf('Official TensorFlow code')).toBe('TensorFlow')
    expect(frameworkOf('Code')).toBeUndefined()
    expect(frameworkOf('Keras for everyone')).toBeUndefined()
  })
})
