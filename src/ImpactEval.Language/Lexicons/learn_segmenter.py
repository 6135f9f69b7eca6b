#!/usr/bin/env python3
"""Makes vi-words.tsv and vi-segmenter.tsv, the two files WordSegmenter reads. Same input, same bytes; standard library only.

learn_segmenter.py HEADWORDS.txt TRAIN.txt [DEV.txt]
    HEADWORDS  one headword a line, spaces between syllables, proper names capitalised
    TRAIN, DEV gold segmentation, a sentence a line, syllables of a word joined by _

A word is worth the sum of the weights of its features; the features are those of SegmenterWeights.cs. Weights: averaged structured
perceptron (Collins 2002, EMNLP, 1-8). While it learns, a word's own occurrence is taken out of the counts it is judged by, as it will
be for text not seen before.
"""
import random, re, sys, unicodedata
from collections import Counter, defaultdict

EPOCHS, LONGEST, LONGEST_NAME = 3, 5, 8
PLACES = {("o", "a"): ("òóỏõọ", "àáảãạ"), ("o", "e"): ("òóỏõọ", "èéẻẽẹ"), ("u", "y"): ("ùúủũụ", "ỳýỷỹỵ")}


def tone(word):
    """The one convention of NormalisedText, lower case."""
    def move(m):
        before, a, b = m.groups()
        for (first, second), (on_first, on_second) in PLACES.items():
            if a == first and b in on_second and not (first == "u" and before == "q"):
                return before + on_first[on_second.index(b)] + second
        return m[0]
    return re.sub(r"(^|.)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\w)", move, unicodedata.normalize("NFC", word).lower())


def is_word(syllables):
    return all(s[0].isalpha() and all(c.isalpha() or c in "-'" for c in s) for s in syllables)


def read(path):
    """Sentences as (syllables as written, in lower case, spans)."""
    for line in open(path, encoding="utf8"):
        written, spans = [], []
        for word in unicodedata.normalize("NFC", line).split():
            parts = [s for s in word.split("_") if s] or [word]
            spans.append((len(written), len(written) + len(parts)))
            written += parts
        yield written, [tone(s) for s in written], spans


class Lexicon:
    def __init__(self, headwords, sentences):
        self.kind, self.joined, self.split = {}, Counter(), Counter()
        for line in open(headwords, encoding="utf8"):
            word = tuple(tone(line.strip()).split(" "))
            name = line[0].isupper()
            if is_word(word) and not (name and self.kind.get(word) == "h"):
                self.kind[word] = "n" if name else "h"
        for written, low, spans in sentences:
            for i, j in spans:
                if is_word(low[i:j]) and (j - i == 1 or not all(s[0].isupper() for s in written[i:j]) or tuple(low[i:j]) in self.kind):
                    self.kind.setdefault(tuple(low[i:j]), "t")
                    self.joined[tuple(low[i:j])] += 1
        for written, low, spans in sentences:
            gold = set(spans)
            for i in range(len(low)):
                for j in range(i + 2, min(i + LONGEST, len(low)) + 1):
                    if tuple(low[i:j]) in self.kind and (i, j) not in gold:
                        self.split[tuple(low[i:j])] += 1
        self.inside, self.first, self.last = Counter(), Counter(), Counter()
        for word, kind in self.kind.items():
            if len(word) > 1:
                for s in word:
                    self.inside[s] += self.joined[word]
                if kind != "t":
                    self.first[word[0]] += 1
                    self.last[word[-1]] += 1

    def write(self, path):
        with open(path, "w", encoding="utf8") as out:
            for word in sorted(self.kind):
                out.write(f"{' '.join(word)}\t{self.kind[word]}\t{self.joined[word] or ''}\t{self.split[word] or ''}".rstrip("\t") + "\n")


def size(n):
    return 0 if n <= 0 else 1 if n == 1 else 2 if n < 4 else 3 if n < 10 else 4 if n < 30 else 5


def share(a, b):
    return "x" if a + b <= 0 else next(i for i, t in enumerate((.1, .35, .65, .9, 2)) if a / (a + b) < t)


def shape(written, i, j):
    """C all capitals, D the same at the start of a sentence, s only the first, 0 none, m mixed."""
    capitals = [s[0].isupper() for s in written[i:j]]
    if all(capitals):
        return "D" if starts(written, i) else "C"
    return "0" if not any(capitals) else "s" if capitals[0] and sum(capitals) == 1 else "m"


