// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/copymenu.h"

#include "app/theme/look.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewLength = 44;

/// Forms with a usable secret can be had without a token in hand: it is fetched first.
bool isOffered(CopyForm form, const CopyContext &context)
{
    return isSecretForm(form) || isAvailable(form, context);
}

QString entryText(CopyForm form, const CopyContext &context)
{
    QString preview = copyPreview(form, context).simplified();
    if (preview.size() > previewLength)
        preview = preview.left(previewLength) + u"…"_s;
    QString entry = copyFormName(form);
    if (!preview.isEmpty())
        entry += u'\t' + preview;
    return entry.replace(u'&', u"&&"_s);
}

} // namespace

CopyMenu::CopyMenu(std::function<std::optional<CopyContext>()> context, QWidget *parent)
    : QMenu(tr("Copy as"), parent), m_context(std::move(context))
{
    bool wasSecret = true;
    for (const CopyForm form : copyForms()) {
        if (wasSecret && !isSecretForm(form))
            addSeparator();
        wasSecret = isSecretForm(form);
        QAction *entry = addAction(copyFormName(form));
        connect(entry, &QAction::triggered, this, [this, form] { Q_EMIT formChosen(form); });
        m_entries.append({ form, entry });
    }
    connect(this, &QMenu::aboutToShow, this, &CopyMenu::update);
}

void CopyMenu::update()
{
    const std::optional<CopyContext> context = m_context();
    const QIcon lock = Look::of(this).actionIcon(Icon::Lock);
    for (const auto &[form, entry] : m_entries) {
        entry->setEnabled(context && isOffered(form, *context));
        entry->setText(context ? entryText(form, *context) : copyFormName(form));
        entry->setToolTip(copyFormName(form)); // its own would be the text, which may look like markup
        entry->setIcon(isSecretForm(form) ? lock : QIcon());
    }
}

} // namespace mintmark
