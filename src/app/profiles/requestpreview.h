// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/pane.h"

class QPlainTextEdit;

namespace mintmark {

struct ProfileDraft;
class WrapLabel;

/// The request as it will be sent, secrets hidden, with the number of its bytes on top. While it
/// cannot be made, what it lacks.
class RequestPreview : public Pane
{
    Q_OBJECT
public:
    explicit RequestPreview(QWidget *parent = nullptr);

    void setDraft(const ProfileDraft &draft);
    /// It takes a part of the page's height and leaves the rest to the form.
    void fitInto(int pageHeight);
    /// In place of the request.
    void setUnavailable(const QString &reason);
    /// The line on top.
    QString headline() const;
    QString text() const;

private:
    WrapLabel *m_headline;
    QPlainTextEdit *m_text;
};

} // namespace mintmark
