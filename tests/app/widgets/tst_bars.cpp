// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/errorbar.h"
#include "app/widgets/noticebar.h"
#include "base/errorcatalogue.h"

#include <QAccessible>
#include <QLabel>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestBars : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Every error there is makes a bar with words and buttons that lead back to their cures.
    void everyErrorHasItsBar()
    {
        for (const ErrorRow *row : errorRows()) {
            const BarMessage message = errorMessage({ row->code, {}, {} }, u"09:31:07"_s);
            QVERIFY(!message.cause.isEmpty());
            QVERIFY(!message.remedy.isEmpty());
            QCOMPARE(message.meta, u"09:31:07"_s);
            QCOMPARE(message.kind, BarKind::Error);
            QCOMPARE(message.buttons.size(), qsizetype(row->cures.size()));
            qsizetype at = 0;
            for (const Cure cure : row->cures)
                QCOMPARE(cureOfButton(message.buttons.at(at++).id), std::optional(cure));
        }
        QCOMPARE(cureOfButton(u"copy-earlier"_s), std::nullopt);
        QCOMPARE(cureOfButton(u"cure-"_s), std::nullopt);
        QCOMPARE(cureOfButton(u"cure-999"_s), std::nullopt);
    }

    void buttonsTellWhichOne()
    {
        MessageBar bar;
        bar.setMessage(errorMessage({ ErrorCode::KeychainLocked, {}, {} }));
        QSignalSpy clicked(&bar, &MessageBar::buttonClicked);
        bar.button(cureButtonId(Cure::TryAgain))->click();
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.first().first().toString(), cureButtonId(Cure::TryAgain));
    }

    /// Flat: text and buttons side by side, each button in the one line.
    void flatBarsAreLower()
    {
        MessageBar bar;
        BarMessage message;
        message.cause = u"Still usable for 8 h"_s;
        message.known = u"Others have it."_s;
        message.buttons = { { u"one"_s, u"Revoke…"_s }, { u"two"_s, u"Copy reply"_s } };
        bar.setMessage(message);
        QTRY_VERIFY(bar.button(u"two"_s)->isVisible());
        const int high = bar.heightForWidth(600);
        bar.setFlat(true);
        const int low = bar.heightForWidth(600);
        QVERIFY2(low < high, qPrintable(u"%1 and %2"_s.arg(low).arg(high)));
        bar.resize(600, low);
        QTRY_COMPARE(bar.button(u"one"_s)->y(), bar.button(u"two"_s)->y());
        QVERIFY(bar.button(u"two"_s)->x() > bar.button(u"one"_s)->x());
        bar.setFlat(false);
        QCOMPARE(bar.heightForWidth(600), high);
    }

    /// What a button leads to may change the message it stands in.
    void aButtonMayReplaceItsOwnMessage()
    {
        auto bar = std::make_unique<MessageBar>();
        bar->setMessage(errorMessage({ ErrorCode::KeychainLocked, {}, {} }));
        connect(bar.get(), &MessageBar::buttonClicked, bar.get(), [&bar] {
            bar->setMessage(errorMessage({ ErrorCode::InvalidClient, {}, {} }));
        });
        const QPointer<ActionButton> pressed = bar->button(cureButtonId(Cure::TryAgain));
        pressed->click();
        QVERIFY(pressed); // still there while it is being pressed
        QVERIFY(bar->button(cureButtonId(Cure::ReplaceSecret)));
        QTRY_VERIFY(!pressed);
    }

    /// What a server says is shown as it is.
    void neverRichText()
    {
        const QString evil = u"<b>evil</b><img src='x.png'>"_s;
        MessageBar bar;
        bar.setMessage({ BarKind::Error, evil, evil, evil, evil, { { u"a"_s, u"A"_s } }, 0 });
        for (const QLabel *label : bar.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        NoticeBar notice;
        notice.setNotice(BarKind::Info, evil);
        for (const QLabel *label : notice.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(notice.text(), evil);
    }

    void announcedAsAnAlert()
    {
        MessageBar bar;
        bar.setMessage(errorMessage({ ErrorCode::HostNotFound, { { u"host"_s, u"h.invalid"_s } }, {} }));
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&bar);
        QCOMPARE(access->role(), QAccessible::AlertMessage);
        QVERIFY(access->text(QAccessible::Name).contains(u"h.invalid"_s));
    }

    /// A button that counts keeps the focus, and is no news.
    void aButtonChangesInPlace()
    {
        BarMessage message = errorMessage({ ErrorCode::KeychainLocked, {}, {} });
        MessageBar bar;
        QVERIFY(!bar.says(message));
        bar.setMessage(message);
        QVERIFY(bar.says(message));
        const QString id = message.buttons.first().id;
        ActionButton *button = bar.button(id);
        message.buttons.first().text = u"In 3 s"_s;
        message.buttons.first().enabled = false;
        QVERIFY(bar.says(message));
        bar.setMessage(message);
        QCOMPARE(bar.button(id), button);
        QCOMPARE(button->text(), u"In 3 s"_s);
        QVERIFY(!button->isEnabled());
        message.buttons.first().enabled = true;
        bar.setMessage(message);
        QVERIFY(button->isEnabled());
        message.cause += u'!';
        QVERIFY(!bar.says(message));
        bar.setMessage(message);
        bar.dismiss();
        QVERIFY(!bar.says(message));
    }

    void escapeAndCrossDismiss()
    {
        MessageBar bar;
        bar.setMessage(errorMessage({ ErrorCode::Internal, {}, {} }));
        QSignalSpy dismissed(&bar, &MessageBar::dismissed);
        bar.dismiss();
        QCOMPARE(dismissed.count(), 1);
        QVERIFY(bar.isHidden());
    }
};

MINTMARK_TEST(tst_bars, TestBars)
#include "tst_bars.moc"
