"""Content and Facts -> verdicts: which passages are the story, which its standfirst, and which rule cuts the others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsextract.article import BlockKind
from newsextract.body.context import context
from newsextract.body.features import Measures
from newsextract.body.lead import standfirst
from newsextract.body.model import Model, Models, probability, shipped
from newsextract.body.others import other_stories
from newsextract.body.runs import SENTENCE_ENDS
from newsextract.content import Content, Node, Piece
from newsextract.content.marks import POST, bits
from newsextract.content.menus import MENU_LINKED, MENUS
from newsextract.metadata.facts import Facts
from newsextract.reasons import CONSENT_DIALOG, LINK_LINE, NAVIGATION, OTHER_STORY, SCRAP, UNNAMED

LINKED = 0.9
LINKED_SIZE = 120
SHORT_SIZE = 25
MANY = 20_000  # passages; of a page that has more only prose is judged, or it would take minutes
ABOVE = 3
LEAST_LIKELY = 0.2
USUAL_BEST = 0.9  # the probability of a page's surest paragraph
DOUBT = -1.4  # log odds of one in five
OPENING, BARE, UNSURE = 3, 4, -0.4
MARKED = frozenset({BlockKind.HEADING, BlockKind.TABLE, BlockKind.CODE})
FULL_STOPS = (".", "!", "。", "！", "।", "۔")
PLAIN_SIZE = 60
CAPITALS = 5
FEW = 0.2
BOXED = 0.5
STEPS = 2
ANSWER_SIZE = 40
PROSE_SIZE = 400
PROSE_SHARE = 0.4
TEXT_TAGS = frozenset("p li h1 h2 h3 h4 h5 h6 td th dd dt blockquote pre div".split())
_CONSENT = bits(["cmp"])
_NAVIGATION = bits(["tag-nav", "tag-footer"])


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What became of a page's passages: the positions of those that are not the story, each with the rule that cuts it,
    and of those that are its standfirst."""

    cuts: dict[int, str]
    standfirst: tuple[int, ...] = ()


def judge(
    content: Content, facts: Facts, models: Models | None = None, lean: Mapping[int, float] | None = None
) -> Verdicts:
    """Return which passages are not the story, and which are its standfirst.

    models: the weights to judge by; None means those shipped, for pages or for dumps where there is no markup. lean:
    position of a passage -> log odds that something else than the page adds to the verdict on it.
    """
    model, lead = models or shipped("page" if content.nodes else "dump")
    cuts, open_questions = plain_cases(content)
    measures = Measures(content, facts, open_questions)
    passages = measures.passages
    leaning = lean or {}
    odds = {number: sum_ + leaning.get(passages[number].at, 0.0) for number, sum_ in looks(measures, model)}
    limit = min(model.limit, _standing_out(measures, odds, model.threshold))
    kept = {number for number, sum_ in odds.items() if sum_ >= limit}
    kept |= set(_goes_on(measures, odds, kept))
    kept |= set(_posts(measures, odds, kept))
    cuts |= {passages[number].at: UNNAMED for number in odds if number not in kept}
    others = other_stories(content.nodes, passages, measures.headline) if content.nodes else ()
    cuts |= {passages[number].at: OTHER_STORY for number in others if number in kept}
    if lead is None or not content.nodes:
        edges = set(_edges(measures, odds, kept))
        cuts = {at: rule for at, rule in cuts.items() if at not in edges}
        for at in _answers(content, cuts):
            del cuts[at]
        return Verdicts(cuts)
    gone = [piece.at in cuts for piece in passages]
    above = frozenset(standfirst(content, facts, measures, gone, lead))
    left = any(piece.prose and piece.at not in cuts and piece.at not in above for piece in passages)
    return Verdicts(cuts, tuple(sorted(above)) if left else ())  # a story of one paragraph has no standfirst


def plain_cases(content: Content) -> tuple[dict[int, str], set[int]]:
    """Return the positions of the passages that need no model, each with its rule, and of those that do."""
    cuts: dict[int, str] = {}
    open_questions: set[int] = set()
    for piece in content.pieces:
        if piece.picture is None:
            if rule := plain_case(piece, content):
                cuts[piece.at] = rule
            else:
                open_questions.add(piece.at)
    if len(open_questions) > MANY:
        scraps = {piece.at for piece in content.pieces if piece.at in open_questions and not piece.prose}
        cuts |= dict.fromkeys(scraps, SCRAP)
        open_questions -= scraps
    return cuts, open_questions


def looks(measures: Measures, model: Model) -> Iterator[tuple[int, float]]:
    """Yield for each measured passage its number and the log odds that it is the story, after both looks."""
    scores = [0.0] * len(measures.passages)
    for number, row in measures.rows.items():
        scores[number] = probability(model.first(row))
    beside = context(scores, measures.around, measures.forms, measures.rows)
    for (number, row), scored in zip(measures.rows.items(), beside, strict=True):
        yield number, model.second([*row, *scored])


