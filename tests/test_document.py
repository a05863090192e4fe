"""Bytes become text, text becomes a tree: every page one of both, or a named refusal."""

from __future__ import annotations

import gzip
import io
import json
import time
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsextract.document import MAX_CHARACTERS, Decoded, Document, decode, parse, read_str
from newsextract.errors import InputError, NotAPageError, TooLargeError

RUSSIAN = "Совет проголосовал за новый мост через гавань."
FRENCH = "Le conseil a voté la reconstruction du pont : « l’hiver n’attendra pas », 3 000 €."
CHINESE = "市议会投票决定在冬天之前重建港口大桥,工程师说旧钢材无法修复。"
LEGACY = {
    "windows-1251": ("cp1251", RUSSIAN),
    "koi8-r": ("koi8-r", RUSSIAN),
    "windows-1252": ("cp1252", FRENCH),
    "windows-1250": ("cp1250", "Zastupitelé schválili přestavbu mostu, žluťoučký kůň úpěl ďábelské ódy."),
    "windows-1253": ("cp1253", "Το συμβούλιο ψήφισε “την ανοικοδόμηση” της γέφυρας πριν από τον χειμώνα."),
    "windows-1255": ("cp1255", "מועצת העיר הצביעה בעד בנייה מחדש של גשר הנמל לפני החורף."),
    "windows-1256": ("cp1256", "صوت المجلس على إعادة بناء جسر الميناء قبل حلول فصل الشتاء."),
    "windows-874": ("cp874", "สภาเมืองลงมติให้สร้างสะพานท่าเรือใหม่ก่อนฤดูหนาวจะมาถึง"),
    "gb18030": ("gb18030", CHINESE),
    "big5": ("big5", "市議會投票決定在冬天之前重建港口大橋,工程師說舊鋼材無法修復。"),
    "euc-kr": ("cp949", "시의회는 겨울이 오기 전에 항구 다리를 재건하기로 의결했다."),
    "shift_jis": ("cp932", "市議会は冬が来る前に港の橋を再建することを決めた。"),
    "euc-jp": ("euc_jp", "市議会は冬が来る前に港の橋を再建することを決めた。"),
    "iso-2022-jp": ("iso2022_jp", "市議会は冬が来る前に港の橋を再建することを決めた。"),
}


def page(text: str, head: str = "", lang: str = "") -> str:
    story = "".join(f"<p>{number} {text}</p>\n" for number in range(12))
    return f"<!DOCTYPE html><html lang='{lang}'><head>{head}<title>Bridge</title></head><body>{story}</body></html>"


def words(document: Document) -> str:
    return " ".join(" ".join(map(str, document.root.itertext())).split())


# --- decoding: what is asked, and in which order -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16-le", "utf-16le"),
        (b"\xfe\xff", "utf-16-be", "utf-16be"),
        (b"\xff\xfe\0\0", "utf-32-le", "utf-32le"),
        (b"\0\0\xfe\xff", "utf-32-be", "utf-32be"),
    ],
)
def test_a_byte_order_mark_beats_every_label(mark, codec, name):
    text = page(RUSSIAN, "<meta charset=koi8-r>")
    decoded = decode(mark + text.encode(codec), "text/html; charset=windows-1251")
    assert (decoded.text, decoded.encoding, decoded.source, decoded.replacements) == (text, name, "bom", 0)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark_are_told_by_their_zeros(codec):
    decoded = decode(page(CHINESE).encode(codec))
    assert (decoded.text, decoded.encoding, decoded.source) == (page(CHINESE), codec[:-3] + codec[-2:], "detector")


def test_valid_utf8_beats_wrong_labels():
    body = page(RUSSIAN, "<meta charset=windows-1251>").encode()
    decoded = decode(body, "text/html; charset=koi8-r")
    assert (decoded.encoding, decoded.source, decoded.utf8) == ("utf-8", "utf-8", body)


def test_the_header_beats_the_meta_element():
    body = page(RUSSIAN, "<meta charset=windows-1251>").encode("koi8-r")
    decoded = decode(body, 'text/html; Charset = "KOI8-R"')
    assert (decoded.encoding, decoded.source) == ("koi8-r", "http")
    assert RUSSIAN in decoded.text


