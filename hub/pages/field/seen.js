// What people can see of a text: the rule of core/text/visible.h, for what is shown here and for what
// is written here.

const control = /\p{Cc}|[\u2028\u2029]/u;
const selector = /[\ufe00-\ufe0f\u180b-\u180f]|[\u{e0100}-\u{e01ef}]/u;
const unseen = /\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|[\ufff9-\ufffc]/u;
const mark = /\p{M}/u;
const blank = /[\p{White_Space}\u2800]/u;
const picture = /\p{Extended_Pictographic}/u;
const skinTone = /\p{Emoji_Modifier}/u;
/// Scripts whose letters join or break: there the two joiners spell words.
const joining = /[\u0600-\u0dff\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefe]/u;
/// What most texts consist of: none of it is special.
const plain = /^[ -~\n\u3001-\u3029\u4e00-\u9fff\uff01-\uff5f]*$/u;

/// What `isolated` puts around others' words.
const isolates = ["\u2068", "\u2069"];

/// Puts `instead(character)` in the place of each character that a text may not hold.
function mend(text, instead) {
    if (plain.test(text))
        return text;
    const all = [...text];
    let mended = "";
    let base = "", last = "", marks = 0, selected = false; // what stands before
    for (const [i, c] of all.entries()) {
        const next = all[i + 1] ?? "";
        let good = true;
        if (control.test(c))
            good = c === "\n" || c === "\r" || c === "\t";
        else if (selector.test(c))
            good = Boolean(base) && !selected;
        else if (c === "\u200c" || c === "\u200d")
            good = (c === "\u200d" && picture.test(base) && picture.test(next)) || (joining.test(last) && joining.test(next));
        else if (unseen.test(c) || /\p{Cs}/u.test(c))
            good = false;
        else if (mark.test(c))
            good = Boolean(base) && marks < 8;
        const shows = good ? c : instead(c);
        mended += shows;
        if (!shows)
            continue;
        last = shows;
        selected = selector.test(shows);
        if (selected || (skinTone.test(shows) && picture.test(base)))
            continue;
        if (mark.test(shows)) {
            ++marks;
            continue;
        }
        marks = 0;
        base = control.test(shows) || blank.test(shows) ? "" : shows;
    }
    return mended;
}

/// For showing what others wrote, also before there was this rule.
export const shown = text => mend(String(text), () => "\ufffd");

/// The same of a sentence of ours, in which others' words are isolated.
export const shownSentence = text => mend(String(text), c => (isolates.includes(c) ? c : "\ufffd"));

/// What is sent of what somebody wrote: without what the writer cannot see; keyboards, dictation and
/// pasting leave such things behind, and the hub refuses them.
export const cleaned = text => mend(text, c => (c === "\u2028" || c === "\u2029" ? "\n" : "")).trim();

const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u;

/// Others' words within a sentence of ours: where they run from right to left, what stands around them
/// keeps its order.
export function isolated(words) {
    const text = shown(words);
    return fromRight.test(text) ? isolates.join(text) : text;
}