def starts(written, i):
    return i == 0 or written[i - 1] in tuple(".!?:\"“…-")


def capital(written, i):
    return 0 <= i < len(written) and written[i][0].isupper()


def features(lexicon, written, low, i, length, gold):
    j, word = i + length, tuple(low[i:i + length])

    def alone_and_inside(k):        # counts of a syllable alone and inside words, without this occurrence
        a, b = lexicon.joined[(low[k],)], lexicon.inside[low[k]]
        if gold is not None:
            a, b = (a - 1, b) if (k, k + 1) in gold else (a, b - 1)
        return max(a, 0), max(b, 0)
    if length == 1:
        if not is_word(word):
            return ["1n"]
        alone, inside = alone_and_inside(i)
        found = ["1", f"1s{share(alone, inside)}", f"1c{size(alone)}"]
        if capital(written, i) and not starts(written, i):
            found.append(f"1C{int(capital(written, i - 1) or capital(written, j))}")
        return found
    joined, split, head = lexicon.joined[word], lexicon.split[word], int(lexicon.kind.get(word, "t") != "t")
    if gold is not None:
        joined, split = (joined - 1, split) if (i, j) in gold else (joined, split - 1)
    joined, split, form = max(joined, 0), max(split, 0) if head or joined > 0 else 0, shape(written, i, j)
    found = [f"h{head}{min(length, 4)}", f"j{size(joined)}{head}", f"r{share(joined, split)}", f"S{form}", f"S{form}{int(head or joined > 0)}"]
    if form in "CD":
        found.append(f"C{int(capital(written, i - 1))}{int(capital(written, j))}")
    elif joined == 0:
        found += [f"uf{head}{size(lexicon.first[word[0]])}", f"ul{head}{size(lexicon.last[word[-1]])}",
                  f"us{head}{share(*alone_and_inside(i))}", f"ut{head}{share(*alone_and_inside(j - 1))}"]
    return found


def known(lexicon, low, i, j, gold):
    word = tuple(low[i:j])
    return lexicon.kind.get(word, "t") != "t" or lexicon.joined[word] > (gold is not None and (i, j) in gold)


def candidates(lexicon, written, low, i, gold):
    yield 1
    capitals = capital(written, i)
    for length in range(2, LONGEST_NAME + 1):
        j = i + length
        if j > len(low) or not is_word(low[i:j]):
            return
        capitals = capitals and capital(written, j - 1)
        if (length <= LONGEST and known(lexicon, low, i, j, gold)) or capitals or (length == 2 and not capital(written, j - 1)):
            yield length


def best(lexicon, weights, written, low, gold=None):
    score, back = [0.0] + [float("-inf")] * len(low), [0] * (len(low) + 1)
    for i in range(len(low)):
        for length in candidates(lexicon, written, low, i, gold):
            value = score[i] + sum(weights.get(f, 0) for f in features(lexicon, written, low, i, length, gold))
            if value > score[i + length]:
                score[i + length], back[i + length] = value, i
    spans, j = [], len(low)
    while j > 0:
        spans.append((back[j], j))
        j = back[j]
    return spans[::-1]


def learn(lexicon, sentences):
    weights, late, time, order = defaultdict(float), defaultdict(float), 0, random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(sentences)
        for written, low, spans in sentences:
            gold, time = set(spans), time + 1
            found = set(best(lexicon, weights, written, low, gold))
            for sign, wrong in ((1, gold - found), (-1, found - gold)):
                for i, j in wrong:
                    for f in features(lexicon, written, low, i, j - i, gold):
                        weights[f] += sign
                        late[f] += sign * time
    return {f: round(weights[f] - late[f] / (time + 1), 3) for f in sorted(weights)}


def main(headwords, train, dev=None):
    sentences = list(read(train))
    lexicon = Lexicon(headwords, sentences)
    weights = learn(lexicon, sentences)
    lexicon.write("vi-words.tsv")
    with open("vi-segmenter.tsv", "w", encoding="utf8") as out:
        out.writelines(f"{f}\t{w:g}\n" for f, w in weights.items())
    if dev:
        hit = gold = said = 0
        for written, low, spans in read(dev):
            found = best(lexicon, weights, written, low)
            hit, gold, said = hit + len(set(found) & set(spans)), gold + len(spans), said + len(found)
        print(f"words {len(lexicon.kind)}  weights {len(weights)}  F1 {2 * hit / (gold + said):.4f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