@pytest.mark.parametrize("label", LEGACY)
def test_a_declared_legacy_encoding_is_read(label):
    codec, text = LEGACY[label]
    decoded = decode(page(text, f"<meta charset={label}>").encode(codec))
    assert (decoded.encoding, decoded.source, decoded.replacements) == (label, "meta", 0)
    assert text in decoded.text


@pytest.mark.parametrize("label", LEGACY)
def test_an_undeclared_legacy_encoding_is_guessed(label):
    codec, text = LEGACY[label]
    decoded = decode(page(text).encode(codec))
    assert text in decoded.text
    assert (decoded.source, decoded.replacements) == ("detector", 0)


def test_among_latin_encodings_the_language_of_the_page_decides():
    czech = LEGACY["windows-1250"][1]
    assert czech in decode(page(czech, lang="cs-CZ").encode("cp1250")).text
    assert FRENCH in decode(page(FRENCH, lang="fr").encode("cp1252")).text


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<meta charset='ISO-8859-1'>", "windows-1252"),
        ("<META http-equiv=Content-Type content='text/html; charset=latin1'>", "windows-1252"),
        ("<meta name=a content=b><meta charset = x-user-defined >", "windows-1252"),
        ("<!-- <meta charset=koi8-r> --><meta charset=us-ascii>", "windows-1252"),
        ("<!--" + "x" * 2_500 + "--><meta charset=windows-1252>", "windows-1252"),
    ],
)
def test_labels_mean_what_browsers_take_them_to_mean(head, name):
    decoded = decode(page(FRENCH, head).encode("cp1252"))
    assert (decoded.encoding, decoded.source, decoded.replacements) == (name, "meta", 0)
    assert FRENCH in decoded.text


def test_gb2312_means_all_of_gb18030():
    text = "镕基 𠮷"  # a name that GB 2312 lacks, and a character that only GB 18030 has
    decoded = decode(page(text, "<meta charset=gb2312>").encode("gb18030"))
    assert text in decoded.text
    assert decoded.replacements == 0


def test_an_xml_declaration_is_a_label_too():
    body = ("<?xml version='1.0' encoding='windows-1251'?>" + page(RUSSIAN)).encode("cp1251")
    assert (decode(body).encoding, decode(body).source) == ("windows-1251", "meta")


@pytest.mark.parametrize("label", ["x-klingon", "none", "utf-7", "iso-2022-kr", "", "\ud800", "'"])
def test_labels_that_mean_nothing_are_passed_over(label):
    decoded = decode(page(FRENCH, lang="fr").encode("cp1252"), f"text/html; charset={label}")
    assert (decoded.encoding, decoded.source) == ("windows-1252", "detector")


@pytest.mark.parametrize("label", ["utf-16", "utf-16be"])
def test_a_page_that_names_utf16_in_ascii_is_not_in_it(label):
    bad = page(RUSSIAN, f"<meta charset={label}>").encode() + b"\xff"
    assert (decode(bad).encoding, decode(bad).replacements) == ("utf-8", 1)


# --- decoding: damage --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content_type", [None, "text/html; charset=utf-8", "text/html; charset=windows-1251"])
@pytest.mark.parametrize("damage", [b"<p>\xff</p>", "<p>café “quoted”</p>".encode("cp1252"), b"\xd0"])
def test_a_few_bad_bytes_leave_a_page_in_utf8(content_type, damage):
    decoded = decode(page(RUSSIAN).encode() + damage, content_type)
    assert (decoded.encoding, decoded.source) == ("utf-8", "utf-8")
    assert RUSSIAN in decoded.text
    assert 1 <= decoded.replacements <= 3


def test_a_label_that_decodes_to_damage_gives_way_to_the_bytes():
    decoded = decode(page(FRENCH, lang="fr").encode("cp1252"), "text/html; charset=utf-8")
    assert (decoded.encoding, decoded.source, decoded.replacements) == ("windows-1252", "detector", 0)
    decoded = decode(page(RUSSIAN).encode("cp1251"), "text/html; charset=shift_jis")
    assert RUSSIAN in decoded.text


def test_characters_that_were_lost_before_are_not_counted_again():
    decoded = decode(page(RUSSIAN + " \ufffd").encode() + b"\xff")
    assert (decoded.encoding, decoded.replacements) == ("utf-8", 1)


