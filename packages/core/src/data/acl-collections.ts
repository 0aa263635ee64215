/** Letters of the old identifiers of the ACL Anthology (`P19-1001`). */
export const ACL_LETTERS: Readonly<Record<string, string>> = {
  A: 'ANLP',
  C: 'COLING',
  D: 'EMNLP',
  E: 'EACL',
  I: 'IJCNLP',
  J: 'Computational Linguistics',
  K: 'CoNLL',
  L: 'LREC',
  N: 'NAACL',
  P: 'ACL',
  Q: 'TACL',
  S: 'SemEval',
}

/** Collections of the new identifiers (`2020.acl-main.1`), by their name before the volume. */
export const ACL_COLLECTIONS: Readonly<Record<string, string>> = {
  aacl: 'AACL',
  acl: 'ACL',
  cl: 'Computational Linguistics',
  coling: 'COLING',
  conll: 'CoNLL',
  eacl: 'EACL',
  emnlp: 'EMNLP',
  'findings-aacl': 'Findings of AACL',
  'findings-acl': 'Findings of ACL',
  'findings-eacl': 'Findings of EACL',
  'findings-emnlp': 'Findings of EMNLP',
  'findings-naacl': 'Findings of NAACL',
  inlg: 'INLG',
  ijcnlp: 'IJCNLP',
  lrec: 'LREC',
  naacl: 'NAACL',
  semeval: 'SemEval',
  sigdial: 'SIGDIAL',
  tacl: 'TACL',
  wmt: 'WMT',
}
