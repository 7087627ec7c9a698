// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorfooter.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"

#include <QEvent>
#include <QHBoxLayout>

namespace mintmark {

EditorFooter::EditorFooter(QWidget *parent)
    : Pane(&Theme::surface, parent),
      m_preview(new ActionButton(tr("Preview request"), ButtonRole::Ghost, this)),
      m_cancel(new ActionButton(tr("Cancel"), ButtonRole::Ghost, this)),
      m_save(new ActionButton(tr("Save"), ButtonRole::Secondary, this)),
      m_fetch(new ActionButton(tr("Save and fetch"), ButtonRole::Primary, this)),
      m_hinted { m_cancel, m_save, m_fetch }
{
    setLines(Qt::TopEdge);
    const auto hint = [](QKeyCombination keys) {
        return QKeySequence(keys).toString(QKeySequence::NativeText);
    };
    m_cancel->setHint(hint(Qt::Key_Escape));
    m_save->setHint(hint(Qt::CTRL | Qt::Key_S));
    m_fetch->setHint(hint(Qt::CTRL | Qt::Key_Return));
    m_preview->setGlyph(Icon::Eye);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space4, metrics::space2 + 2, metrics::pageMargin,
                            metrics::space2 + 2);
    row->setSpacing(metrics::space2);
    row->addWidget(m_preview);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    row->addWidget(m_fetch);
    setMinimumWidth(1); // hints and text give way before the page does
    connect(m_preview, &QAbstractButton::clicked, this, &EditorFooter::previewClicked);
    connect(m_cancel, &QAbstractButton::clicked, this, &EditorFooter::cancelClicked);
    connect(m_save, &QAbstractButton::clicked, this, &EditorFooter::saveClicked);
    connect(m_fetch, &QAbstractButton::clicked, this, &EditorFooter::saveAndFetchClicked);
}

void EditorFooter::setPreviewShown(bool shown)
{
    m_preview->setText(shown ? tr("Hide request") : tr("Preview request"));
    m_preview->updateGeometry();
    fit();
}

void EditorFooter::setSavingDisabled(const QString &reason)
{
    m_save->setDisabledReason(reason);
    m_fetch->setDisabledReason(reason);
}

int EditorFooter::wantedWidth() const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right() + 3 * metrics::space2;
    for (const ActionButton *button : { m_preview, m_cancel, m_save, m_fetch })
        width += button->sizeHint().width();
    return width;
}

/// Everything, then without the hints, then the preview as its icon.
void EditorFooter::fit()
{
    m_preview->setIconOnly(false);
    for (ActionButton *button : m_hinted)
        button->setHintVisible(true);
    if (wantedWidth() > width()) {
        for (ActionButton *button : m_hinted)
            button->setHintVisible(false);
    }
    if (wantedWidth() > width())
        m_preview->setIconOnly(true);
}

void EditorFooter::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    fit();
}

void EditorFooter::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace mintmark
