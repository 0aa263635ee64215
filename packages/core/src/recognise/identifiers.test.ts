import { describe, expect, it } from 'vitest'
import { paperAddress } from './identifiers.ts'

describe('paperAddress', () => {
  it.each([
    ['https://arxiv.org/pdf/2301.12149.pdf', { arxiv: '2301.12149' }],
    ['https://arxiv.org/abs/2303.13802v1', { arxiv: '2303.13802' }],
    ['http://www.arxiv.org/abs/cs/0410020', { arxiv: 'cs/0410020' }],
    ['https://arxiv.org/abs/hep-th/9901001v2', { arxiv: 'hep-th/9901001' }],
    ['https://ar5iv.labs.arxiv.org/html/2301.12149', { arxiv: '2301.12149' }],
    ['https://huggingface.co/papers/2301.12149', { arxiv: '2301.12149' }],
    ['https://doi.org/10.48550/arXiv.2301.12149', { arxiv: '2301.12149' }],
    ['https://dl.acm.org/doi/abs/10.1145/3581783.3612186', { doi: '10.1145/3581783.3612186', acm: '3581783.3612186' }],
    ['https://doi.org/10.1016/j.inffus.2022.10.002', { doi: '10.1016/j.inffus.2022.10.002' }],
    ['https://link.springer.com/content/pdf/10.1007/978-3-030-58536-5_1.pdf', { doi: '10.1007/978-3-030-58536-5_1' }],
    ['https://onlinelibrary.wiley.com/doi/epdf/10.1111/tops.12371', { doi: '10.1111/tops.12371' }],
    ['https://www.nature.com/articles/s41586-021-03819-2.pdf', { doi: '10.1038/s41586-021-03819-2' }],
    ['https://www.biorxiv.org/content/10.1101/2021.07.09.450648v2.full.pdf', { doi: '10.1101/2021.07.09.450648' }],
    [
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0178862',
      { doi: '10.1371/journal.pone.0178862' },
    ],
    ['https://www.mdpi.com/1424-8220/22/3/967/pdf', { mdpi: '1424-8220/22/3/967' }],
    ['https://ieeexplore.ieee.org/document/9479695', { ieee: '9479695' }],
    ['https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=7961731&casa_token=abc:def', { ieee: '7961731' }],
    ['https://ieeexplore.ieee.org/iel7/5165369/5520654/09039580.pdf?casa_token=x', { ieee: '9039580' }],
    ['https://reader.elsevier.com/reader/sd/pii/S0010027715300196?token=5035', { pii: 'S0010027715300196' }],
    [
      'https://pdf.sciencedirectassets.com/271526/1-s2.0-S0262885611X00069/1-s2.0-S0262885611000515/main.pdf?X-Amz-Signature=1',
      { pii: 'S0262885611000515' },
    ],
    ['https://openreview.net/forum?id=H1eA7AEtvS&noteId=x', { openreview: 'H1eA7AEtvS' }],
    ['https://pubmed.ncbi.nlm.nih.gov/31501885/', { pmid: '31501885' }],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6030000/', { pmc: 'PMC6030000' }],
    ['https://ojs.aaai.org/index.php/AAAI/article/view/19914/19673', { aaai: '19914' }],
  ])('reads %s', (url, identifiers) => {
    expect(paperAddress(url).identifiers).toEqual(identifiers)
  })

  it.each([
    ['https://openaccess.thecvf.com/content/CVPR2022/papers/Li_Towards_CVPR_2022_paper.pdf', 'CVPR', 2022],
    ['https://openaccess.thecvf.com/content_CVPR_2020/papers/Wang_Suppressing_CVPR_2020_paper.pdf', 'CVPR', 2020],
    [
      'https://openaccess.thecvf.com/content_cvpr_2017_workshops/w33/papers/Zafeiriou_Aff-Wild_CVPR_2017_paper.pdf',
      'CVPRW',
      2017,
    ],
    ['https://openaccess.thecvf.com/content/CVPR2022W/ABAW/html/Kim_Facial_CVPRW_2022_paper.html', 'CVPRW', 2022],
    ['https://www.ecva.net/papers/eccv_2022/papers_ECCV/papers/136730181.pdf', 'ECCV', 2022],
    ['https://proceedings.neurips.cc/paper/2021/file/9332c513ef44b682e9347822c2e457ac-Paper.pdf', 'NeurIPS', 2021],
    ['http://proceedings.mlr.press/v97/barros19a/barros19a.pdf', 'ICML', 2019],
    ['https://aclanthology.org/2020.acl-main.1/', 'ACL', 2020],
    ['https://aclanthology.org/2021.findings-emnlp.12.pdf', 'Findings of EMNLP', 2021],
    ['https://www.aclweb.org/anthology/P19-1001.pdf', 'ACL', 2019],
    ['https://doi.org/10.24963/ijcai.2022/190', 'IJCAI', 2022],
    ['https://www.ijcai.org/proceedings/2022/0190.pdf', 'IJCAI', 2022],
    ['https://jmlr.org/papers/v15/srivastava14a.html', 'JMLR', 2014],
    ['http://www.roboticsproceedings.org/rss17/p001.html', 'RSS', 2021],
  ])('proves venue and year by %s', (url, venue, year) => {
    expect(paperAddress(url).proves).toEqual({ venue, year })
  })

  it.each([
    'https://github.com/hangyu94/Ada-CM/',
    'mailto:a@b.org',
    'javascript:alert(1)',
    '',
    '#section',
    'https://[broken',
    'https://www.muse-challenge.org/',
  ])('finds nothing in %s', (url) => {
    expect(paperAddress(url)).toEqual({ identifiers: {} })
  })

  it('gives one identifier to the two forms of an IJCAI address', () => {
    expect(paperAddress('https://doi.org/10.24963/ijcai.2022/190').identifiers).toEqual(
      paperAddress('https://www.ijcai.org/proceedings/2022/190').identifiers,
    )
  })
})
