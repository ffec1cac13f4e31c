#!/usr/bin/env python3
"""Makes a list of common words out of public-domain books: count.py BOOK.txt ... > en.txt

Each line: a class and its words. The class is how often a word is met, as the whole number of -2·log10 of its share of
all words: class 3 is about one word in thirty, class 8 one in ten thousand. Rarer words are not listed."""
import collections, math, re, sys

LAST = 8
counts = collections.Counter()
for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read().translate({0x2019: "'", 0x2018: "'"})
    text = re.split(r"\*\*\* ?(?:START|END) OF.*?\*\*\*", text)[1:2] or [text]
    lower = collections.Counter(re.findall(r"\b[a-z]+(?:'[a-z]+)?\b", text[0]))
    capital = collections.Counter(w.lower() for w in re.findall(r"\b[A-Z][a-z]*(?:'[a-z]+)?\b", text[0]))
    for word in lower:                      # a word that is mostly written with a capital letter is a name of the book's
        if word == "i" or lower[word] * 2 > capital[word]: counts[word] += lower[word] + capital[word]
    counts["i"] += capital["i"]
total = sum(counts.values())
classes = collections.defaultdict(list)
for word, n in counts.items():
    c = int(-2 * math.log10(n / total))
    if c <= LAST: classes[c].append(word)
print("# Common English words by how often they are met: class (the whole number of -2·log10 of the share), then the words.")
print("# Counted by count.py (beside this file) in five public-domain novels as given by Project Gutenberg: War and Peace, Les")
print("# Misérables (in translation), Middlemarch, Bleak House, David Copperfield. Word counts are facts; no text is kept.")
for c in sorted(classes):
    words = sorted(classes[c]); line = str(c)
    for w in words:
        if len(line) + len(w) > 115: print(line); line = str(c)
        line += " " + w
    print(line)
