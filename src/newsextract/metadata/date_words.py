"""A line with a day in it -> the claims that it makes: when the page was published, or when it was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.metadata.facts import Claim
from newsextract.metadata.places import Place

_CHANGED = re.compile(  # of lower case: to compile patterns for either case takes long
    r"\b(?:updated?|modified|last (?:changed|reviewed|edited)|revised|aktualisier\w{0,6}|geändert"
    r"|änderung|stand(?=:| \d| vom)|actualizad[oa]"
    r"|actualización|modificad[oa]|mise? à jour|maj(?= ?:| le)|modifié\w{0,2}|aggiornat\w"
    r"|aggiornamento|ultima modifica|atualizad[oa]"
    r"|atualização|actualitza\w{2,3}|eguneratua|bijgewerkt|gewijzigd|bygewerk|oppdatert|opdateret|endret"
    r"|uppdaterad|ändrad|päivitetty|muokattu|uppfært|uuendatud|muudetud|atjaun\w{2,4}|atnaujint\w"
    r"|zaktualizowano|aktualizacja"
    r"|aktualizován\w|aktualizace|aktualizácia|upravené|frissít\w{2}|módosít\w{2,3}|actualizat"
    r"|ažurirano|ажурирано|izmijenjeno"
    r"|posodobljeno|përditësuar|обновлен[оа]|изменен[оа]|оновлено|змінено|абноўлена|обновен[оа]"
    r"|променен[оа]|жаңарт\w{2,6}"
    r"|güncelle\w{2,5}|yenilən\w{2,3}|diperbarui|diperbaharui|dikemas ?kini|imesasishwa|ενημερώθηκε"
    r"|(?:τελευταία )?ενημέρωση"
    r"|განახლ\w{2,6}|թարմացվ\w{2,4}|cập nhật)\b"
    r"|更新|修改|編輯於|수정|업데이트|עודכן|עדכון|آخر تحديث|تحديث|آخر تعديل|به.?روز|ویرایش|اپ ?ڈیٹ"
    r"|अपडेट|अद्यतन|আপডেট|হালনাগাদ"
    r"|புதுப்பி|அப்டேட்|అప్‌డేట్|ಅಪ್‌ಡೇಟ್|അപ്ഡേറ്റ്|અપડેટ|ਅੱਪਡੇਟ|อัปเดต|อัพเดท|แก้ไข|ปรับปรุง",
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|created|issued|released|veröffentlicht|erschienen|erstellt|publicad[oa]"
    r"|publicación|publicação"
    r"|publié\w{0,2}|mis en ligne|pubblicat\w|pubblicazione|gepubliceerd|geplaatst|gepubliseer"
    r"|publisert|publiceret|udgivet"
    r"|publicerad|julkaistu|birt|avaldatud|publicēt\w|publikuota|paskelbta|opublikowano"
    r"|publikacj[ai]|publikován\w|vydáno"
    r"|zverejnené|publikované|megjelent|közzétéve|publicat|objavljeno|objavljen|објављено|botuar"
    r"|опубликован[оа]|опубліковано"
    r"|апублікавана|публикуван[оа]|објавен[оа]|жарияланды|yayın\w{0,6}|giriş|dərc|diterbitkan"
    r"|dipublikasikan|imechapishwa"
    r"|δημοσιεύ\w{2,5}|δημοσίευση|გამოქვეყნ\w{2,6}|հրապարակ\w{2,5}|argitaratua|xuất bản|đăng)\b"
    r"|发布|發布|发表|發表|刊登|公開|掲載|配信|投稿|입력|등록|발행|승인|פורסם|נشر|تاريخ النشر|نُ?شر"
    r"|انتشار|شائع|प्रकाशित|প্রকাশ|வெளியி"
    r"|ప్రచురించ|ಪ್ರಕಟ|പ്രസിദ്ധീകരിച്ച|પ્રકાશિત|ਪ੍ਰਕਾਸ਼ਿਤ|เผยแพร่",
)

_SIGNS = re.compile(r"[^a-z]{1,9}")
_META_PUBLISHED = re.compile(
    r"(?<!last)(?:publish|published|publication|pub|posted|create|created|creation|release)(?:date|time|datetime|at|on)$"
    r"|firstpublished$|date(?:pub|published|publication|created|posted|issued)$"
)


def names_publication(name: str) -> bool:
    """Whether a meta element is of the day of publication, by the words at the end of its name.

    >>> names_publication("w-published-date"), names_publication("lastPublishedDate"), names_publication("cache-date")
    (True, False, False)
    """
    return _META_PUBLISHED.search(_SIGNS.sub("", name.lower())) is not None


def dated(value: str, text: str, places: int, source: str, label: str = "") -> Iterator[Claim]:
    """Yield what a line with a day claims; where it names publication and change, each its own.

    value: the day, as shown or as an attribute has it. text: the line as shown. places: what markup calls it (bits of
    ``Place``). label: the words that stand before it, which count where its own say nothing.
    """
    lower = text.lower() if len(text.lower()) == len(text) else text
    changed, published = _CHANGED.search(lower), _PUBLISHED.search(lower)
    if not changed and not published:
        changed, label_published = _CHANGED.search(label.lower()), _PUBLISHED.search(label.lower())
        changed = None if label_published else changed
        split = False
    else:
        split = value == text
    if split and changed and changed.start() > 4:
        yield Claim("published", text[: changed.start()], source)
        yield Claim("modified", text[changed.start() :], source)
    elif split and changed and published and published.start() > changed.start():
        yield Claim("modified", text[: published.start()], source)
        yield Claim("published", text[published.start() :], source)
    elif changed or (places & Place.CHANGED.value and not places & Place.DATE.value):
        yield Claim("modified", value, source)
    else:
        yield Claim("published", value, source)


def says_published(text: str) -> bool:
    """Whether words say that what they stand by is the day of publication, and not that of a change."""
    lower = text.lower()
    return _PUBLISHED.search(lower) is not None and _CHANGED.search(lower) is None


def says_when(text: str) -> bool:
    """Whether words say that what they stand by is the day of publication or of a change."""
    lower = text.lower()
    return _PUBLISHED.search(lower) is not None or _CHANGED.search(lower) is not None
