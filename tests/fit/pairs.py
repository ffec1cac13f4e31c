#!/usr/bin/env python3
"""Writes pairs of texts whose links are known to target/fit/pairs, a folder each: a.txt, b.txt and gold.json.

gold.json has `a` and `b`, the sentences as they were labelled; `links` between them, `ignore`, pairs that count neither way, and `skip`, the
furniture of both pages, all counted from 0 (for the gospels `groups`, the verses that tell the same, instead of links); `kind`, the name that
figures are printed under; `fitted`, whether the judges see the pair; and `counts`, what each of its examples counts for them.

The one argument is the folder whose eval/ holds essays, gospels and novels (default: ../shared)."""

import json
import random
import re
import shutil
import sys
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAIRS = ROOT / "target/fit/pairs"
GOLD = ROOT / "tests/gold"
# The essays are many, and easy; of the passages of a novel few are alike.
ESSAYS, NOVELS = 0.5, 0.3


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def text(paragraphs):
    """The article as a file holds it."""
    return "\n\n".join(" ".join(" ".join(sentence.split()) for sentence in one) for one in paragraphs) + "\n"


def from_one(numbers):
    return [number - 1 for number in numbers]


def write(name, texts, sentences, kind, fitted, counts=1.0, links=(), ignore=(), skip=((), ()), groups=()):
    folder = PAIRS / name
    folder.mkdir(parents=True)
    for side, content in zip("ab", texts):
        (folder / f"{side}.txt").write_text(content, encoding="utf-8", newline="")
    gold = dict(a=sentences[0], b=sentences[1], kind=kind, fitted=fitted, counts=counts,
                links=[link[:2] for link in links], ignore=[pair[:2] for pair in ignore], skip=skip, groups=groups)
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


def samples():
    """The sample articles, all held out; 003 is the one that shares no copy with the others."""
    gold = read(GOLD / "seeds.json")
    for pair, links in gold["links"].items():
        names = pair.split("-")
        texts = [next((ROOT / "seeds").glob(f"{name}_*.txt")).read_bytes().decode() for name in names]
        sentences = [[sentence["text"] for sentence in gold["sentences"][name]] for name in names]
        kind = "samples, independent" if "003" in names else "samples, shared copy"
        write(f"sample-{pair}", texts, sentences, kind, False, links=[from_one(link[:2]) for link in links],
              skip=[from_one(gold["boilerplate"].get(name, [])) for name in names])


def invented(name, articles, links, *kind, **more):
    """Two articles given as paragraphs of sentences."""
    write(name, map(text, articles), [sum(one, []) for one in articles], *kind, links=[from_one(link[:2]) for link in links], **more)


def reports():
    for pair in read(GOLD / "reports.json")["pairs"]:
        kind = "shared copy" if pair["id"].startswith("reuse") else "independent"
        invented(f"report-{pair['id']}", (pair["a"], pair["b"]), pair["links"], f"reports, {kind}", True)


def stories():
    """Each two articles of the invented stories, named as in tests/score/stories.rs; c is held out."""
    for story in map(read, sorted((GOLD / "stories").glob("*.json"))):
        letter = story["id"][0]
        for pair, links in story["links"].items():
            articles = [story["articles"][int(number) - 1] for number in pair.split("-")]
            rewritten = pair in ("1-3", "2-3") and letter != "b"
            kind = "shared copy" if pair == "1-2" else "rewritten" if rewritten else "independent"
            invented(f"story-{story['id']}-{pair}", [article["paragraphs"] for article in articles], links,
                     f"stories {letter}, {kind}", letter != "c", skip=[from_one(article["boilerplate"]) for article in articles])


def numbered(pair):
    """The texts and sentences of two articles whose sentences know the number of their paragraph."""
    runs = lambda one: groupby(zip(one["paragraph_of"], one["sentences"]), key=lambda sentence: sentence[0])
    articles = (pair["a"], pair["b"])
    return [text([sentence for _, sentence in run] for _, run in runs(one)) for one in articles], [one["sentences"] for one in articles]


