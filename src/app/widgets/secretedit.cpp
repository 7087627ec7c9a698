// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/secretedit.h"

#include "app/theme/metrics.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/plaintooltip.h"
#include "app/widgets/secretlineedit.h"

#include <QEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int eyeSize = 28;

} // namespace

QString secretSummaryText(const SecretSummary &summary)
{
    if (summary.characters == 0)
        return {};
    QStringList parts { SecretEdit::tr("%Ln characters", nullptr,
                                       static_cast<int>(summary.characters)) };
    if (!summary.ending.isEmpty())
        parts += SecretEdit::tr("ends in …%1").arg(summary.ending);
    if (!summary.fingerprint.isEmpty())
        parts += SecretEdit::tr("fingerprint %1").arg(summary.fingerprint);
    return parts.join(u" · "_s);
}

SecretEdit::SecretEdit(QWidget *parent)
    : QWidget(parent),
      m_edit(new SecretLineEdit(this)),
      m_eye(new IconButton(Icon::Eye, tr("Show while pressed"), this)),
      m_summary(new ElidingLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space1);
    column->addWidget(m_edit);
    column->addWidget(m_summary);
    m_edit->setTextMargins(0, 0, eyeSize, 0);
    m_summary->setTextStyle(TextStyle::Caption);
    m_summary->setColorRole(&Theme::text2);
    m_summary->setToolTip(plainToolTip(
        tr("To compare with a colleague or the customer without saying the secret:\n%1")
            .arg(u"printf %s 'SECRET' | sha256sum | cut -c1-4"_s)));
    setFocusProxy(m_edit);
    connect(m_eye, &QAbstractButton::pressed, m_edit, [this] { m_edit->setRevealed(true); });
    connect(m_eye, &QAbstractButton::released, m_edit, [this] { m_edit->setRevealed(false); });
    connect(m_edit, &SecretLineEdit::secretEdited, this, [this] {
        m_note.clear();
        updateSummary();
        Q_EMIT edited();
    });
    connect(m_edit, &SecretLineEdit::secretPasted, this, &SecretEdit::pasted);
    updateSummary();
}

void SecretEdit::setSecret(const SecretBytes &secret)
{
    m_edit->setSecret(secret);
    updateSummary();
}

SecretBytes SecretEdit::secret() const
{
    return m_edit->secret();
}

void SecretEdit::clear()
{
    m_note.clear();
    m_edit->wipeSecret();
    updateSummary();
}

bool SecretEdit::isEmpty() const
{
    return m_edit->length() == 0;
}

void SecretEdit::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

void SecretEdit::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void SecretEdit::setNote(const QString &note)
{
    m_note = note;
    updateSummary();
}

QString SecretEdit::summaryText() const
{
    return m_summary->text();
}

void SecretEdit::setConcealed(bool concealed)
{
    m_concealed = concealed;
    m_edit->setRevealed(false);
    updateSummary();
}

void SecretEdit::updateSummary()
{
    QString text = secretSummaryText(summarize(m_edit->secret()));
    if (!m_note.isEmpty())
        text = text.isEmpty() ? m_note : tr("%1. %2").arg(text, m_note);
    m_summary->setText(text);
    m_summary->setVisible(!text.isEmpty() && !m_concealed);
    m_eye->setVisible(!isEmpty() && !m_concealed);
}

void SecretEdit::placeEye()
{
    const QRect field = m_edit->geometry();
    const QRect end(field.right() - eyeSize - 2, field.top() + (field.height() - eyeSize) / 2,
                    eyeSize, eyeSize);
    m_eye->setGeometry(QStyle::visualRect(layoutDirection(), field, end));
    m_eye->raise();
}

void SecretEdit::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeEye();
}

bool SecretEdit::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        placeEye();
    if (event->type() == QEvent::DynamicPropertyChange) {
        m_edit->setProperty("fault", property("fault"));
        m_edit->update();
    }
    return done;
}

void SecretEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeEye();
}

} // namespace mintmark
