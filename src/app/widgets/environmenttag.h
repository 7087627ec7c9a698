// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QWidget>

class QPainter;

namespace mintmark {

class Look;

/// "PROD", "SBX", "TEST", "DEV".
QString environmentTag(Environment environment);

enum class TagSize {
    List,   ///< 46 × 19, short word
    Header, ///< 26 high, whole word
};

/// Paints the tag centred vertically at the left of `rect`. Each environment has a shape of its own
/// besides its hue, so that a grey print can be read: production tinted or solid, sandbox and test
/// outlined, development dashed.
void paintEnvironmentTag(QPainter &painter, const QRect &rect, Environment environment,
                         TagSize size, const Look &look);
QSize environmentTagSize(Environment environment, TagSize size, const Look &look);

class EnvironmentTag : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentTag(TagSize size, QWidget *parent = nullptr);

    Environment environment() const { return m_environment; }
    /// None hides it.
    void setEnvironment(Environment environment);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TagSize m_size;
    Environment m_environment = Environment::None;
};

} // namespace mintmark
