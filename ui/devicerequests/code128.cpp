// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devicerequests/code128.h"

#include <QVector>

#include <algorithm>

namespace anteroom {

namespace {

constexpr int longestText = 80;
constexpr int startB = 104;
constexpr int startC = 105;
constexpr int toB = 100; // while in C
constexpr int toC = 99;  // while in B

// The widths of each symbol's three bars and three spaces; the last is the stop, with its final bar.
constexpr const char *patterns[] = {
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
    "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
    "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
    "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
    "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
    "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
    "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
    "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
    "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
    "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};
constexpr int stop = 106;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int digitsFrom(const QByteArray &text, qsizetype at)
{
    const auto end = std::find_if_not(text.begin() + at, text.end(), isDigit);
    return int(end - (text.begin() + at));
}

// Whether digits from here on are worth a change of the code set: it costs a symbol, and one more to come
// back.
bool isWorthPairs(const QByteArray &text, qsizetype at)
{
    const int digits = digitsFrom(text, at);
    const bool toTheEnd = at + digits == text.size();
    if (at == 0)
        return digits >= 4 || (toTheEnd && digits == 2);
    return digits >= 6 || (toTheEnd && digits >= 4);
}

QVector<int> symbolsOf(const QByteArray &text)
{
    bool pairs = isWorthPairs(text, 0);
    QVector<int> symbols{pairs ? startC : startB};
    for (qsizetype at = 0; at < text.size();) {
        if (pairs && digitsFrom(text, at) < 2) {
            symbols.append(toB);
            pairs = false;
        } else if (!pairs && isWorthPairs(text, at) && digitsFrom(text, at) % 2 == 0) {
            symbols.append(toC);
            pairs = true;
        }
        if (pairs) {
            symbols.append((text.at(at) - '0') * 10 + text.at(at + 1) - '0');
            at += 2;
        } else {
            symbols.append(text.at(at) - ' ');
            ++at;
        }
    }
    return symbols;
}

} // namespace

std::optional<QByteArray> code128(const QString &text)
{
    const bool printable =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    if (text.isEmpty() || text.size() > longestText || !printable)
        return std::nullopt;
    QVector<int> symbols = symbolsOf(text.toLatin1());
    int check = symbols.first();
    for (qsizetype i = 1; i < symbols.size(); ++i)
        check += int(i) * symbols.at(i);
    symbols << check % 103 << stop;
    QByteArray widths;
    for (const int symbol : std::as_const(symbols))
        widths += patterns[symbol];
    return widths;
}

} // namespace anteroom