def test_zeros_and_surrogates_are_mended():
    assert decode(page("Resi\0dents").encode()).text == page("Residents")
    split_emoji = "\ud83d\ude00".encode("utf-8", "surrogatepass")  # CESU-8
    decoded = decode(b"<p>one " + split_emoji + b" two \xed\xa0\x80</p>")
    assert (decoded.text, decoded.encoding, decoded.replacements) == ("<p>one 😀 two \ufffd</p>", "utf-8", 1)


def test_a_str_is_cleaned_and_kept():
    decoded = read_str("\ufeff<p>a\0b \ud83d\ude00 \udfff</p>")
    assert decoded == Decoded("<p>ab 😀 \ufffd</p>", "utf-8", "str", 1, "<p>ab 😀 \ufffd</p>".encode())
    assert read_str("plain").replacements == 0


# --- refusals ----------------------------------------------------------------------------------------------------


def archive() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as writer:
        writer.writestr("word/document.xml", "<p>text</p>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"GIF89a\1\0\1\0", "GIF"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (archive(), "ZIP"),
        (gzip.compress(b"<p>text</p>"), "gzip"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "7z"),
        (b"Rar!\x1a\7\1\0", "RAR"),
        (b"\0\0\0\x18ftypmp42", "MP4"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "office"),
        (b"wOF2\0\1\0\0", "font"),
        (b"\0asm\1\0\0\0", "WebAssembly"),
        (b"\x7fELF\2\1\1", "ELF"),
        (b"name.txt".ljust(257, b"\0") + b"ustar", "tar"),
        (bytes(range(256)) * 40, "binary data"),
        (b'{"text": "<p>A story.</p>", "n": [1, 2]}', "JSON"),
        (b'\xef\xbb\xbf\n [{"a": 1}]', "JSON"),
        (b'{"a": 1}\n{"a": 2}\n', "JSON"),
        (b'{"text": "cut sh', "JSON"),
        (b'{"n": ' + b"9" * 5_000 + b"}", "JSON"),
        (b"[" * 100_000, "JSON"),
        ('{"text": "мост"}'.encode("utf-16"), "JSON"),
    ],
)
def test_what_is_no_page_is_refused_by_its_first_bytes(body, kind):
    with pytest.raises(NotAPageError, match=kind) as caught:
        decode(body, "text/html", "https://example.org/a")
    assert caught.value.url == "https://example.org/a"


@pytest.mark.parametrize("text", ["%PDF-1.7\n1 0 obj", "PK\3\4 rest", '{"headline": "A"}', "GIF89a..."])
def test_a_str_of_the_same_kinds_is_refused(text):
    with pytest.raises(NotAPageError):
        read_str(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Advertisement]\nThe council voted on Tuesday.",
        "[1] The council voted. [2] It was late.",
        "{Photo: A. Example}\nThe council voted.",
        '["Never," she said.]',
        '{"page": 1}<!doctype html><html><body><p>Debug output stood first.</body></html>',
        "PDF files are large.",
        "MZ is the postcode of Mainz.",
        "BM",
    ],
)
def test_text_that_only_opens_like_them_is_text(text):
    assert decode(text.encode()).text == text
    assert read_str(text).text == text


def test_pages_over_the_cap_are_refused():
    for body in (b"x" * (MAX_CHARACTERS + 1), b"x" * (4 * MAX_CHARACTERS + 1)):
        with pytest.raises(TooLargeError):
            decode(body)
    with pytest.raises(TooLargeError):
        read_str("x" * (MAX_CHARACTERS + 1))
    assert len(decode("é".encode() * 6_000_000).text) == 6_000_000  # 12 MB, but fewer characters than the cap


# --- parsing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("empty", ["", " \r\n\t", "<!DOCTYPE html>", "<!-- only -->", "</p>", "<?xml version='1.0'?>"])
def test_an_empty_page_is_an_empty_tree(empty):
    document = parse(empty)
    assert (document.root.tag, words(document), document.text_only) == ("html", "", False)


