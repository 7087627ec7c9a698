// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/secretfield.h"

#include "app/profiles/savedsecret.h"
#include "app/profiles/secretreplacement.h"
#include "app/widgets/secretedit.h"
#include "app/widgets/secretlineedit.h"
#include "profiles/profiletext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace mintmark {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent),
      m_edit(new SecretEdit(this)),
      m_saved(new SavedSecret(this)),
      m_replacement(new SecretReplacement(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    column->addWidget(m_saved);
    column->addWidget(m_replacement);
    m_edit->lineEdit()->installEventFilter(this);
    m_edit->lineEdit()->setAccessibleName(tr("Client secret"));
    connect(m_edit, &SecretEdit::edited, this, [this] {
        m_changed = true;
        setTrimNote({});
        updateReplacement();
        Q_EMIT edited();
    });
    connect(m_edit, &SecretEdit::pasted, this, [this] {
        trim();
        m_changed = false;
        updateReplacement();
        Q_EMIT edited();
        Q_EMIT completed();
    });
    connect(m_saved, &SavedSecret::replaceClicked, this, &SecretField::startReplacing);
    m_saved->setSource([this] { return m_savedSecret.view(); });
    showEdit(true);
}

void SecretField::load(const ProfileDraft &draft, qint64 nowMs)
{
    const Profile &profile = draft.profile;
    m_hasSaved = !profile.listing.id.isNull() && profile.secretSummary.characters > 0;
    setTrimNote({});
    m_changed = false;
    const bool typed = !m_hasSaved || draft.secretReplaced;
    m_savedSecret =
        m_hasSaved && !typed ? draft.secrets.client.clientSecret.clone() : SecretBytes();
    m_saved->setSaved(profile.secretSummary, profile.secretSavedAtMs, nowMs);
    if (typed)
        m_edit->setSecret(draft.secrets.client.clientSecret);
    else
        m_edit->clear();
    const ProfileSecrets &secrets = draft.secrets;
    const bool isKept = m_hasSaved && !secrets.previousSecret.isEmpty()
        && secrets.previousKeptUntilMs.value_or(0) > nowMs;
    m_replacement->clear();
    m_replacement->setFormer(isKept ? secrets.previousKeptUntilMs : std::nullopt);
    showEdit(typed);
}

void SecretField::updateReplacement()
{
    m_replacement->setReplacing(m_hasSaved && isReplacing(), !m_edit->isEmpty());
}

SecretBytes SecretField::trimmedSecret()
{
    trim();
    return m_edit->secret();
}

void SecretField::store(ProfileDraft &draft) const
{
    draft.secretReplaced = isReplacing() && !(m_hasSaved && m_edit->isEmpty());
    draft.secrets.client.clientSecret =
        draft.secretReplaced ? m_edit->secret() : m_savedSecret.clone();
}

bool SecretField::isReplacing() const
{
    return !m_edit->isHidden();
}

void SecretField::startReplacing()
{
    showEdit(true);
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT modeChanged();
    Q_EMIT edited();
}

void SecretField::keepSaved()
{
    if (!m_hasSaved)
        return;
    m_edit->clear();
    setTrimNote({});
    showEdit(false);
    m_saved->setFocus(Qt::OtherFocusReason);
    Q_EMIT modeChanged();
    Q_EMIT edited();
}

void SecretField::setTyped(const SecretBytes &secret)
{
    m_edit->setSecret(secret);
    setTrimNote({});
    showEdit(true);
    Q_EMIT modeChanged();
    Q_EMIT edited();
    Q_EMIT completed();
}

void SecretField::replaceInside(const QString &from, const QString &to)
{
    const SecretBytes before = m_edit->secret();
    QString text = QString::fromUtf8(before.view());
    text.reserve(text.size() * 2);
    text.replace(from, to);
    const SecretBytes after = SecretBytes::fromString(text);
    wipe(text);
    setTyped(after);
}

void SecretField::setConcealed(bool concealed)
{
    m_edit->setConcealed(concealed);
    m_saved->setConcealed(concealed);
}

void SecretField::wipeSecrets()
{
    m_edit->clear();
    m_savedSecret = {};
    setTrimNote({});
    updateReplacement();
    Q_EMIT wiped();
}

QString SecretField::savedText() const
{
    return m_saved->text();
}

void SecretField::trim()
{
    SecretBytes before = m_edit->secret();
    QString text = QString::fromUtf8(before.view());
    QString note;
    QString trimmed = trimmedValue(text, &note);
    if (trimmed != text) {
        m_edit->setSecret(SecretBytes::fromString(trimmed));
        m_untrimmed = std::move(before);
        setTrimNote(note);
    }
    wipe(text);
    wipe(trimmed);
}

void SecretField::undoTrim()
{
    if (m_untrimmed.isEmpty())
        return;
    m_edit->setSecret(m_untrimmed);
    setTrimNote({});
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

void SecretField::setTrimNote(const QString &note)
{
    if (note.isEmpty())
        m_untrimmed = {};
    if (note == m_trimNote)
        return;
    m_trimNote = note;
    Q_EMIT trimNoteChanged();
}

void SecretField::showEdit(bool shown)
{
    m_edit->setVisible(shown);
    m_saved->setVisible(!shown);
    updateReplacement();
    setFocusProxy(shown ? static_cast<QWidget *>(m_edit) : m_saved);
}

/// The field with a problem is the one inside.
bool SecretField::event(QEvent *event)
{
    if (event->type() == QEvent::DynamicPropertyChange)
        m_edit->setProperty("fault", property("fault"));
    return QWidget::event(event);
}

bool SecretField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_changed) {
        m_changed = false;
        Q_EMIT completed();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mintmark