def _standing_out(measures: Measures, odds: Mapping[int, float], threshold: float) -> float:
    """Return the log odds from which a passage stands out on its page: most pages have a story, if an unusual one."""
    best = max((sum_ for number, sum_ in odds.items() if measures.passages[number].prose), default=0.0)
    likely = max(LEAST_LIKELY, threshold * probability(best) / USUAL_BEST)
    return math.log(likely / (1.0 - likely))


def _goes_on(measures: Measures, odds: Mapping[int, float], kept: set[int]) -> Iterator[int]:
    """Yield the doubtful paragraphs that go on right below one of the story, alike in form and in the same element.

    They alone look like a sign-off or a box to the trees, as such stand at the same place.
    """
    passages, forms, last = measures.passages, measures.forms, -1
    for number, piece in enumerate(passages):
        if number in kept:
            last = number
            continue
        plain = piece.prose and piece.size >= PLAIN_SIZE and piece.linked < FEW and not piece.ruled
        if (
            plain
            and max(piece.italic, piece.bold) < BOXED
            and odds.get(number, -math.inf) >= DOUBT
            and 0 < number - last <= STEPS
            and last >= 0
            and passages[last].prose
            and passages[last].parent == piece.parent
            and forms[last] == forms[number]
        ):
            yield number
            last = number
        elif piece.prose:
            last = -1


def _posts(measures: Measures, odds: Mapping[int, float], kept: set[int]) -> Iterator[int]:
    """Yield the passages of posts from elsewhere that stand between paragraphs of the story: it quotes them."""
    if not kept:
        return
    first, last = min(kept), max(kept)
    for number in odds:
        if first < number < last and number not in kept and measures.passages[number].own >= POST:
            yield number


def _edges(measures: Measures, odds: Mapping[int, float], kept: set[int]) -> Iterator[int]:
    """Yield the positions of the doubtful sentences right above and below the story of a dump.

    Above they are its beginning as likely as not, and surely so with a dateline or a first word in capitals. Where
    hardly a line stands beyond them nobody has scraped a page's frame along, and even what looks like a standfirst or a
    sign-off is the story's.
    """
    passages = measures.passages
    if not kept:
        return
    first, last, end = min(kept), max(kept), len(passages)
    for number in range(first - 1, max(-1, first - 1 - OPENING), -1):
        piece = passages[number]
        if not _is_sentence(piece) or (odds[number] < UNSURE and first > BARE and not _opens_in_capitals(piece.text)):
            break
        yield passages[number].at
    for number in range(last + 1, end if end - last <= BARE + 1 else last + 1):
        if not _is_sentence(passages[number]):
            break
        yield passages[number].at


def _opens_in_capitals(text: str) -> bool:
    """Whether a text opens as first paragraphs do: "DUBLIN — The", "MARIA Roth said"; an abbreviation is shorter."""
    word = text.partition(" ")[0]
    return len(word) >= CAPITALS and word.isalpha() and word.isupper() and not text.isupper()


def _is_sentence(piece: Piece) -> bool:
    return piece.prose and piece.text.endswith(FULL_STOPS)


def _answers(content: Content, verdicts: dict[int, str]) -> list[int]:
    """Return the positions of sentences between two paragraphs of a dump: "No." is one of the story's.

    A line that was cut may stand between, where the sentence is a paragraph's size. So may be what marks of Markdown
    make a heading, a table or code.
    """
    pieces, found = content.pieces, []
    kept = [piece.at not in verdicts and piece.prose for piece in pieces]
    for number, piece in enumerate(pieces):
        marked = piece.kind in MARKED
        if piece.at in verdicts and (marked or piece.text.endswith(SENTENCE_ENDS)):
            reach = STEPS if marked or _is_sentence(piece) else 1
            above, below = kept[max(0, number - reach) : number], kept[number + 1 : number + 1 + reach]
            if any(above) and any(below):
                found.append(piece.at)
    return found


def plain_case(piece: Piece, content: Content) -> str | None:
    """Return the rule for a passage that needs no model; None where it does.

    Measured on the development corpus: six of ten passages go here, and nothing is lost.
    """
    if not content.nodes:
        linked = piece.linked >= LINKED and len(piece.text) < LINKED_SIZE and piece.kind is not BlockKind.HEADING
        return LINK_LINE if linked else None
    mask = content.nodes[piece.container].mask
    if mask & _CONSENT:
        return CONSENT_DIALOG
    if piece.tag in MENUS and piece.linked >= MENU_LINKED:
        return NAVIGATION
    if _amid_prose(piece.container, content.nodes):
        return None
    if mask & _NAVIGATION:
        return NAVIGATION
    if piece.linked >= LINKED and len(piece.text) < LINKED_SIZE and piece.kind is not BlockKind.HEADING:
        return LINK_LINE
    if len(piece.text) < SHORT_SIZE and piece.tag not in TEXT_TAGS:
        return SCRAP
    return None


def _amid_prose(number: int, nodes: tuple[Node, ...]) -> bool:
    """Whether one of the next elements above holds prose enough to be the story.

    There a line of links may be an item of its list, and a footer may be the story's own.
    """
    for _ in range(ABOVE):
        number = nodes[number].parent
        if number < 0:
            return False
        node = nodes[number]
        if node.prose > PROSE_SIZE and node.prose > PROSE_SHARE * node.chars:
            return True
    return False