@pytest.mark.parametrize(
    "text",
    [
        "The council voted.\n\nIt was late.",
        "Mail <desk@example.org> or <https://example.org/>: 3 < 4 & 5 > 4.",
        "I <3 bridges & &amp; piers",
    ],
)
def test_text_without_markup_says_so_and_stays_itself(text):
    document = parse(text, "https://example.org/a")
    assert document.text_only
    assert document.root.findtext("body/pre") == text


@pytest.mark.parametrize("markup", ["<p>a", "a<br>b", "a</p>", "<custom-tag/>a", "a <b class='x'>b</b>"])
def test_markup_is_no_plain_text(markup):
    assert not parse(markup).text_only


@pytest.mark.parametrize("declared", ["<?xml version='1.0' encoding='utf-16'?>", "<meta charset=windows-1251>"])
def test_the_parser_does_not_decode_again(declared):
    assert words(parse(declared + "<p>мост</p>")) == "мост"
    assert words(parse(decode((declared + "<p>мост</p>").encode()))) == "мост"


def test_comments_and_instructions_are_not_in_the_tree():
    document = parse("<p>a<!-- b --><?php echo 'c' ?>d</p>")
    assert [element.tag for element in document.root.iter()] == ["html", "body", "p"]
    assert words(document) == "ad"


@pytest.mark.parametrize(
    ("url", "href", "base"),
    [
        ("https://example.org/a/b", "/c/", "https://example.org/c/"),
        ("https://example.org/a/b", "https://cdn.example.net/", "https://cdn.example.net/"),
        ("https://example.org/a/b", "file:///etc/", "https://example.org/a/b"),
        ("https://example.org/a/b", "http://[::1", "https://example.org/a/b"),
        ("https://example.org/a/b", "", "https://example.org/a/b"),
        (None, "https://example.org/c/", "https://example.org/c/"),
    ],
)
def test_links_start_from_the_base_that_the_page_names(url, href, base):
    document = parse(f"<html><head><base target=_top><base href='{href}'></head><body><p>a</p></body></html>", url)
    assert (document.url, document.base) == (url, base)


def test_without_a_base_links_start_from_the_page():
    assert parse("<p>a</p>", "https://example.org/a").base == "https://example.org/a"
    assert parse("<p>a</p>").base is None


@pytest.mark.parametrize(
    "opening",
    ["<div>", "<b><i>", "<ul><li>x", "<table><tr><td>", "<blockquote>q ", "<p><div><span>", "<DIV class='a>b'>"],
)
def test_text_below_libxml2s_depth_is_kept(opening):
    document = parse(f"<body><p>before</p>{opening * 3_000}<p>deep <b>text</b></p><p>more</p>")
    assert words(document).startswith("before")
    assert words(document).endswith("deep text more")
    assert [element.text for element in document.root.iter("p")][-2:] == ["deep ", "more"]
    assert "too deep" in document.warnings[0]


def test_what_stands_behind_deep_nesting_keeps_its_place():
    deep = "<div>" * 3_000 + "<p>deep</p>" + "</div>" * 3_000
    script = "<script>if (a<b) { '</div>' }</script><!-- </div><p> -->"
    document = parse(f"<html><body>{script}<article><p>a</p>{deep}{script}<p>b</p></article><p>c</p></body></html>")
    paragraphs = {element.text: element for element in document.root.iter("p")}
    assert list(paragraphs) == ["a", "deep", "b", "c"]
    assert [paragraphs[text].getparent().tag for text in "abc"] == ["article", "article", "body"]


def test_300_levels_need_no_second_reading():
    document = parse("<div>" * 300 + "<p>deep</p>")
    assert (words(document), document.warnings) == ("deep", ())


@pytest.mark.parametrize("attribute", ["a{}=1 ", "a{} ", "a{}='x>y' ", 'a{}="x"', "a{}/"])
def test_attributes_that_libxml2_would_take_minutes_for_are_left_out(attribute):
    attributes = "".join(attribute.format(number) for number in range(100_000))
    start = time.perf_counter()
    document = parse(f"<body><p>before</p><p {' ' * 5_000}{attributes}>after</p><p id=end>end</p>")
    assert time.perf_counter() - start < 3
    assert words(document) == "before after end"
    assert max(len(element.attrib) for element in document.root.iter()) <= 2_000
    assert document.root.find(".//p[@id]").get("id") == "end"
    assert "attributes" in document.warnings[0]


