"""The words of noise, by language: data for the rules. Each entry is a language, ``|`` parts its phrases.

Compared in the form of ``text.bare``: case, quotes, and signs at the ends do not count.
"""

from __future__ import annotations

ADS = {
    "en": "ad|ads|advert|advertisement|advertisements|advertising|advertiser content|sponsored|sponsored content|sponsored links"
    "|paid content|promoted|promoted content|advertisement - scroll to continue|story continues below advertisement"
    "|story continues below|article continues below advertisement|article continues below|article continues after ad"
    "|article continues after advertisement|continue reading below|continues after advertisement|skip advertisement|skip ad"
    "|advertisement continue reading|close ad|remove ads|report this ad|report ad|why this ad|ad feedback|this ad will end in"
    "|scroll to continue with content|content continues below|advertisement feature|from our advertisers|view advertisement"
    "|after the ad|ad loading|loading advertisement|advertise with us|recommended by|powered by outbrain|sponsor message"
    "|text size|become a sponsor|our sponsors|presented by|in partnership with|affiliate content",
    "de": "anzeige|anzeigen|werbung|gesponsert|werbeanzeige|anzeige schließen|advertorial|nach der werbung weiterlesen|werbung wird geladen"
    "|artikel wird nach der werbung fortgesetzt|weiterlesen nach der anzeige|hier steht eine anzeige|bezahlter inhalt"
    "|ende der werbung|werbung endet|sponsored post|ende der anzeige",
    "fr": "publicité|publicite|pub|annonce|annonces|contenu sponsorisé|la suite après la publicité|la suite après cette publicité"
    "|publicité, votre contenu continue ci-dessous|l'article continue après la publicité|fermer la publicité|sponsorisé"
    "|publicité - fin de lecture dans|contenu partenaire|communiqué",
    "es": "publicidad|anuncio|anuncios|contenido patrocinado|patrocinado|la nota continúa debajo de la publicidad"
    "|continúa leyendo después del anuncio|publicidad continúa leyendo|el artículo continúa después de la publicidad|espacio publicitario",
    "pt": "publicidade|anúncio|anuncio|anúncios|conteúdo patrocinado|patrocinado|continua após a publicidade|pub|continua depois da publicidade",
    "it": "pubblicità|pubblicita|annuncio|annunci|contenuto sponsorizzato|sponsorizzato|continua dopo la pubblicità|contenuto promozionale",
    "nl": "advertentie|advertenties|reclame|gesponsord|lees verder na de advertentie|artikel gaat verder onder de advertentie"
    "|tekst loopt door onder de advertentie|partnercontent",
    "da": "annonce|annoncer|reklame|sponsoreret|artiklen fortsætter efter annoncen|artiklen fortsætter under annoncen|betalt indhold",
    "sv": "annons|annonser|reklam|sponsrat|artikeln fortsätter efter annonsen|annonsen avslutas|artikeln fortsätter under annonsen",
    "no": "annonse|annonser|reklame|annonsørinnhold|artikkelen fortsetter under annonsen|artikkelen fortsetter etter annonsen|saken fortsetter under annonsen",
    "fi": "mainos|mainokset|ilmoitus|juttu jatkuu mainoksen jälkeen|mainos alkaa|mainos päättyy|artikkeli jatkuu mainoksen alla|kaupallinen yhteistyö",
    "is": "auglýsing|auglýsingar",
    "et": "reklaam|lugu jätkub pärast reklaami|sisuturundus",
    "lv": "reklāma|raksts turpinās pēc reklāmas",
    "lt": "reklama|straipsnis tęsiasi po reklama|reklaminis turinys",
    "pl": "reklama|reklamy|artykuł sponsorowany|materiał sponsorowany|ciąg dalszy materiału pod reklamą|dalsza część artykułu pod reklamą"
    "|reszta tekstu pod reklamą|materiał partnera",
    "cs": "reklama|inzerce|článek pokračuje pod reklamou|pokračování článku po reklamě|komerční sdělení",
    "sk": "reklama|inzercia|článok pokračuje pod reklamou|článok pokračuje po reklame",
    "hu": "hirdetés|reklám|a cikk a hirdetés után folytatódik|támogatott tartalom|a hirdetés után folytatjuk",
    "ro": "publicitate|reclamă|reclama|articolul continuă după publicitate|articolul continuă mai jos|advertorial",
    "bg": "реклама|реклами|статията продължава след рекламата",
    "ru": "реклама|на правах рекламы|партнерский материал|продолжение после рекламы|реклама на сайте|спонсорский контент",
    "uk": "реклама|на правах реклами|новина продовжується після реклами|продовження після реклами",
    "sr": "oglas|oglasi|reklama|оглас|реклама|tekst se nastavlja ispod oglasa|nastavak teksta ispod oglasa|vest se nastavlja nakon reklame",
    "hr": "oglas|članak se nastavlja nakon oglasa|tekst se nastavlja ispod oglasa|promo sadržaj",
    "sl": "oglas|oglasno sporočilo|članek se nadaljuje po oglasu|preberite več po oglasu",
    "mk": "реклама|оглас",
    "sq": "reklamë|reklama|vazhdon poshtë reklamës",
    "el": "διαφήμιση|διαφημιση|η συνέχεια μετά τη διαφήμιση|χορηγούμενο",
    "tr": "reklam|reklamlar|ilan|haberin devamı aşağıda|reklamın ardından devam ediyor|sponsorlu içerik",
    "ar": "إعلان|إعلانات|اعلان|إعلان ممول|محتوى ممول",
    "he": "פרסומת|פרסום|תוכן ממומן|המשך הכתבה לאחר הפרסומת",
    "fa": "تبلیغات|آگهی|تبلیغ",
    "ur": "اشتہار|اشتہارات",
    "hi": "विज्ञापन|प्रायोजित|विज्ञापन के बाद भी जारी है|खबर में आगे पढ़ें",
    "bn": "বিজ্ঞাপন|বিজ্ঞাপনের পরে আরও পড়ুন",
    "ta": "விளம்பரம்",
    "te": "ప్రకటన",
    "mr": "जाहिरात",
    "zh": "广告|廣告|推广|赞助内容|广告 请继续往下阅读|請繼續往下閱讀|請繼續往下閱讀...|赞助|廣告 請繼續往下閱讀",
    "ja": "広告|スポンサーリンク|広告の後に本文が続きます|スポンサー|pr",
    "ko": "광고|스폰서|광고 계속",
    "th": "โฆษณา|โฆษณาสนับสนุน",
    "vi": "quảng cáo|tài trợ|qc",
    "id": "iklan|advertisement|scroll to continue with content|advertorial|konten bersponsor|lanjutkan membaca",
    "ms": "iklan|pengiklanan",
    "tl": "patalastas|anunsyo",
    "sw": "tangazo|matangazo",
    "af": "advertensie",
}
"""Words over, under and for an advertisement's place."""

