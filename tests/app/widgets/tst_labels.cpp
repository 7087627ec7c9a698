// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/widgets/accessiblescrollarea.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/environmenttag.h"
#include "app/widgets/foldgroup.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintooltip.h"
#include "app/widgets/wraplabel.h"
#include "app/theme/look.h"

#include <QImage>
#include <QAbstractButton>
#include <QAccessible>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QToolTip>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

QImage tagPicture(Environment environment, TagSize size)
{
    QWidget widget;
    const Look &look = Look::of(&widget);
    QImage image(environmentTagSize(environment, size, look), QImage::Format_ARGB32);
    image.fill(look.theme().sidebar);
    QPainter painter(&image);
    paintEnvironmentTag(painter, image.rect(), environment, size, look);
    return image;
}

} // namespace

class TestLabels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// One long unbroken text must not make a window wider (measured: it did, by 400 px).
    void dataNeverWidensAWindow()
    {
        const QString flood(10'000, u'x');
        ElidingLabel label(flood);
        QVERIFY(label.minimumSizeHint().width() <= 24);
        label.resize(200, 20);
        QVERIFY(label.isElided());
        // The whole text, on request.
        QHelpEvent asked(QEvent::ToolTip, {}, label.mapToGlobal(QPoint()));
        QCoreApplication::sendEvent(&label, &asked);
        QVERIFY(QToolTip::text().contains(flood));
        QToolTip::hideText();
        WrapLabel wrap(flood);
        QVERIFY(wrap.minimumSizeHint().width() <= 200);
        QVERIFY(wrap.heightForWidth(200) > wrap.heightForWidth(2'000));
    }

    void plainEverywhere()
    {
        const QString evil = u"<b>x</b> & <img src='y'>"_s;
        QCOMPARE(ElidingLabel(evil).textFormat(), Qt::PlainText);
        QCOMPARE(WrapLabel(evil).textFormat(), Qt::PlainText);
        QVERIFY(!plainToolTip(evil).contains(u"<b>"_s));
        QVERIFY(!plainToolTip(evil).contains(u"<img"_s));
        QVERIFY(plainToolTip(evil).contains(u"&lt;b&gt;x&lt;/b&gt; &amp;"_s));
        QCOMPARE(plainToolTip({}), QString());
    }

    void environmentsHaveShapesOfTheirOwn()
    {
        // In a grey print too: no two of them look alike.
        QList<QImage> seen;
        for (const auto environment : { Environment::Production, Environment::Sandbox,
                                        Environment::Test, Environment::Development }) {
            const QImage grey = tagPicture(environment, TagSize::List)
                                    .convertToFormat(QImage::Format_Grayscale8);
            QCOMPARE(grey.size(), QSize(46, 19));
            QVERIFY(!seen.contains(grey));
            seen.append(grey);
        }
        QCOMPARE(environmentTag(Environment::Sandbox), u"SBX"_s);
        QCOMPARE(environmentTag(Environment::None), QString());
    }

    void labelNamesItsField()
    {
        auto *line = new QLineEdit;
        FormField field(u"Client ID"_s, line);
        QCOMPARE(line->accessibleName(), u"Client ID"_s);
        field.setMessage(MessageLevel::Fault, u"There is a space inside."_s);
        QCOMPARE(line->property("fault").toBool(), true);
        QVERIFY(line->accessibleDescription().contains(u"There is a space inside."_s));
        field.clearMessage();
        QCOMPARE(line->property("fault").toBool(), false);
    }

    /// Whoever asks for a child that has just gone gets nothing, instead of the end of the program.
    void scrollAreasAnswerForEveryIndex()
    {
        installAccessibleScrollAreas();
        QScrollArea area;
        area.setWidget(new QLabel(QString(5'000, u'x')));
        area.resize(100, 100);
        area.show();
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(access->childCount() > 0);
        QCOMPARE(access->child(access->childCount()), nullptr);
        area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        for (int i = 0; i < access->childCount(); ++i)
            QVERIFY(access->child(i));
    }

    void foldedIsNotHidden()
    {
        FoldGroup group(u"Network"_s);
        group.setContent(new QLineEdit);
        group.setSummary(u"system certificates · 30 s"_s);
        QVERIFY(!group.isExpanded());
        QCOMPARE(group.summary(), u"system certificates · 30 s"_s);
        group.header()->click();
        QVERIFY(group.isExpanded());
        group.setExpanded(false);
        group.setProblem(true);
        QVERIFY(group.isExpanded());
    }
};

MINTMARK_TEST(tst_labels, TestLabels)
#include "tst_labels.moc"
