#!/usr/bin/env python3
"""Fits the three models that judge links on target/fit, prints them as the source has them, and how well they do.

A function or class does what the one of its name in src/align does (judge, order, chain, verdict). The figures are of what the judges
say; what the program does after that (`alike_beside`, `join`) is left out, so they differ a little from those of tests/score.rs."""

import json
import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from math import log1p as much
from pathlib import Path
from types import SimpleNamespace

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
FIT = ROOT / "target/fit"
# How strongly weights are held near 0 (ridge), of traits that vary by 1.
RIDGE = 10.0
MODELS = {"CONTENT": "judge.rs", "CONTEXT": "judge.rs", "VERDICT": "verdict.rs"}


def constant(file, name):
    """The numbers of a constant of src/align."""
    source = (ROOT / "src/align" / file).read_text(encoding="utf-8")
    value = re.search(rf"const {name}: .*? =\s+(.*?);", source, re.DOTALL)[1]
    return [json.loads(number) for number in re.findall(r"-?\d+(?:\.\d+)?", value)]


[ONE] = constant("weight.rs", "ONE")
[AROUND], [FAR] = (constant("order.rs", name) for name in ("AROUND", "FAR"))
[SHARING], [SURE], [LEAST], [MOST] = (constant("verdict.rs", name) for name in ("SHARING", "SURE", "LEAST", "MOST"))
# Which traits of `verdict` are about headlines: too few to be weighed by the share of passages that are alike.
HEADLINE = slice(21, 24)


def read(path, hook=None):
    return json.loads(path.read_text(encoding="utf-8"), object_hook=hook)


class Example:
    """A pair of texts: what the judges see of it, and the links that are known."""

    def __init__(self, folder):
        self.gold = read(folder / "gold.json", lambda one: SimpleNamespace(**one))
        seen = read(FIT / f"examples/{folder.name}.json", lambda one: SimpleNamespace(**one))
        self.sides, self.traits = seen.sides, np.array(seen.traits)
        self.same = [dict(seen.same), {r: l for l, r in seen.same}]
        self.likeness = {(one.left, one.right): one.likeness for one in seen.candidates}
        self.pairs = list(self.likeness)
        self.links, self.ignore = (set(map(tuple, pairs)) for pairs in (self.gold.links, self.gold.ignore))
        self.section = {(a, b): at for at, (one, other) in enumerate(self.gold.groups) for a in one for b in other}
        self.half = len(self.sides[1]) // 2
        self.covers = [covered(side, sentences) for side, sentences in zip(self.sides, (self.gold.a, self.gold.b))]

    def known(self, l, r):
        """The pairs of labelled sentences that a pair of passages stands for."""
        return {(a, b) for a in self.covers[0][l] for b in self.covers[1][r]}

    def is_furniture(self, pair):
        return any(sentence in skip for sentence, skip in zip(pair, self.gold.skip))


def covered(side, sentences):
    """For each passage, the labelled sentences with which it shares more than half of the shorter one."""
    ends = np.cumsum([sum(not c.isspace() for c in sentence) for sentence in sentences]).tolist()
    ranges = list(zip([0, *ends], ends))
    shares = lambda a, b: 2 * (min(a[1], b[1]) - max(a[0], b[0])) > min(a[1] - a[0], b[1] - b[0]) > 0
    return [[at for at, one in enumerate(ranges) if shares(passage.letters, one)] for passage in side]