LOGOS = {
    "any": "logo|logotype|site logo|company logo|brand logo|logo image|header logo|our logo|logo alt|logo de|logotip|логотип|ロゴ"
    "|标志|로고|شعار|λογότυπο|logotipo|логотип сайта|placeholder|image placeholder|avatar|icon|favicon",
}
"""What is left of a picture of the site's name."""

SHARE = {
    "en": "share|share this|share this article|share this story|share this post|share this page|share article|share story|share on"
    "|share on facebook|share on twitter|share on x|share on whatsapp|share on linkedin|share via email|share by email|share with friends"
    "|share with your friends|share options|share full article|share on social media|share this video|tweet|tweet this|post|pin|pin it|email|e-mail"
    "|email this|email this article|email article|send|copy|copy link|copy url|link copied|copied|link copied to clipboard|print|print this"
    "|print article|print this article|print page|save|save article|save for later|save this story|saved|bookmark|like|likes|facebook|twitter"
    "|x|whatsapp|linkedin|telegram|reddit|pinterest|messenger|instagram|flipboard|threads|bluesky|mastodon|youtube|tiktok|snapchat|tumblr"
    "|viber|sms|rss|facebook twitter|facebook messenger|gift this article|gift article|give this article|remove|follow|following|follow topics"
    "|add to favorites|add as a preferred source on google|follow us on google news|google news|add us on google|sharing|social media|share now"
    "|listen|listen to article|listen to this article|listen to this story|listen now|listen to the story|play audio|your browser does not"
    " support the audio element|text to speech|font size|text resize|larger text|smaller text|increase font size|decrease font size|a a a|aa"
    "|translate|translate this page|full screen|comments|comment|view comments|leave a comment|add a comment|join the conversation"
    "|show comments|post a comment|read comments|see comments|write a comment|no comments|no comments yet|go to comments|jump to comments"
    "|report a typo|report an error|report error|suggest a correction|feedback|send feedback|give feedback|thank you for reading"
    "|was this article helpful|did you find this article useful|subscribe|sign up|sign in|log in|login|register|join|join now|donate"
    "|support us|menu|search|home|close|open|back|next|previous|back to top|top|skip|skip to content|more|show more|show less|see more|view more"
    "|load more|loading|loading...|please wait|read full story|read full article|expand|collapse|toggle|click here|tap here|learn more"
    "|find out more|details|about|contact|contact us|terms of use|privacy policy|cookie policy|newsletter|newsletters|newsletter sign up"
    "|get the newsletter|follow us|follow us on|follow us on facebook|follow us on twitter|follow us on instagram|find us on facebook"
    "|watch|watch live|watch now|watch video|watch the video|play video|play|pause|mute|unmute|video|photos|gallery|photo gallery|view gallery"
    "|open gallery|open image in gallery|view image|view image in fullscreen|enlarge image|click to enlarge|show caption|hide caption|toggle"
    " caption|swipe|slide|image|photo|picture|file photo|image credit|caption|video player|video unavailable|this video is unavailable|error"
    "|up next|now playing|current time|duration|transcript|download|download app|download the app|get the app|open in app|related|related"
    " articles|related stories|related news|related topics|related content|related posts|related links|related reading|recommended"
    "|recommended stories|recommended for you|recommended reading|recommended articles|you may also like|you might also like|you may like|more"
    " stories|more news|more like this|more from|more on this|more on this story|more on this topic|most read|most popular|most viewed|most"
    " recent|trending|trending now|popular|popular now|latest|latest news|latest stories|top stories|top news|editor's picks|editors' picks|don't miss"
    "|must read|read next|read more|read also|also read|see also|also see|further reading|up next|next article|previous article|next story"
    "|in this article|topics|tags|tag|filed under|in this story|on this page|contents|table of contents|jump to|explore more|live|breaking"
    "|breaking news|exclusive|premium|subscriber only|for subscribers|unlock|more information|opens in new window|opens in a new tab|opens new tab"
    "|external link|sources|about the author|author|about us|advertise|write to us|hide|view all|see all|show all|all news|all rights reserved",
    "de": "teilen|artikel teilen|jetzt teilen|beitrag teilen|auf facebook teilen|auf twitter teilen|drucken|artikel drucken|merken|artikel merken"
    "|speichern|link kopieren|link kopiert|kopieren|per e-mail teilen|per mail teilen|mail|e-mail|senden|weiterleiten|vorlesen|artikel anhören"
    "|anhören|artikel vorlesen|kommentare|kommentar|kommentieren|kommentar schreiben|jetzt kommentieren|zu den kommentaren|kommentare anzeigen"
    "|kommentare lesen|diskutieren|zur startseite|startseite|menü|suche|suchen|schließen|mehr|mehr anzeigen|weniger anzeigen|mehr laden"
    "|weiterlesen|mehr erfahren|mehr dazu|mehr zum thema|zum thema|themen|schlagworte|stichworte|lesen sie auch|lesen sie mehr|auch interessant"
    "|das könnte sie auch interessieren|das könnte sie interessieren|das könnte dich auch interessieren|ähnliche artikel|weitere artikel"
    "|verwandte artikel|verwandte themen|passend zum thema|meistgelesen|meistgelesene artikel|aktuelle nachrichten|neueste artikel|empfehlungen"
    "|empfehlungen der redaktion|empfohlener externer inhalt|externer inhalt|folgen|folgen sie uns|newsletter|newsletter abonnieren|abonnieren|anmelden|einloggen|registrieren"
    "|jetzt anmelden|jetzt abonnieren|zur anmeldung|bild|foto|video|galerie|bildergalerie|fotostrecke|video abspielen|detailansicht öffnen"
    "|bild vergrößern|vergrößern|bild anzeigen|lädt|wird geladen|bitte warten|nach oben|zurück|weiter|drucken|schrift vergrößern|über den autor"
    "|zur person|autor|quelle|quellen|hier klicken|link|feedback|fehler melden|fehler gefunden|korrektur melden|datenschutz|impressum|exklusiv"
    "|öffnet in neuem tab|öffnet im neuen fenster|in eigener sache|audio|podcast|anhören|merkliste|zur merkliste hinzufügen|inhaltsverzeichnis|inhalt",
    "fr": "partager|partager l'article|partager cet article|partager sur facebook|partager sur twitter|partagez|copier le lien|lien copié|imprimer"
    "|envoyer|envoyer par e-mail|par e-mail|enregistrer|sauvegarder|écouter|écouter l'article|écouter cet article|commentaires|commentaire"
    "|commenter|réagir|lire les commentaires|voir les commentaires|ajouter un commentaire|fermer|menu|rechercher|recherche|accueil|suivant"
    "|précédent|voir plus|afficher plus|lire la suite|en savoir plus|lire aussi|à lire aussi|à lire également|lire également|voir aussi"
    "|à voir aussi|sur le même sujet|sur le même thème|articles liés|articles similaires|les plus lus|à la une|dernières actualités|à découvrir"
    "|vous aimerez aussi|recommandé pour vous|suivez-nous|nous suivre|s'abonner|abonnez-vous|s'inscrire|inscription|se connecter|connexion|je m'abonne"
    "|newsletter|newsletters|la newsletter|vidéo|photo|photos|diaporama|image|agrandir|chargement|chargement en cours|haut de page|mots-clés"
    "|tags|thématiques|thèmes associés|sur ce sujet|offrir l'article|favoris|ajouter aux favoris|signaler une erreur|sommaire|suivre|réservé aux abonnés",
    "es": "compartir|compartir en facebook|compartir en twitter|comparte|comparte esta noticia|compartir artículo|copiar enlace|enlace copiado|imprimir"
    "|enviar|enviar por correo|enviar por email|guardar|escuchar|escuchar artículo|comentarios|comentario|comentar|ver comentarios|ir a comentarios"
    "|dejar un comentario|cerrar|menú|buscar|inicio|siguiente|anterior|ver más|mostrar más|leer más|seguir leyendo|más información|lee también"
    "|leer también|lea también|te puede interesar|le puede interesar|también te puede interesar|te recomendamos|noticias relacionadas|relacionado|relacionadas"
    "|artículos relacionados|lo más leído|lo más visto|más noticias|últimas noticias|temas|temas relacionados|etiquetas|archivado en|síguenos"
    "|síguenos en|suscríbete|suscribirse|suscribirme|iniciar sesión|regístrate|newsletter|boletín|vídeo|video|foto|fotos|galería|ampliar|cargando"
    "|exclusiva|volver arriba|reportar un error|añadir a favoritos|ver galería|además",
    "pt": "compartilhar|compartilhe|partilhar|partilhar artigo|compartilhar no facebook|copiar link|imprimir|enviar|salvar|guardar|ouvir|comentários|comentar"
    "|deixe um comentário|ver comentários|fechar|menu|buscar|pesquisar|início|próximo|anterior|ver mais|mostrar mais|leia mais|ler mais|saiba mais"
    "|leia também|leia ainda|veja também|ler também|relacionadas|notícias relacionadas|artigos relacionados|mais lidas|mais lidos|últimas notícias"
    "|tópicos|temas|tags|etiquetas|siga-nos|assine|subscrever|inscreva-se|entrar|cadastre-se|newsletter|vídeo|foto|fotos|galeria|ampliar|carregando",
    "it": "condividi|condividi l'articolo|condividi su facebook|copia link|link copiato|stampa|invia|salva|ascolta|ascolta l'articolo|commenti|commento|commenta"
    "|lascia un commento|vedi commenti|chiudi|menu|cerca|home|successivo|precedente|vedi altro|mostra altro|leggi tutto|continua a leggere|scopri di più"
    "|leggi anche|leggi di più|leggi l'articolo|vedi anche|ti potrebbe interessare|potrebbe interessarti anche|articoli correlati|notizie correlate|correlati"
    "|i più letti|più letti|ultime notizie|argomenti|tag|temi|seguici|seguici su|abbonati|iscriviti|accedi|registrati|newsletter|video|foto|gallery"
    "|fotogallery|ingrandisci|caricamento|riproduzione riservata|© riproduzione riservata",
    "nl": "delen|deel dit artikel|deel|kopieer link|print|afdrukken|bewaren|opslaan|luister|reacties|reageer|reageren|sluiten|menu|zoeken|home|volgende|vorige|meer"
    "|toon meer|lees meer|lees verder|lees ook|bekijk ook|meer over dit onderwerp|gerelateerd|gerelateerde artikelen|meest gelezen|laatste nieuws|onderwerpen"
    "|volg ons|abonneer|abonneren|inloggen|aanmelden|nieuwsbrief|video|foto|foto's|vergroot|laden",
    "sv": "dela|dela artikeln|kopiera länk|skriv ut|spara|lyssna|kommentarer|kommentera|stäng|meny|sök|nästa|föregående|visa mer|läs mer|läs också|läs även|läs vidare"
    "|mer om ämnet|relaterat|relaterade artiklar|mest läst|senaste nytt|ämnen|följ oss|prenumerera|logga in|nyhetsbrev|video|foto|bild|öppna bild i helskärm",
    "no": "del|del artikkelen|del på facebook|kopier lenke|skriv ut|lagre|lytt|kommentarer|kommenter|lukk|meny|søk|neste|forrige|vis mer|vis mindre|les mer|les også|se også"
    "|les videre|relatert|relaterte saker|mest lest|siste nytt|emner|følg oss|abonner|logg inn|nyhetsbrev|video|foto|bilde",
    "da": "del|del artiklen|kopier link|print|gem|lyt|kommentarer|kommentér|luk|menu|søg|næste|forrige|vis mere|læs mere|læs også|læs videre|relateret|relaterede artikler"
    "|mest læst|seneste nyt|emner|følg os|abonner|log ind|nyhedsbrev|video|foto",
    "fi": "jaa|jaa artikkeli|kopioi linkki|tulosta|tallenna|kuuntele|kommentit|kommentoi|sulje|valikko|haku|seuraava|edellinen|näytä lisää|lue lisää|lue myös|katso myös|aiheesta lisää"
    "|luetuimmat|uusimmat|aiheet|seuraa meitä|tilaa|kirjaudu|uutiskirje|video|kuva",
    "pl": "udostępnij|podziel się|skopiuj link|kopiuj link|drukuj|zapisz|posłuchaj|komentarze|skomentuj|dodaj komentarz|zamknij|menu|szukaj|następny|poprzedni|więcej|pokaż więcej"
    "|czytaj więcej|czytaj dalej|czytaj też|czytaj także|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj też|przeczytaj także|polecamy|powiązane|najczęściej czytane"
    "|najnowsze|tematy|tagi|obserwuj nas|subskrybuj|zaloguj się|zarejestruj się|newsletter|wideo|zdjęcie|galeria|powiększ|ładowanie",
    "cs": "sdílet|sdílejte|sdílet článek|kopírovat odkaz|tisk|vytisknout|uložit|poslechnout|komentáře|diskuse|diskuze|zavřít|menu|hledat|další|předchozí|více|zobrazit více|číst více|čtěte také"
    "|přečtěte si také|čtěte dále|mohlo by vás zajímat|související|související články|nejčtenější|témata|štítky|sledujte nás|přihlásit se|odebírat|video|foto|galerie",
    "sk": "zdieľať|zdieľaj|kopírovať odkaz|tlačiť|uložiť|komentáre|diskusia|zavrieť|menu|hľadať|ďalej|späť|viac|čítajte aj|čítajte tiež|prečítajte si aj|súvisiace články|najčítanejšie|témy|sledujte nás|video|foto",
    "hu": "megosztás|megosztom|link másolása|nyomtatás|mentés|hozzászólások|kommentek|bezárás|menü|keresés|következő|előző|tovább|bővebben|olvassa el|olvasd el ezt is|kapcsolódó cikkek|kapcsolódó"
    "|ajánljuk|legolvasottabb|címkék|kövessen minket|feliratkozás|hírlevél|belépés|regisztráció|videó|fotó|galéria",
    "ro": "distribuie|distribuie articolul|copiază linkul|tipărește|salvează|comentarii|comentează|închide|meniu|caută|următorul|anterior|mai mult|citește mai mult|citește și|citeşte şi|vezi și|articole similare"
    "|cele mai citite|ultimele știri|etichete|urmărește-ne|abonează-te|autentificare|video|foto|galerie",
    "ru": "поделиться|поделиться новостью|поделиться в соцсетях|скопировать ссылку|ссылка скопирована|печать|распечатать|сохранить|слушать|комментарии|комментировать|оставить комментарий|закрыть|меню|поиск|далее|назад"
    "|еще|ещё|показать еще|показать больше|читать далее|подробнее|читайте также|читать также|смотрите также|по теме|материалы по теме|новости по теме|похожие статьи|самое читаемое|популярное|последние новости"
    "|теги|темы|подписаться|подписывайтесь|войти|регистрация|рассылка|видео|фото|галерея|увеличить|загрузка|нашли ошибку|наверх|вконтакте|одноклассники|телеграм",
    "uk": "поділитися|поділитись|скопіювати посилання|друк|зберегти|коментарі|коментувати|закрити|меню|пошук|далі|назад|ще|читати далі|детальніше|читайте також|дивіться також|за темою|популярне|останні новини|теги|підписатися|увійти|відео|фото",
    "bg": "сподели|споделете|копирай линк|печат|запази|коментари|коментирай|затвори|меню|търсене|още|виж още|прочетете още|прочетете също|вижте също|свързани|най-четени|последни новини|етикети|последвайте ни|абонирай се|видео|снимка|галерия",
    "sr": "podeli|podijeli|podijelite|kopiraj link|štampaj|sačuvaj|komentari|komentariši|zatvori|meni|pretraga|sledeće|prethodno|više|pročitajte još|pročitajte i|pročitaj i|povezane vesti|povezane vijesti|najčitanije|najnovije|tagovi|pratite nas|prijavi se|video|foto|galerija|подели|коментари|прочитајте још",
    "el": "κοινοποίηση|κοινοποίησε|μοιράσου|αντιγραφή συνδέσμου|εκτύπωση|αποθήκευση|σχόλια|σχολιάστε|κλείσιμο|μενού|αναζήτηση|επόμενο|προηγούμενο|περισσότερα|διαβάστε περισσότερα|διαβάστε επίσης|διαβάστε ακόμα|διαβάστε ακόμη|δείτε επίσης|σχετικά άρθρα|σχετικά|δημοφιλή|τελευταία νέα|ετικέτες|ακολουθήστε μας|εγγραφή|σύνδεση|βίντεο|φωτογραφία",
    "tr": "paylaş|haberi paylaş|bağlantıyı kopyala|yazdır|kaydet|dinle|yorumlar|yorum yap|yorum yaz|kapat|menü|ara|sonraki|önceki|daha fazla|devamını oku|devamı|ayrıca oku|bunlar da ilginizi çekebilir|ilgili haberler|en çok okunanlar|son dakika|etiketler|bizi takip edin|abone ol|giriş yap|üye ol|video|fotoğraf|galeri|büyüt|yükleniyor",
    "ar": "شارك|مشاركة|شارك المقال|شارك الخبر|نسخ الرابط|طباعة|اطبع|حفظ|استمع|تعليقات|التعليقات|أضف تعليق|أضف تعليقا|إغلاق|القائمة|بحث|التالي|السابق|المزيد|اقرأ المزيد|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|شاهد أيضا|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|الأكثر قراءة|آخر الأخبار|كلمات مفتاحية|تابعونا|تابعنا|اشترك|تسجيل الدخول|فيديو|صورة|صور",
    "he": "שתף|שיתוף|שתפו|העתק קישור|הדפסה|שמור|תגובות|תגובה|הוסף תגובה|סגור|תפריט|חיפוש|הבא|הקודם|עוד|קרא עוד|קראו עוד|קראו גם|כתבות נוספות|הנקראות ביותר|תגיות|עקבו אחרינו|הירשם|התחבר|וידאו|תמונה",
    "fa": "اشتراک گذاری|به اشتراک بگذارید|کپی لینک|چاپ|ذخیره|نظرات|ارسال نظر|بستن|منو|جستجو|بعدی|قبلی|بیشتر|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|پربازدیدترین|آخرین اخبار|برچسب ها|ویدیو|عکس",
    "hi": "शेयर करें|शेयर|साझा करें|लिंक कॉपी करें|प्रिंट|कमेंट|टिप्पणी|बंद करें|मेनू|खोजें|अगला|पिछला|और पढ़ें|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|संबंधित खबरें|ताजा खबरें|फॉलो करें|वीडियो|फोटो",
    "bn": "শেয়ার করুন|শেয়ার|আরও পড়ুন|আরো পড়ুন|সম্পর্কিত খবর|মন্তব্য|সর্বশেষ|ভিডিও|ছবি",
    "zh": "分享|分享到|分享至|转发|复制链接|複製連結|打印|列印|收藏|保存|收听|评论|留言|回應|發表評論|发表评论|关闭|關閉|菜单|搜索|搜尋|下一页|下一篇|上一篇|更多|查看更多|阅读更多|閱讀更多|展开全文|阅读全文|继续阅读|相关阅读|相关新闻|相關新聞|相關文章|相关文章|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门|熱門|热门新闻|最新消息|标签|標籤|关键词|關鍵字|关注我们|訂閱|订阅|登录|登入|注册|視頻|视频|图片|圖片|微信|微博|字号|纠错|返回顶部|你可能感兴趣|猜你喜欢|點我看更多",
    "ja": "シェア|シェアする|共有|ツイート|リンクをコピー|印刷|印刷する|保存|コメント|コメントする|閉じる|メニュー|検索|次へ|前へ|もっと見る|続きを読む|全文を読む|関連記事|関連ニュース|おすすめ記事|おすすめ|あわせて読みたい|人気記事|ランキング|最新記事|タグ|キーワード|フォロー|フォローする|登録|ログイン|会員登録|動画|写真|画像|拡大|拡大する|この記事をシェア|記事を保存|残り",
    "ko": "공유|공유하기|기사 공유|링크 복사|url 복사|인쇄|프린트|저장|스크랩|댓글|댓글쓰기|댓글 보기|닫기|메뉴|검색|다음|이전|더보기|자세히 보기|계속 읽기|관련기사|관련 기사|관련 뉴스|추천 기사|많이 본 뉴스|인기 기사|최신 뉴스|태그|키워드|구독|구독하기|로그인|회원가입|동영상|사진|글자크기|페이스북|트위터|카카오톡",
    "th": "แชร์|แชร์ข่าวนี้|คัดลอกลิงก์|พิมพ์|บันทึก|ความคิดเห็น|แสดงความคิดเห็น|ปิด|เมนู|ค้นหา|ถัดไป|ก่อนหน้า|อ่านต่อ|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ข่าวล่าสุด|แท็ก|ติดตามเรา|วิดีโอ|ภาพ",
    "vi": "chia sẻ|chia sẻ bài viết|sao chép liên kết|in|in bài|lưu|bình luận|ý kiến|gửi bình luận|đóng|menu|tìm kiếm|tiếp theo|trước|xem thêm|đọc thêm|đọc tiếp|tin liên quan|bài liên quan|tin tức liên quan|đọc nhiều|tin mới|từ khóa|chủ đề|theo dõi|đăng ký|đăng nhập|video|ảnh|trở lại",
    "id": "bagikan|bagikan artikel|share|salin tautan|salin link|cetak|simpan|dengarkan|komentar|tulis komentar|tutup|menu|cari|selanjutnya|sebelumnya|lihat selengkapnya|selengkapnya|baca selengkapnya|baca juga|lihat juga|simak juga|artikel terkait|berita terkait|terpopuler|terkini|topik|tag|ikuti kami|langganan|masuk|daftar|video|foto|perbesar",
    "ms": "kongsi|kongsi artikel|salin pautan|cetak|simpan|komen|tutup|cari|baca juga|baca lagi|artikel berkaitan|berita berkaitan|terkini|ikuti kami|langgan",
    "et": "jaga|kopeeri link|prindi|salvesta|kommentaarid|kommenteeri|sulge|menüü|otsi|loe ka|loe lisaks|loe edasi|seotud|seotud artiklid|loetumad|teemad|jälgi meid|video|foto",
    "lv": "dalīties|kopēt saiti|drukāt|saglabāt|komentāri|aizvērt|meklēt|lasi arī|lasīt vairāk|saistītie raksti|populārākie|tēmas|video|foto",
    "lt": "dalintis|dalinkis|kopijuoti nuorodą|spausdinti|išsaugoti|komentarai|komentuoti|uždaryti|meniu|paieška|skaityti daugiau|skaityk daugiau|taip pat skaitykite|skaitykite taip pat|susiję straipsniai|susiję|populiariausi|žymos|sekite mus|video|foto",
    "sl": "deli|delite|kopiraj povezavo|natisni|shrani|komentarji|komentiraj|zapri|iskanje|preberite tudi|preberi več|preberite več|povezane novice|sorodni članki|najbolj brano|oznake|sledite nam|video|foto",
    "hr": "podijeli|podijelite|kopiraj poveznicu|ispiši|spremi|komentari|komentiraj|zatvori|izbornik|traži|pročitajte i|pročitajte još|pročitaj više|vezane vijesti|povezani članci|najčitanije|oznake|pratite nas|prijava|video|foto",
    "ca": "comparteix|compartir|copia l'enllaç|imprimeix|desa|comentaris|tanca|menú|cerca|llegeix també|llegeix més|més informació|notícies relacionades|etiquetes|segueix-nos|vídeo|foto",
    "is": "deila|deildu|prenta|athugasemdir|lesa meira|lestu líka|tengdar fréttir|mest lesið|myndband|mynd",
}
"""Controls and headings that stand around a story: to share, print, listen, comment, see more, read something else."""

