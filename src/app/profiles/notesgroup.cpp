// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"

#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int noteLines = 3;

/// As the field shows it, or as the system writes dates.
std::optional<QDate> dateFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    QDate date = QDate::fromString(trimmed, Qt::ISODate);
    if (!date.isValid())
        date = QLocale().toDate(trimmed, QLocale::ShortFormat);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QString longDate(const QDate &date)
{
    return QLocale().toString(date, NotesGroup::tr("d MMMM yyyy", "date"));
}

} // namespace

NotesGroup::NotesGroup(QWidget *parent) : EditorGroup(parent), m_note(new QPlainTextEdit)
{
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * noteLines + 20);
    EditorRow *note = addRow(ProfileField::Note, tr("Note"), m_note);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this, note] { notifyChosen(note); });

    auto *expires = new QLineEdit;
    expires->setPlaceholderText(u"2027-03-31"_s);
    m_expires = new TextRow(ProfileField::SecretExpiresOn, tr("Secret ends on"), expires,
                            TextRow::Kind::Code);
    addTextRow(m_expires, nullptr);
    connect(expires, &QLineEdit::textChanged, this, &NotesGroup::judgeDate);

    TextRow *alias = addText(ProfileField::Alias, tr("Short name"),
                             [](Profile &profile) -> QString & { return profile.listing.alias; });
    alias->setQuietHelper(tr("For the command line: mintmark-cli token SHORT-NAME"));
    judgeDate();
}

/// A date that is none is not kept, and that is said.
void NotesGroup::judgeDate()
{
    const QString text = m_expires->text().trimmed();
    const std::optional<QDate> date = dateFrom(text);
    if (date)
        m_expires->setQuietHelper(longDate(*date));
    else if (text.isEmpty())
        m_expires->setQuietHelper({});
    else
        m_expires->setQuietHelper(tr("Not a date, so nothing is kept: write it as 2027-03-31."));
}

QString NotesGroup::summary(const ProfileDraft &draft) const
{
    const Profile &profile = draft.profile;
    const QString note = profile.note.section(u'\n', 0, 0).trimmed();
    QStringList parts { note.isEmpty() ? tr("no note") : note };
    parts << (profile.listing.secretExpiresOn
                  ? tr("secret ends on %1").arg(longDate(*profile.listing.secretExpiresOn))
                  : tr("secret end not known"));
    if (!profile.listing.alias.isEmpty())
        parts << profile.listing.alias;
    return parts.join(u" · "_s);
}

void NotesGroup::loadOthers(const ProfileDraft &draft)
{
    m_note->setPlainText(draft.profile.note);
    const std::optional<QDate> &date = draft.profile.listing.secretExpiresOn;
    m_expires->setText(date ? date->toString(Qt::ISODate) : QString());
    judgeDate();
}

void NotesGroup::storeOthers(ProfileDraft &draft) const
{
    draft.profile.note = m_note->toPlainText();
    draft.profile.listing.secretExpiresOn = dateFrom(m_expires->text());
}

} // namespace mintmark
