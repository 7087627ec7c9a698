// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/secretinput.h"

#include "cli/input.h"
#include "cli/interruption.h"

#include <QSocketNotifier>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Far above any secret, far below what a wrong file would be.
constexpr qsizetype maximumSize = 64 * 1024;

Error invalid(const QString &detail)
{
    return { ErrorCode::ProfileInvalid,
             { { u"field"_s, u"client secret"_s }, { u"detail"_s, detail } },
             {} };
}

} // namespace

Result<SecretBytes> readSecret(int descriptor)
{
    Result<QByteArray> bytes = readDescriptor(descriptor, maximumSize + 1);
    if (!bytes)
        return bytes.error();
    if (bytes->endsWith('\n'))
        bytes->chop(bytes->endsWith("\r\n") ? 2 : 1);
    const qsizetype size = bytes->size();
    SecretBytes secret = SecretBytes::take(*bytes);
    if (size == 0)
        return invalid(u"It is empty."_s);
    if (size > maximumSize)
        return invalid(u"It is longer than 64 KiB."_s);
    return secret;
}

SecretPrompt::SecretPrompt(QString question, Interruption &interruption, QObject *parent)
    : QObject(parent), m_question(std::move(question))
{
    connect(&interruption, &Interruption::suspending, this, [this] { m_input.show(); });
    connect(&interruption, &Interruption::resumed, this, &SecretPrompt::show);
}

SecretPrompt::~SecretPrompt()
{
    wipe(m_typed);
}

bool SecretPrompt::ask()
{
    if (!m_input.isOpen())
        return false;
    m_typed.reserve(maximumSize); // nothing typed stays behind in memory that was given back
    auto *notifier = new QSocketNotifier(m_input.descriptor(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &SecretPrompt::read);
    show();
    return true;
}

void SecretPrompt::show()
{
    m_input.hide();
    (void)terminal::writeAll(m_input.descriptor(), m_question.toUtf8());
}

/// The terminal hands over whole lines.
void SecretPrompt::read()
{
    char line[4096];
    const qint64 count = terminal::readSome(m_input.descriptor(), line, sizeof line);
    if (count > 0)
        m_typed.append(line, count);
    std::fill(std::begin(line), std::end(line), '\0');
    const qsizetype end = m_typed.indexOf('\n');
    if (count > 0 && end < 0 && m_typed.size() < maximumSize)
        return;
    m_input.show();
    if (end <= 0) {
        Q_EMIT ended();
        return;
    }
    m_typed.truncate(end);
    m_secret = SecretBytes::take(m_typed);
    Q_EMIT entered();
}

} // namespace mintmark
