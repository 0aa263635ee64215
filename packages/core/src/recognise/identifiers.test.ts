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

  it.each([
    [
      'arxiv',
      '1706.03762',
      'https://arxiv.org/abs/1706.03762 http://export.arxiv.org/pdf/1706.03762v5 https://www.alphaxiv.org/overview/1706.03762v7 https://ar5iv.labs.arxiv.org/html/1706.03762 https://huggingface.co/papers/1706.03762 https://arxiv.org/html/1706.03762v7 https://arxiv.org/abs/arXiv:1706.03762 http://xxx.lanl.gov/abs/1706.03762 https://www.arxiv-vanity.com/papers/1706.03762/ https://scirate.com/arxiv/1706.03762 https://papers.cool/arxiv/1706.03762 https://api.semanticscholar.org/arXiv:1706.03762 https://arxiv.org/ftp/arxiv/papers/1706/1706.03762.pdf https://dblp.org/rec/journals/corr/abs-1706-03762',
    ],
    ['arxiv', 'cs/0410020', 'http://arxiv.org/abs/cs/0410020 https://arxiv.org/pdf/cs.CV/0410020v1.pdf'],
    [
      'doi',
      '10.1145/3581783.3612186',
      'https://doi.org/10.1145/3581783.3612186 https://dl.acm.org/doi/fullHtml/10.1145/3581783.3612186 https://dl.acm.org/citation.cfm?doid=3581783.3612186 https://doi.acm.org/10.1145/3581783.3612186 https://doi.org/10.1145%2F3581783.3612186 https://doi.org/doi:10.1145/3581783.3612186',
    ],
    [
      'doi',
      '10.1007/s11263-019-01228-7',
      'https://link.springer.com/article/10.1007/s11263-019-01228-7#Sec1 https://link.springer.com/content/pdf/10.1007%2Fs11263-019-01228-7.pdf https://link.springer.com/article/10.1007/s11263-019-01228-7/fulltext.html',
    ],
    [
      'doi',
      '10.1038/nature14539',
      'https://www.nature.com/articles/nature14539 https://www.nature.com/nature/journal/v521/n7553/full/nature14539.html https://www.nature.com/articles/nature14539/figures/1 https://www.nature.com/articles/nature14539_reference.pdf',
    ],
    [
      'doi',
      '10.1101/2021.07.09.450648',
      'https://www.biorxiv.org/content/10.1101/2021.07.09.450648v2.full.pdf https://www.biorxiv.org/content/biorxiv/early/2021/07/10/2021.07.09.450648.full.pdf',
    ],
    [
      'doi',
      '10.1039/d4sc07642g',
      'https://pubs.rsc.org/en/content/articlelanding/2025/sc/d4sc07642g https://doi.org/10.1039/D4SC07642G',
    ],
    ['doi', '10.7554/elife.79854', 'https://elifesciences.org/articles/79854.pdf https://doi.org/10.7554/eLife.79854'],
    [
      'doi',
      '10.21203/rs.3.rs-5536951',
      'https://www.researchsquare.com/article/rs-5536951/v1 https://doi.org/10.21203/rs.3.rs-5536951/v1',
    ],
    [
      'doi',
      '10.1162/tacl_a_00324',
      'https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_00324/96460/x https://doi.org/10.1162/tacl_a_00324',
    ],
    [
      'doi',
      '10.3389/fpsyg.2021.1',
      'https://www.frontiersin.org/articles/10.3389/fpsyg.2021.1/full https://www.frontiersin.org/journals/psychology/articles/10.3389/fpsyg.2021.1/pdf',
    ],
    [
      'ieee',
      '9479695',
      'https://ieeexplore.ieee.org/abstract/document/9479695/ https://ieeexplore.ieee.org/xpl/articleDetails.jsp?arnumber=9479695 https://ieeexplore.ieee.org/document/9479695/authors#authors https://ieeexplore-ieee-org.proxy.x.edu/document/9479695',
    ],
    [
      'pii',
      'S0092867425007998',
      'https://www.cell.com/cell/fulltext/S0092-8674(25)00799-8 https://www.cell.com/cell/pdf/S0092-8674(25)00799-8.pdf https://www.sciencedirect.com/science/article/am/pii/S0092867425007998 https://linkinghub.elsevier.com/retrieve/pii/S0092867425007998',
    ],
    [
      'openreview',
      'H1eA7AEtvS',
      'https://openreview.net/pdf?id=H1eA7AEtvS https://openreview.net/attachment?id=H1eA7AEtvS&name=pdf https://openreview.net/references/pdf?id=H1eA7AEtvS https://openreview.net/revisions?id=H1eA7AEtvS',
    ],
    [
      'acl',
      'P19-1139',
      'https://aclanthology.org/P19-1139v2.pdf http://aclweb.org/anthology/P/P19/P19-1139.pdf https://doi.org/10.18653/v1/P19-1139',
    ],
    [
      'pmlr',
      'v97/barros19a',
      'https://proceedings.mlr.press/v97/barros19a.html http://jmlr.org/proceedings/papers/v97/barros19a.pdf https://raw.githubusercontent.com/mlresearch/v97/main/assets/barros19a/barros19a.pdf',
    ],
    [
      'jmlr',
      'v15/srivastava14a',
      'https://jmlr.csail.mit.edu/papers/v15/srivastava14a.html http://www.jmlr.org/papers/volume15/srivastava14a.old/srivastava14a.pdf',
    ],
    [
      'neurips',
      '2021/9332c513ef44b682e9347822c2e457ac',
      'https://papers.nips.cc/paper/2021/hash/9332c513ef44b682e9347822c2e457ac-Abstract.html https://proceedings.neurips.cc/paper_files/paper/2021/file/9332c513ef44b682e9347822c2e457ac-Paper-Conference.pdf',
    ],
    ['neurips', '5638', 'http://papers.nips.cc/paper/5638 https://papers.nips.cc/paper/5638-faster-r-cnn.pdf'],
    [
      'mlsys',
      '2020/9f61408e3afb633e50cdf1b20de6f466',
      'https://proceedings.mlsys.org/paper/2020/hash/9f61408e3afb633e50cdf1b20de6f466-Abstract.html https://proceedings.mlsys.org/paper_files/paper/2020/file/9f61408e3afb633e50cdf1b20de6f466-Paper.pdf',
    ],
    [
      'ijcai',
      '2022/190',
      'https://static.ijcai.org/proceedings-2022/0190.pdf https://ijcai.org/Proceedings/2022/0190.pdf',
    ],
    ['ijcai', '2016/123', 'https://www.ijcai.org/Proceedings/16/Papers/123.pdf https://www.ijcai.org/Abstract/16/123'],
    [
      'isca',
      '2018/1234',
      'https://www.isca-speech.org/archive/Interspeech_2018/abstracts/1234.html https://doi.org/10.21437/Interspeech.2018-1234',
    ],
    ['rss', '17/p001', 'https://roboticsproceedings.org/rss17/p001.pdf https://doi.org/10.15607/RSS.2021.XVII.001'],
    [
      'usenix',
      'usenixsecurity21/salls',
      'https://www.usenix.org/conference/usenixsecurity21/presentation/salls https://www.usenix.org/system/files/sec21fall-salls.pdf',
    ],
    [
      'ndss',
      'savior',
      'https://www.ndss-symposium.org/ndss-paper/savior/ https://www.ndss-symposium.org/ndss-paper/auto-draft-12/savior',
    ],
    ['ceur', '2614/paper5', 'http://ceur-ws.org/Vol-2614/paper5.pdf https://ceur-ws.org/Vol-2614/#paper5'],
    [
      'bmvc',
      '2016/0073',
      'http://www.bmva.org/bmvc/2016/papers/paper073/index.html http://www.bmva.org/bmvc/2016/papers/paper073/paper073.pdf',
    ],
    [
      'bmvc',
      '2023/0123',
      'https://papers.bmvc2023.org/0123.pdf https://proceedings.bmvc2023.org/123/ https://bmva-archive.org.uk/bmvc/2023/papers/Paper_123/paper.pdf',
    ],
    [
      'dblp',
      'conf/cvpr/HeZRS16',
      'https://dblp.org/rec/conf/cvpr/HeZRS16.html https://dblp.uni-trier.de/rec/bibtex/conf/cvpr/HeZRS16',
    ],
    [
      'ssrn',
      '3570000',
      'https://ssrn.com/abstract=3570000 https://dx.doi.org/10.2139/ssrn.3570000 https://papers.ssrn.com/sol3/Delivery.cfm/SSRN_ID3570000_code1.pdf?abstractid=3570000',
    ],
    ['hal', 'hal-01234567', 'https://hal.science/hal-01234567v2/document https://hal.inria.fr/hal-01234567/file/x.pdf'],
    ['pmid', '31501885', 'https://pubmed.gov/31501885 https://europepmc.org/article/MED/31501885'],
    [
      'pmc',
      'PMC6030000',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC6030000/ https://www.ncbi.nlm.nih.gov/pmc/articles/6030000/',
    ],
    [
      's2',
      'f832b16cb367802609d91d400085eb87d630212a',
      'https://www.semanticscholar.org/reader/f832b16cb367802609d91d400085eb87d630212a https://pdfs.semanticscholar.org/f832/b16cb367802609d91d400085eb87d630212a.pdf',
    ],
    [
      'oup',
      '7642672',
      'https://academic.oup.com/bib/article/25/3/bbae146/7642672 https://academic.oup.com/bib/article-pdf/25/3/bbae146/7642672/bbae146.pdf',
    ],
    [
      'ecva',
      '2022/136730181',
      'https://www.ecva.net/papers/eccv_2022/papers_ECCV/papers/136730181.pdf https://www.ecva.net/papers/eccv_2022/papers_ECCV/papers/136730181-supp.pdf',
    ],
    [
      'bibcode',
      '2019A&A...627A..67M',
      'https://ui.adsabs.harvard.edu/abs/2019A%26A...627A..67M/abstract https://adsabs.harvard.edu/abs/2019A&A...627A..67M https://ui.adsabs.harvard.edu/#abs/2019A%26A...627A..67M/abstract',
    ],
    [
      'arxiv',
      '1904.11504',
      'https://ui.adsabs.harvard.edu/abs/2019arXiv190411504M/abstract https://ui.adsabs.harvard.edu/abs/arXiv:1904.11504',
    ],
    ['inspire', '1126', 'https://inspirehep.net/literature/1126 https://inspirehep.net/record/1126'],
    [
      'nber',
      'w24001',
      'https://www.nber.org/papers/w24001 https://www.nber.org/system/files/working_papers/w24001/w24001.pdf',
    ],
  ])('gives one %s identifier %s to every address of it', (scheme, value, addresses) => {
    for (const url of addresses.split(' ')) expect(paperAddress(url).identifiers[scheme], url).toBe(value)
  })

  it('keeps the numbers of the two systems of AAAI apart', () => {
    expect(paperAddress('https://www.aaai.org/ocs/index.php/AAAI/AAAI18/paper/view/16123').identifiers).toEqual({
      aaai: 'ocs/16123',
    })
  })

  it.each([
    'https://openreview.net/group?id=ICLR.cc',
    'https://www.usenix.org/conference/usenixsecurity21',
    'https://www.ndss-symposium.org/ndss2024/',
    'https://ceur-ws.org/Vol-2614/',
    'https://dblp.org/pid/34/7659.html',
    'https://www.nature.com/nature/journal/v521',
    'https://academic.oup.com/bib/issue/25/3',
    'https://scirate.com/arxiv/cs.CV',
    'https://ui.adsabs.harvard.edu/search/q=exoplanet',
  ])('finds nothing in %s, a page of many papers', (url) => {
    expect(paperAddress(url).identifiers).toEqual({})
  })
})
