// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "randomjson.h"

namespace mintmark::test {

QByteArray RandomJson::value(int depth)
{
    const int kind = below(depth < 6 ? 10 : 6);
    if (kind >= 6)
        return container(depth, kind >= 8);
    if (kind >= 4)
        return pick({ "true", "false", "null" });
    return kind >= 2 ? number() : string();
}

QByteArray RandomJson::container(int depth, bool object)
{
    QByteArray text = object ? "{" : "[";
    const int count = below(5);
    for (int i = 0; i < count; ++i) {
        text += i > 0 ? "," : "";
        text += space();
        if (object)
            text += string() + space() + ":" + space();
        text += value(depth + 1) + space();
    }
    if (count == 0)
        text += space();
    return text + (object ? "}" : "]");
}

QByteArray RandomJson::string()
{
    QByteArray text = "\"";
    for (int i = below(6); i > 0; --i)
        text += pick({ "a",
                       "b",
                       "claims",
                       "exp",
                       " ",
                       "'",
                       "/",
                       "\\n",
                       "\\\"",
                       "\\\\",
                       "\\/",
                       "\\u0041",
                       "\\u00e9",
                       "\\ud83d\\ude00",
                       "\\u0000",
                       "\xC3\xAB",
                       "\xE2\x82\xAC",
                       "\xF0\x9F\x98\x80",
                       "\xEF\xBF\xBF",
                       "\x7F",
                       "\xE2\x80\xAE",
                       "\\ud800",
                       "0123456789012345678901234567890" });
    return text + "\"";
}

QByteArray RandomJson::number()
{
    QByteArray text = pick({ "", "", "-" });
    text += pick({ "0", "1", "42", "1700000000", "9007199254740993", "9223372036854775807",
                   "9223372036854775808", "18446744073709551615", "18446744073709551616",
                   "100000000000000000000" });
    text += pick({ "", "", "", ".0", ".5", ".125", ".3333333333333333333333" });
    text += pick({ "", "", "", "e0", "E1", "e+2", "e-7", "E-400", "e400", "e17" });
    return text;
}

QByteArray RandomJson::space()
{
    return pick({ "", "", "", "", " ", "\n", "\t", "\r\n", "  " });
}

QByteArray RandomJson::mutated()
{
    QByteArray text = valid();
    for (int i = 1 + below(3); i > 0 && !text.isEmpty(); --i) {
        const int at = below(int(text.size()));
        switch (below(5)) {
        case 0:
            text.remove(at, 1 + below(3));
            break;
        case 1:
            text.truncate(at);
            break;
        case 2:
            text[at] = static_cast<char>(1 + below(255));
            break;
        case 3:
            text.insert(at, text.mid(below(int(text.size())), 1 + below(8)));
            break;
        default:
            text.insert(at,
                        pick({ ",",
                               ":",
                               "[",
                               "]",
                               "{",
                               "}",
                               "\"",
                               "\\",
                               "\\u",
                               "-",
                               "+",
                               ".",
                               "e",
                               "0",
                               "01",
                               "1",
                               "null",
                               "tru",
                               "NaN",
                               "\xC0\xAF",
                               "\xED\xA0\x80",
                               "\xF4\x90\x80\x80",
                               "\x80",
                               "\x01",
                               "/",
                               "'",
                               " ",
                               "\xEF\xBB\xBF" }));
            break;
        }
    }
    return text;
}

} // namespace mintmark::test
