// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefindings.h"
#include "base/displaytext.h"

#include <QRegularExpression>
#include <QUrl>

namespace mintmark::findings {

using namespace Qt::StringLiterals;

namespace {

/// What mail programs and word processors make of a plain character.
QString plainForm(char32_t character)
{
    switch (character) {
    case 0x2018: // quotation marks
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
        return u"'"_s;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
        return u"\""_s;
    case 0x2010: // hyphens, dashes, minus
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return u"-"_s;
    default:
        return {};
    }
}

/// "ab…", "***", "XXXX", "<secret>", "{clientSecret}", "${SECRET}"
bool looksMasked(QStringView text)
{
    const auto enclosed = [text](QChar first, QChar last) {
        return text.size() > 2 && text.front() == first && text.back() == last;
    };
    return text.contains(u'…') || text.contains(u"***") || text.contains(u"•••")
        || text.contains(u"xxxx", Qt::CaseInsensitive) || enclosed(u'<', u'>')
        || enclosed(u'{', u'}') || (enclosed(u'$', u'}') && text[1] == u'{');
}

/// Spaces have a finding of their own, whatever their width.
bool isForeign(char32_t character)
{
    return character > 0x7E && !QChar::isSpace(character);
}

/// The letters and digits that end `text`; of a text that ends otherwise, or does not end, its last
/// characters.
QString lastWord(QStringView text)
{
    constexpr qsizetype shown = 12;
    constexpr qsizetype longest = 40;
    qsizetype start = text.size();
    while (start > 0 && text[start - 1].isLetterOrNumber())
        --start;
    if (start == text.size())
        return text.last(qMin(shown, text.size())).toString();
    return text.mid(qMax(start, text.size() - longest)).toString();
}

QString withoutSpaces(QStringView text)
{
    QString result;
    for (const QChar character : text) {
        if (!character.isSpace())
            result += character;
    }
    return result;
}

QString withPlainForms(QStringView text)
{
    QString result;
    for (const QChar character : text) {
        const QString plain = plainForm(character.unicode());
        result += plain.isEmpty() ? QString(character) : plain;
    }
    return result;
}

} // namespace

std::optional<FieldFinding> placeholderFinding(const Value &value)
{
    if (!looksMasked(value.text))
        return {};
    return FieldFinding { value.field,
                          FindingLevel::Warning,
                          Text::tr("This looks like a placeholder, not %1.").arg(value.noun),
                          {} };
}

std::optional<FieldFinding> foreignCharacterFinding(const Value &value)
{
    for (const uint code : value.text.toUcs4()) {
        if (!isForeign(code))
            continue;
        const char32_t character = code;
        const QString name = u"U+%1"_s.arg(code, 4, 16, QChar(u'0')).toUpper();
        const QString shown = displayText(QString::fromUcs4(&character, 1)).text;
        QString text =
            Text::tr("Contains “%1” (%2), probably changed by the mail program.").arg(shown, name);
        const QString plain = plainForm(character);
        if (plain.isEmpty())
            return FieldFinding { value.field, FindingLevel::Warning, text, {} };
        text = Text::tr("%1 Use “%2”?", "what is there, what to use").arg(text, plain);
        const QString replaced =
            value.field == ProfileField::ClientSecret ? plain : withPlainForms(value.text);
        const auto kind = value.field == ProfileField::ClientSecret
            ? FieldFix::Kind::ReplaceInSecret
            : FieldFix::Kind::SetText;
        return FieldFinding {
            value.field, FindingLevel::Warning, text,
            FieldFix { kind, Text::tr("Replace"), QString::fromUcs4(&character, 1), replaced, {} }
        };
    }
    return {};
}

std::optional<FieldFinding> innerSpaceFinding(const Value &value, bool quoting)
{
    const auto space = std::find_if(value.text.begin(), value.text.end(),
                                    [](QChar character) { return character.isSpace(); });
    if (space == value.text.end())
        return {};
    const QStringView before = value.text.first(space - value.text.begin());
    const QString where = quoting && !before.isEmpty()
        ? Text::tr("There is a space after “%1”.").arg(displayText(lastWord(before)).text)
        : Text::tr("There is a space inside.");
    const QString advice = value.fromSage
        ? Text::tr("%1 have none: remove it, or keep it if Sage wrote it so.")
        : Text::tr("%1 have none: remove it, or keep it if it was issued so.");
    const FieldFix fix = quoting
        ? FieldFix { FieldFix::Kind::SetText,
                     Text::tr("Remove it"),
                     {},
                     withoutSpaces(value.text),
                     {} }
        : FieldFix {
              FieldFix::Kind::ReplaceInSecret, Text::tr("Remove it"), QString(*space), {}, {}
          };
    return FieldFinding { value.field, FindingLevel::Warning,
                          Text::tr("%1 %2", "two sentences").arg(where, advice.arg(value.plural)),
                          fix };
}

void addValueFindings(const Profile &profile, Findings &findings)
{
    const bool sage = profile.provider == "sage-id"_L1;
    const Value values[] {
        { ProfileField::ClientId, profile.client.clientId, Text::tr("a client id"),
          Text::tr("Client ids"), sage },
        { ProfileField::Audience, profile.client.audience, Text::tr("an audience"),
          Text::tr("Audiences"), sage },
    };
    for (const Value &value : values) {
        if (const auto placeholder = placeholderFinding(value)) {
            findings.append(*placeholder);
            continue;
        }
        if (const auto foreign = foreignCharacterFinding(value))
            findings.append(*foreign);
        if (const auto space = innerSpaceFinding(value, true))
            findings.append(*space);
    }
}

} // namespace mintmark::findings