class Field:
    """Candidates with their odds, to be asked by place."""

    def __init__(self, example, odds):
        self.example, self.of = example, odds
        partners = defaultdict(list)
        for (l, r), one in odds.items():
            partners[0, l].append((one, r))
            partners[1, r].append((one, l))
        # How likely the two likeliest partners of a passage are, and which they are.
        self.best = defaultdict(lambda: [(0.0, 0)] * 2)
        self.best.update((end, sorted(some, key=lambda one: -one[0])[:2] + [(0.0, 0)]) for end, some in partners.items())
        shares = [self.share_found(side) for side in (0, 1)]
        self.kinship, self.kinship_least = max(shares), min(shares)
        self.alike = len(example.same[0]) / max(1, min(sum(one.telling for one in side) for side in example.sides))

    def share_found(self, side):
        telling = [at for at, one in enumerate(self.example.sides[side]) if one.telling]
        found = [1.0 if at in self.example.same[side] else self.best[side, at][0][0] for at in telling]
        return sum(found) / max(1, len(found))

    def odds(self, l, r):
        return 1.0 if self.example.same[0].get(l) == r else self.of.get((l, r), 0.0)

    def rivals(self, l, r):
        """The likeliest other partner of `l`, and of `r`: how likely, and which."""
        (left, *_), (right, *_) = ([one for one in self.best[end][:2] if one[1] != partner] + [(0.0, 0)]
                                   for end, partner in (((0, l), r), ((1, r), l)))
        return left, right

    def news(self, l, r):
        likeness, (left, right) = self.example.likeness, self.rivals(l, r)
        known = [likeness[l, left[1]].left_found if left[0] > self.of[l, r] else 0,
                 likeness[right[1], r].right_found if right[0] > self.of[l, r] else 0]
        found = likeness[l, r].left_found & ~known[0], likeness[l, r].right_found & ~known[1]
        passages = self.example.sides[0][l], self.example.sides[1][r]
        return [sum(weight for at, weight in enumerate(passage.weights[:128]) if places >> at & 1) / ONE
                for passage, places in zip(passages, found)]

    def surroundings(self, l, r):
        def towards(step):
            askew = max(self.odds(l + step, r + 2 * step), self.odds(l + 2 * step, r + step))
            return max(self.odds(l + step, r + step), 0.8 * askew, 0.6 * self.odds(l + 2 * step, r + 2 * step))
        x, odds, news = self.example.likeness[l, r], self.of[l, r], self.news(l, r)
        around, rivals = (towards(-1), towards(1)), [rival for rival, _ in self.rivals(l, r)]
        beside = max(self.odds(l - 1, r), self.odds(l + 1, r), self.odds(l, r - 1), self.odds(l, r + 1))
        return [1.0, logit(odds, 1e-4), max(around), min(around), beside, x.most, max(rivals), min(rivals),
                max(rivals) < odds, much(x.shared), much(min(news)), sum(news) / max(0.1, 2 * x.shared),
                min(news) / max(0.1, x.shared), self.kinship, self.kinship * max(rivals)]


def logistic(x):
    return 1 / (1 + np.exp(-x))


def logit(odds, least=1e-3):
    odds = min(max(odds, least), 1 - least)
    return math.log(odds / (1 - odds))


def chain(links):
    """The heaviest chain of (left, right, weight) that ascends on both sides; here in O(n²)."""
    worth = lambda at: (reached[at], -links[at][0] - links[at][1])
    reached, before, kept = [], [], []
    for _, right, weight in links:
        before.append(max((at for at in range(len(reached)) if links[at][1] <= right), key=worth, default=None))
        reached.append(max(1, weight) + (0 if before[-1] is None else reached[before[-1]]))
    at = max(range(len(links)), key=worth, default=None)
    while at is not None:
        kept.append(links[at][:2])
        at = before[at]
    return kept[::-1]