READ_MORE = {
    "en": "read more|read also|also read|read next|see also|also see|more on this|further reading|related|recommended|don't miss|must read|watch also|watch|in case you missed it|related story|related article"
    "|related coverage|more from|more on|full story|read the full story|read full|click here to read|you may also like|editor's pick|trending|explore more|check out|also watch|listen also|see more|more stories",
    "de": "lesen sie auch|lesen sie hier|lesen sie dazu auch|lesen sie mehr|lesen sie dazu|lesen sie weiter|lest auch|lest mehr|lies auch|lies mehr|mehr dazu|mehr zum thema|auch interessant|passend dazu|siehe auch|hier lesen|zum thema|mehr lesen|weiterlesen|weitere informationen|mehr von|das könnte sie auch interessieren",
    "fr": "lire aussi|à lire aussi|a lire aussi|à lire également|lire également|voir aussi|à voir aussi|lire la suite|lire|pour aller plus loin|sur le même sujet|retrouvez|découvrez aussi|à découvrir|relire|lisez aussi",
    "es": "lee también|lee además|lea también|leer también|lea además|lea más|leer más|te puede interesar|le puede interesar|también te puede interesar|te recomendamos|más información|ver también|vea también|mira también|puedes leer|no te pierdas|relacionado|en contexto|además",
    "pt": "leia também|leia mais|leia ainda|ler também|ler mais|veja também|saiba mais|confira também|confira|relacionada|assista|relembre|recomendado",
    "it": "leggi anche|leggi di più|leggi pure|leggi|vedi anche|guarda anche|ti potrebbe interessare|per approfondire|approfondisci|potrebbe interessarti",
    "nl": "lees ook|lees meer|lees verder|bekijk ook|zie ook|meer over",
    "sv": "läs också|läs även|läs mer|se även|se också|missa inte",
    "no": "les også|les mer|les saken|se også|få med deg|les",
    "da": "læs også|læs mere|se også|læs",
    "fi": "lue myös|lue lisää|katso myös|lue",
    "is": "lestu líka|lesa meira|lesa einnig|sjá einnig",
    "pl": "czytaj też|czytaj także|czytaj również|czytaj więcej|czytaj dalej|przeczytaj też|przeczytaj także|przeczytaj również|zobacz też|zobacz także|zobacz również|zobacz wideo|polecamy|sprawdź też",
    "cs": "čtěte také|čtěte též|přečtěte si také|přečtěte si|čtěte více|více čtěte|mohlo by vás zajímat|viz také|související",
    "sk": "čítajte aj|čítajte tiež|prečítajte si aj|prečítajte si tiež|prečítajte si|súvisiace",
    "hu": "olvassa el|olvasd el|kapcsolódó cikk|kapcsolódó|ajánljuk még|ezt is olvassa el|lásd még",
    "ro": "citește și|citeşte şi|citește mai mult|citiți și|vezi și|vezi şi|recomandări|nu rata",
    "ru": "читайте также|читать также|читайте ещё|читайте еще|смотрите также|подробнее|по теме|рекомендуем|также по теме|узнайте больше|материал по теме|читайте по теме",
    "uk": "читайте також|читайте ще|дивіться також|детальніше|за темою|рекомендуємо",
    "bg": "прочетете още|прочетете също|още по темата|вижте още|вижте също|четете още|чети още",
    "sr": "pročitajte još|pročitajte i|pročitaj još|pročitajte više|pogledajte i|прочитајте још|прочитајте и",
    "hr": "pročitajte i|pročitajte još|pročitaj i|pogledajte i|čitajte i",
    "sl": "preberite tudi|preberi tudi|poglejte tudi|več o tem",
    "lt": "taip pat skaitykite|skaitykite taip pat|skaityti daugiau|taip pat skaityk",
    "lv": "lasi arī|lasiet arī|lasi vēl|lasīt arī",
    "et": "loe ka|loe lisaks|loe veel|vaata ka",
    "el": "διαβάστε επίσης|διαβάστε ακόμα|διαβάστε ακόμη|διαβάστε περισσότερα|δείτε επίσης|δείτε ακόμα|διαβάστε",
    "tr": "ayrıca oku|ayrıca bakınız|bunu da okuyun|ilgili haber|haberin devamı|okumaya devam et|bunlar da ilginizi çekebilir",
    "ar": "اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|إقرأ أيضًا|اقرأ المزيد|شاهد أيضا|شاهد أيضًا|للمزيد|طالع أيضا|اقرأ ايضا|موضوع ذو صلة",
    "he": "קראו גם|קראו עוד|עוד בנושא|לקריאה נוספת|ראו גם",
    "fa": "بیشتر بخوانید|همچنین بخوانید|بخوانید|مطلب مرتبط",
    "ur": "یہ بھی پڑھیں|مزید پڑھیں",
    "hi": "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|पढ़ें|संबंधित खबर",
    "bn": "আরও পড়ুন|আরো পড়ুন|আরও দেখুন",
    "zh": "相关阅读|相關閱讀|延伸阅读|延伸閱讀|相关新闻|相關新聞|相关报道|相關報導|推荐阅读|推薦閱讀|更多新聞|更多内容|看更多|點我看|阅读更多|另见|參考",
    "ja": "関連記事|あわせて読みたい|関連ニュース|【関連記事】|【写真】|【動画】|【画像】|【あわせて読みたい】|こちらもおすすめ",
    "ko": "관련기사|관련 기사|▶관련기사|함께 보면 좋은|더 보기|다른 기사|추천 기사",
    "th": "อ่านเพิ่มเติม|อ่านข่าวเพิ่มเติม|ข่าวที่เกี่ยวข้อง|อ่านต่อ",
    "vi": "xem thêm|đọc thêm|>> xem thêm|bài liên quan|tin liên quan|>>",
    "id": "baca juga|lihat juga|simak juga|baca selengkapnya|artikel terkait|saksikan juga|simak video|tonton juga",
    "ms": "baca juga|baca lagi|lihat juga|artikel berkaitan",
    "tl": "basahin din|basahin",
    "af": "lees ook|lees meer",
    "sw": "soma pia|soma zaidi",
    "ca": "llegeix també|llegiu també|més informació",
    "gl": "le tamén|máis información",
    "eu": "irakurri gehiago|irakurri ere",
}
"""Words that open a line which leads to another story."""

