import type { Encoding } from '../../../core/encodings.ts'

/** Prose written for these tests: what a writer might type in the encoding's languages. */
export const TEXTS: readonly {
  readonly language: string
  readonly encoding: Encoding
  readonly text: string
}[] = [
  {
    language: 'simplified Chinese',
    encoding: 'gbk',
    text: '早晨的集市刚刚开门，卖豆腐的老人已经摆好了摊子。他说今天的豆子泡得久，做出来的豆腐特别嫩。旁边的小店里飘出面包的香味，几个孩子背着书包站在门口，等妈妈给他们买早饭。我在这条街上住了十年，几乎认识每一家店的主人，却从来没有问过他们叫什么名字。',
  },
  {
    language: 'technical simplified Chinese',
    encoding: 'gbk',
    text: '编译之前请先检查环境变量是否设置正确。如果链接器报告找不到符号，多半是库的顺序写反了；把被依赖的库放到后面再试一次。配置文件里的缩进必须使用空格，制表符会让解析器报错。部署脚本默认会备份旧版本，出现问题时可以回滚。',
  },
  {
    language: 'simplified Chinese with rare characters',
    encoding: 'gb18030',
    text: '㐂㐄这两个字很少见，輸入法里也找不到。𠮷野家的招牌上写的是另一种形式，排版的时候常常变成方框。为了保存这些字，文件只能用更大的字符集，否则一存盘就会丢失。',
  },
  {
    language: 'traditional Chinese',
    encoding: 'big5',
    text: '清晨的市場剛剛開門，賣豆腐的老人已經擺好了攤子。他說今天的豆子泡得久，做出來的豆腐特別嫩。旁邊的小店裡飄出麵包的香味，幾個孩子背著書包站在門口，等媽媽給他們買早餐。我在這條街上住了十年，幾乎認識每一家店的主人，卻從來沒有問過他們叫什麼名字。',
  },
  {
    language: 'Japanese',
    encoding: 'shift_jis',
    text: '朝の市場が開いたばかりで、豆腐を売るおじいさんはもう店の準備を終えていた。今日の豆は長く水につけたから、とてもやわらかい豆腐ができたと言う。隣の小さな店からパンの香りがして、子どもたちがかばんを背負って入り口で待っている。この通りに住んで十年になる。',
  },
  {
    language: 'Japanese',
    encoding: 'euc-jp',
    text: '古い時計を直すには、まず音をよく聞くことだと祖父は言った。歯車の間にほこりがたまると、音がわずかに重くなる。油は多すぎても少なすぎてもいけない。私は今でも机の上にその道具を並べて、日曜日の午後になると小さなネジを一つずつ磨いている。',
  },
  {
    language: 'Korean',
    encoding: 'euc-kr',
    text: '아침 시장이 막 문을 열었고 두부를 파는 할아버지는 벌써 가게를 준비해 두었다. 오늘은 콩을 오래 불려서 두부가 아주 부드럽다고 한다. 옆 가게에서는 빵 냄새가 나고 아이들이 가방을 메고 문 앞에서 기다린다. 나는 이 거리에서 십 년을 살았다.',
  },
  {
    language: 'Russian',
    encoding: 'windows-1251',
    text: 'Утренний рынок только что открылся, а старик, который продаёт творог, уже разложил свой товар. Он говорит, что сегодня молоко было особенно хорошее. Из соседней лавки пахнет хлебом, и дети с рюкзаками стоят у двери и ждут, пока мама купит им завтрак.',
  },
  {
    language: 'Czech',
    encoding: 'windows-1250',
    text: 'Ranní trh se právě otevřel a starý muž, který prodává sýr, už měl připravený stůl. Říká, že dnešní mléko bylo obzvlášť dobré. Z vedlejšího obchůdku voní chléb a děti s batohy čekají u dveří, až jim maminka koupí snídani. Bydlím v této ulici deset let.',
  },
  {
    language: 'Polish',
    encoding: 'windows-1250',
    text: 'Poranny targ właśnie się otworzył, a starszy człowiek sprzedający ser już rozłożył swoje stoisko. Mówi, że dzisiejsze mleko było wyjątkowo dobre. Z sąsiedniego sklepiku pachnie chlebem, dzieci z plecakami stoją przed drzwiami i czekają na śniadanie.',
  },
  {
    language: 'French',
    encoding: 'windows-1252',
    text: 'Le marché du matin vient d’ouvrir et le vieil homme qui vend du fromage a déjà préparé son étal. Il dit que le lait était très bon cette année. De la boutique d’à côté vient une odeur de pain, et des élèves attendent devant la porte que leur mère achète le déjeuner.',
  },
  {
    language: 'German',
    encoding: 'windows-1252',
    text: 'Der Markt hat gerade geöffnet, und der alte Mann, der Käse verkauft, hat seinen Stand schon aufgebaut. Er erzählt, die Milch sei heute besonders gut gewesen. Aus dem Laden daneben riecht es nach Brot, und die Kinder warten mit ihren Ranzen vor der Tür. Größe und Übung zählen.',
  },
  {
    language: 'Greek',
    encoding: 'windows-1253',
    text: 'Η πρωινή αγορά μόλις άνοιξε και ο γέρος που πουλάει τυρί έχει ήδη στήσει τον πάγκο του. Λέει ότι σήμερα το γάλα ήταν πολύ καλό. Από το διπλανό μαγαζί μυρίζει ψωμί και τα παιδιά περιμένουν στην πόρτα με τις τσάντες τους.',
  },
  {
    language: 'Turkish',
    encoding: 'windows-1254',
    text: 'Sabah pazarı yeni açıldı ve peynir satan yaşlı adam tezgâhını çoktan kurmuş. Bugünkü sütün çok iyi olduğunu söylüyor. Yandaki dükkândan ekmek kokusu geliyor, çocuklar sırtlarında çantalarıyla kapıda bekliyor. Bu sokakta on yıldır oturuyorum ve herkesi tanıyorum.',
  },
  {
    language: 'Hebrew',
    encoding: 'windows-1255',
    text: 'שוק הבוקר נפתח זה עתה והזקן שמוכר גבינה כבר סידר את הדוכן שלו. הוא אומר שהחלב היום היה טוב במיוחד. מהחנות הסמוכה עולה ריח של לחם, והילדים מחכים ליד הדלת עם התיקים שלהם.',
  },
  {
    language: 'Arabic',
    encoding: 'windows-1256',
    text: 'فتح سوق الصباح أبوابه للتو وقد رتب الرجل العجوز الذي يبيع الجبن بضاعته. يقول إن الحليب اليوم كان جيدا جدا. من الدكان المجاور تأتي رائحة الخبز والأطفال ينتظرون عند الباب مع حقائبهم.',
  },
  {
    language: 'Lithuanian',
    encoding: 'windows-1257',
    text: 'Rytinis turgus ką tik atsidarė, o senas žmogus, parduodantis sūrį, jau išdėliojo savo prekes. Jis sako, kad šiandien pienas buvo ypač geras. Iš gretimos krautuvėlės sklinda duonos kvapas, vaikai su kuprinėmis laukia prie durų, kol mama nupirks pusryčius.',
  },
]

/** The text repeated or cut to a number of characters (code points). */
export function ofLength(text: string, characters: number): string {
  const points = Array.from(text)
  return Array.from({ length: characters }, (_, at) => points[at % points.length] ?? '').join('')
}
