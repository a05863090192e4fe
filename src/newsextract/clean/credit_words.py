"""Words around pictures in many languages: labels of a credit, picture agencies, controls of viewers."""

from __future__ import annotations

import re

from newsextract.text import fold


def _table(*lines: str) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split("|"))


LABELS = _table(
    "photo|photos|photo credit|photo credits|photograph|photographs|photographer|photographers|photography"
    "|photo source|photo courtesy|photo illustration|image|images|image credit|image credits|image source"
    "|image courtesy|picture|pictures|picture credit|credit|credits|source|sources|illustration|illustrations"
    "|illustrator|graphic|graphics|screenshot|screengrab|video|video credit|copyright|copyrights|courtesy|pic|pics"
    "|pix|photo via|image via|via|file photo|file image|cover photo",
    "foto|fotos|fotocredit|foto credit|fotograf|fotografin|fotografie|fotonachweis|fotoquelle|foto/video|symbolfoto"
    "|archivfoto|bild|bilder|bildquelle|bildnachweis|bildrechte|bildcredit|symbolbild|archivbild|quelle|quellen"
    "|grafik|infografik|karte|urheber|rechte|illustration|montage|collage|fotomontage|fotoillustration|foto oben"
    "|titelbild|aufmacherbild|bildmontage",
    "crédit|crédits|crédit photo|crédits photo|crédit photos|crédits photos|crédit image|photo d'illustration"
    "|photo d'archives|photographie|dessin|infographie|capture d'écran|source photo|légende et crédit",
    "fotografía|fotografías|crédito|créditos|crédito de la foto|fuente|imagen|imágenes|ilustración|foto cortesía"
    "|cortesía|infografía|foto de archivo|captura|foto(s)",
    "imagem|imagens|fonte|crédito da foto|créditos da foto|reprodução|divulgação|fotografia|ilustração|arte"
    "|foto/reprodução|crédito foto|foto divulgação|foto reprodução",
    "fotografie|fonte foto|foto di|immagine|immagini|crediti|credito|illustrazione|foto di repertorio|credits foto",
    "beeld|bron|fotografie|tekening|illustratie|foto en video|fotobron|afbeelding|fotobureau",
    "fotó|fotók|kép|képek|forrás|illusztráció|fényképezte|fotós",
    "zdjęcie|zdjęcia|fot|źródło|autor zdjęcia|rys|grafika|źródło zdjęcia|foto autor",
    "zdroj|zdroj foto|autor|snímek|ilustrace|ilustrácia|ilustrační foto|fotografia|zdroj fotografie|vir|izvor"
    "|fotografija",
    "sursa|sursă|sursa foto|sursă foto|foto arhiva|sursa imagine|imagine|credit foto",
    "фото|фотография|фотографии|фотограф|источник|источник фото|иллюстрация|скриншот|снимка|снимки|източник|джерело"
    "|світлина|джерело фото|извор|фотографија|изображение|автор фото",
    "kuva|kuvat|kuvaaja|lähde|kuvitus|kuvakaappaus|bildkälla|bild och text|fotografi|fotografi av|källa|kilde"
    "|fotografer|bilde|illustrasjon|illustrasjonsfoto|arkivfoto|skjermdump|skärmdump|skærmfoto|pressefoto|pressbild"
    "|genrebild|arkivbild|ljósmynd|ljósmyndir|mynd|myndir|skjáskot|mynd/skjáskot|heimild",
    "nuotrauka|nuotraukos|nuotr|šaltinis|foto autors|avots|publicitātes foto|allikas|foto autor|pilt",
    "fotoğraf|fotoğraflar|görsel|kaynak|foto kredi|φωτογραφία|φωτογραφίες|φωτό|φωτ|πηγή|φωτο|εικόνα",
    "ảnh|nguồn|nguồn ảnh|ảnh minh họa|gambar|sumber|foto ilustrasi|sumber foto|dok|larawan|kuhang-larawan|picha",
    "写真|撮影|提供|画像|出典|写真提供|画像提供|クレジット|图|图源|图片|图片来源|来源|摄影|圖|圖源|圖片|圖片來源"
    "|來源|攝影|摄|攝|资料图|資料照|記者攝|图片说明来源|視覺中國|图据|圖取自|사진|출처|사진 제공|사진제공|자료사진"
    "|그래픽|ภาพ|ที่มา|ภาพจาก|เครดิตภาพ",
    "صورة|الصورة|تصوير|المصدر|مصدر الصورة|عکس|عکاس|منبع|منبع عکس|צילום|צילומים|קרדיט|מקור|תמונה|फोटो|तस्वीर|स्रोत"
    "|फोटो साभार|छवि|ছবি|সূত্র|படம்|ఫోటో|ഫോട്ടോ|ფოტო|լուսանկարը|foto nga",
)
"""What stands before a colon, and a credit after it."""

