/**
 * Words of English, of code and of everyday names that data sets are also called by (SEND, NOW, Helen, Kinetics,
 * Cora, Twitter). A name made of them alone is a name only where something beside it says so.
 */
// biome-ignore format: a list
const WORDS = [
  'a able about above accent account across act action actor add adverb advert advertisement advertisements age agent agree aim air alarm album alert all alone amazon amigo amigos among anchor and',
  'angle animal answer any apollo apple arc arcade arch area argus aria arm around art artist ask aspect at atlas attack attention audio aurora auto avatar away',
  'baby back bad bag balance ball band bank bar base batch beam bear beat beauty bee bell best beta bias big bike bird black block blog blue board body bold bone book border bot box brain brave bridge brown build bus',
  'cake call camel camera can car card care cars cartoon case cast casual cat catch cause cell center chain chair change channel chaos charm chart chat check chess choice church cinema circle city claim class clean clear climb clip',
  'clock close clothes cloud code coin cold color coma comet comic comics common compass computers concept cook cool coral core cortex cosmos count cover create crew cross crowd crown cube cup current curve cycle',
  'daily dance dark data date dawn day deal deap deep delta demo dense depth desire detail detect dialog diamond dice dictionary diff digit digits direct dive do dog dogs dolphin domain door dot dream dress drive driver drop dual duck',
  'each eagle ear earth east easy echo eclipse edge edit egg element elite emma emotion emotions empathy end energy engine entity epic erase era event ever every expand expert express expression eye',
  'face faces facial fact fair falcon fall false fan fashion fast father feel fever few field figure film final find fine fire first fish fit five flame flash flat flickr flower flowers fly focus fold food force forest form fox frame free fresh from',
  'full fun fusion future gain galaxy game garden gate gaze gem gene general genome genre german gesture giant gift girl glass global globe go goal god gold good grace grain grand graph grasp gravity green grid ground group grow guard guide gun',
  'habit hair half hand hands happy harbor hard harmony hate have head health hear heart heat heavy helen helmet help here hero hidden high hire history hit hold home honey hope horizon horse host hot hour house human hunt hybrid',
  'ice icon idea ideal ideas idle if image images imagine impact in index inform ink insight instagram intent iris iron island it item jade jazz jewel join joint joke judge jump just keep key kinetics kind king kiss knight know',
  'label lab lake lamp land lane language large laser last law layer lead leaf learn left legend lemon length lens less level library life light like lime line link lion lips list listen live load local lock log logic long look loop love low luck lucky luna lung lyric',
  'machine magic magnet mail main make man many map maps march mark marker market mars mask master match math matrix max maze me mead meal mean media meld member meme memory mental mercury mesh meta metro middle mimic min mind mini mint minute miracle mirror',
  'mix mode model moment monitor mood moon more mosaic mother motion motor mountain mouse mouth movie movies multi music muse my mystery name narrative nature near need net never new news night noise normal north nose not note nova now nurse object',
  'ocean odor of off oil old olympics omega on one open opera option or oracle orange orbit order other our out outdoor outside over owl own pace page pain paint pair palm panda panel paper parallel part party pass past path pattern pause peace peak pear pearl pen',
  'people person phase phoenix photo photos phone piano pick picture piece pilot pin pink pixel place places plain plan planet plant plants play plot plus poem poet point polar pop portrait pose post potsdam power press pride prime print prism product profile promise',
  'proof prose protein pubmed pulse pure puzzle query quest question quick quiet quora quote race radar radio rain random range rank rap raven raw ray reach react reaction read ready real reason reasoning record reddit red region relax remark replay rest review reward ring',
  'rise river road robot rock role room root rose round row rule run safe saga sage sail same sample save scale scan scenario scene school science score scout sea search season seat second see seed seeds self send sense sent sentiment set seven shape share ship',
  'shoes shop short shot show sick side sign signal silver simple sing single site six size skill skin sky sleep slice slow small smart smile smoke snap snow social soft solar sound soul source south space spark speak speaker speech speed spider spirit split',
  'sport sports spot spring square stage stand star stars start state station steam steel step stereo still stock stone store storm story stream street stress strong style sum summer sun super surprise swan swap sweet switch symbol table tag take talk target task taste',
  'tea team tell tempo ten test text texture then theory thing think this three thumb tide tiger time tiny title to toast today tom tone tongue tool top topic torch total touch tower town toy track trade trail train travel tree trend trio trip true trust truth try',
  'tumblr tune turn twitter two type union unit unity universe up urban us use user valence valley value vast verb verse vessel video videos view violet vision visual vita vivid voice voices wake walk wall war wave wear weather web wedding well west whale what wheel when where',
  'white who why wide wiki wild win wind wine wing winter wisdom wise wish wit with wolf woman wonder wood word words work world wow yahoo yelp yes yellow you young zero zone zoo',
]

export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.flatMap((line) => line.split(' ')))
