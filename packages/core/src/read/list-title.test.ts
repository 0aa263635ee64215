import { expect, it } from 'vitest'
import { listTitle } from './list-title.ts'
import { sourceKind } from './source-kind.ts'

it.each([
  ['# Awesome FER\n', 'Awesome FER'],
  [
    '<!-- # no -->\n```\n# no\n```\ntext\n\n## A *very* [linked](x) `code` <b>title</b> ![i](j) ##\n',
    'A very linked code title',
  ],
  ['A title\n=======\n', 'A title'],
  ['<h1 align="center">Title &amp; more</h1>\n', 'Title & more'],
  ['# ![badge](x)\r\n# Real one\r\n', 'Real one'],
  ['| a | b |\n|---|---|\n', undefined],
  ['- item\n---\n', undefined],
  ['', undefined],
])('finds the title of %j', (text, title) => {
  expect(listTitle(text)).toBe(title)
})

it.each([
  ['README.md', '', 'list'],
  ['notes.txt', '', 'list'],
  ['refs.BIB', '', 'bibliography'],
  ['refs.json', '[]', 'bibliography'],
  ['e.csv', 'paper,dataset,relation,role,quote\n', 'evidence'],
  ['r.csv', '"dataset","relation","other"\r\n', 'relations'],
  ['a.csv', 'paper,authors,source\n', 'authors'],
  ['x.csv', 'one,two\n', undefined],
])('knows the kind of %s', (path, text, kind) => {
  expect(sourceKind(path, text)).toBe(kind)
})
