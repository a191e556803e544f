#include "app/wall/pane_words.h"

#include <algorithm>

namespace chengyun::console {

namespace {

enum class Noun { wall, screen, pane, left, right, up, down, middle, minutes, ending, link };

struct Word {
    QStringView text;
    Noun noun;
};

// Of two that begin alike the longer one stands first: a Chinese text has no blanks to part them.
constexpr Word vocabulary[] = {
    {u"大屏幕", Noun::wall},     {u"大屏", Noun::wall},      {u"电视墙", Noun::wall},
    {u"墙", Noun::wall},         {u"walls", Noun::wall},     {u"wall", Noun::wall},
    {u"屏幕", Noun::screen},     {u"屏", Noun::screen},      {u"screen", Noun::screen},
    {u"窗格", Noun::pane},       {u"窗", Noun::pane},        {u"格", Noun::pane},
    {u"pane", Noun::pane},       {u"cell", Noun::pane},      {u"左", Noun::left},
    {u"left", Noun::left},       {u"右", Noun::right},       {u"right", Noun::right},
    {u"上", Noun::up},           {u"upper", Noun::up},       {u"top", Noun::up},
    {u"up", Noun::up},           {u"下", Noun::down},        {u"lower", Noun::down},
    {u"bottom", Noun::down},     {u"down", Noun::down},      {u"正中", Noun::middle},
    {u"中", Noun::middle},       {u"middle", Noun::middle},  {u"centre", Noun::middle},
    {u"center", Noun::middle},   {u"分钟", Noun::minutes},   {u"分", Noun::minutes},
    {u"minutes", Noun::minutes}, {u"minute", Noun::minutes}, {u"mins", Noun::minutes},
    {u"min", Noun::minutes},     {u"角", Noun::ending},      {u"边", Noun::ending},
    {u"侧", Noun::ending},       {u"面", Noun::ending},      {u"方", Noun::ending},
    {u"间", Noun::ending},       {u"央", Noun::ending},      {u"号", Noun::ending},
    {u"第", Noun::link},         {u"for", Noun::link},       {u"the", Noun::link},
    {u"of", Noun::link},
};

constexpr QStringView numerals = u"零一二三四五六七八九十";
constexpr qsizetype mostDigits = 4;

bool isGap(QChar c) {
    return c.isSpace() || QStringView(u"-,，、:：·").contains(c);
}
bool isLatin(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
/// The words may begin or end here.
bool isEdge(QStringView text, qsizetype at) {
    return at <= 0 || at >= text.size() || isGap(text[at - 1]) || isGap(text[at]);
}

/// Reads what is said about a pane, word by word.
class Reader {
public:
    Reader(QStringView text, qsizetype at) : text_(text), at_(at) {}

    /// A word of the vocabulary; it stays where it is when there is none.
    std::optional<Noun> noun() {
        skipGaps();
        const auto here = text_.sliced(at_);
        for (const auto& word : vocabulary) {
            if (!here.startsWith(word.text, Qt::CaseInsensitive))
                continue;
            const auto end = word.text.size();
            if (isLatin(word.text.front()) && end < here.size() && isLatin(here[end]))
                continue; // "upset" is no "up"
            at_ += end;
            return word.noun;
        }
        return std::nullopt;
    }
    std::optional<int> number() {
        skipGaps();
        const auto from = at_;
        int value = 0;
        while (at_ < text_.size() && text_[at_].isDigit() && at_ - from <= mostDigits)
            value = value * 10 + text_[at_++].digitValue();
        if (at_ == from && at_ < text_.size())
            if (const auto found = numerals.indexOf(text_[at_]); found >= 0) {
                value = int(found);
                ++at_;
            }
        if (value > 0 && at_ - from <= mostDigits)
            return value;
        at_ = from;
        return std::nullopt;
    }
    [[nodiscard]] qsizetype at() const { return at_; }
    void goTo(qsizetype at) { at_ = at; }

private:
    void skipGaps() {
        while (at_ < text_.size() && isGap(text_[at_]))
            ++at_;
    }
    QStringView text_;
    qsizetype at_;
};

/// What has been understood, and where it ends.
struct Said {
    PaneWords words;
    qsizetype end = 0;
    bool named = false; ///< the wall was, by its name
};

bool take(int& into, std::optional<int> value) {
    if (!value || into != 0)
        return false;
    into = *value;
    return true;
}

bool takeSide(std::optional<QPoint>& side, Noun noun) {
    const auto was = side.value_or(QPoint());
    const int across = noun == Noun::left ? -1 : noun == Noun::right ? 1 : 0;
    const int down = noun == Noun::up ? -1 : noun == Noun::down ? 1 : 0;
    if ((across != 0 && was.x() != 0) || (down != 0 && was.y() != 0))
        return false;
    side = was + QPoint(across, down);
    return true;
}

/// A bare number: minutes with their word behind them, "2 号屏" with its noun, else the wall's and
/// then the pane's.
bool takeNumber(Reader& in, Said& said, int value) {
    const auto after = in.at();
    auto noun = in.noun();
    const bool ordinal = noun == Noun::ending;
    if (ordinal)
        noun = in.noun();
    if (noun == Noun::minutes)
        return take(said.words.minutes, value);
    // "屏 2 窗格 3": the noun belongs to the number behind it.
    const auto end = in.at();
    const bool owns = noun && (ordinal || !in.number());
    if (owns && noun == Noun::screen && said.words.screen == 0) {
        in.goTo(end);
        return take(said.words.screen, value);
    }
    if (owns && noun == Noun::pane && said.words.pane == 0) {
        in.goTo(end);
        return take(said.words.pane, value);
    }
    in.goTo(after);
    if (said.words.side)
        return false; // "左上 2032": what is looked for
    const bool bareWall = !said.named && said.words.wall == 0 && said.words.screen == 0;
    return take(bareWall ? said.words.wall : said.words.pane, value);
}

/// The next piece of what is said; false where it ends.
bool takeNext(Reader& in, Said& said) {
    if (const auto value = in.number())
        return takeNumber(in, said, *value);
    const auto noun = in.noun();
    if (!noun)
        return false;
    const auto numbered = [&] {
        const auto here = in.at();
        if (in.noun() != Noun::link)
            in.goTo(here);
        return in.number();
    };
    switch (*noun) {
    case Noun::screen:
        return take(said.words.screen, numbered());
    case Noun::pane:
        return take(said.words.pane, numbered());
    case Noun::left:
    case Noun::right:
    case Noun::up:
    case Noun::down:
    case Noun::middle:
        return said.words.pane == 0 && takeSide(said.words.side, *noun);
    case Noun::ending:
        return true;
    case Noun::link:
        return takeNext(in, said);
    case Noun::wall:
    case Noun::minutes:
        return false;
    }
    return false;
}

bool saysSomething(const PaneWords& words) {
    return words.wall > 0 || words.screen > 0 || words.pane > 0 || words.side.has_value();
}

bool isWallWord(QStringView name) {
    return std::ranges::any_of(vocabulary, [&](const Word& word) {
        return word.noun == Noun::wall && name.compare(word.text, Qt::CaseInsensitive) == 0;
    });
}

/// How the words begin, what says most first.
enum class Opening { name, wall, screen };

/// Whether they begin so where `in` stands; goes behind what says it.
bool opens(Reader& in, QStringView text, Opening opening, const QStringList& walls, Said& said) {
    const auto at = in.at();
    if (opening != Opening::name) {
        const auto noun = in.noun();
        if (noun == Noun::screen)
            in.goTo(at); // its number follows as it does elsewhere
        return noun == (opening == Opening::wall ? Noun::wall : Noun::screen);
    }
    qsizetype length = 1; // a name of one character is no name but a number
    for (int i = 0; i < walls.size(); ++i)
        if (walls[i].size() > length && !isWallWord(walls[i]) &&
            text.sliced(at).startsWith(walls[i], Qt::CaseInsensitive)) {
            said.words.wall = i + 1;
            length = walls[i].size();
        }
    said.named = said.words.wall > 0;
    in.goTo(at + length);
    return said.named;
}

/// What is said from `at` on, when it is about a pane.
std::optional<Said> readAt(QStringView text, qsizetype at, Opening opening,
                           const QStringList& walls) {
    Said said;
    Reader in(text, at);
    if (!opens(in, text, opening, walls, said))
        return std::nullopt;
    std::optional<Said> good;
    const auto keep = [&] {
        said.end = in.at();
        if (isEdge(text, said.end) && saysSomething(said.words))
            good = said;
    };
    keep();
    while (in.at() < text.size() && takeNext(in, said))
        keep();
    return good;
}

} // namespace

std::optional<PaneWords> readPaneWords(const QString& text, const QStringList& walls) {
    constexpr qsizetype longest = 1'000; // nobody types more
    if (text.size() > longest)
        return std::nullopt;
    for (const auto opening : {Opening::name, Opening::wall, Opening::screen})
        // The last words count: what is looked for may have to do with a wall, too.
        for (auto at = text.size() - 1; at >= 0; --at) {
            if (isGap(text[at]) || (at > 0 && !isGap(text[at - 1])))
                continue;
            auto said = readAt(text, at, opening, walls);
            if (!said)
                continue;
            said->words.rest = (text.first(at) + u' ' + text.sliced(said->end)).simplified();
            return said->words;
        }
    return std::nullopt;
}

} // namespace chengyun::console
