// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/valuetrim.h"

#include "profiles/foldedwords.h"
#include "profiles/profiletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace paste {

namespace {

enum class Waste { None, LineBreak, Space, Tab, NoBreakSpace, Invisible, Quote, Comma };

Waste wasteOf(QChar c)
{
    switch (c.unicode()) {
    case u'\n':
    case u'\r':
    case 0x2028:
    case 0x2029:
    case 0x0085:
        return Waste::LineBreak;
    case u'\t':
        return Waste::Tab;
    case 0x00a0:
    case 0x202f:
    case 0x2007:
        return Waste::NoBreakSpace;
    case u'"':
    case u'\'':
    case u'`':
    case 0x00ab:
    case 0x00bb:
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x2039:
    case 0x203a:
        return Waste::Quote;
    case u',':
        return Waste::Comma;
    default:
        return isInvisible(c) ? Waste::Invisible : c.isSpace() ? Waste::Space : Waste::None;
    }
}

struct Words
{
    Waste waste;
    const char *atStart;
    const char *atEnd;
};

#define W(text) QT_TRANSLATE_NOOP("ProfileText", text)

constexpr Words words[] = {
    { Waste::LineBreak, W("Removed a line break at the beginning."),
      W("Removed a line break at the end.") },
    { Waste::Space, W("Removed a space at the beginning."), W("Removed a space at the end.") },
    { Waste::Tab, W("Removed a tab at the beginning."), W("Removed a tab at the end.") },
    { Waste::NoBreakSpace, W("Removed a no-break space at the beginning."),
      W("Removed a no-break space at the end.") },
    { Waste::Invisible, W("Removed an invisible character at the beginning."),
      W("Removed an invisible character at the end.") },
    { Waste::Quote, W("Removed a quotation mark at the beginning."),
      W("Removed a quotation mark at the end.") },
    { Waste::Comma, W("Removed a comma at the beginning."), W("Removed a comma at the end.") },
};

QString sentence(Waste waste, bool atStart)
{
    const auto row = std::find_if(std::begin(words), std::end(words),
                                  [waste](const Words &w) { return w.waste == waste; });
    return QCoreApplication::translate("ProfileText", atStart ? row->atStart : row->atEnd);
}

} // namespace

TrimmedView trimmed(QStringView value)
{
    QList<Waste> atStart;
    QList<Waste> atEnd;
    while (!value.isEmpty()) {
        const Waste waste = wasteOf(value.front());
        if (waste == Waste::None || waste == Waste::Comma)
            break;
        if (!atStart.contains(waste))
            atStart << waste;
        value = value.sliced(1);
    }
    while (!value.isEmpty()) {
        const Waste waste = wasteOf(value.back());
        if (waste == Waste::None)
            break;
        if (!atEnd.contains(waste))
            atEnd << waste;
        value.chop(1);
    }
    TrimmedView result;
    result.value = value;
    if (atStart.contains(Waste::Quote) && atEnd.contains(Waste::Quote)) {
        atStart.removeAll(Waste::Quote);
        atEnd.removeAll(Waste::Quote);
        result.notes << QCoreApplication::translate("ProfileText",
                                                    "Removed the quotation marks around it.");
    }
    for (const Waste waste : atStart)
        result.notes << sentence(waste, true);
    for (const Waste waste : atEnd)
        result.notes << sentence(waste, false);
    return result;
}

} // namespace paste

QString trimmedValue(const QString &value, QString *note)
{
    const paste::TrimmedView trimmed = paste::trimmed(value);
    if (note != nullptr)
        *note = trimmed.notes.join(u' ');
    return trimmed.value.toString();
}

} // namespace mintmark
