import type { LinkRel } from '@fieldmap/graph'

/** What people call their links: folded words → what the address is. Longer entries win over shorter ones. */
// biome-ignore format: a table
export const LINK_LABELS: Readonly<Record<LinkRel, readonly string[]>> = {
  paper: [
    'link to this paper', 'link to the article',
    'paper', 'papers', 'pdf', 'ps', 'ps gz', 'postscript', 'dvi', 'dvi gz', 'arxiv', 'arxiv version', 'arxiv preprint', 'abs', 'abstract', 'html', 'preprint', 'doi',
    'publication', 'pub', 'manuscript', 'article', 'journal', 'conference', 'conf', 'openreview', 'open review', 'open access', 'openaccess', 'acm', 'ieee', 'ieee xplore', 'cvf',
    'cvpr', 'springer', 'elsevier', 'sciencedirect', 'science direct', 'acl', 'acl anthology', 'pmlr', 'neurips',
    'biorxiv', 'medrxiv', 'ssrn', 'fulltext', 'full text', 'full paper', 'paper link', 'paper url', 'download pdf', 'pdf download', 'download paper', 'paper download', 'main paper', 'original paper',
    'tech report', 'technical report', 'report', 'eprint', 'nature', 'wiley', 'mdpi', 'pubmed', 'read', 'thesis',
    'official paper', 'extended version', 'journal version', 'conference version', 'camera ready', 'proceedings',
    '论文', '論文', '原文', '논문', 'статья', 'ورقة', 'الورقة', 'البحث', 'artículo', 'articulo', 'artigo', 'papier', 'artikel',
  ],
  code: [
    'code', 'codes', 'source code', 'sourcecode', 'github', 'github code', 'github repo', 'git', 'gitlab', 'repo', 'repository', 'gh',
    'implementation', 'official', 'unofficial', 'official code', 'unofficial code', 'code link', 'download code', 'code download', 'official implementation',
    'unofficial implementation', 're implementation', 'reimplementation', 'author code', 'authors code', 'python', 'c',
    'c code', 'python code', 'r', 'software', 'library', 'toolbox', 'package', 'star', 'stars', 'github stars', 'stargazers',
    '代码', '代碼', '源码', '源代码', 'コード', '実装', '코드', '구현', 'код', 'الكود', 'كود', 'código', 'codigo', 'quellcode',
  ],
  project: [
    'project', 'projects', 'project page', 'project website', 'project site', 'projectpage', 'proj', 'page', 'pages', 'webpage', 'web page', 'website',
    'web', 'web site', 'site', 'homepage', 'home page', 'home', 'official page', 'official site', 'official website', 'proj page', 'landing page', 'github page', 'github pages',
    '项目', '项目主页', '主页', '官网', 'プロジェクト', '프로젝트', 'проект', 'proyecto', 'projeto', 'projekt', 'projet',
  ],
  data: [
    'data', 'dataset', 'datasets', 'data set', 'benchmark', 'database', 'corpus', 'download', 'data link', 'dataset link', 'dataset page', 'dataset download', 'trace', 'traces',
    '数据', '数据集', '資料集', 'データ', 'データセット', '데이터', '데이터셋', 'данные', 'البيانات', 'بيانات', 'datos', 'dados', 'daten', 'données',
  ],
  poster: ['poster', '海报', 'ポスター', '포스터', 'постер'],
  slides: ['slides', 'slide', 'ppt', 'pptx', 'presentation', 'slide deck', 'keynote', '课件', '课件下载', '讲义', '幻灯片', 'スライド', '슬라이드', '발표자료', 'слайды', 'folien', 'diapositives', 'diapositivas'],
  video: ['video', 'videos', 'youtube', 'talk', 'presentation video', 'bilibili', 'teaser', 'demo video', 'video demo', 'video talk', 'recording', 'lecture', '视频', '動画', '영상', 'видео', 'vidéo', 'الفيديو'],
  demo: ['demo', 'demos', 'online demo', 'live demo', 'web demo', 'colab', 'google colab', 'colab demo', 'notebook', 'huggingface space', 'hf space', 'space', 'spaces', 'gradio', 'interactive demo', 'playground', 'try it', '演示', 'デモ'],
  supplementary: [
    'supp', 'suppl', 'sup', 'supplement', 'supplementary', 'supplemental', 'supplementary material', 'supplementary materials', 'supplemental material', 'supp mat',
    'appendix', 'suppmat', '补充材料',
  ],
  other: [
    'follow up', 'follow ups', 'follow up work', 'follow up works', 'follow up paper', 'paper list', 'paperlist', 'reading list', 'awesome list', 'bibtex', 'bib', 'cite', 'citation', 'blog', 'blog post', 'blogpost', 'post', 'tweet', 'twitter', 'review', 'reviews', 'dblp', 'google scholar',
    'scholar', 'semantic scholar', 'weights', 'model', 'models', 'model weights', 'checkpoint', 'checkpoints', 'pretrained model', 'pretrained models',
    'model zoo', 'huggingface', 'hugging face', 'hf', 'docs', 'documentation', 'doc', 'wiki', 'news', 'medium', 'notes', 'note', 'summary', 'explained', 'tutorial',
    'zhihu', '知乎', 'reddit', 'leaderboard', 'results', 'api', 'pypi', 'docker', 'license', 'press', 'forum', 'discussion', 'papers with code', 'paperswithcode', 'pwc',
    'linkedin', 'facebook', 'instagram', 'discord', 'wechat', 'interview', 'podcast', 'homework', 'hw', 'assignment', 'assignments', 'exercise', 'exercises', 'handout', 'quiz', 'syllabus', 'apply', 'x', 'thread', '解读', '博客', 'ブログ',
  ],
}

