// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"
#include "jose/token.h"

#include <QAbstractScrollArea>

#include <memory>

namespace mintmark {

/// The token as it is sent, wrapped by character, its parts in three colours. What makes it usable
/// is hidden until somebody asks; the text never becomes a string as a whole, so that a token of a
/// megabyte costs no more than what is on the screen.
class EncodedView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit EncodedView(QWidget *parent = nullptr);

    /// Null: empty. Hides what was shown.
    void setToken(const std::shared_ptr<const Token> &token);
    void setRevealed(bool revealed);
    bool isRevealed() const { return m_revealed; }
    /// Characters that are hidden now, or would be.
    qsizetype hiddenSize() const;
    /// What stands there, for tests and screen readers; the hidden part as dots.
    QString shownText() const;

    int heightForLines(int lines) const;
    int lineCount() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Segment
    {
        QByteArrayView bytes; ///< of the token, or
        QString text;         ///< words in their place
        ColorRole color = nullptr;
        bool secret = false;

        qsizetype size() const { return text.isEmpty() ? bytes.size() : text.size(); }
    };

    void rebuild();
    void addSegment(QByteArrayView bytes, ColorRole color, bool secret);
    qsizetype size() const;
    int columns() const;
    int lineStep() const;
    void updateScrollBar();

    std::shared_ptr<const Token> m_token;
    QList<Segment> m_segments;
    bool m_revealed = false;
};

} // namespace mintmark
