// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/environmenttag.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "profiles/profilename.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

QColor hue(const Theme &theme, Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return theme.prod;
    case Environment::Sandbox:
        return theme.sandbox;
    case Environment::Test:
        return theme.test;
    case Environment::Development:
    case Environment::None:
        break;
    }
    return theme.development;
}

QString tagText(Environment environment, TagSize size)
{
    return size == TagSize::List ? environmentTag(environment)
                                 : environmentName(environment).toUpper();
}

painting::Frame tagFrame(const Theme &theme, Environment environment, TagSize size)
{
    const QColor color = hue(theme, environment);
    const bool list = size == TagSize::List;
    const qreal radius = list ? metrics::tagRadius : metrics::tagRadius + 1;
    const qreal outline = qMax(1.2, qreal(theme.border));
    switch (environment) {
    case Environment::Production:
        if (!list)
            return { theme.prod, {}, 0, radius };
        return { theme.prodBg, color, qMax(1.6, qreal(theme.border)), radius };
    case Environment::Development:
        return { theme.tagBg, color, outline, radius, Qt::DashLine };
    case Environment::Sandbox:
    case Environment::Test:
    case Environment::None:
        break;
    }
    return { theme.tagBg, color, outline, radius };
}

} // namespace

QString environmentTag(Environment environment)
{
    // Not translated: they are signs more than words, and the space for them is fixed.
    switch (environment) {
    case Environment::Production:
        return u"PROD"_s;
    case Environment::Sandbox:
        return u"SBX"_s;
    case Environment::Test:
        return u"TEST"_s;
    case Environment::Development:
        return u"DEV"_s;
    case Environment::None:
        break;
    }
    return {};
}

QSize environmentTagSize(Environment environment, TagSize size, const Look &look)
{
    const bool list = size == TagSize::List;
    const QFontMetrics metrics(look.font(list ? TextStyle::Tag : TextStyle::TagHeader));
    if (list)
        return { qMax(46, metrics.horizontalAdvance(u"PROD"_s) + 12),
                 qMax(19, metrics.height() + 6) };
    return { metrics.horizontalAdvance(tagText(environment, size)) + 20,
             qMax(26, metrics.height() + 10) };
}

void paintEnvironmentTag(QPainter &painter, const QRect &rect, Environment environment,
                         TagSize size, const Look &look)
{
    if (environment == Environment::None)
        return;
    const Theme &theme = look.theme();
    const bool list = size == TagSize::List;
    QRect tag({}, environmentTagSize(environment, size, look));
    tag.moveCenter(rect.center());
    tag.moveLeft(rect.left());
    painting::frame(painter, tag, tagFrame(theme, environment, size));
    const bool solid = environment == Environment::Production && !list;
    painter.save();
    painter.setFont(look.font(list ? TextStyle::Tag : TextStyle::TagHeader));
    painter.setPen(solid ? theme.onProd : hue(theme, environment));
    painter.drawText(tag, Qt::AlignCenter, tagText(environment, size));
    painter.restore();
}

EnvironmentTag::EnvironmentTag(TagSize size, QWidget *parent) : QWidget(parent), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void EnvironmentTag::setEnvironment(Environment environment)
{
    m_environment = environment;
    setAccessibleName(environmentName(environment));
    setVisible(environment != Environment::None);
    updateGeometry();
    update();
}

QSize EnvironmentTag::sizeHint() const
{
    return environmentTagSize(m_environment, m_size, Look::of(this));
}

void EnvironmentTag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintEnvironmentTag(painter, rect(), m_environment, m_size, Look::of(this));
}

} // namespace mintmark