/** Pictures that stand for a label, as emoji or as the short codes of code hosts. */
// biome-ignore format: a table
export const PICTURE_LABELS: Readonly<Record<string, string>> = {
  '📄': 'paper', '📃': 'paper', '📜': 'paper', '📝': 'paper', '📰': 'paper', '📑': 'paper', ':page_facing_up:': 'paper', ':page_with_curl:': 'paper', ':scroll:': 'paper', ':memo:': 'paper',
  '💻': 'code', '🖥': 'code', '👨‍💻': 'code', ':octocat:': 'code', ':computer:': 'code', ':keyboard:': 'code',
  '🌐': 'project', '🏠': 'project', '🔗': 'link', ':globe_with_meridians:': 'project', ':house:': 'project', ':link:': 'link',
  '🎥': 'video', '🎬': 'video', '📹': 'video', '📺': 'video', '▶': 'video', ':movie_camera:': 'video', ':clapper:': 'video', ':tv:': 'video',
  '📊': 'data', '🗂': 'data', '💾': 'data', '📁': 'data', '🗃': 'data', ':floppy_disk:': 'data', ':file_folder:': 'data',
  '🎮': 'demo', '🚀': 'demo', '🔊': 'demo', ':video_game:': 'demo', ':rocket:': 'demo',
  '🖼': 'poster', ':framed_picture:': 'poster', '🤗': 'hugging face', ':hugs:': 'hugging face',
}

/** Labels that name no role at all: the address decides. */
// biome-ignore format: a list
export const GENERIC_LABELS: readonly string[] = [
  'link', 'links', 'here', 'url', 'click here', 'click', 'more', 'view', 'see', 'go', 'this', 'open', 'resource', 'resources', 'online', 'ref', 'source', 'reference',
  '链接', '地址', 'リンク', '링크', 'ссылка', 'enlace', 'lien',
]

/** Words that may stand beside a role without changing it. */
// biome-ignore format: a list
export const LABEL_FILLERS: ReadonlySet<string> = new Set([
  'the', 'a', 'our', 'official', 'unofficial', 'link', 'here', 'page', 'version', 'v1', 'v2', 'v3', 'author', 'authors', 'by', 'for', 'on', 'and', 'of', 'in', 'available', 'coming', 'soon',
  'original', 'full', 'new', 'main', 'short', 'long', 'extended', 'available', '1', '2', '3', '4', 'public', 'third', 'party', 'to', 'accompanying', 'companion', 'corresponding',
])
