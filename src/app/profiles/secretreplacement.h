// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/barpainting.h"
#include "profiles/profile.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace mintmark {

class ActionButton;
class ElidingLabel;
class NoticeBar;

/// Under a secret that is replaced: test and store it in place, what came of that, and what follows
/// from it: other profiles with the same secret, the way back. Holds no secret.
class SecretReplacement : public QWidget
{
    Q_OBJECT
public:
    explicit SecretReplacement(QWidget *parent = nullptr);

    /// Another secret is being entered; `isReady`: there is one.
    void setReplacing(bool replacing, bool isReady);
    /// The one before the stored one is kept until then; nothing: there is none.
    void setFormer(std::optional<qint64> keptUntilMs);
    /// What goes on now; empty: nothing does.
    void setRunning(const QString &text);
    void say(BarKind kind, const QString &text);
    /// Profiles that have the secret that was replaced, all of them chosen; none: no question.
    void offerOthers(const QList<ProfileListing> &others);
    /// Nothing is said or asked any more.
    void clear();

Q_SIGNALS:
    void testClicked();
    void untestedClicked();
    void cancelClicked();
    void formerClicked();
    void othersChosen(const QList<QUuid> &ids);

private:
    void arrangeButtons();
    void arrangeFormer();
    void updateButtons();
    void updateVisibility();

    QWidget *m_buttons;
    ActionButton *m_test;
    ActionButton *m_untested;
    QWidget *m_progress;
    ElidingLabel *m_running;
    NoticeBar *m_said;
    QWidget *m_others;
    QVBoxLayout *m_boxColumn;
    ActionButton *m_there;
    QList<std::pair<QUuid, QCheckBox *>> m_boxes;
    QWidget *m_former;
    ElidingLabel *m_formerText;
    ActionButton *m_formerButton;
    bool m_isReplacing = false;
    bool m_isReady = false;
    bool m_hasFormer = false;
};

} // namespace mintmark
