/** The commonest surnames of people whose names are written in Chinese characters alone: Chinese ones of one, then those of two and Japanese ones. */
export const HAN_SURNAMES: ReadonlySet<string> = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊殷施洪翁倪岳齐俞章鲁葛柳',
  ...'張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮蕭蔣葉蘇呂盧鍾譚陸賈鄒閻龍賀顧龔萬錢戴嚴湯喬賴龐',
  ...'欧阳 歐陽 司马 诸葛 上官 皇甫 佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 清水 山崎 阿部 池田 橋本 山下 石川 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 竹内 金子 和田 中山 石田 上田 森田 柴田 宮崎 酒井 工藤 横山 宮本 内田 高木 安藤 谷口 大野 丸山 今井'.split(
    ' ',
  ),
])