CALLS = {
    "en": "sign up for|sign up to|sign up now|sign up here|subscribe to|subscribe for|subscribe now|subscribe today|get our|get the latest|get breaking news|stay up to date|stay informed|stay up-to-date|never miss|keep up with"
    "|follow us on|follow us for|follow our|like us on|join our|join us on|join the|download our|download the|support our|support independent|donate to|donate now|become a member|become a subscriber|become a patron"
    "|have a story|have a tip|got a story|got a tip|do you have a story|do you have a tip|send us your|email us|email the author|contact the author|contact the reporter|write to us at|click here to subscribe|click here to sign up"
    "|if you enjoyed this|if you liked this|thank you for reading|thanks for reading|for more news|for more stories|for all the latest|for the latest|you can find more|you can follow|catch all the|find more|want more|listen to our"
    "|our newsletter|by signing up|by submitting|by subscribing|by entering your email|enter your email|your email address|this newsletter|check your inbox|already a subscriber|already have an account|to read the full|to continue reading"
    "|this article is for subscribers|this story is for subscribers|create a free account|log in to|sign in to|access articles|start your free trial|get unlimited access|our journalism|share your thoughts|let us know|tell us what you think"
    "|what do you think|leave a comment|comments are closed|comments are moderated|please enable javascript|enable javascript|your browser does not support|this content is hosted by|to view this content|we use cookies|this website uses"
    "|this site uses cookies|this video cannot be played|please update your|it looks like you|turn off your ad blocker|view this post on instagram|a post shared by|watch the latest|watch our",
    "de": "melden sie sich|jetzt anmelden|jetzt abonnieren|abonnieren sie|abonniere|newsletter|unser newsletter|der newsletter|bestellen sie|folgen sie uns|folge uns|folgt uns|besuchen sie uns|unterstützen sie|jetzt spenden|werden sie mitglied|mitglied werden"
    "|an dieser stelle finden sie|empfohlener redaktioneller inhalt|empfohlener externer inhalt|externer inhalt|ich bin damit einverstanden|mit aktivierung|dieser inhalt|hier finden sie inhalte|zum anzeigen|um diesen inhalt|wir benötigen ihre zustimmung"
    "|bitte aktivieren sie|zur merkliste|haben sie fehler|haben sie einen fehler|schreiben sie uns|diskutieren sie|kommentieren sie|was denken sie|keine nachricht mehr verpassen|keine news mehr|alle artikel|alle nachrichten|mehr nachrichten|mit dem newsletter"
    "|sie möchten|sie wollen immer|registrieren sie sich|jetzt testen|jetzt weiterlesen|weiterlesen mit|dieser artikel ist|exklusiv für abonnenten|laden sie|downloaden sie|die app|unsere app|hören sie|hier geht es",
    "fr": "inscrivez-vous|abonnez-vous|recevez|suivez-nous|suivez toute l'actualité|rejoignez-nous|téléchargez|soutenez|faites un don|découvrez notre newsletter|la newsletter|ce contenu est bloqué|pour afficher ce contenu|en vous inscrivant"
    "|cet article est réservé|il vous reste|déjà abonné|réagissez|retrouvez toute l'actualité|vous avez une information|retrouvez tous nos|accédez à tous",
    "es": "suscríbete|suscríbase|regístrate|recibe|recibe en tu correo|síguenos|sigue toda la información|sigue la actualidad|únete|apoya|descarga|para seguir leyendo|si quieres|este contenido es exclusivo|apúntate|puedes seguir|newsletter|sigue leyendo"
    "|accede a|inicia sesión|hazte socio|contenido exclusivo|entérate|mantente",
    "pt": "inscreva-se|assine|subscreva|receba|siga-nos|siga o|acompanhe|apoie|baixe|clique aqui|entre no canal|participe|cadastre-se|newsletter|conteúdo exclusivo|já é assinante",
    "it": "iscriviti|abbonati|registrati|ricevi|seguici|segui|sostieni|scarica|resta aggiornato|rimani aggiornato|clicca qui|newsletter|contenuto riservato|accedi per",
    "nl": "meld je aan|schrijf je in|abonneer|volg ons|ontvang|steun|download|registreer|word lid|blijf op de hoogte|nieuwsbrief",
    "sv": "prenumerera|följ oss|anmäl dig|få nyhetsbrevet|ladda ner|stöd|skriv upp dig|logga in för|vill du läsa",
    "no": "abonner|følg oss|meld deg på|få nyhetsbrevet|last ned|støtt|tips oss|har du tips|logg inn for",
    "da": "tilmeld dig|følg os|abonnér|få nyhedsbrevet|hent|støt|log ind for",
    "fi": "tilaa|seuraa meitä|lataa|liity|kirjaudu sisään|tue",
    "pl": "zapisz się|subskrybuj|obserwuj|dołącz|pobierz|wesprzyj|zaloguj się|zarejestruj się|bądź na bieżąco|chcesz być na bieżąco",
    "cs": "přihlaste se|odebírejte|sledujte nás|stáhněte si|podpořte|registrujte se|chcete být",
    "hu": "iratkozzon fel|iratkozz fel|kövessen minket|kövess minket|töltse le|támogasson|csatlakozzon",
    "ro": "abonează-te|urmărește-ne|urmăreşte|descarcă|susține|înscrie-te|intră în comunitate",
    "ru": "подписывайтесь|подпишитесь|подписаться|следите за|присоединяйтесь|скачайте|поддержите|читайте нас|оперативные новости|больше новостей|наш канал|нашли опечатку|выделите фрагмент|хотите быть в курсе",
    "uk": "підписуйтесь|підписуйтеся|підпишіться|слідкуйте|приєднуйтесь|завантажте|підтримайте|читайте нас|більше новин",
    "tr": "abone olun|abone ol|takip edin|bizi takip|üye olun|uygulamayı indir|bültenimize|haberdar olmak",
    "ar": "اشترك|تابعونا|تابعنا|انضم|حمل تطبيق|سجل الآن|للاشتراك|ادعم",
    "zh": "关注我们|關注我們|扫码|掃碼|扫一扫|下载app|下載app|订阅|訂閱|加入会员|加入會員|欢迎关注|更多精彩|點我訂閱|按讚|加入line",
    "ja": "会員登録|無料登録|この記事は会員限定|この記事は有料|残り|続きは|フォローして|メルマガ|アプリを|記事を読むには|ログインして",
    "ko": "구독하기|구독하세요|팔로우|앱 다운로드|회원가입|제보|카카오톡|무단 전재|무단전재|저작권자",
    "vi": "theo dõi|đăng ký|tải ứng dụng|mời bạn|quý độc giả",
    "id": "ikuti kami|ikuti|berlangganan|gabung|bergabung|unduh|daftar|dapatkan berita|cek berita|dapatkan update|jangan lupa",
    "hi": "फॉलो करें|सब्सक्राइब|डाउनलोड|जुड़ें|हमें फॉलो",
}
"""Openings of lines that ask the reader to sign up, follow, give, log in, or allow something."""