SHORT_LABELS = _table(
    "source|sources|quelle|quellen|fuente|fonte|bron|zdroj|forrás|źródło|sursa|источник|извор|πηγή|kaynak|nguồn"
    "|sumber|来源|來源|출처|video|autor|via|karte|arte|grafik|provided|montage|collage|beeld|imagen|imagem|image"
    "|images|picture|kép|bild|mynd|kuva|画像|提供"
)
"""Of these such as captions of graphics and pictures use for other things: only a short name after them is a credit."""

BY = (
    "photo by|photos by|photo by:|photograph by|photographs by|photographed by|photography by|image by|images by"
    "|picture by|pictures by|illustration by|illustrations by|illustrated by|graphic by|graphics by|video by"
    "|screenshot by|screenshot via|photo via|image via|photo from|photo courtesy of|photos courtesy of"
    "|image courtesy of|images courtesy of|courtesy of|picture courtesy of|photo courtesy|image courtesy|courtesy"
    "|photo illustration by|credit|source|foto von|fotos von|bild von|foto de|fotos de|fotografía de|imagen de"
    "|cortesía de|photo de|photos de|photo par|foto di|foto door|foto av|foto af|bilde av|bild av|foto oleh"
    "|foto-repro|ảnh của|фото с сайта|gentileza de"
)
"""What stands right before a name; those of one word only in capitals or with a sign."""

AGENCIES = _table(
    "ap|ap photo|ap photos|ap images|ap video|the associated press|associated press|afp|agence france-presse"
    "|afp photo|reuters|dpa|dpa-bildfunk|dpa-zentralbild|dpa images|dpa/dpa|efe|epa|epa-efe|pa|pa wire|pa images"
    "|pa media|pa archive|press association|getty|getty images|gettyimages|getty images europe|getty images sport"
    "|getty images north america|afp via getty images|via getty images|gc images|wireimage|filmmagic|istock"
    "|istockphoto|shutterstock|alamy|alamy stock photo|imago|imago images|imago sportfotodienst|picture alliance"
    "|picture-alliance|picturealliance|adobe stock|adobestock|fotolia|unsplash|pexels|pixabay|depositphotos"
    "|dreamstime|123rf|bigstock|wikimedia commons|wikimedia|wikipedia|wikicommons|creative commons|flickr|keystone"
    "|keystone-sda|zuma|zuma press|zuma wire|sipa|sipa usa|sipa press|abaca|abacapress|nurphoto|sopa images"
    "|lightrocket|anadolu|anadolu agency|aa|xinhua|cfp|vcg|kyodo|jiji|jiji press|yonhap|aflo|imaginechina|ic photo",
    "scanpix|ntb scanpix|ritzau scanpix|ntb|tt|bildbyrån|lehtikuva|str/lehtikuva|ritzau|belga|belgaimage|belga image"
    "|anp|hollandse hoogte|lapresse|la presse|ansa|imagoeconomica|fotogramma|ipa|agenzia fotogramma|hans lucas"
    "|maxppp|bestimage|rea|starface|photopqr|ddp|action press|apa|apa/afp|ats|sda|eibner|eibner-pressefoto|sputnik"
    "|tass|interfax|риа новости|тасс|интерфакс|коммерсантъ|унiан|уніан|укрінформ|east news|newspix|agencja wyborcza"
    "|agencja gazeta|pap|profimedia|čtk|tasr|mti|europa press|europapress|acn|cordon press|contacto|contactophoto"
    "|gtres|estadão conteúdo|folhapress|agência brasil|agência o globo|gallo images|pti|ani|aap|aap image|newswire"
    "|the canadian press|canadian press|bloomberg|upi|rex|rex features|backgrid|splash news|mega|swns|magnum photos"
    "|magnum|national geographic|nasa|ritzau foto|eyevine|redux|polaris|blickwinkel|mauritius images|ullstein bild"
    "|akg-images|bridgeman images|granger|everett collection|bettmann|corbis|hulton archive|zvg"
    "|cc|cc0|cc by|cc by-sa|cc-by|cc-by-sa|public domain|domaine public|gemeinfrei",
    "共同|共同通信|共同通信社|時事|時事通信|時事通信社|ロイター|ロイター＝共同|ap=共同|新华社|新華社|中新社|中央社"
    "|美联社|路透社|法新社|美聯社|연합뉴스|뉴시스|뉴스1|게티이미지|رويترز|أ ف ب|أ.ف.ب|ا ف ب|الأناضول|ایرنا|ایسنا"
    "|रॉयटर्स|एएनआई|पीटीआई|ttxvn|antara|bernama",
)
"""Agencies and stock houses of pictures, well known enough to be a credit in brackets at the end of any caption."""