def essays(shared):
    """First and second drafts of essays (ArgRewrite V.2); the odd ones are held out."""
    for at, pair in enumerate(read(shared / "eval/argrewrite.dev.json")):
        write(f"essay-{at:03}", *numbered(pair), ("essays, even", "essays, odd")[at % 2], at % 2 == 0, ESSAYS,
              links=pair["links"], ignore=pair["moved_candidates"])


def gospels(shared):
    """Matthew and Mark; judges.py holds the second half of Mark out."""
    for pair in read(shared / "eval/gospels.dev.json"):
        write("gospels", *numbered(pair), "gospels", True, groups=[[group["a"], group["b"]] for group in pair["groups"]])


def prose(path):
    """The paragraphs of a novel, without what stands around it, each as its sentences."""
    body = re.split(r"\*\*\* ?(?:START|END) OF.*?\n", path.read_text(encoding="utf-8", errors="replace"))[1].replace("_", "")
    for block in re.split(r"\n\s*\n", body):
        sentences = re.split(r"(?<=[a-z][.!?])(?<!Mr\.)(?<!Mrs\.)(?<!Dr\.)(?<!St\.)([\"'”’]*)\s+(?=[\"'“‘]?[A-Z])", " ".join(block.split()))
        sentences = [one + closing for one, closing in zip(sentences[::2], [*sentences[1::2], ""])]
        if len(block) >= 40 and re.search(r"[.!?][\"'”’]*$", sentences[-1]):
            yield sentences


def changed(paragraphs, others, rng):
    """`paragraphs` with words exchanged (6 %), sentences dropped (5 %) and put in from `others` (4 %), and paragraphs moved (10 %): the sentences
    of each with the number of the one it was, or None."""
    words = sorted({word for one in paragraphs for word in re.findall(r"\b[a-z]{3,}\b", " ".join(one))})
    other = lambda word: rng.choice(words) if rng.random() < 0.06 else word[0]
    out, at = [], 0
    for paragraph in paragraphs:
        new = []
        for number, sentence in enumerate(paragraph, at):
            if rng.random() >= 0.05:
                new.append((number, re.sub(r"\b[a-z]+\b(?!['’][a-z])", other, sentence)))
                new += [(None, rng.choice(others))] if rng.random() < 0.04 else []
        at += len(paragraph)
        out += [new] if new else []
    moved = set(rng.sample(range(len(out)), len(out) // 10))
    rest = [one for number, one in enumerate(out) if number not in moved]
    for number in sorted(moved):
        rest.insert(rng.randrange(len(rest) + 1), out[number])
    return rest


def novels(shared):
    """Pieces of 25,000 letters of novels, against themselves with known changes; every third one is held out."""
    corpus = shared / "eval/long/corpus"
    others = [sentence for one in prose(corpus / "9_pool_donquixote.txt") for sentence in one if 40 <= len(sentence) <= 260]
    for at, (book, start) in enumerate((book, start) for book in ("5_copperfield", "4_bleakhouse") for start in (300, 900, 1500)):
        paragraphs, length = [], 0
        for paragraph in list(prose(corpus / f"{book}.txt"))[start:]:
            paragraphs, length = [*paragraphs, paragraph], length + len(" ".join(paragraph))
            if length > 25_000:
                break
        new = changed(paragraphs, others, random.Random(at))
        sentences = [sum(paragraphs, []), [sentence for one in new for _, sentence in one]]
        links = [(was, now) for now, (was, _) in enumerate(sum(new, [])) if was is not None]
        texts = [text(paragraphs), text([[sentence for _, sentence in one] for one in new])]
        held_out = at % 3 == 2
        write(f"novel-{at}", texts, sentences, "novels", not held_out, NOVELS, links=links)


def main():
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    shutil.rmtree(PAIRS, ignore_errors=True)
    samples(), reports(), stories(), essays(shared), gospels(shared), novels(shared)
    print(len(list(PAIRS.iterdir())), "pairs in", PAIRS)


if __name__ == "__main__":
    main()
