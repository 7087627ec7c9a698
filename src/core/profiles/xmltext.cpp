// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/xmltext.h"

#include "profiles/fieldlabels.h"
#include "profiles/requesttext.h"

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

QStringView attribute(QStringView tag, QStringView name)
{
    for (qsizetype at = tag.indexOf(name); at > 0; at = tag.indexOf(name, at + 1)) {
        const qsizetype quote = at + name.size() + 1;
        if (!tag[at - 1].isSpace() || quote >= tag.size() || tag[quote - 1] != u'='
            || (tag[quote] != u'"' && tag[quote] != u'\''))
            continue;
        const qsizetype end = tag.indexOf(tag[quote], quote + 1);
        if (end > quote)
            return tag.sliced(quote + 1, end - quote - 1);
    }
    return {};
}

QString unescaped(QStringView text)
{
    QString result = text.toString();
    result.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
    result.replace(u"&apos;"_s, u"'"_s).replace(u"&amp;"_s, u"&"_s);
    return result;
}

QStringView elementName(QStringView tag)
{
    qsizetype end = 0;
    while (end < tag.size() && !tag[end].isSpace() && tag[end] != u'/')
        ++end;
    const QStringView name = tag.first(end);
    return name.sliced(name.lastIndexOf(u':') + 1);
}

} // namespace

void readXmlTexts(QString &text, Findings &findings)
{
    constexpr int most = 20000;
    qsizetype at = 0;
    for (int count = 0; count < most && (at = text.indexOf(u'<', at)) >= 0; ++count) {
        const QStringView reach =
            QStringView(text).sliced(at, qMin<qsizetype>(4096, text.size() - at));
        const qsizetype close = reach.indexOf(u'>');
        const qsizetype begin = at++;
        if (close < 3 || !reach[1].isLetter())
            continue;
        const QStringView tag = reach.sliced(1, close - 1);
        const QStringView key =
            attribute(tag, u"key").isEmpty() ? attribute(tag, u"name") : attribute(tag, u"key");
        const auto label = readLabel(key.isEmpty() ? elementName(tag) : key);
        if (!label || label->weak)
            continue;
        QStringView value = attribute(tag, u"value");
        qsizetype end = close + 1;
        if (value.isEmpty() && !tag.endsWith(u'/')) {
            if (reach.sliced(end).trimmed().startsWith(u"<value>"))
                end = reach.indexOf(u"<value>") + 7;
            const qsizetype stop = reach.indexOf(u"</", end);
            if (stop < 0 || reach.sliced(end, stop - end).contains(u'<'))
                continue;
            value = reach.sliced(end, stop - end);
            end = stop;
        }
        if (value.trimmed().isEmpty())
            continue;
        Label code = *label;
        code.code = true;
        findings.add(code, findings.keep(unescaped(value)), begin, true);
        blankOut(text, begin, begin + end);
        at = begin + end;
    }
}

} // namespace mintmark::paste
