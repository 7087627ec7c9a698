// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/fragments.h"

#include "jose/base64url.h"
#include "jose/fragmentreader.h"
#include "jose/token.h"
#include "json/reader.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// The shortest member, "":0 with what follows it, in base64.
constexpr qsizetype shortestRun = 7;

bool isBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_' || c == '+' || c == '/';
}

QString nameOf(const FragmentMember &member)
{
    const QByteArray json = '{' + member.name.toByteArray() + ":0}";
    const JsonDocument document = JsonDocument::parse(json, { json.size(), 2 });
    return document.root().at(0).name();
}

class Recovery
{
public:
    explicit Recovery(const Token &token) : m_token(token), m_text(token.text()) { }

    QList<RecoveredMember> recover()
    {
        const QList<QByteArrayView> parts = splitCompact(m_text);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (i > 0 || !m_token.header().exists())
                readPart(parts[i],
                         i == 0 && beginsAsObject(parts[i]) ? TokenPart::Header
                                                            : TokenPart::Payload);
        }
        std::stable_sort(m_recovered.begin(), m_recovered.end(),
                         [](const auto &a, const auto &b) { return a.offset < b.offset; });
        return std::move(m_recovered);
    }

private:
    static bool beginsAsObject(QByteArrayView part)
    {
        return base64UrlDecode(part.first(qMin<qsizetype>(part.size(), 4))).bytes.startsWith('{');
    }

    void readPart(QByteArrayView part, TokenPart place)
    {
        for (qsizetype from = 0; from < part.size();) {
            qsizetype to = from;
            while (to < part.size() && isBase64(part[to]))
                ++to;
            readRun(part.sliced(from, to - from), from > 0, place);
            from = to + 1;
        }
    }

    /// As if so many characters stood before the run; the bytes they have a part in are left out.
    void readRun(QByteArrayView run, bool lostStart, TokenPart place)
    {
        if (run.size() < shortestRun)
            return;
        for (int before = 0; before < 4; ++before) {
            const QByteArray decoded =
                base64UrlDecode(QByteArray(before, 'A') + run.toByteArray()).bytes;
            const QByteArrayView whole = QByteArrayView(decoded).sliced(before);
            const bool lost = lostStart || before > 0 || !whole.startsWith('{');
            const qsizetype offset = run.data() - m_text.data();
            for (const FragmentMember &member : wholeMembers(whole, lost))
                m_recovered.append({ nameOf(member), member.value.toByteArray(), place,
                                     offset + (before + member.nameOffset) * 4 / 3 - before });
        }
    }

    const Token &m_token;
    const QByteArrayView m_text;
    QList<RecoveredMember> m_recovered;
};

} // namespace

TokenFragments recoverFragments(const Token &token)
{
    TokenFragments fragments;
    fragments.damage = damageOf(token, false);
    // What stands behind a JWE's header is encrypted.
    const bool readable = damageOf(token, true).kind != DamageKind::None
        && fragments.damage.kind != DamageKind::LowerCase && token.encryption().isEmpty();
    if (readable)
        fragments.recovered = Recovery(token).recover();
    if (!fragments.recovered.isEmpty())
        fragments.damage = damageOf(token, true);
    return fragments;
}

} // namespace mintmark
