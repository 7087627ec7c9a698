// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/copyformat.h"

#include <QMenu>

#include <functional>
#include <optional>

namespace mintmark {

/// *Copy as*: each form with, in grey, what it would put on the clipboard, the token as "eyJ…".
class CopyMenu : public QMenu
{
    Q_OBJECT
public:
    /// `context` is asked when the menu opens; nothing when no profile is shown.
    explicit CopyMenu(std::function<std::optional<CopyContext>()> context,
                      QWidget *parent = nullptr);

Q_SIGNALS:
    void formChosen(mintmark::CopyForm form);

private:
    void update();

    std::function<std::optional<CopyContext>()> m_context;
    QList<std::pair<CopyForm, QAction *>> m_entries;
};

} // namespace mintmark