class Order:
    """The sure links that keep their order."""

    def __init__(self, example, odds):
        def placed(l, r, odds):
            left, right = example.sides[0][l], example.sides[1][r]
            weight = int(1000 * odds) * max(1, min(left.weight, right.weight))
            return l, r, weight << 12 | (left.whole + right.whole) % 2**64 >> 52
        sure = [placed(*pair, one) for pair, one in odds.items() if one >= SURE]
        self.kept = chain(sorted(sure + [placed(l, r, 1.0) for l, r in example.same[0].items()]))
        self.lefts, self.rights = [l for l, _ in self.kept], [r for _, r in self.kept]

    def of(self, l, r):
        """None where a pair crosses the order, else how many passages its gap has at the side with fewer, and at the other."""
        to, past = bisect_left(self.lefts, l), bisect_right(self.lefts, l)
        before, after = self.kept[:to], self.kept[past:]
        if before and before[-1][1] > r or after and after[0][1] < r:
            return None
        floor = ([(-1, -1)] + before)[bisect_left(self.rights[:to], r)]
        roof = (after + [(math.inf, math.inf)])[bisect_right(self.rights[past:], r)]
        return sorted(high - low - 1 for low, high in zip(floor, roof))

    def astray(self, l, r):
        places = (bisect_left(self.lefts, l), bisect_left(self.rights, r))
        around = [kept for at in places for kept in self.kept[max(0, at - AROUND):at + AROUND]]
        return min([FAR] + [abs((l - one) - (r - other)) for one, other in around])


def traits(field, order, content, l, r):
    """Those of `verdict`."""
    x, odds, standing, astray = field.example.likeness[l, r], field.of[l, r], order.of(l, r), order.astray(l, r)
    (left, beside_left), (right, beside_right) = field.rivals(l, r)
    crossing, narrow, sole = (1, 0, 0) if standing is None else (0, 1 / max(1, standing[0]), standing[1] == 1)
    splits = (left > 0.5 and abs(beside_left - r) == 1) + (right > 0.5 and abs(beside_right - l) == 1)
    ahead, h = [logit(odds) - logit(rival) for rival in (left, right)], x.headline
    block = crossing * max(field.odds(l - 1, r - 1), field.odds(l + 1, r + 1))
    return [1.0, logit(odds), logit(content), max(left, right) <= odds, min(left, right) <= odds, max(left, right), min(left, right),
            crossing, narrow, x.least, x.most, x.plain_least, x.plain_most, much(x.anchors), much(x.run_length), much(x.shared),
            much(x.run), much(x.lighter), much(x.heavier), x.neighbours, much(min(field.news(l, r))), h, h * x.plain_most,
            h * x.plain_least, (left > 0.5) + (right > 0.5), 1 / (1 + astray), much(astray), field.kinship, x.overlap, sole,
            sole * x.overlap, much(x.words), x.words_least, x.words_most, splits, min(ahead), max(ahead), block]


def judge(examples, model):
    """The odds of all candidates, by three models one after another; `model` gives the weights of the next for the traits it sums."""
    def odds(rows):
        weights = model(rows)
        return [dict(zip(example.pairs, logistic(one @ weights).tolist())) for example, one in zip(examples, rows)]
    content = odds([example.traits for example in examples])
    fields = [Field(example, one) for example, one in zip(examples, content)]
    context = odds([np.array([field.surroundings(*pair) for pair in field.of], float) for field in fields])
    rows = []
    for example, first, second in zip(examples, content, context):
        field, order = Field(example, second), Order(example, second)
        one = np.array([traits(field, order, first[pair], *pair) for pair in example.pairs], float)
        sharing = min(1, field.alike / SHARING) * one
        sharing[:, HEADLINE] = 0
        rows.append(np.hstack([one, field.kinship_least * one, sharing]))
    return odds(rows)


def labels(example):
    """Of each candidate: whether it is a link, and whether it is an example at all."""
    known = [example.known(*pair) for pair in example.pairs]
    if not example.gold.groups:
        seen = [not pairs & example.ignore and not (pairs and all(map(example.is_furniture, pairs))) for pairs in known]
        return [bool(pairs & example.links) for pairs in known], seen
    # Of the passages of one section those that share most with each other are linked, the others no example; the first half is seen.
    inside, most = [not pairs.isdisjoint(example.section) for pairs in known], {}
    for (l, r), within in zip(example.pairs, inside):
        for end in ((0, l), (1, r)):
            if within and example.likeness[l, r].shared > most.get(end, (-1.0, None))[0]:
                most[end] = (example.likeness[l, r].shared, (l, r))
    linked = [within and most[0, l][1] == most[1, r][1] == (l, r) for (l, r), within in zip(example.pairs, inside)]
    return linked, [(link or not within) and r < example.half for (_, r), link, within in zip(example.pairs, linked, inside)]