HANDOUTS = _table(
    "handout|uncredited|pool|file|archiv|archive|archivo|archives|facebook|instagram|twitter|x|youtube|tiktok"
    "|telegram|screenshot|skjáskot|ljósmynd|aðsend|dr|dr.|zvg|z.v.g|zvg.|privat|private|privé|repro|reprodução"
    "|divulgação|cedida|pressefoto|supplied|provided|contributed|courtesy|skärmdump|skjermdump|capture d'écran"
    "|via reuters|screengrab|代表|代表撮影|资料图|提供"
)
"""Names that stand in a credit where a photographer's would."""

SMALL_WORDS = _table(
    "von|van|der|den|de|del|della|di|da|do|dos|das|du|des|la|le|les|el|al|bin|ibn|for|via|the|and|und|et|y|e|i|of"
    "|per|par|pour|für|av|och|og|photo|dpa|afp|mit|im|auf|in|by|zu|zur|vom|a|an|st"
)
"""Words in lower case that a name may hold."""

PLAIN_LABELS = _table(
    "credit|credits|copyright|photo credit|image credit|photographer|crédit|créditos|bildnachweis|bildquelle|źródło"
    "|source|quelle|fuente|fonte|bron|zdroj|forrás|sursa|источник|джерело|πηγή|kaynak|kilde|källa|lähde|fotograf"
)
"""Labels that say what they are also without a colon."""

SLASHED = _table(
    "写真|사진|图|圖|图源|photo|foto|자료사진|출처|사진 제공|사진제공",
    "źródło|source|quelle|fuente|fonte|kilde|källa|zdroj|forrás",
)
"""Labels that also take a slash, a bar or an equals sign."""

HEADED_CREDITS = _table(
    "image source|photo source|fuente de la imagen|crédit photo|crédito|автор фото|kaynak|صدر الصورة|مصدر الصورة"
    "|منبع تصویر|تصویر کا ذریعہ|इमेज स्रोत|ছবির উৎস|sumber gambar|nguồn hình ảnh|图像来源|圖像來源|画像提供|사진 출처"
    "|chanzo cha picha|bildquelle|bildnachweis"
)
"""What a line with the credit begins with, a comma behind it."""

HEADED_CAPTIONS = _table(
    "image caption|photo caption|pie de foto|légende image|légende|legenda da foto|подпись к фото|підпис до фото"
    "|fotoğraf altı yazısı|التعليق على الصورة|توضیح تصویر|تصویر کا کیپشن|इमेज कैप्शन|ছবির ক্যাপশান|keterangan gambar"
    "|chụp lại hình ảnh|图像加注文字|圖像加註文字|画像説明|사진 설명|maelezo ya picha|bildunterschrift|bildbeschreibung"
)
"""What a line with the caption begins with, a comma behind it."""

BARE_LABELS = "photo|photos|photograph|photographs|foto|fotos|fotó|fotoğraf|фото|beeld|kuva|ảnh"
"""Labels that stand right before a name, without any sign."""

SHORTENED = "fot|ph|phot|zdj|rys|il|снимок|фот|φωτ|nuotr"
"""Labels that end in a full stop instead of a colon."""

MADE_BY = ("撮影", "摄", "攝", "供图", "供圖", "提供")
"""Labels that stand right behind a name."""

POSTS = ("记者", "記者", "通讯员", "通訊員", "特派員")
"""What a photographer is, before the name and a blank."""

ARTICLES = (" de", " di", " von", " av", " af", " from", " oleh", " door", "courtesy")
"""Ends of labels that are also plain words: only a name after them is a credit."""

LOWER = frozenset(
    {"dpa", "afp", "epa", "efe", "zvg", "sipa", "zuma", "ansa", "lusa", "belga", "tass", "cfp", "ddp", "alamy"}
)
"""Short names of agencies that need no capitals."""

