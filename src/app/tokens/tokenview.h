// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/token.h"

#include <QScrollArea>

#include <memory>

class QPlainTextEdit;

namespace mintmark {

class ActionButton;
class ElidingLabel;
class EncodedView;
class WrapLabel;

/// The token as it is: encoded in three colours, its signature hidden until pressed, and under it
/// what header and payload decode to, as it stands there. Where that had to be changed for the
/// screen it says so, and the exact text can be copied.
class TokenView : public QScrollArea
{
    Q_OBJECT
public:
    explicit TokenView(QWidget *parent = nullptr);

    void setToken(const std::shared_ptr<const Token> &token);
    EncodedView *encoded() const { return m_encoded; }
    ActionButton *revealButton() const { return m_reveal; }

    QSize minimumSizeHint() const override { return { 200, 90 }; }

Q_SIGNALS:
    void copyTextRequested(const QString &exactText, const QString &whatItIs);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Decoded
    {
        ElidingLabel *title;
        ActionButton *copy;
        QPlainTextEdit *text;
        WrapLabel *note;
    };

    QWidget *makeSizes();
    Decoded makeDecoded(const QString &title, const QString &accessibleName,
                        const QString &copyName, int lines);
    void addDecoded(const Decoded &part);
    void showToken();
    void showSizes();
    void showDecoded(const Decoded &part, const QByteArray &bytes);

    std::shared_ptr<const Token> m_token;
    bool m_stale = false;
    QWidget *m_content;
    QList<ElidingLabel *> m_sizes;
    ActionButton *m_reveal;
    EncodedView *m_encoded;
    Decoded m_header;
    Decoded m_payload;
};

} // namespace mintmark