def fit(examples):
    """The three models, each fitted on what the one before it says."""
    linked, seen = (np.concatenate(part).astype(bool) for part in zip(*map(labels, examples)))
    counts = np.concatenate([np.full(len(one.pairs), one.gold.counts) for one in examples])
    models = []
    def model(rows):
        models.append(regression(np.concatenate(rows)[seen], linked[seen], counts[seen]))
        return models[-1]
    judge(examples, model)
    return models


def regression(rows, linked, counts):
    """A logistic regression with a ridge on all but the constant, by Newton's method."""
    mean, spread = rows.mean(0), rows.std(0)
    mean[0], spread[spread < 1e-9] = 0, 1
    even, ridge, weights = (rows - mean) / spread, np.full(rows.shape[1], RIDGE), np.zeros(rows.shape[1])
    ridge[0], step = 1e-6, 1
    while np.abs(step).max() >= 1e-5:
        odds = logistic(even @ weights)
        slope = even.T @ (counts * (odds - linked)) + ridge * weights
        bend = (even * (counts * odds * (1 - odds))[:, None]).T @ even + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
    weights /= spread
    weights[0] -= weights @ mean
    return weights


def bar(certain, odds):
    """The lowest odds of the set of links whose expected F1 is greatest, within bounds."""
    odds = np.sort(odds)[::-1]
    f1 = 2 * (certain + odds.cumsum()) / (certain + np.arange(1, odds.size + 1) + certain + odds.sum())
    return min(MOST, max(LEAST, odds[f1.argmax()]))


def tally(example, odds):
    """By kind: how many of the links shown are right, how many are shown, how many of the known are found, how many are known."""
    least = bar(len(example.same[0]), list(odds.values()))
    kind = example.gold.kind if example.gold.fitted else f"{example.gold.kind}, held out"
    taken = [pair for pair, one in odds.items() if one >= least] + list(example.same[0].items())
    shown = set().union(*(example.known(*pair) for pair in taken))
    if not example.gold.groups:
        shown = {pair for pair in shown if not example.is_furniture(pair)} - example.ignore
        right = len(shown & example.links)
        return {kind: (right, len(shown), right, len(example.links))}
    first, section, found = set(sum(example.covers[1][:example.half], [])), example.section, {}
    for part, here in (("first half", lambda b: b in first), ("second half, held out", lambda b: b not in first)):
        there = [pair for pair in shown if here(pair[1])]
        right = [section[pair] for pair in there if pair in section]
        found[f"{kind}, {part}"] = (len(right), len(there), len(set(right)), len({at for (_, b), at in section.items() if here(b)}))
    return found


def figures(examples, models):
    sums, models = defaultdict(lambda: np.zeros(4)), iter(models)
    for example, odds in zip(examples, judge(examples, lambda _: next(models))):
        for kind, counts in tally(example, odds).items():
            sums[kind] += counts
    for kind, (right, shown, found, known) in sorted(sums.items()):
        precision, recall = right / max(1, shown), found / max(1, known)
        print(f"{kind:34} P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")


def main():
    every = [one for one in map(Example, sorted((FIT / "pairs").iterdir())) if one.pairs]
    present = [np.array(constant(file, name)) for name, file in MODELS.items()]
    models = [np.round(model, 2) + 0.0 for model in fit([one for one in every if one.gold.fitted])]
    for name, model, before in zip(MODELS, models, present):
        print(f"{name}, at most {np.abs(model - before).max():.2f} from what the source has:")
        for part in np.split(model, 3 if name == "VERDICT" else 1):
            print("[" + ", ".join(f"{weight:.2f}" for weight in part) + "]")
    for title, one in (("as fitted", models), ("as in the source", present)):
        print(f"\n{title}:")
        figures(every, one)


if __name__ == "__main__":
    main()