def test_long_values_and_scripts_are_no_attributes():
    image = f"<img alt=a src='data:image/png;base64,{'A' * 2_000_000}'>"
    script = "<script>" + "if (a <b) 'c' " * 20_000 + "</script>"
    data = "<p data-x='" + "<i a b c " * 20_000 + "'>text</p>"
    document = parse(f"<body>{image}{script}{data}</body>")
    assert document.warnings == ()
    assert len(document.root.findtext("body/script")) == 280_000
    assert len(document.root.find("body/p").get("data-x")) == 180_000


BAITS = {
    "angles": "<",
    "open tags": "<a ",
    "comments": "<!--",
    "ends": "</p>",
    "quotes": "<a b=\"'",
    "equals": "<a = ",
    "scripts": "<script ",
    "metas": "<meta ",
    "brackets": "[",
    "braces": '{"',
    "ampersands": "&",
    "spaces": " ",
}


@pytest.mark.parametrize("bait", BAITS)
@pytest.mark.parametrize("start", ["", "<html><body>" + "<div>" * 2_500])
def test_time_stays_linear(bait, start):
    body = (start + BAITS[bait] * (500_000 // len(BAITS[bait]))).encode() + b"\xff"
    began = time.perf_counter()
    try:
        parse(decode(body))
    except NotAPageError:
        assert bait in {"brackets", "braces"}
    assert time.perf_counter() - began < 2


# --- anything at all ---------------------------------------------------------------------------------------------


def unless_refused(read):
    try:
        return read()
    except InputError:
        return None


PARTS = st.sampled_from(
    [
        b"<p>", b"</p>", b"<div a='", b"<!--", b"-->", b"<script>", b"<?xml encoding='", b"<meta charset=", b"utf-16",
        b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"\x1b$B", b"\xed\xa0\x80", b"<base href='http://[", b"{\"a\":", b"&#0;",
        b"\xd0\xbc", b"\x80", b"text ", b"<div>" * 300,
    ]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=200), st.lists(PARTS, max_size=12).map(b"".join)), st.none() | st.text(max_size=20))
@example(b"\xff\xfe\0\xd8", None)
@example(b"<div>" * 2_500 + b"\xff\0", "charset=utf-16")
@example(b"\x1b$", "charset=iso-2022-jp")
def test_any_bytes_are_a_document_or_a_refusal(body, content_type):
    decoded = unless_refused(lambda: decode(body, content_type))
    if decoded is not None:
        assert decoded.text.encode() == decoded.utf8
        assert decode(body, content_type) == decoded
        assert parse(decoded, "https://example.org/").root.tag == "html"


@given(st.text(st.characters(), max_size=200) | st.text("<>/apdivtbl ='\"&!-[{", max_size=200))
@example("\ud800")
@example("<\udfff>\0")
def test_any_str_is_a_document_or_a_refusal(text):
    document = unless_refused(lambda: parse(text))
    assert document is None or document.root.tag == "html"


@given(st.recursive(st.none() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_any_json_list_or_object_is_refused(value):
    for document in ([value], {"key": value}):
        with pytest.raises(NotAPageError):
            decode(json.dumps(document).encode())


def test_what_stands_behind_an_early_end_of_the_body_is_in_the_body():
    document = parse("<html><body><p>One.</p></body></html><div><p>Two.</p></div></BODY ><p>Three.</p></html>")
    body = document.root.find("body")
    assert body is not None
    assert [p.text for p in body.iter("p")] == ["One.", "Two.", "Three."]
    assert document.root.findall("body") == [body]


@pytest.mark.parametrize(
    "page", ["<title>x</title><{0}>a<p>b</{0}>c<div>d</div>", "<meta name=a><{0}><p>abcd</p></{0}>"]
)
@pytest.mark.parametrize("name", ["article", "main", "nav", "custom-element"])
def test_what_begins_a_page_without_a_body_tag_is_in_its_body(page: str, name: str):
    root = parse(page.format(name)).root
    assert "".join(root.find("body").itertext()) == "abcd"
    assert [child.tag for child in root.find("head") if child.tag not in ("title", "meta")] == []