GIVEN = (
    "provided by ", "supplied by ", "cedida por ", "cedidas por ", "cedido por ", "facilitada por ", "fournie par ",
    "fournies par ", "fornita da ", "cedida pela ", "cedida pelo ", "zur verfügung gestellt von ",
)  # fmt: skip
"""How a credit begins that says who gave the picture."""

PLACES = _table(
    "left|right|centre|center|middle|top|bottom|above|below|pictured|links|rechts|mitte|oben|unten|hinten|vorne"
    "|gauche|droite|haut|bas|izquierda|derecha|centro|esquerda|direita|sinistra|destra|boven|onder|midden"
    "|stock image|file photo|file image|archive image|archivbild|archivfoto|symbolbild|symbolfoto|imagen de archivo"
    "|foto de archivo|archives|illustration|imagem ilustrativa"
)
"""What stands in brackets behind a caption and is its own."""

RIGHTS = _table(
    "all rights reserved|alle rechte vorbehalten|alle rechten voorbehouden|tous droits réservés"
    "|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|riproduzione riservata"
    "|reproduction interdite|no resales. no archives|reproducción prohibida|wszelkie prawa zastrzeżone"
    "|alle rettigheter reservert|все права защищены|無断転載禁止|禁無断転載|版权所有"
)
"""Statements behind the sign of copyright that name nobody."""

CONTROLS = _table(
    "open image in gallery|open image modal|view image in fullscreen|view gallery|view full image|view image"
    "|enlarge image|enlarge this image|enlarge|expand image|expand|click to enlarge|toggle caption|hide caption"
    "|show caption|show more|see more|close|full screen|fullscreen|zoom|zoom in|zoom image|play video|play|watch"
    "|download image|buy photo|image caption|image 1 of|open gallery|see gallery"
    "|see full image|tap to expand|loading|powered by|purchase licensing rights|read more",
    "detailansicht öffnen|bild vergrößern|bild vergrössern|bild in vollbild anzeigen"
    "|zeigt weitere informationen zum bild|weitere informationen zum bild|vergrößern|vergrössern|galerie öffnen"
    "|bildergalerie öffnen|lightbox öffnen|zum vergrößern klicken|bild öffnen|öffnen|großansicht"
    "|bild in großansicht|in großansicht öffnen|schließen|alle bilder anzeigen|bild anzeigen|vollbild",
    "agrandir l'image|agrandir|afficher l'image|voir l'image en grand|ouvrir l'image|cliquer pour agrandir"
    "|fermer|ampliar|ampliar imagen|ampliar foto|ver galería|abrir imagen|abrir|ver más|cerrar|ampliar imagem"
    "|abrir imagem|ingrandisci|apri immagine|apri la foto|vedi galleria|apri|chiudi|vergroot|vergroten"
    "|vergroot afbeelding",
    "öppna bild i helskärm|öppna bild|förstora|förstora bilden|visa mer|visa bild|bild i fullskärm|vis mer"
    "|åpne bilde|åpne i fullskjerm|vis bilde|forstørr|forstør|åbn billede|luk|lukk|stäng|avaa kuva|näytä lisää"
    "|suurenna kuva|powiększ|zobacz więcej|zvětšit|zväčšiť|galéria megnyitása|nagyítás|развернуть"
    "|открыть изображение|увеличить|во весь экран|закрыть|büyüt|resmi büyüt|xem thêm|phóng to|拡大する|拡大"
    "|画像を拡大|写真を拡大|点击查看大图|查看大图|放大图片|拡大写真|확대|이미지 크게 보기|تكبير الصورة|הגדל",
)
"""What the buttons of a picture viewer say."""

HEADS = _table(
    "legende|bildlegende|bildunterschrift|bild|bildtext|image|caption|image caption|photo caption|légende|leyenda"
    "|pie de foto|didascalia|legenda|onderschrift|foto|video|zum bild|picture|photo|billedtekst|kuvateksti|подпись"
    "|audio|galerie|gallery"
)
"""Labels over a caption; a word alone or with its colon."""

COUNTED = re.compile(
    r"^(?:view|see|voir|ver|alle)? ?\d{1,3} ?"
    r"(?:images?|photos?|pictures?|bilder|fotos?|fotografías|imágenes|foto|zdjęć|kuvaa)$"
)
"""A button with the number of pictures."""
COUNT = re.compile(
    r"^(?:(?:bild|image|photo|foto|picture|imagen)\s)?\d{1,3}\s?(?:/|of|von|de|di|av|sur|из|z)\s?\d{1,3}\b[\s:.|-]{0,3}",
    re.IGNORECASE,
)
"""The number of a picture in a gallery."""