RIGHTS = {
    "en": "all rights reserved|copyright|no part of this|this material may not be|may not be published|reproduction without permission|reproduced with permission|terms of service|terms and conditions apply",
    "de": "alle rechte vorbehalten|copyright|urheberrecht|nachdruck|jegliche",
    "fr": "tous droits réservés|toute reproduction|copyright|reproduction interdite",
    "es": "todos los derechos reservados|derechos reservados|prohibida su reproducción|copyright|queda prohibida",
    "pt": "todos os direitos reservados|direitos reservados|copyright|proibida a reprodução",
    "it": "tutti i diritti riservati|riproduzione riservata|copyright|diritti riservati",
    "nl": "alle rechten voorbehouden|copyright|auteursrecht",
    "pl": "wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|copyright|prawa autorskie",
    "cs": "všechna práva vyhrazena|copyright",
    "ru": "все права защищены|перепечатка|копирование материалов|использование материалов",
    "tr": "tüm hakları saklıdır|copyright",
    "ar": "جميع الحقوق محفوظة|حقوق النشر",
    "zh": "版权所有|版權所有|未经授权|未經授權|禁止转载|著作權所有",
    "ja": "無断転載|無断転載禁止|禁無断転載|著作権",
    "ko": "무단전재|무단 전재|저작권자|all rights reserved",
    "id": "hak cipta|dilarang",
    "sv": "copyright|upphovsrätt",
    "hu": "minden jog fenntartva",
    "ro": "toate drepturile rezervate",
    "el": "με επιφύλαξη παντός δικαιώματος",
}
"""Openings of lines about rights."""

TAG_LINES = {
    "any": "tags|tag|topics|topic|keywords|keyword|filed under|categories|category|labels|more on|in this story|related topics|schlagworte|schlagwörter|stichworte|themen|mots-clés|mots clés|étiquettes|etiquetas"
    "|temas|temas relacionados|archivado en|palavras-chave|tópicos|assuntos|argomenti|parole chiave|onderwerpen|trefwoorden|ämnen|emner|emneord|aiheet|avainsanat|tagi|słowa kluczowe|štítky|témata|klíčová slova|címkék"
    "|etichete|cuvinte cheie|теги|метки|ключевые слова|темы|ключові слова|етикети|oznake|tagovi|ključne reči|ετικέτες|etiketler|anahtar kelimeler|كلمات مفتاحية|الكلمات المفتاحية|تگ ها|برچسب ها|תגיות|标签|標籤|关键词|關鍵字"
    "|タグ|キーワード|태그|키워드|từ khóa|thẻ|topik|kata kunci|แท็ก|टैग्स|märksõnad|žymos|raktažodžiai|atslēgvārdi",
}
"""Openings of a line of tags."""
